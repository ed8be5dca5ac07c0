import { describe, expect, it } from 'vitest';
import { cacheBehavior } from '../nodes/cache/behavior.ts';
import { answeringServer, inOrder, planOf, resultOf, simulate, type TestPlan, type TestResult } from '../nodes/testRun.ts';
import { usersBehavior } from '../nodes/users/behavior.ts';
import { webServerBehavior } from '../nodes/web-server/behavior.ts';
import { usualLimits } from './limits.ts';
import { createRun } from './run.ts';

// long runs, and the machine may be busy
const kinds = { users: usersBehavior, 'web-server': webServerBehavior };

/** As `simulate`, with every breakdown noted. */
function noted(test: TestPlan): TestResult {
  const plan = planOf(test);
  const run = createRun(plan, inOrder(kinds), { ...usualLimits, breakdownNotes: Infinity });
  run.advance(plan.seconds, Number.MAX_SAFE_INTEGER);
  return resultOf(plan, run);
}

/** Nobody asks anything: only what breaks and is repaired happens. */
function idle(seconds: number, params: Record<string, number | string>, more: Partial<TestPlan> = {}): TestPlan {
  return {
    seconds,
    frameSeconds: seconds,
    nodes: { people: { kind: 'users', params: { ratePerSecond: 0 } }, web: { kind: 'web-server', params } },
    links: [['people', 'web']],
    ...more,
  };
}

/** Share of the time with so many of the instances down. */
function sharesDown({ notes, plan }: TestResult, instances: number): number[] {
  const seconds = new Array<number>(instances + 1).fill(0);
  let down = 0;
  let since = 0;
  for (const { time, code } of notes) {
    seconds[down] += time - since;
    since = time;
    down += code === 'recover' ? -1 : 1;
  }
  seconds[down] += plan.seconds - since;
  return seconds.map((each) => each / plan.seconds);
}

