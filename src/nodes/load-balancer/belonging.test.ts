/** Which server a session, an address or a connection goes to, and what becomes of it when servers come and go. */

import { describe, expect, it } from 'vitest';
import type { Behavior } from '../../engine/behavior.ts';
import { exponential } from '../../engine/luck.ts';
import { createRun } from '../../engine/run.ts';
import { answeringServer, inOrder, planOf, resultOf, simulate, type TestAct, type TestPlan, type TestResult } from '../testRun.ts';
import { usersSpec } from '../users/spec.ts';
import { loadBalancerBehavior } from './behavior.ts';

/** Which servers each session was sent to, in order, without repeats. */
const seen = new Map<number, number[]>();

const watchedServer: Behavior = {
  ...answeringServer,
  create: (ctx) => {
    const actor = answeringServer.create(ctx);
    const { calls } = ctx.net;
    return {
      ...actor,
      receive: (call) => {
        const session = calls.session[call];
        const instance = calls.to[call] - ctx.firstSlot;
        const list = seen.get(session) ?? [];
        if (list.at(-1) !== instance) seen.set(session, [...list, instance]);
        actor.receive(call);
      },
    };
  },
};

/** `people` sessions in turn, one request after the other at random intervals. */
const crowdOf = (people: number): Behavior => ({
  kind: usersSpec.kind,
  role: usersSpec.role,
  fields: usersSpec.fields,
  metrics: usersSpec.metrics,
  create: (ctx) => {
    const { net, node, links, firstSlot } = ctx;
    const luck = ctx.stream('crowd');
    const rate = net.params[ctx.param('ratePerSecond')];
    return {
      start: () => net.wake(node, 0, 0, 0),
      wake: (_, request) => {
        net.audience.offer(1);
        const call = net.send(links[0], firstSlot, -1, -1, 1, 2000 + (request % 50), request, 0);
        net.calls.session[call] = request % people;
        net.wake(node, 0, request + 1, net.now + exponential(luck, request, 0) / rate);
      },
      receive: (call) => net.reply(call, 0),
      returned: (_, child, outcome) => net.audience.end(1, outcome, 0, net.calls.stale[child] === 1),
    };
  },
});

interface Setting extends Partial<TestPlan> {
  people?: number;
  rate?: number;
  lb?: Record<string, number | string | boolean>;
  link?: Record<string, number>;
  instances?: number;
}

const planFor = ({ rate = 500, lb, link, instances = 4, people: _, ...rest }: Setting): TestPlan => ({
  seconds: 60,
  nodes: {
    users: { kind: 'users', params: { ratePerSecond: rate } },
    lb: { kind: 'load-balancer', params: { checkSeconds: 1, checkTimeoutSeconds: 0.5, healthyAfter: 1, ...lb }, slots: 2 },
    web: { kind: 'web-server', params: { instances }, slots: 5 },
  },
  links: [
    ['users', 'lb'],
    ['lb', 'web', link ?? {}],
  ],
  ...rest,
});

const kindsFor = (people: number) => ({ users: crowdOf(people), 'load-balancer': loadBalancerBehavior, 'web-server': watchedServer });

function play(setting: Setting): TestResult {
  seen.clear();
  return simulate(planFor(setting), kindsFor(setting.people ?? 1000));
}

const movedShare = (): number => [...seen.values()].filter((list) => list.length > 1).length / seen.size;
const fifth: TestAct[] = [{ at: 30, act: 'instances', node: 'web', count: 5 }];
const death: TestAct[] = [{ at: 30, act: 'crash', node: 'web', instance: 3 }];

