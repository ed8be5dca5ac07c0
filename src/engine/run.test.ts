import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor, Behavior, NodeContext } from './behavior.ts';
import { duration, FORM } from './durations.ts';
import type { Frame } from './frame.ts';
import { addSparse, bucketCount, sumOf } from './histogram.ts';
import { exponential } from './luck.ts';
import { METER } from './network.ts';
import { CLASS, OUTCOME, type Plan, type PlanAct, type PlanLink } from './plan.ts';
import { createRun, type Run } from './run.ts';
import { ENTRY, Stations } from './stations.ts';

/** The least source: Poisson arrivals over its first link. */
const source: Behavior = {
  kind: 'source',
  role: 'source',
  fields: { rate: 0 },
  metrics: {},
  create: (ctx: NodeContext): Actor => {
    const { net } = ctx;
    const cells = ctx.memory.i32(1);
    const rate = ctx.param('rate');
    const gaps = ctx.stream('arrivals');
    const next = () => {
      if (net.params[rate] > 0) net.wake(ctx.node, 0, 0, net.now + exponential(gaps, cells[0]++, 0) / net.params[rate]);
    };
    return {
      start: next,
      receive: () => {},
      wake: () => {
        net.audience.offer(CLASS.read);
        const call = net.send(ctx.links[0], ctx.firstSlot, -1, -1, CLASS.read, 0, cells[0], 0);
        net.calls.giveUpAt[call] = net.now + 8;
        net.limit(call);
        next();
      },
      returned: (_, child, outcome) => {
        const seconds = net.now - net.calls.bornAt[child];
        net.audience.end(CLASS.read, outcome, outcome === OUTCOME.ok ? seconds : 8, false);
      },
    };
  },
};

/** The least server: c servers, a queue of `limit`, exponential service; asks its first link afterwards if it has one. */
const server: Behavior = {
  kind: 'server',
  role: 'server',
  fields: { servers: 0, serviceSeconds: 0, limit: 0 },
  metrics: {},
  create: (ctx: NodeContext): Actor => {
    const { net } = ctx;
    const stations = new Stations(ctx.memory, net.calls, ctx.slots);
    const service = ctx.stream('service');
    const servers = ctx.param('servers');
    const mean = ctx.param('serviceSeconds');
    const limit = ctx.param('limit');
    const shift = (meter: number, slot: number, by: number) => net.meters.shift(meter * net.instances.count + slot, by);
    for (let i = 0; i < ctx.slots; i++) net.instances.servers[ctx.firstSlot + i] = net.params[servers];
    const begin = (call: number) => {
      const seconds = duration(service, net.calls.request[call], net.saltOf(call), FORM.exponential, net.params[mean], 0);
      net.serve(call, seconds * net.instances.slow[net.calls.to[call]]);
    };
    const end = (call: number, outcome: number) => {
      const slot = net.calls.to[call];
      const next = stations.leave(slot - ctx.firstSlot, net.params[servers]);
      if (next >= 0) {
        shift(METER.queue, slot, -1);
        begin(next);
      } else shift(METER.utilization, slot, -1);
      net.reply(call, outcome);
    };
    return {
      receive: (call) => {
        const slot = net.calls.to[call];
        const entry = stations.enter(slot - ctx.firstSlot, call, net.params[servers], net.params[limit]);
        if (entry === ENTRY.full) net.reply(call, OUTCOME.shed);
        else if (entry === ENTRY.waits) shift(METER.queue, slot, 1);
        else {
          shift(METER.utilization, slot, 1);
          begin(call);
        }
      },
      served: (call) => {
        if (ctx.links.length === 0) end(call, OUTCOME.ok);
        else net.send(ctx.links[0], net.calls.to[call], call, -1, CLASS.read, 0, net.calls.request[call], 0);
      },
      returned: (parent, _, outcome) => end(parent, outcome),
      crashed: (slot) => stations.clear(slot - ctx.firstSlot),
    };
  },
};

