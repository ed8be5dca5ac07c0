/** Who is left out, by deep checks and by the answers themselves; who stands in; and how one that comes back begins. */

import { describe, expect, it } from 'vitest';
import type { LinkFault } from '../../schema/faults.ts';
import { apiGatewayBehavior } from '../api-gateway/behavior.ts';
import { databaseBehavior } from '../database/behavior.ts';
import { answeringServer, simulate, type TestAct, type TestPlan, type TestResult } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { loadBalancerBehavior } from './behavior.ts';

const kinds = { users: usersBehavior, 'load-balancer': loadBalancerBehavior, 'web-server': answeringServer };

interface Setting extends Partial<TestPlan> {
  rate?: number;
  lb?: Record<string, number | string | boolean>;
  link?: Record<string, number>;
  slots?: number;
}

const planFor = ({ rate = 400, lb, link, slots, ...rest }: Setting): TestPlan => ({
  seconds: 100,
  nodes: {
    users: { kind: 'users', params: { ratePerSecond: rate } },
    lb: { kind: 'load-balancer', params: lb ?? {}, slots: lb?.standbys ? 2 : 1 },
    web: { kind: 'web-server', params: { instances: 4 }, slots: slots ?? 4 },
  },
  links: [
    ['users', 'lb'],
    ['lb', 'web', link ?? {}],
  ],
  ...rest,
});

const play = (setting: Setting): TestResult => simulate(planFor(setting), kinds);
const refused = (result: TestResult): number => result.total('failed.read.refused') + result.total('failed.write.refused');
const share = (result: TestResult, instance: number, from: number, to: number): number =>
  result.of('web', 'arrived', { instance, from, to }) / result.of('web', 'arrived', { from, to });

describe('fails seen by passing (nginx)', () => {
  const death: TestAct[] = [{ at: 30.0005, act: 'crash', node: 'web', instance: 3 }];

  it('one fail leaves a dead server out; its trial every 10 s is all that still fails', () => {
    const result = play({ lb: { maxFails: 1 }, acts: death });
    // what was inside when it died, and one trial in each of the 7 stretches of 10 s that are left
    expect(refused(result)).toBeGreaterThanOrEqual(7);
    expect(refused(result)).toBeLessThanOrEqual(12);
    expect(result.of('web', 'arrived', { instance: 3, from: 31 })).toBeLessThanOrEqual(7);
  });

  it('and with another try at the next server nobody notices', () => {
    const result = play({ lb: { maxFails: 1, retryNext: 1 }, acts: death });
    expect(refused(result)).toBe(0);
    expect(result.of('lb', 'triedNext')).toBeGreaterThan(6);
  });

  it('a good trial brings it back at once', () => {
    const acts: TestAct[] = [...death, { at: 45, act: 'recover', node: 'web', instance: 3 }];
    const result = play({ lb: { maxFails: 1 }, acts });
    expect(share(result, 3, 52, 100)).toBeCloseTo(0.25, 2);
  });

  it('needs as many fails as it says, within the time it says', () => {
    const often = play({ lb: { maxFails: 20 }, acts: death });
    expect(refused(often)).toBeGreaterThanOrEqual(20);
    expect(refused(often)).toBeLessThanOrEqual(35);
    // the dead one gets a request a second: never 20 in 10 s, until its checks find out
    const seldom = play({ lb: { maxFails: 20 }, rate: 4, acts: death });
    expect(refused(seldom)).toBeGreaterThan(25);
  });

  it('writes are never sent twice', () => {
    const result = play({ lb: { retryNext: 3 }, acts: death, workload: { writeShare: 50 }, seconds: 55 });
    expect(result.total('failed.read.refused')).toBe(0);
    expect(result.total('failed.write.refused')).toBeGreaterThan(500);
  });

  it('a server that only errs is no failure to it, unless any failure is to be tried again', () => {
    const broken = (retryOn: string) => {
      const plan = planFor({ lb: { retryNext: 1, retryOn, maxFails: 1 }, seconds: 30 });
      const bad = { kind: 'web-server' as const, params: { errorPercent: 100 } };
      return simulate({ ...plan, nodes: { ...plan.nodes, bad }, links: [...plan.links, ['lb', 'bad']] }, kinds);
    };
    const none = broken('unreachable');
    expect(Math.abs(none.total('failed.read.error') / none.total('offered.read') - 0.2)).toBeLessThan(0.002);
    expect(broken('errors').total('failed.read.error')).toBe(0);
  });
});