describe('sticky sessions', () => {
  it.each(['cookie', 'address'])('by %s: every request of a session reaches one server', (sticky) => {
    const result = play({ lb: { sticky } });
    expect(seen.size).toBe(1000);
    expect(movedShare()).toBe(0);
    expect(result.series('lb', 'stuckSessions').at(-1)).toBe(1000);
    expect(result.of('lb', 'movedSessions')).toBe(0);
  });

  it('without: a session reaches all of them', () => {
    play({ lb: { algorithm: 'random' } });
    expect(movedShare()).toBe(1);
  });

  it('a new server gets new sessions only', () => {
    const result = play({ lb: { sticky: 'cookie' }, acts: fifth });
    expect(movedShare()).toBe(0);
    expect(result.of('web', 'arrived', { instance: 4 })).toBe(0);
  });

  it('those of a dead server are bound to others once its checks have failed, and stay there', () => {
    const acts: TestAct[] = [...death, { at: 45, act: 'recover', node: 'web', instance: 3 }];
    const result = play({ lb: { sticky: 'cookie' }, acts });
    // a quarter, by lot: three standard errors of 1000 sessions
    expect(Math.abs(movedShare() - 0.25)).toBeLessThan(0.042);
    expect(Math.max(...[...seen.values()].map((list) => list.length))).toBe(2);
    expect(result.of('lb', 'movedSessions')).toBe(movedShare() * 1000);
    expect(result.of('web', 'arrived', { instance: 3, from: 50 })).toBe(0);
  });

  it.each(['off', 'cookie'])('of a server that a tool takes away stay until draining is over, and new ones go elsewhere (%s)', (sticky) => {
    const plan = planFor({
      lb: { sticky, drainSeconds: 15, algorithm: 'random' },
      acts: [{ at: 20, act: 'instances', node: 'web', count: 3 }],
    });
    // its own time to finish is over long before
    const web = { kind: 'web-server' as const, params: { instances: 4, bootsByHand: true, drainSeconds: 1 }, slots: 5 };
    seen.clear();
    const result = simulate({ ...plan, nodes: { ...plan.nodes, web } }, kindsFor(1000));
    const arrived = (from: number, to: number) => result.of('web', 'arrived', { instance: 3, from, to }) / (to - from);
    expect(arrived(5, 20)).toBeGreaterThan(100);
    if (sticky === 'off') expect(arrived(21, 60)).toBe(0);
    else {
      expect(arrived(21, 35) / arrived(5, 20)).toBeCloseTo(1, 1);
      expect(arrived(36, 60)).toBe(0);
      expect(Math.abs(movedShare() - 0.25)).toBeLessThan(0.042);
    }
    expect(result.of('lb', 'movedSessions')).toBe(sticky === 'off' ? 0 : movedShare() * 1000);
  });

  it('lets go of who was away for long', () => {
    // 1000 sessions take turns: each comes every 2 s
    const result = play({ lb: { sticky: 'cookie', stickySeconds: 1, algorithm: 'random' } });
    expect(movedShare()).toBeGreaterThan(0.9);
    expect(Math.abs((result.series('lb', 'stuckSessions').at(-1) ?? 0) - 500)).toBeLessThan(70);
  });

  it('costs a tenth more of its processors', () => {
    const busy = (sticky: string) => play({ lb: { sticky, cpuMs: 1 }, rate: 1000, seconds: 20 }).of('lb', 'utilization') / 20;
    expect(busy('cookie') / busy('off')).toBeCloseTo(1.1, 6);
  });

  it('sessions are dealt by lot: the fullest server has 1.15 times the mean with 200 sessions on 4 servers', () => {
    let sum = 0;
    const worlds = 60;
    for (let world = 0; world < worlds; world++) {
      const lb = { sticky: 'cookie', algorithm: 'random' };
      sum +=
        play({ seed: `world ${world}`, people: 200, rate: 200, seconds: 3, lb })
          .series('lb', 'stickyImbalance')
          .at(-1) ?? 0;
    }
    // expected greatest of four normal deviates 1.03, of a standard deviation of sqrt(50) around 50
    expect(Math.abs(sum / worlds - 1.146)).toBeLessThan(0.035);
  });
});

describe('hashes of who asks', () => {
  it.each(['ip-hash', 'consistent-hash'])('%s: a client always reaches the same server, and clients are spread', (algorithm) => {
    const result = play({ lb: { algorithm } });
    expect(movedShare()).toBe(0);
    for (let instance = 0; instance < 4; instance++) {
      expect(result.of('web', 'arrived', { instance }) / result.of('web', 'arrived')).toBeGreaterThan(0.15);
    }
  });

  it('a fifth server: modulo N moves four fifths of the clients, the ring one fifth', () => {
    play({ lb: { algorithm: 'ip-hash' }, acts: fifth, people: 4000, rate: 1000 });
    expect(Math.abs(movedShare() - 0.8)).toBeLessThan(0.025);
    play({ lb: { algorithm: 'consistent-hash' }, acts: fifth, people: 4000, rate: 1000 });
    // three standard errors, and the ring's own unevenness
    expect(Math.abs(movedShare() - 0.2)).toBeLessThan(0.045);
    for (const list of seen.values()) if (list.length > 1) expect(list[1]).toBe(4);
  });

  it.each(['ip-hash', 'consistent-hash'])('%s: a death moves only those of the dead server, and they come back', (algorithm) => {
    const acts: TestAct[] = [...death, { at: 45, act: 'recover', node: 'web', instance: 3 }];
    play({ lb: { algorithm }, acts });
    expect(Math.abs(movedShare() - 0.25)).toBeLessThan(0.06);
    for (const list of seen.values()) if (list.length > 1) expect([list[0], list[2]]).toEqual([3, 3]);
  });

  it('the ring can be laid by what is asked for: one key, one server', () => {
    const result = play({ lb: { algorithm: 'consistent-hash', hashOn: 'key' }, people: 1000 });
    expect(movedShare()).toBe(0);
    expect(result.of('web', 'arrived')).toBeGreaterThan(20_000);
    play({ lb: { algorithm: 'consistent-hash', hashOn: 'key' }, people: 999 });
    // 999 people ask for all 50 keys in time
    expect(movedShare()).toBeGreaterThan(0.95);
  });
});

