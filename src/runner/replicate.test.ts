import { describe, expect, it } from 'vitest';
import { setParam, setSeconds } from '../design/edits.ts';
import { underUsersOf } from '../design/sameUsers.ts';
import { addSparse, bucketCount, quantileOf } from '../engine/histogram.ts';
import type { Plan } from '../engine/plan.ts';
import { templates } from '../library/templates.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { compareMetric } from './compareWorlds.ts';
import { compile } from './compile.ts';
import { type CrewWorld, createCrew } from './crew.ts';
import { idOf, shop } from './designsForTests.ts';
import { framesHash } from './framesHash.ts';
import { runHeadless } from './headless.ts';
import { type ReplicaJob, type ReplicaProgress, replicate } from './replicate.ts';
import { withLuckOf } from './sameLuck.ts';
import { summarise } from './summary.ts';
import { playWorld, type World } from './world.ts';
import { estimateMetric, mergeWorlds, metricNames, valueIn } from './worldMetrics.ts';
import { worldSeed } from './worldSeed.ts';

const design = setSeconds(shop(), 20);
const plan = compile(design).plan as Plan;
const faster = compile(setParam(design, idOf(design, 'web-server'), 'cpuDynamicMs', 4)).plan as Plan;
const play = (of: Plan, worlds: number): World[] => Array.from({ length: worlds }, (_, i) => playWorld(of, behaviors, i + 1));
const few = play(plan, 6);

/** Members that play in this thread, as soon as nobody is on the stack; those of `dying` die at their first job. */
function hereCrew(dying: readonly number[] = []) {
  let made = 0;
  const world: CrewWorld = {
    makeMember(ears) {
      const number = made++;
      let isAlive = true;
      return {
        send(job) {
          const { plan: given, world: luck } = job as ReplicaJob;
          queueMicrotask(() => {
            if (!isAlive) return;
            if (dying.includes(number)) ears.died('killed');
            else ears.said({ say: 'done', result: playWorld(given, behaviors, luck) });
          });
        },
        end() {
          isAlive = false;
        },
      };
    },
    everyBeat: () => () => undefined,
    size: 2,
  };
  return createCrew<ReplicaJob, ReplicaProgress, World>(world);
}

describe('worlds', () => {
  it('are many: no seed comes twice, and the first is the run one watches', () => {
    const seeds = Array.from({ length: 1000 }, (_, i) => worldSeed('faultline', i + 1));
    expect(new Set(seeds).size).toBe(1000);
    expect(seeds[0]).toBe('faultline');
    expect(seeds[1]).toMatch(/^[0-9a-f]{16}$/);
    expect(worldSeed('a', 12)).not.toBe(worldSeed('a1', 2));
    const { frames } = runHeadless(plan, behaviors);
    expect(few[0]?.framesHash).toBe(framesHash(frames));
    expect(new Set(few.map((world) => world.framesHash)).size).toBe(6);
  });

  it('are what a run with their seed is', () => {
    const { frames } = runHeadless({ ...plan, seed: worldSeed(plan.seed, 3) }, behaviors);
    expect(few[2]?.framesHash).toBe(framesHash(frames));
  });

  it('merge exactly: their histogram is that of all frames, and one world says what its summary says', () => {
    const whole = new Float64Array(bucketCount);
    let completed = 0;
    for (const { seed } of few) {
      const run = runHeadless({ ...plan, seed }, behaviors);
      for (const frame of run.frames) addSparse(whole, frame.latency);
      completed += summarise({ plan, ...run }).all.completed;
    }
    const merged = mergeWorlds(few);
    expect(merged.latency).toEqual(whole);
    expect(merged.all.completed).toBe(completed);
    expect(valueIn(merged, 'p99')).toBe(quantileOf(whole, 0.99));
    const first = summarise({ plan, ...runHeadless(plan, behaviors) });
    const one = mergeWorlds(few.slice(0, 1));
    expect(valueIn(one, 'p95')).toBe(first.all.latency.p95);
    expect(valueIn(one, 'goodput')).toBeCloseTo(first.ratesPerSecond.goodput, 10);
    expect(one.all.offered).toBe(first.all.offered);
    expect(one.all.failedBy).toEqual(first.all.failedBy);
    expect(few[0]?.course.goodput.reduce((sum, rate) => sum + rate, 0)).toBeCloseTo(first.all.completed, 6);
  });

  it('tell a p99 over time of 300 requests or more, of some before them where it takes that, or none', () => {
    const design = { ...templates.find(({ id }) => id === 'first-visit')!.design, seconds: 60 };
    const at = (ratePerSecond: number) =>
      playWorld(compile(setParam(design, design.nodes[0]!.id, 'ratePerSecond', ratePerSecond)).plan!, behaviors, 1).course;
    const rare = at(3);
    expect(rare.goodput.some((rate) => rate > 0)).toBe(true);
    // thirty seconds have 90 requests
    expect(rare.p99.every(Number.isNaN)).toBe(true);
    const some = at(30);
    const first = some.p99.findIndex((value) => !Number.isNaN(value)) * some.stretchSeconds;
    expect(first).toBeGreaterThan(8);
    expect(first).toBeLessThan(13);
    expect(some.p99.slice(first / some.stretchSeconds).every((value) => value > 0)).toBe(true);
  });

  it('do not depend on the order they are merged in', () => {
    const [there, back] = [mergeWorlds(few), mergeWorlds([...few].reverse())];
    expect(back).toEqual(there);
  });
});