it('whoever is over a limit is not handed to the next server, which might not have noticed yet', () => {
  const plan = planFor({ lb: { retryNext: 3, retryOn: 'errors' }, seconds: 20 });
  const gateway = { kind: 'api-gateway' as const, params: { instances: 2, limitPerSecond: 50, burst: 1, counters: 'local' } };
  const result = simulate(
    {
      ...plan,
      nodes: { ...plan.nodes, gateway },
      links: [
        ['users', 'lb'],
        ['lb', 'gateway'],
        ['gateway', 'web'],
      ],
    },
    { ...kinds, 'api-gateway': apiGatewayBehavior },
  );
  expect(result.of('lb', 'triedNext')).toBe(0);
  expect(result.total('failed.read.limited')).toBe(result.of('gateway', 'limited'));
  expect(result.total('failed.read.limited')).toBeGreaterThan(5000);
});

describe('ejection (Envoy)', () => {
  const withBroken = (count: number, lb: Record<string, number | string>, acts: readonly TestAct[] = []): TestResult => {
    const plan = planFor({ lb: { ejectAfter: 5, ...lb }, seconds: 200 });
    const bad = { kind: 'web-server' as const, params: { errorPercent: 100, instances: count } };
    return simulate({ ...plan, nodes: { ...plan.nodes, bad }, links: [...plan.links, ['lb', 'bad']], acts }, kinds);
  };
  /** Seconds for which a server was out, each time it came back. */
  const stays = ({ notes }: TestResult): number[] => {
    const times = (wanted: string) => notes.filter(({ code }) => code === wanted).map(({ time }) => time);
    const outs = times('marked-down');
    return times('marked-up').map((back, i) => back - outs[i]);
  };

  it('five errors in a row eject a server for 30 s, then 60 s, then 90 s, each time until a sweep', () => {
    const result = withBroken(1, {});
    // out at 0, back at 40, out again for 60: back at 110, out for 90: back at 210
    expect(result.of('lb', 'ejections')).toBe(3);
    expect(result.of('bad', 'arrived')).toBe(15);
    expect(result.total('failed.read.error')).toBe(15);
  });

  it('gets longer each time, but never more than ten times as long', () => {
    const seconds = stays(withBroken(1, { ejectSeconds: 1, sweepSeconds: 1 }));
    // at a sweep, so up to a second later
    seconds.slice(0, 10).forEach((stay, i) => {
      expect(stay).toBeGreaterThanOrEqual(i + 1);
      expect(stay).toBeLessThanOrEqual(i + 2);
    });
    expect(seconds.length).toBeGreaterThan(18);
    for (const stay of seconds.slice(10)) expect(stay).toBeLessThanOrEqual(11);
  });

  it('of a server that has been well for long begins with the shortest again', () => {
    const errs = (at: number, value: number): TestAct => ({ at, act: 'param', node: 'bad', field: 'errorPercent', value });
    const [first, second] = stays(withBroken(1, {}, [errs(20, 0), errs(100, 100)]));
    expect(first).toBeGreaterThan(30);
    expect(second).toBeGreaterThan(30);
    expect(Math.max(first, second)).toBeLessThanOrEqual(40);
  });

  it('is possible for one even where no share may be out', () => {
    expect(withBroken(1, { ejectPercent: 0 }).of('lb', 'ejections')).toBe(3);
  });

  it('no more than a tenth at once, but one always', () => {
    const two = withBroken(2, {});
    // one of six is more than a tenth already: the other stays, and its sixth of the requests fails
    expect(two.total('failed.read.error') / two.total('offered.read')).toBeGreaterThan(0.17);
    const half = withBroken(2, { ejectPercent: 50 });
    expect(half.total('failed.read.error')).toBeLessThan(50);
  });

  it('does not see slowness', () => {
    const result = play({ lb: { ejectAfter: 5 }, acts: [{ at: 10, act: 'slow', node: 'web', instance: 2, factor: 50 }] });
    expect(result.of('lb', 'ejections')).toBe(0);
    expect(share(result, 2, 20, 100)).toBeCloseTo(0.25, 2);
  });
});