const kinds = [source, server];

const link = (from: number, to: number, over: Partial<PlanLink> = {}): PlanLink => ({
  id: `${from}-${to}`,
  from,
  to,
  delaySeconds: 0.001,
  delayForm: FORM.fixed,
  jitter: 0,
  timeoutSeconds: 0,
  retries: 0,
  backoffSeconds: 0,
  backoffCapSeconds: 0,
  weight: 1,
  asked: 0,
  backoffJitter: 0,
  via: null,
  ...over,
});

/** source -> front (2 servers, 5 ms) -> back (1 server, 8 ms). */
function chain(
  over: { rate?: number; seconds?: number; links?: Partial<PlanLink>[]; acts?: PlanAct[]; extra?: boolean; slots?: number } = {},
): Plan {
  const slots = over.slots ?? 1;
  const nodes = [
    { id: 'users-1', kind: 0, params: [over.rate ?? 100], instances: 1, slots: 1, region: -1 },
    { id: 'front', kind: 1, params: [2, 0.005, 50], instances: slots, slots, region: -1 },
    { id: 'back', kind: 1, params: [1, 0.008, 50], instances: 1, slots: 1, region: -1 },
  ];
  if (over.extra) nodes.push({ id: 'lonely', kind: 1, params: [1, 0.01, 5], instances: 1, slots: 1, region: -1 });
  return {
    seed: 'test',
    frameSeconds: 1,
    seconds: over.seconds ?? 20,
    nodes,
    links: [link(0, 1, over.links?.[0]), link(1, 2, over.links?.[1])],
    workload: { params: [], trace: [], traceSeconds: 0, recording: null },
    acts: over.acts ?? [],
  };
}

function play(run: Run): Frame[] {
  run.advance(Infinity, Infinity);
  return run.takeFrames();
}

const frames = (plan: Plan) => play(createRun(plan, kinds));

function sum(run: Run, all: Frame[], metric: string, node = -1): number {
  let total = 0;
  run.layout.columns.forEach((column, i) => {
    if (column.metric === metric && column.node === node) for (const frame of all) total += frame.values[i];
  });
  return total;
}

function last(run: Run, all: Frame[], metric: string): number {
  return all[all.length - 1].values[run.layout.columns.findIndex((column) => column.metric === metric)];
}

const crash = (at: number, node = 2): PlanAct => ({ at, act: 'crash', node, instance: -1, factor: 1 });
const recover = (at: number, node = 2): PlanAct => ({ at, act: 'recover', node, instance: -1, factor: 1 });
const hang = (at: number, node = 2): PlanAct => ({ at, act: 'hang', node, instance: -1, factor: 1 });