describe('an estimate over worlds', () => {
  it('has the merged value, and an interval round it', () => {
    const { value, interval } = estimateMetric(few, 'p95');
    expect(value).toBe(valueIn(mergeWorlds(few), 'p95'));
    expect(interval?.low).toBeLessThan(value ?? 0);
    expect(interval?.high).toBeGreaterThan(value ?? 0);
  });

  it('refuses percentiles of too little data, and gathers worlds until a section has enough', () => {
    const short = play(compile(setSeconds(design, 1)).plan as Plan, 12);
    const completed = mergeWorlds(short).all.completed;
    expect(completed).toBeGreaterThan(900);
    expect(completed).toBeLessThan(3000);
    expect(estimateMetric(short, 'p999')).toEqual({ value: null, interval: null, isTooLittle: true });
    expect(estimateMetric(short, 'p99').interval).not.toBeNull();
    expect(estimateMetric(short.slice(0, 2), 'p99')).toEqual({ value: null, interval: null, isTooLittle: true });
    expect(estimateMetric(short.slice(0, 2), 'p50').interval).toBeNull();
    expect(estimateMetric([], 'goodput').value).toBeNull();
  });
});

describe('a comparison', () => {
  it('of a design with itself finds exactly nothing', () => {
    for (const name of metricNames) {
      const { verdict, paired, signs } = compareMetric(few, play(plan, 6), name);
      if (verdict === 'too-little') continue;
      expect(verdict).toBe('same');
      expect(paired?.difference).toEqual({ value: 0, low: 0, high: 0 });
      expect(signs.equal).toBe(6);
    }
    expect(compareMetric(few, few, 'p99').verdict).toBe('same');
  });

  it('sees a faster server at once, and says which of the two it is', () => {
    const better = play(faster, 6);
    const there = compareMetric(few, better, 'p95');
    expect(there.verdict).toBe('b-better');
    expect(there.bBetter).toBe(6);
    expect(there.paired?.difference.high).toBeLessThan(0);
    expect(compareMetric(better, few, 'p95').verdict).toBe('a-better');
  });

  it('takes only worlds that both have played', () => {
    const { worlds, verdict } = compareMetric(few.slice(1), [...few.slice(0, 5)].reverse(), 'p99');
    expect([worlds, verdict]).toEqual([4, 'same']);
    expect(compareMetric(few.slice(0, 2), few.slice(4), 'p99').verdict).toBe('too-little');
  });
});

