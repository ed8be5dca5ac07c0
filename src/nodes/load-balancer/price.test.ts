import { describe, expect, it } from 'vitest';
import { type PriceUse, secondsPerMonth } from '../../economy/price.ts';
import { requestClasses } from '../../engine/plan.ts';
import { simulate } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { loadBalancerBehavior } from './behavior.ts';
import { loadBalancerPrice } from './price.ts';
import { answeredMetrics, loadBalancerSpec } from './spec.ts';

const defaults = Object.fromEntries(Object.entries(loadBalancerSpec.fields).map(([name, field]) => [name, field.default]));

interface Measured {
  params?: Record<string, number | string | boolean>;
  perSecond?: Record<string, number>;
  open?: number;
}

/** Capacity units at such numbers of a run. */
function units({ params, perSecond = {}, open = 0 }: Measured): number {
  const use: PriceUse = {
    params: { ...defaults, ...params },
    instances: 1,
    perMonth: (counter) => (perSecond[counter] ?? 0) * secondsPerMonth,
    mean: (gauge) => (gauge === 'connections' ? open : 0),
    wiredTo: () => 0,
    wiredInstances: () => 0,
    keys: 0,
  };
  return loadBalancerPrice(use).find(({ price }) => price === 'balancer-capacity')!.quantity;
}

describe('capacity units are those of', () => {
  it('new connections, as counted where they are', () => {
    expect(units({ params: { tls: true }, perSecond: { openedConnections: 100, arrived: 1000 }, open: 10 })).toBeCloseTo(4, 9);
    expect(units({ params: { layer: 'tcp' }, perSecond: { openedConnections: 50, arrived: 1000 } })).toBeCloseTo(2, 9);
    expect(units({ perSecond: { arrived: 1000 } })).toBeCloseTo(4, 9);
  });

  it('open connections, when they stay long', () => {
    expect(units({ params: { tls: true }, perSecond: { openedConnections: 25 }, open: 30_000 })).toBeCloseTo(10, 9);
    // 100 new ones a second that live for ten minutes: 60,000 at a time
    expect(units({ params: { keepAliveSeconds: 600 }, perSecond: { arrived: 1000 } })).toBeCloseTo(20, 9);
  });

  it('traffic, by the bytes of each class', () => {
    // 31 KB of a file with its call, 21 of a page: 3,600 s of each second
    expect(units({ perSecond: { answeredStatic: 100 } })).toBeCloseTo((100 * 30.5 * 3600) / 1e6, 9);
    expect(units({ perSecond: { answeredRead: 100 } })).toBeCloseTo((100 * 21 * 3600) / 1e6, 9);
    expect(units({ perSecond: { answeredUpload: 1 } })).toBeCloseTo((1001 * 3600) / 1e6, 9);
  });

  it('rules beyond the first ten, of each request', () => {
    expect(units({ params: { rules: 110 }, perSecond: { arrived: 1000 } })).toBeCloseTo(100, 9);
    expect(units({ params: { rules: 10 }, perSecond: { arrived: 1000 } })).toBeCloseTo(4, 9);
    expect(units({ params: { rules: 110, layer: 'tcp' }, perSecond: { arrived: 1000 } })).toBe(0);
  });
});

it('names a meter for every class, in the order of the classes', () => {
  expect(Object.keys(answeredMetrics).map((name) => name.slice('answered'.length).toLowerCase())).toEqual([...requestClasses]);
});

describe('a run counts', () => {
  const kinds = { users: usersBehavior, 'load-balancer': loadBalancerBehavior, 'web-server': webServerBehavior };
  const play = (params: Record<string, number | string | boolean>, errorPercent = 0) =>
    simulate(
      {
        seconds: 60,
        nodes: {
          users: { kind: 'users', params: { ratePerSecond: 200 } },
          lb: { kind: 'load-balancer', params },
          web: { kind: 'web-server', params: { instances: 3, errorPercent } },
        },
        links: [
          ['users', 'lb'],
          ['lb', 'web'],
        ],
        workload: { staticShare: 50, writeShare: 10 },
      },
      kinds,
    );

  it('good answers by class, and no bad ones', () => {
    const of = (name: string, errorPercent = 0) => play({}, errorPercent).of('lb', name);
    const run = play({});
    const all = Object.keys(answeredMetrics).reduce((sum, name) => sum + run.of('lb', name), 0);
    expect(all).toBe(run.of('lb', 'completed'));
    expect(run.of('lb', 'answeredStatic') / all).toBeCloseTo(0.5, 1);
    expect(run.of('lb', 'answeredWrite')).toBeGreaterThan(300);
    expect(of('answeredStatic', 100)).toBe(0);
  });

  it('a connection for every request of somebody without a session, at layer 4 and with TLS', () => {
    for (const params of [{ layer: 'tcp' }, { tls: true }]) {
      const run = play(params);
      expect(run.of('lb', 'openedConnections')).toBe(run.of('lb', 'arrived'));
    }
    expect(play({}).of('lb', 'openedConnections')).toBe(0);
  });
});