describe('connections', () => {
  it('layer 4 chooses once per connection, however little it may be able to read', () => {
    play({ lb: { layer: 'tcp', sticky: 'cookie', retryNext: 3 } });
    expect(movedShare()).toBe(0);
    play({ lb: { layer: 'tcp', keepAliveSeconds: 0, algorithm: 'random' } });
    expect(movedShare()).toBe(1);
  });

  it('layer 4: broken connections are opened anew, to another server', () => {
    const result = play({ lb: { layer: 'tcp', maxFails: 1, retryNext: 3 }, acts: death });
    // each connection to the dead one fails once, until one fail has it left out
    expect(Math.abs(movedShare() - 0.25)).toBeLessThan(0.06);
    expect(result.total('failed.read.refused')).toBeGreaterThan(0);
    expect(result.total('failed.read.refused')).toBeLessThan(15);
  });

  it('layer 4: a connection that broke binds its client no longer, also before anybody knows that its server is dead', () => {
    const result = play({ lb: { layer: 'tcp', checkSeconds: 300, algorithm: 'random' }, acts: death });
    // a quarter of 1,000 fail once, of these a quarter once more, and so on: a third of 1,000; three standard deviations are 63
    expect(Math.abs(result.total('failed.read.refused') - 1000 / 3)).toBeLessThan(63);
  });

  it('a handshake for every new connection, of its own processor time', () => {
    const lb = { tls: true, tlsMs: 5, cpuMs: 0 };
    const kept = play({ lb, rate: 100, people: 100, seconds: 30 });
    expect(kept.of('lb', 'handshakes')).toBe(100);
    expect(kept.series('lb', 'connections').at(-1)).toBe(100);
    const fresh = play({ lb: { ...lb, keepAliveSeconds: 0 }, rate: 100, people: 100, seconds: 30 });
    expect(fresh.of('lb', 'handshakes')).toBe(fresh.of('lb', 'arrived'));
    expect(Math.abs(fresh.of('lb', 'utilization') / 30 / ((fresh.of('lb', 'arrived') / 30) * 0.0025) - 1)).toBeLessThan(0.001);
  });
});

describe('photographs of who belongs where', () => {
  it.each([
    { sticky: 'cookie', stickySeconds: 5 },
    { sticky: 'address', slowStartSeconds: 10 },
    { algorithm: 'ip-hash' },
    { algorithm: 'consistent-hash' },
    { layer: 'tcp', keepAliveSeconds: 1, maxFails: 1 },
    { tls: true, keepAliveSeconds: 1, standbys: 1, maxFails: 2, ejectAfter: 3, retryNext: 2 },
    { algorithm: 'weighted-least-connections', checkDepth: 'deep', whenAllDown: 'closed' },
  ])('%j plays on from one as if it had never stopped', (lb) => {
    const acts: TestAct[] = [
      { at: 5, act: 'crash', node: 'web', instance: 3 },
      { at: 8, act: 'instances', node: 'web', count: 5 },
      { at: 9, act: 'hang', node: 'web', instance: 0 },
      { at: 12, act: 'recover', node: 'web', instance: 3 },
      { at: 14, act: 'crash', node: 'lb', instance: 0 },
      { at: 16, act: 'recover', node: 'lb' },
      { at: 17, act: 'recover', node: 'web' },
    ];
    const plan = planOf(planFor({ lb, acts, seconds: 22, link: { timeoutSeconds: 0.4 } }));
    const text = (run: ReturnType<typeof createRun>) =>
      resultOf(plan, run).frames.map(({ index, values }) => `${index}: ${[...values].join()}`);
    const kinds = inOrder(kindsFor(300));
    const whole = createRun(plan, kinds);
    whole.advance(22, Number.MAX_SAFE_INTEGER);
    const expected = text(whole);
    const run = createRun(plan, kinds);
    for (const stop of [3.3, 7.7, 11.1, 14.5, 18.9]) {
      run.advance(stop, Number.MAX_SAFE_INTEGER);
      text(run);
      const photo = run.snapshot();
      run.advance(22, Number.MAX_SAFE_INTEGER);
      run.restore(photo);
      run.advance(22, Number.MAX_SAFE_INTEGER);
      expect(text(run)).toEqual(expected.slice(Math.floor(stop)));
      run.restore(photo);
    }
  });
});