describe('two designs drawn apart', () => {
  const rename = (given: typeof design): typeof design => ({
    ...given,
    nodes: given.nodes.map((node) => ({ ...node, id: `x-${node.id}` })),
    links: given.links.map((link) => ({ ...link, from: `x-${link.from}`, to: `x-${link.to}` })),
  });

  it('have the same luck, whatever their parts are called', () => {
    const other = compile(rename(design)).plan as Plan;
    expect(playWorld(other, behaviors, 1).framesHash).not.toBe(few[0]?.framesHash);
    expect(withLuckOf(other, plan).nodes).toEqual(plan.nodes);
    expect(playWorld(withLuckOf(other, plan), behaviors, 1).framesHash).toBe(few[0]?.framesHash);
  });

  it('never give two parts one name', () => {
    for (const a of templates) {
      for (const b of templates) {
        const [one, two] = [compile(a.design).plan as Plan, compile(b.design).plan as Plan];
        const ids = withLuckOf(two, one).nodes.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }
    }
  });

  it('meet the same users', () => {
    const { design: full } = templates.find(({ id }) => id === 'chapter')!;
    const under = compile(underUsersOf(full, design)).plan as Plan;
    expect(under.workload).toEqual(plan.workload);
    const [asked, here] = [withLuckOf(under, plan), plan].map((each) => mergeWorlds([playWorld(each, behaviors, 2)]).all.offered);
    expect(asked).toBe(here);
  });
});

describe('replicating', () => {
  it('gives the same worlds as playing them one by one, also when workers die', async () => {
    const crew = hereCrew([0, 3]);
    const found: World[][] = [[], []];
    const shares: number[] = [];
    const replicas = replicate(crew, [plan, faster], 3, {
      onWorld: (arm, world) => found[arm]?.push(world),
      onProgress: (share) => shares.push(share),
      onFailed: (_arm, _world, reason) => expect.unreachable(reason),
    });
    await replicas.ended;
    expect(found[0]?.sort((a, b) => a.number - b.number)).toEqual(few.slice(0, 3));
    expect(found[1]).toHaveLength(3);
    expect(shares.at(-1)).toBeCloseTo(1, 10);
    crew.cancelAll();
  });

  it('tells how much of all the work is done, and calls off the last first', async () => {
    const partials: ((seconds: number) => void)[] = [];
    const order: number[] = [];
    const ends: ((end: { end: 'cancelled' }) => void)[] = [];
    const crew = {
      size: 1,
      cancelAll: () => undefined,
      add(_job: ReplicaJob, onPartial: (seconds: number) => void) {
        const number = partials.push(onPartial) - 1;
        const ended = new Promise<{ end: 'cancelled' }>((resolve) => ends.push(resolve));
        return {
          ended,
          cancel: () => {
            order.push(number);
            ends[number]({ end: 'cancelled' });
          },
        };
      },
    };
    const shares: number[] = [];
    const replicas = replicate(crew as unknown as ReturnType<typeof hereCrew>, [plan, { ...plan, seconds: 60 }], 2, {
      onWorld: () => expect.unreachable(),
      onProgress: (share) => shares.push(share),
      onFailed: () => expect.unreachable(),
    });
    // 160 seconds in all, 20 and 60 by turns; the second loses its worker on the way and begins again
    const said: [job: number, seconds: number][] = [
      [0, 8],
      [0, 16],
      [1, 40],
      [1, 20],
      [3, 60],
    ];
    for (const [job, seconds] of said) partials[job](seconds);
    expect(shares).toEqual([0.05, 0.1, 0.35, 0.225, 0.6]);
    replicas.cancel();
    await replicas.ended;
    expect(order).toEqual([3, 2, 1, 0]);
  });

  it('keeps what there was when it is cancelled', async () => {
    const found: number[] = [];
    const replicas = replicate(hereCrew(), [plan], 50, {
      onWorld(_arm, { number }) {
        found.push(number);
        if (found.length === 3) replicas.cancel();
      },
      onFailed: (_arm, _world, reason) => expect.unreachable(reason),
    });
    await replicas.ended;
    expect(found.length).toBeGreaterThanOrEqual(3);
    expect(found.length).toBeLessThan(7);
  });

  it('names the world that could not be played', async () => {
    const failed: string[] = [];
    await replicate(hereCrew([0, 1, 2, 3]), [plan], 3, {
      onWorld: () => undefined,
      onFailed: (arm, world, reason) => failed.push(`${arm} ${world} ${reason}`),
    }).ended;
    expect(failed.sort()).toEqual(['0 1 killed', '0 2 killed']);
  });
});
