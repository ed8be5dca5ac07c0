import { beforeAll, describe, expect, it } from 'vitest';
import { createBench } from '../lessons/bench.ts';
import { draw } from '../library/template.ts';
import { costOf } from '../runner/cost.ts';
import { summarise } from '../runner/summary.ts';
import type { Measure } from './goal.ts';
import { judge, judgeGoal } from './judge.ts';
import { measure } from './measure.ts';
import type { Situation } from './situation.ts';

const shop = draw({
  title: 'shop',
  seconds: 600,
  nodes: [
    { id: 'here', kind: 'users', at: [0, 0], params: { ratePerSecond: 40 } },
    { id: 'there', kind: 'users', at: [0, 200], params: { ratePerSecond: 10 } },
    { id: 'web', kind: 'web-server', at: [200, 0], params: { instances: 2, cpuDynamicMs: 20 } },
    { id: 'cache', kind: 'cache', at: [400, 0] },
    { id: 'db', kind: 'database', at: [400, 100], params: { replicas: 1, failoverSeconds: 20 } },
  ],
  links: [
    ['here', 'web', { timeoutMs: 2000, retries: 0 }],
    ['there', 'web', { timeoutMs: 2000, retries: 0 }],
    ['web', 'cache'],
    ['web', 'db'],
  ],
});

let calm: Situation;
let struck: Situation;
const summaryOf = ({ run }: Situation, window?: { start: number; end: number }) => summarise(run!, window);
const of = (asked: Measure, situation = calm) => measure(asked, situation);

beforeAll(() => {
  const bench = createBench(shop);
  bench.make({ play: 120 });
  const { design, run } = bench.situation();
  calm = { design, run: { ...run!, frames: [...run!.frames], notes: [...run!.notes], done: [...run!.done] } };
  bench.make({ act: { act: 'crash', node: 'db', instance: 0 } });
  bench.make({ play: 120 });
  struck = bench.situation();
});

describe('measures of users', () => {
  it('are those of the summary', () => {
    const { all, ratesPerSecond, amplification } = summaryOf(calm);
    expect(of({ of: 'users', figure: 'offered' })).toBe(all.offered);
    expect(of({ of: 'users', figure: 'availability' })).toBe(all.availability);
    expect(of({ of: 'users', figure: 'p99Ms' })).toBeCloseTo(all.latency.p99! * 1000, 9);
    expect(of({ of: 'users', figure: 'goodputPerSecond' })).toBeCloseTo(ratesPerSecond.goodput, 9);
    expect(of({ of: 'users', figure: 'amplification' })).toBe(amplification.factor);
  });

  it('are of a class, of a population, of a stretch', () => {
    const { classes } = summaryOf(calm);
    expect(of({ of: 'users', figure: 'completed', class: 'write' })).toBe(classes.write.completed);
    const [here, there] = ['here', 'there'].map((only) => of({ of: 'users', figure: 'offeredPerSecond', only })!);
    expect(here / there).toBeGreaterThan(3.4);
    expect(here / there).toBeLessThan(4.6);
    expect(here + there).toBeCloseTo(of({ of: 'users', figure: 'offeredPerSecond' })!, 6);
    const stretch = summaryOf(calm, { start: 20, end: 50 }).all.offered;
    expect(of({ of: 'users', figure: 'offered', over: { from: 20, to: 50 } })).toBe(stretch);
    expect(of({ of: 'users', figure: 'offered', over: { last: 30 } })).toBe(summaryOf(calm, { start: 90, end: 120 }).all.offered);
  });

  it('have a mean that the populations’ means add up to', () => {
    const mean = (only?: string) => of({ of: 'users', figure: 'meanMs', ...(only ? { only } : {}) })!;
    const count = (only: string) => of({ of: 'users', figure: 'completed', only })!;
    const both = (mean('here') * count('here') + mean('there') * count('there')) / (count('here') + count('there'));
    expect(mean() / both).toBeCloseTo(1, 2);
  });

  it('cannot be said of nothing, of nobody, or of too few', () => {
    expect(of({ of: 'users', figure: 'p99Ms' }, { design: shop, run: null })).toBeNull();
    expect(of({ of: 'users', figure: 'offered', only: 'nobody' })).toBeNull();
    expect(of({ of: 'users', figure: 'p99Ms', only: 'nobody' })).toBeNull();
    expect(of({ of: 'users', figure: 'completed', class: 'read', only: 'here' })).toBeNull();
    expect(of({ of: 'users', figure: 'p999Ms', over: { last: 5 } })).toBeNull();
    expect(of({ of: 'users', figure: 'offered', over: { from: 500 } })).toBeNull();
  });
});