describe('a run', () => {
  it('gives the same bytes in one go, in slices, and event by event', () => {
    const plan = chain({
      acts: [crash(5), recover(7), hang(9), recover(11.5)],
      links: [{ timeoutSeconds: 1, retries: 2, backoffSeconds: 0.1, backoffCapSeconds: 1 }],
    });
    const whole = frames(plan);
    const sliced = createRun(plan, kinds);
    for (let t = 0; t < 20; t += 0.0137) sliced.advance(t, 7);
    expect([...sliced.takeFrames(), ...play(sliced)]).toEqual(whole);
    const stepped = createRun(plan, kinds);
    while (!stepped.finished()) stepped.stepEvent();
    expect(stepped.takeFrames()).toEqual(whole);
    expect(whole).toHaveLength(20);
  });

  it('a live act equals the same act on the timeline', () => {
    const planned = frames(chain({ acts: [crash(5.001), recover(7.25)] }));
    const live = createRun(chain(), kinds);
    live.advance(5.0004, Infinity);
    expect(live.nextActTime()).toBe(5.001);
    live.act(crash(live.nextActTime()));
    live.advance(7.2, Infinity);
    live.act(recover(7.25));
    expect([...play(live)]).toEqual(planned);
    expect(() => live.act(crash(3))).toThrow(/too late/);
  });

  it('a part that nobody is wired to changes nobody else', () => {
    const alone = createRun(chain(), kinds);
    const beside = createRun(chain({ extra: true }), kinds);
    const a = play(alone);
    const b = play(beside);
    alone.layout.columns.forEach((column, i) => {
      const j = beside.layout.columns.findIndex(
        (c) => c.metric === column.metric && c.node === column.node && c.instance === column.instance,
      );
      expect(b.map((frame) => frame.values[j])).toEqual(a.map((frame) => frame.values[i]));
    });
  });

  it('other seeds are other worlds', () => {
    expect(frames({ ...chain(), seed: 'a' })[0].values).not.toEqual(frames({ ...chain(), seed: 'b' })[0].values);
  });

  it('photographed and put back at any moment, plays on to the same bytes', () => {
    const plan = chain({
      acts: [crash(5), recover(7), hang(9), recover(11.5), { at: 12, act: 'slow', node: 1, instance: 0, factor: 3 }],
      links: [
        { timeoutSeconds: 0.5, retries: 2, backoffSeconds: 0.1, backoffCapSeconds: 1 },
        { timeoutSeconds: 0.2, delayForm: FORM.lognormal, jitter: 0.3 },
      ],
    });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 19.9, noNaN: true }), fc.integer({ min: 0, max: 50 }), (at, extra) => {
        const run = createRun(plan, kinds);
        run.advance(at, Infinity);
        run.advance(Infinity, extra);
        run.takeFrames();
        const photo = run.snapshot();
        const future = play(run);
        run.restore(photo);
        expect(play(run)).toEqual(future);
        const other = createRun(plan, kinds);
        other.restore(photo);
        expect(play(other)).toEqual(future);
      }),
      { numRuns: 25 },
    );
  });

  it('loses no request: offered = answered + failed + under way, in every frame', () => {
    const run = createRun(
      chain({
        rate: 300,
        acts: [hang(3), recover(6), crash(9), recover(12)],
        links: [{ timeoutSeconds: 1, retries: 1 }, { timeoutSeconds: 0.3 }],
      }),
      kinds,
    );
    const column = (name: string) => run.layout.columns.findIndex((c) => c.metric === name);
    const reasons = ['refused', 'timeout', 'shed', 'error'].map((r) => column(`failed.read.${r}`));
    let before = 0;
    for (const { values } of play(run)) {
      const ended = values[column('completed.read')] + reasons.reduce((total, r) => total + values[r], 0);
      expect(values[column('inFlightAtStart')]).toBe(before);
      expect(before + values[column('offered.read')]).toBe(ended + values[column('inFlightAtEnd')]);
      before = values[column('inFlightAtEnd')];
    }
  });

  it('and no call at any node', () => {
    const run = createRun(chain({ rate: 150, acts: [crash(5), recover(8)], slots: 3 }), kinds);
    run.advance(20, Infinity);
    const all = run.takeFrames();
    for (const node of [1, 2]) {
      const inside = sum(run, all, 'arrived', node) - sum(run, all, 'completed', node) - sum(run, all, 'failed', node);
      expect(inside).toBeGreaterThanOrEqual(0);
      expect(inside).toBeLessThan(60);
    }
  });

  it('a crash is known at once, a hang only by silence', () => {
    const patience = [{}, { timeoutSeconds: 2 }];
    const crashed = createRun(chain({ acts: [crash(0.5)], links: patience }), kinds);
    const refused = play(crashed);
    expect(sum(crashed, refused, 'failed.read.refused')).toBeGreaterThan(1800);
    expect(sum(crashed, refused, 'failed.read.timeout')).toBe(0);
    const wide = chain({ acts: [hang(0.5)], links: patience, rate: 10 });
    const hung = createRun(
      { ...wide, nodes: wide.nodes.map((node, n) => (n === 1 ? { ...node, params: [100, 0.005, 50] } : node)) },
      kinds,
    );
    const silent = play(hung);
    expect(sum(hung, silent, 'failed.read.refused')).toBe(0);
    expect(sum(hung, silent, 'failed.read.timeout')).toBeGreaterThan(150);
    // the first call that met the silence was given up two seconds later, not sooner
    const column = hung.layout.columns.findIndex((c) => c.metric === 'failed.read.timeout');
    expect(silent.slice(0, 2).every((frame) => frame.values[column] === 0)).toBe(true);
  });

  it('what a hung instance held goes on when it comes to itself', () => {
    const run = createRun(chain({ rate: 20, acts: [hang(4), recover(6)] }), kinds);
    const all = play(run);
    expect(sum(run, all, 'offered.read')).toBe(sum(run, all, 'completed.read') + last(run, all, 'inFlightAtEnd'));
  });

  it('retries multiply attempts as the geometric series says', () => {
    const run = createRun(
      chain({ acts: [crash(0)], seconds: 60, links: [{}, { retries: 3, backoffSeconds: 0, backoffCapSeconds: 0 }] }),
      kinds,
    );
    const all = play(run);
    const attempts = sum(run, all, 'arrived', 2);
    expect(attempts / sum(run, all, 'arrived', 1)).toBeCloseTo(4, 1);
  });

  it('a caller waits holding what it holds: its servers are busy while the callee is silent', () => {
    const run = createRun(chain({ rate: 50, acts: [hang(1)], links: [{}, { timeoutSeconds: 5 }] }), kinds);
    run.advance(4, Infinity);
    const all = run.takeFrames();
    const busy = run.layout.columns.findIndex((c) => c.metric === 'utilization' && c.node === 1);
    expect(all[3].values[busy]).toBe(1);
  });

  it('work goes on after its caller has stopped waiting', () => {
    const run = createRun(chain({ rate: 50, links: [{ timeoutSeconds: 0.001 }] }), kinds);
    const all = play(run);
    expect(sum(run, all, 'completed.read')).toBe(0);
    expect(sum(run, all, 'completed', 2)).toBeGreaterThan(900);
  });

  it('leaves no call behind when traffic ends', () => {
    const stop: PlanAct = { at: 10, act: 'param', node: 0, field: 0, value: 0 };
    const run = createRun(
      chain({
        rate: 200,
        acts: [hang(2), recover(3), crash(5), recover(6), stop],
        links: [{ timeoutSeconds: 0.4, retries: 2, backoffSeconds: 0.1, backoffCapSeconds: 1 }, { timeoutSeconds: 0.1 }],
      }),
      kinds,
    );
    run.advance(20, Infinity);
    expect(run.callsAlive()).toBe(0);
  });

  it('M/M/1: mean response as the formula says, utilization = rate x service', () => {
    const long = chain({ rate: 80, seconds: 4000 });
    const nodes = long.nodes.map((node, n) => (n === 2 ? { ...node, params: [1, 0.01, 1e9] } : node));
    const plan = { ...long, nodes, links: [link(0, 2, { delaySeconds: 0 }), link(1, 2)] };
    const run = createRun(plan, kinds);
    const all = play(run);
    const counts = new Float64Array(bucketCount);
    for (const frame of all) addSparse(counts, frame.latency);
    const utilization = sum(run, all, 'utilization', 2) / all.length;
    const inside = sum(run, all, 'inside', 2) / all.length;
    const rate = sumOf(counts) / 4000;
    expect(utilization).toBeCloseTo(0.8, 1);
    // Little's law over the window, and 1 / (mu - lambda) = 50 ms within the run's precision (kappa 7.9 at rho 0.8)
    expect(inside / rate).toBeGreaterThan(0.05 * (1 - (4.5 * 7.9) / Math.sqrt(320_000)));
    expect(inside / rate).toBeLessThan(0.05 * (1 + (4.5 * 7.9) / Math.sqrt(320_000)));
  });
});
