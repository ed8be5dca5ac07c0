/** What a rate limiter lets through (domain 2.5): a bucket its burst, local counters a limit each, a fixed window twice as much at its edge. */

import type { ScenarioEvent } from '../design/design.ts';
import type { Readings } from '../engine/readings.ts';
import type { Drawing } from '../library/template.ts';
import { type Claim, exactly, type Finding, near } from './claim.ts';
import { play } from './play.ts';

type GatewayParams = NonNullable<Extract<Drawing['nodes'][number], { kind: 'api-gateway' }>['params']>;

const plain = { retries: 0, timeoutMs: 0, delay: 'none' } as const;

/** A flood of evenly spaced requests at gateways before a server that is never busy, with a cache for common counters. */
function flood(gateway: GatewayParams, ratePerSecond: number, seconds: number, scenario: readonly ScenarioEvent[] = []): Readings {
  return play(
    {
      title: 'A flood',
      seconds,
      nodes: [
        { id: 'users', kind: 'users', at: [0, 0], params: { ratePerSecond, arrivals: 'even' } },
        { id: 'gateway', kind: 'api-gateway', at: [240, 0], params: { cpuMs: 0.01, authMs: 0, ...gateway } },
        { id: 'counters', kind: 'cache', at: [480, 160], params: { serviceMs: 0.001 } },
        { id: 'web', kind: 'web-server', at: [480, 0], params: { vcpu: 64, service: 'fixed', cpuDynamicMs: 0.1, readsPerRequest: 0 } },
      ],
      links: [
        ['users', 'gateway', plain],
        ['gateway', 'counters', plain],
        ['gateway', 'web', plain],
      ],
      workload: { staticShare: 0, writeShare: 0 },
    },
    { scenario },
  );
}

const admitted = (run: Readings): number => run.of('gateway', 'admitted');
const bucket = { algorithm: 'token-bucket', limitPerSecond: 100, burst: 200 } as const;

/** Nothing, then 2,000 a second from one second before the edge of a window of ten to one second after it. */
function acrossAnEdge(algorithm: 'fixed-window' | 'sliding-window'): Readings {
  const rate = (at: number, value: number): ScenarioEvent => ({ at, act: 'set', node: 'users', field: 'ratePerSecond', value });
  return flood({ algorithm, limitPerSecond: 100, windowSeconds: 10 }, 0, 12, [rate(9, 2000), rate(11, 0)]);
}

function limits(): Finding[] {
  const one = flood(bucket, 1000, 10);
  const apart = flood({ ...bucket, instances: 4, counters: 'local' }, 1000, 10);
  const together = flood({ ...bucket, instances: 4 }, 1000, 10);
  return [
    near('100 a second and a bucket of 200, 1,000 a second for 10 s: let through', admitted(one), 1200, { by: 2 }),
    near('… of', one.of('gateway', 'arrived'), 10_000, { by: 1 }),
    near('four gateways that count for themselves', admitted(apart), 4 * 1200, { share: 0.02 }),
    near(
      '… by one exact counter: too many less those turned away too soon',
      apart.of('gateway', 'falseAccepts') - apart.of('gateway', 'falseRejects'),
      3 * 1200,
      { share: 0.02 },
    ),
    near('four gateways with counters in one cache', admitted(together), 1200, { by: 2 }),
    exactly('… of these, too many', together.of('gateway', 'falseAccepts'), 0),
    near('fixed window of 1,000 in 10 s, a flood across its edge: let through in 2 s', admitted(acrossAnEdge('fixed-window')), 2000, {
      by: 2,
    }),
    near('sliding window: 1,000, and a tenth of them a second later', admitted(acrossAnEdge('sliding-window')), 1100, { by: 12 }),
  ];
}

export const limiting: readonly Claim[] = [
  {
    id: 'D2.5',
    says: 'A limiter lets its burst through and then its rate; counted apart it lets the limit through once for each gateway, and a fixed window twice at its edge',
    shownBy: 'api-gateway',
    check: limits,
  },
];