describe('measures of parts', () => {
  it('take columns over frames and instances', () => {
    const web = summaryOf(calm).nodes[2];
    const part = (column: string, take: 'sum' | 'mean' | 'most') => of({ of: 'part', parts: 'web', column, take });
    expect(part('utilization', 'mean')).toBeCloseTo(web.utilization!.mean, 9);
    expect(part('utilization', 'most')).toBe(web.utilization!.max);
    expect(part('arrived', 'sum')).toBe(web.arrived);
    expect(part('arrived', 'mean')).toBeCloseTo(web.arrived / 120, 9);
    const one = of({ of: 'part', parts: 'web', column: 'arrived', take: 'sum', instance: 0 })!;
    expect(one / web.arrived).toBeCloseTo(0.5, 1);
    expect(of({ of: 'part', parts: { kinds: ['cache'] }, column: 'hitRatio', take: 'mean' })).toBe(summaryOf(calm).nodes[3].hitRatio);
    expect(of({ of: 'part', parts: { kinds: ['web-server', 'database'] }, column: 'arrived', take: 'sum' })).toBe(
      web.arrived + summaryOf(calm).nodes[4].arrived,
    );
    expect(of({ of: 'part', parts: 'web', column: 'noSuchColumn', take: 'sum' })).toBeNull();
  });

  it('find the busiest of all but those left out', () => {
    const web = summaryOf(calm).nodes[2].utilization!.mean;
    const busiest = of({ of: 'busiest' })!;
    expect(busiest).toBeGreaterThanOrEqual(web);
    expect(of({ of: 'busiest', except: ['web-server'] })).toBeLessThan(web);
  });
});

describe('measures of the design', () => {
  it('read settings, counts and the price', () => {
    expect(of({ of: 'setting', parts: { kinds: ['users'] }, field: 'ratePerSecond' })).toBe(50);
    expect(of({ of: 'setting', parts: 'nobody', field: 'ratePerSecond' })).toBeNull();
    expect(of({ of: 'workload', field: 'writeShare' })).toBe(6);
    expect(of({ of: 'count', kinds: ['users', 'cache'] })).toBe(3);
    expect(of({ of: 'design', figure: 'parts' })).toBe(5);
    expect(of({ of: 'design', figure: 'costPerMonthUsd' })).toBe(costOf(shop, summaryOf(calm)).usdPerMonth);
    expect(of({ of: 'design', figure: 'singlePoints' })).toBeNull();
    expect(of({ of: 'design', figure: 'singlePoints' }, { ...calm, singlePoints: 2 })).toBe(2);
    expect(of({ of: 'design', figure: 'reachableClasses' })).toBe(1);
    expect(of({ of: 'quotient', over: { of: 'count', kinds: ['users'] }, under: { of: 'count', kinds: ['queue'] } })).toBeNull();
  });
});

describe('incidents', () => {
  it('are faults that cost something: the loss of a primary, until writes are taken again', () => {
    const incident = (figure: 'recoverySeconds' | 'failedRequests' | 'detectionSeconds', which: number | 'worst' = 0) =>
      of({ of: 'incident', figure, which }, struck);
    const { failovers } = summaryOf(struck);
    expect(incident('recoverySeconds')).toBeCloseTo(failovers[0].secondsToRecovery!, 6);
    expect(incident('recoverySeconds')).toBeGreaterThan(19);
    expect(incident('failedRequests')).toBeGreaterThan(20);
    expect(incident('failedRequests', 'worst')).toBe(incident('failedRequests'));
    expect(incident('detectionSeconds')).toBeNull();
    expect(incident('failedRequests', 1)).toBeNull();
    expect(of({ of: 'incident', figure: 'failedRequests', which: 'worst' })).toBeNull();
  });

  it('since an act: only what came after it counts', () => {
    const since = { since: { act: 'crash', parts: 'db' }, skip: 0 };
    expect(of({ of: 'users', figure: 'failed', over: since }, struck)).toBe(
      of({ of: 'users', figure: 'failed', over: { from: 121 } }, struck),
    );
  });
});