describe('deep checks', () => {
  const withStore = (lb: Record<string, string | number>, acts: TestAct[]): TestResult =>
    simulate(
      {
        seconds: 200,
        nodes: {
          users: { kind: 'users', params: { ratePerSecond: 100 } },
          lb: { kind: 'load-balancer', params: { checkSeconds: 5, ...lb } },
          web: { kind: 'web-server', params: { instances: 4 } },
          db: { kind: 'database' },
        },
        links: [
          ['users', 'lb'],
          ['lb', 'web'],
          ['web', 'db', { timeoutSeconds: 1 }],
        ],
        // files need no database
        workload: { staticShare: 50 },
        acts,
      },
      { ...kinds, 'web-server': webServerBehavior, database: databaseBehavior },
    );
  const blip: TestAct[] = [
    { at: 60, act: 'crash', node: 'db' },
    { at: 130, act: 'recover', node: 'db' },
  ];
  const files = (result: TestResult, from: number, to: number): number =>
    result.frames
      .filter(({ start, end }) => start >= from && end <= to)
      .reduce((sum, { values }) => sum + values[result.layout.columns.findIndex(({ metric }) => metric === 'completed.static')], 0);

  it('a database that is down makes every server unhealthy: open, files are served all along; closed, nothing is', () => {
    const open = withStore({ checkDepth: 'deep' }, blip);
    expect(open.series('lb', 'healthyTargets')[100]).toBe(0);
    expect(Math.abs(files(open, 75, 130) / (50 * 55) - 1)).toBeLessThan(0.06);
    const closed = withStore({ checkDepth: 'deep', whenAllDown: 'closed' }, blip);
    expect(files(closed, 75, 150)).toBe(0);
    // five good checks 5 s apart after the database is back
    expect(files(closed, 156, 200)).toBeGreaterThan(2000);
  });

  it('shallow ones do not mind', () => {
    const result = withStore({}, blip);
    expect(result.series('lb', 'healthyTargets')[100]).toBe(4);
  });

  it('find an application that only errs; shallow ones keep it for ever', () => {
    const failing = (checkDepth: string): number => {
      const plan = planFor({ lb: { checkDepth, checkSeconds: 5 } });
      const bad = { kind: 'web-server' as const };
      const acts: TestAct[] = [{ at: 30, act: 'param', node: 'bad', field: 'errorPercent', value: 100 }];
      const nodes = { ...plan.nodes, web: { kind: 'web-server' as const, params: { instances: 3 } }, bad };
      const result = simulate({ ...plan, nodes, links: [...plan.links, ['lb', 'bad']], acts }, kinds);
      return result.of('users', 'failed', { from: 60 }) / (400 * 40);
    };
    expect(failing('shallow')).toBeCloseTo(0.25, 1);
    expect(failing('deep')).toBe(0);
  });
});

describe('slow start', () => {
  it('one that comes back begins with a tenth of its share and has all of it in the end', () => {
    const acts: TestAct[] = [
      { at: 5, act: 'crash', node: 'web', instance: 3 },
      { at: 20, act: 'recover', node: 'web', instance: 3 },
    ];
    const result = play({ rate: 1000, lb: { slowStartSeconds: 40, checkSeconds: 1, healthyAfter: 1 }, acts });
    expect(share(result, 3, 22, 24)).toBeLessThan(0.05);
    // half way, half of what an equal among four gets: a quarter times 0.5 over (3 + 0.5) / 4
    expect(Math.abs(share(result, 3, 39, 43) - 0.5 / 3.5)).toBeLessThan(0.03);
    expect(Math.abs(share(result, 3, 65, 100) - 0.25)).toBeLessThan(0.01);
    expect(share(play({ rate: 1000, lb: { checkSeconds: 1, healthyAfter: 1 }, acts }), 3, 22, 24)).toBeCloseTo(0.25, 2);
  });
});