describe('breakdowns', () => {
  it('leave an instance up for mtbf / (mtbf + mttr) of the time, in exponential stretches', () => {
    const result = noted(idle(2_000_000, { mtbfSeconds: 90, mttrSeconds: 10 }));
    const [up] = sharesDown(result, 1);
    // 20,000 cycles: the share of down time is known to sqrt(2 / 20,000) = 1 %
    expect(Math.abs((1 - up) / 0.1 - 1)).toBeLessThan(0.035);
    const times = result.notes.map(({ time }) => time);
    const repairs = result.notes.flatMap(({ code, time }, i) => (code === 'recover' ? [time - times[i - 1]] : []));
    const mean = repairs.reduce((sum, each) => sum + each) / repairs.length;
    const squares = repairs.reduce((sum, each) => sum + each * each, 0) / repairs.length;
    expect(Math.abs(mean / 10 - 1)).toBeLessThan(0.03);
    expect(squares / mean ** 2).toBeGreaterThan(1.9);
    expect(squares / mean ** 2).toBeLessThan(2.1);
    expect(result.notes.every(({ code, value }) => (code === 'crash' || code === 'recover') && value === 0)).toBe(true);
  });

  it('are repaired in times that know nothing of how long the instance had worked', () => {
    const times = noted(idle(2_000_000, { mtbfSeconds: 90, mttrSeconds: 10 })).notes.map(({ time }) => time);
    const cycles = Math.floor((times.length - 1) / 2);
    const worked = Array.from({ length: cycles }, (_, i) => times[2 * i] - (i === 0 ? 0 : times[2 * i - 1]) - 90);
    const broken = Array.from({ length: cycles }, (_, i) => times[2 * i + 1] - times[2 * i] - 10);
    const sum = (of: (i: number) => number) => worked.reduce((total, _, i) => total + of(i), 0);
    const correlation = sum((i) => worked[i] * broken[i]) / Math.sqrt(sum((i) => worked[i] ** 2) * sum((i) => broken[i] ** 2));
    expect(Math.abs(correlation)).toBeLessThan(4.5 / Math.sqrt(cycles));
  });

  it('wait for the one crew in the order in which they came, whatever a hand did before', () => {
    const acts = [
      { at: 1, act: 'crash', node: 'web', instance: 0 },
      { at: 2, act: 'recover', node: 'web', instance: 0 },
    ] as const;
    const own = noted(idle(50_000, { instances: 5, mtbfSeconds: 30, mttrSeconds: 20, repairCrews: 1 }, { acts })).notes.filter(
      ({ value }) => value === 0,
    );
    const instances = (which: string) => own.filter(({ code }) => code === which).map(({ instance }) => instance);
    const repaired = instances('recover');
    expect(repaired.length).toBeGreaterThan(2000);
    expect(repaired).toEqual(instances('crash').slice(0, repaired.length));
  });

  it('leave a crew free whose work somebody did by hand', () => {
    const acts = Array.from({ length: 20 }, (_, i) => ({ at: 7 * (i + 1), act: 'recover', node: 'web' }) as const);
    const { notes } = noted(idle(3000, { mtbfSeconds: 5, mttrSeconds: 5, repairCrews: 1 }, { acts }));
    expect(notes.filter(({ code, value, time }) => code === 'recover' && value === 0 && time > 140).length).toBeGreaterThan(200);
  });

  it('leave an instance as slow as somebody made it', () => {
    const result = simulate(
      {
        seconds: 4000,
        nodes: {
          people: { kind: 'users', params: { ratePerSecond: 5 } },
          web: {
            kind: 'web-server',
            params: { cpuDynamicMs: 10, service: 'fixed', vcpu: 1, mtbfSeconds: 20, mttrSeconds: 1, breakdown: 'hang' },
          },
        },
        links: [['people', 'web']],
        acts: [{ at: 0, act: 'slow', node: 'web', factor: 3 }],
      },
      kinds,
    );
    // all that comes is done sooner or later, at three times 10 ms each: work is never lost in a silence
    const busy = result.series('web', 'utilization').reduce((sum, each) => sum + each, 0);
    expect(busy / (result.of('web', 'completed') * 0.03)).toBeCloseTo(1, 2);
  });

  it('are independent of instance to instance: binomial', () => {
    const result = noted(idle(1_000_000, { instances: 3, mtbfSeconds: 40, mttrSeconds: 10 }));
    const shares = sharesDown(result, 3);
    const binomial = [0.512, 0.384, 0.096, 0.008];
    shares.forEach((share, down) => {
      expect(Math.abs(share / binomial[down] - 1)).toBeLessThan([0.02, 0.02, 0.04, 0.12][down]);
    });
  });

  it('wait for a crew where there are fewer crews than broken instances: the birth-death chain', () => {
    // states 0, 1, 2, 3 down: rates up 3f, 2f, f and down r each (one crew)
    const [f, r] = [1 / 40, 1 / 10];
    const weights = [1, (3 * f) / r, (3 * f * 2 * f) / r ** 2, (3 * f * 2 * f * f) / r ** 3];
    const sum = weights.reduce((a, b) => a + b);
    const result = noted(idle(1_000_000, { instances: 3, mtbfSeconds: 40, mttrSeconds: 10, repairCrews: 1 }));
    sharesDown(result, 3).forEach((share, down) => {
      expect(Math.abs(share / (weights[down] / sum) - 1)).toBeLessThan([0.03, 0.03, 0.04, 0.06][down]);
    });
  });

  it('happen at the same moments whatever else is in the design, and never with a mean of 0', () => {
    const breaking = { mtbfSeconds: 90, mttrSeconds: 10 };
    const alone = simulate(idle(10_000, breaking), kinds);
    const busy = idle(10_000, breaking);
    const beside = simulate(
      {
        ...busy,
        nodes: { ...busy.nodes, other: { kind: 'web-server', params: { mtbfSeconds: 5, mttrSeconds: 1 } }, people: { kind: 'users' } },
      },
      kinds,
    );
    const of = ({ notes }: TestResult) =>
      notes.filter(({ node, code }) => node === 1 && (code === 'crash' || code === 'recover')).map(({ time }) => time);
    expect(of(alone).length).toBeGreaterThan(100);
    expect(of(beside)).toEqual(of(alone));
    expect(simulate(idle(10_000, {}), kinds).notes).toEqual([]);
  });

  it('leave alone what somebody broke by hand, until it is repaired by hand', () => {
    const result = simulate(
      idle(
        1000,
        { mtbfSeconds: 10, mttrSeconds: 1 },
        {
          acts: [
            { at: 300, act: 'crash', node: 'web' },
            { at: 600, act: 'recover', node: 'web' },
          ],
        },
      ),
      kinds,
    );
    expect(result.notes.filter(({ time }) => time > 300 && time < 600)).toEqual([]);
    expect(result.notes.filter(({ time, code }) => time > 600 && code === 'crash').length).toBeGreaterThan(20);
  });

  it('begin and end with a change of the mean while running, for new instances, too', () => {
    const result = simulate(
      {
        ...idle(3000, { instances: 2, mttrSeconds: 1 }),
        nodes: { people: { kind: 'users', params: { ratePerSecond: 0 } }, web: { kind: 'web-server', params: { instances: 2 }, slots: 4 } },
        acts: [
          { at: 1000, act: 'param', node: 'web', field: 'mttrSeconds', value: 1 },
          { at: 1000, act: 'param', node: 'web', field: 'mtbfSeconds', value: 20 },
          { at: 1500, act: 'instances', node: 'web', count: 4 },
          { at: 2000, act: 'param', node: 'web', field: 'mtbfSeconds', value: 0 },
        ],
      },
      kinds,
    );
    const crashes = result.notes.filter(({ code }) => code === 'crash');
    expect(crashes.every(({ time }) => time > 1000 && time < 2000)).toBe(true);
    expect(crashes.filter(({ time, instance }) => time < 1500 && instance > 1)).toEqual([]);
    expect(crashes.filter(({ instance }) => instance === 3).length).toBeGreaterThan(10);
  });

  it('photographed and put back at any moment, play on to the same notes', () => {
    const plan = planOf(
      idle(2000, { instances: 3, mtbfSeconds: 20, mttrSeconds: 5, repairCrews: 1, breakdown: 'hang' }, { frameSeconds: 1 }),
    );
    for (const at of [0, 17.3, 500, 1234.5]) {
      const run = createRun(plan, inOrder(kinds));
      run.advance(at, Number.MAX_SAFE_INTEGER);
      run.takeFrames();
      run.takeNotes();
      const photo = run.snapshot();
      run.advance(2000, Number.MAX_SAFE_INTEGER);
      const [frames, notes] = [run.takeFrames(), run.takeNotes()];
      const other = createRun(plan, inOrder(kinds));
      other.restore(photo);
      other.advance(2000, Number.MAX_SAFE_INTEGER);
      expect(other.takeNotes()).toEqual(notes);
      expect(other.takeFrames()).toEqual(frames);
      expect(notes.length).toBeGreaterThan(50);
    }
  });
});