describe('goals and conditions', () => {
  it('give part of the credit between the value and where it ends', () => {
    const parts = (is: '<=' | '>=', value: number, zeroAt?: number) =>
      judgeGoal({ measure: { of: 'design', figure: 'parts' }, is, value, ...(zeroAt === undefined ? {} : { zeroAt }) }, calm);
    expect(parts('<=', 5)).toEqual({ measured: 5, met: true, credit: 1 });
    expect(parts('<=', 4, 8)).toEqual({ measured: 5, met: false, credit: 0.75 });
    expect(parts('<=', 4)).toEqual({ measured: 5, met: false, credit: 0 });
    expect(parts('>=', 10, 0).credit).toBe(0.5);
    expect(parts('<=', 2, 3).credit).toBe(0);
    expect(judgeGoal({ measure: { of: 'design', figure: 'singlePoints' }, is: '=', value: 0 }, calm)).toEqual({
      measured: null,
      met: null,
      credit: 0,
    });
  });

  it('are true, false, or not to be told yet', () => {
    const yes = { measure: { of: 'design', figure: 'parts' }, is: '=', value: 5 } as const;
    const unknown = { measure: { of: 'design', figure: 'singlePoints' }, is: '=', value: 0 } as const;
    const no = { not: yes };
    expect(judge({ all: [yes, unknown] }, calm)).toBeNull();
    expect(judge({ all: [no, unknown] }, calm)).toBe(false);
    expect(judge({ any: [yes, unknown] }, calm)).toBe(true);
    expect(judge({ any: [no, unknown] }, calm)).toBeNull();
    expect(judge({ not: unknown }, calm)).toBeNull();
  });

  it('read wires, choices and what was done', () => {
    expect(judge({ wired: ['web', { kinds: ['cache', 'queue'] }] }, calm)).toBe(true);
    expect(judge({ wired: ['db', 'web'] }, calm)).toBe(false);
    expect(judge({ setTo: { parts: { kinds: ['web-server'] }, field: 'state', value: 'stateless' } }, calm)).toBe(true);
    expect(judge({ setTo: { parts: { kinds: ['queue'] }, field: 'state', value: 'stateless' } }, calm)).toBe(false);
    expect(judge({ wireSetTo: { from: { kinds: ['users'] }, to: 'web', field: 'timeoutMs', value: 2000 } }, calm)).toBe(true);
    expect(judge({ wireSetTo: { from: 'here', to: 'web', field: 'timeoutMs', value: 1000 } }, calm)).toBe(false);
    expect(judge({ happened: { act: 'crash', parts: 'db' } }, calm)).toBe(false);
    expect(judge({ happened: { act: 'crash', parts: 'db' } }, struck)).toBe(true);
    expect(judge({ happened: { act: 'crash', parts: 'web' } }, struck)).toBe(false);
    expect(judge({ played: { seconds: 120 } }, calm)).toBe(true);
    expect(judge({ played: { seconds: 121 } }, calm)).toBe(false);
    expect(judge({ played: { seconds: 120, since: { act: 'crash' } } }, struck)).toBe(true);
    expect(judge({ played: { seconds: 1, since: { act: 'hang' } } }, struck)).toBe(false);
  });
});

describe('percentiles of one population', () => {
  const p99 = (only: string | undefined, kind?: 'read' | 'write', situation = calm) =>
    of({ of: 'users', figure: 'p99Ms', ...(only && { only }), ...(kind && { class: kind }) }, situation);

  it('are of its own answers: near and far are told apart, class by class', () => {
    const bench = createBench({
      ...shop,
      links: shop.links.map((link) => (link.from === 'there' ? { ...link, params: { ...link.params, rttMs: 300 } } : link)),
    });
    bench.make({ play: 120 });
    const far = bench.situation();
    expect(p99('there', 'read', far)! - p99('here', 'read', far)!).toBeGreaterThan(250);
    expect(p99('here', 'read', far)!).toBeLessThan(p99(undefined, 'read', far)!);
    expect(of({ of: 'users', figure: 'p50Ms', only: 'there' }, far)!).toBeGreaterThan(300);
  });

  it('of who is alone are those of everybody', () => {
    const bench = createBench({
      ...shop,
      nodes: shop.nodes.filter(({ id }) => id !== 'there'),
      links: shop.links.filter(({ from }) => from !== 'there'),
    });
    bench.make({ play: 60 });
    const alone = bench.situation();
    expect(p99('here', 'read', alone)).toBe(p99(undefined, 'read', alone));
    expect(alone.run!.frames.every(({ partTimes }) => partTimes === undefined)).toBe(true);
  });
});