describe('a pair of balancers', () => {
  const acts: TestAct[] = [{ at: 30, act: 'crash', node: 'lb', instance: 0 }];

  it('alone, its death is the end of everything; in a pair, of three seconds', () => {
    expect(play({ acts }).of('users', 'served', { from: 30 })).toBe(0);
    const pair = play({ lb: { standbys: 1 }, acts });
    expect(pair.of('users', 'served', { from: 30, to: 33 })).toBe(0);
    expect(pair.of('users', 'failed', { from: 33.01 })).toBe(0);
    expect(pair.of('lb', 'arrived', { instance: 1, from: 33 })).toBeGreaterThan(20_000);
  });

  it('that are both gone: the first to come back takes over, whichever it is', () => {
    const both: TestAct[] = [
      { at: 20, act: 'crash', node: 'lb', instance: 1 },
      { at: 30, act: 'crash', node: 'lb', instance: 0 },
      { at: 40, act: 'recover', node: 'lb', instance: 1 },
    ];
    const pair = play({ lb: { standbys: 1 }, acts: both });
    expect(pair.of('users', 'served', { from: 31, to: 43 })).toBe(0);
    expect(pair.of('users', 'failed', { from: 44 })).toBe(0);
    expect(pair.of('lb', 'arrived', { instance: 1, from: 44 })).toBeGreaterThan(20_000);
  });

  it('silence is found out the same way; who comes back stands by', () => {
    const silent: TestAct[] = [
      { at: 30, act: 'hang', node: 'lb', instance: 0 },
      { at: 50, act: 'recover', node: 'lb', instance: 0 },
      { at: 60, act: 'crash', node: 'lb', instance: 1 },
    ];
    const pair = play({ lb: { standbys: 1, algorithm: 'least-connections' }, acts: silent });
    expect(pair.of('lb', 'arrived', { instance: 1, from: 34, to: 60 })).toBeGreaterThan(9000);
    expect(pair.of('lb', 'arrived', { instance: 0, from: 64 })).toBeGreaterThan(13_000);
    for (let instance = 0; instance < 4; instance++) expect(share(pair, instance, 70, 100)).toBeCloseTo(0.25, 2);
  });
});

describe('least connections by weight', () => {
  it('a server of three times the weight carries three times the requests', () => {
    const plan = planFor({ lb: { algorithm: 'weighted-least-connections' }, rate: 2000, seconds: 30, link: { weight: 1 } });
    const result = simulate(
      {
        ...plan,
        nodes: {
          ...plan.nodes,
          web: { kind: 'web-server', params: { cpuDynamicMs: 50 } },
          big: { kind: 'web-server', params: { cpuDynamicMs: 50 } },
        },
        links: [...plan.links, ['lb', 'big', { weight: 3 }]],
      },
      kinds,
    );
    expect(Math.abs(result.of('big', 'inside') / result.of('web', 'inside') - 3)).toBeLessThan(0.1);
  });
});

describe('checks go over the wire', () => {
  const two = (acts: TestAct[]): TestResult =>
    simulate(
      {
        seconds: 100,
        nodes: {
          users: { kind: 'users', params: { ratePerSecond: 200 } },
          lb: { kind: 'load-balancer', params: { checkSeconds: 5, checkTimeoutSeconds: 2, unhealthyAfter: 2, healthyAfter: 2 } },
          near: { kind: 'web-server', params: { instances: 2 }, slots: 2 },
          far: { kind: 'web-server', params: { instances: 2 }, slots: 2 },
        },
        links: [
          ['users', 'lb'],
          ['lb', 'near'],
          ['lb', 'far'],
        ],
        acts,
      },
      kinds,
    );
  const cut = (fault: LinkFault, value?: number): TestAct[] => [
    { at: 20, act: 'strike-link', link: 'lb>far', fault, seconds: 40, ...(value === undefined ? {} : { value }) },
  ];
  const marks = (result: TestResult, code: string) => result.notes.filter((note) => note.code === code);

  it.each(['partition', 'answers-lost', 'certificate'] as const)(
    'servers behind a wire with %s are left out, and are back after it',
    (fault) => {
      const result = two(cut(fault));
      const [down, up] = [marks(result, 'marked-down'), marks(result, 'marked-up')];
      // two checks in a row: from 5 s to 10 s after the cut, and for silence the patience of a check more
      expect(down.map(({ instance }) => instance).sort()).toEqual([0, 1]);
      for (const { time } of down) expect(time > 25 && time < 32.1).toBe(true);
      // a check that was silent when the wire healed is answered within its patience, so it counts as the first good one
      for (const { time } of up) expect(time > 63 && time < 72.1).toBe(true);
      expect(up).toHaveLength(2);
      expect(result.of('near', 'arrived', { from: 35, to: 59 }) / (200 * 24)).toBeCloseTo(1, 1);
    },
  );

  it('a wire that loses a little is no dead server', () => {
    expect(marks(two(cut('loss', 1)), 'marked-down')).toHaveLength(0);
  });
});