it('breakdowns without number are noted up to a limit, and a mean of next to nothing ends the run by name', () => {
  const many = simulate(idle(1_000_000, { mtbfSeconds: 10, mttrSeconds: 1 }), kinds);
  expect(many.notes).toHaveLength(usualLimits.breakdownNotes);
  const run = createRun(planOf(idle(10, { mtbfSeconds: 1e-300, mttrSeconds: 0 })), inOrder(kinds), { ...usualLimits, atOnce: 10_000 });
  for (let slices = 0; slices < 100 && !run.finished(); slices++) run.advance(10, 1000);
  expect(run.ended()).toBe('standstill');
});

describe('a silent instance', () => {
  it('does the rest of its work when it comes to itself, not behind the scenes', () => {
    // one job of 4 s, silent from 1 to 11 s: it ends at 14 s
    for (const server of [webServerBehavior, answeringServer]) {
      const result = simulate(
        {
          seconds: 30,
          nodes: {
            people: { kind: 'users', params: { ratePerSecond: 1000, patienceSeconds: 120 } },
            web: { kind: 'web-server', params: { cpuDynamicMs: 1000, service: 'fixed', vcpu: 128 } },
          },
          links: [['people', 'web']],
          acts: [
            { at: 0.01, act: 'param', node: 'people', field: 'ratePerSecond', value: 0 },
            { at: 0.5, act: 'hang', node: 'web' },
            { at: 10.5, act: 'recover', node: 'web' },
          ],
        },
        { users: usersBehavior, 'web-server': server },
      );
      // all came in the first hundredth of a second, and have 0.5 s left
      expect(result.total('completed.read')).toBeGreaterThan(2);
      const perFrame = result.series('people', 'served');
      expect(perFrame.slice(0, 11).every((count) => count === 0)).toBe(true);
      expect(perFrame[11]).toBe(result.total('completed.read'));
      if (server === webServerBehavior)
        expect(
          result
            .series('web', 'utilization')
            .slice(1, 10)
            .every((share) => share === 0),
        ).toBe(true);
    }
  });

  it('that dies in its silence refuses what it held', () => {
    for (const server of [webServerBehavior, answeringServer]) {
      const result = simulate(
        {
          seconds: 10,
          nodes: {
            people: { kind: 'users', params: { ratePerSecond: 50, patienceSeconds: 120 } },
            web: { kind: 'web-server', params: { cpuDynamicMs: 500, service: 'fixed', vcpu: 128 } },
          },
          links: [['people', 'web']],
          acts: [
            { at: 2, act: 'hang', node: 'web' },
            { at: 3, act: 'param', node: 'people', field: 'ratePerSecond', value: 0 },
            { at: 5, act: 'crash', node: 'web' },
          ],
        },
        { users: usersBehavior, 'web-server': server },
      );
      const column = result.layout.columns.findIndex(({ metric }) => metric === 'inFlightAtEnd');
      expect(result.frames.at(-1)?.values[column]).toBe(0);
      expect(result.total('failed.read.refused')).toBeGreaterThan(50);
    }
  });

  it('keeps its line whole when a caller of an answer in it dies first', () => {
    const plan = planOf({
      seconds: 20,
      nodes: {
        people: { kind: 'users', params: { ratePerSecond: 500 } },
        web: { kind: 'web-server', params: { vcpu: 16, cpuDynamicMs: 1 } },
        cache: { kind: 'cache', params: { serviceMs: 1 } },
      },
      links: [
        ['people', 'web'],
        ['web', 'cache'],
      ],
      acts: [
        { at: 3, act: 'hang', node: 'cache' },
        { at: 5, act: 'crash', node: 'web' },
        { at: 6, act: 'recover', node: 'web' },
        { at: 8, act: 'recover', node: 'cache' },
        { at: 12, act: 'param', node: 'people', field: 'ratePerSecond', value: 0 },
      ],
    });
    const run = createRun(plan, inOrder({ ...kinds, cache: cacheBehavior }));
    run.advance(20, 5_000_000);
    expect(run.finished()).toBe(true);
    expect(run.callsAlive()).toBe(0);
    expect(resultOf(plan, run).of('people', 'served', { from: 9, to: 12 })).toBeGreaterThan(1200);
  });
});
