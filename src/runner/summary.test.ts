import { describe, expect, it } from 'vitest';
import type { Design } from '../design/design.ts';
import { bucketOf } from '../engine/histogram.ts';
import type { Plan } from '../engine/plan.ts';
import { compile } from './compile.ts';
import { shop } from './designsForTests.ts';
import { frameOf, layoutFor } from './framesForTests.ts';
import { percentiles } from './percentiles.ts';
import { isConserved, summarise } from './summary.ts';

const planOf = (design: Design) => compile(design).plan as Plan;
const [users, web, database] = [0, 2, 3];

describe('summarise', () => {
  const plan = planOf(shop());
  const layout = layoutFor(plan, { [web]: ['hits', 'misses'], [users]: ['backlog'] });
  const slow = 2 * 65_536 + bucketOf(2);
  /** As a run says it: where there is room for an instance but none. */
  const nobody = Object.fromEntries(
    [...Array(plan.nodes[web].slots).keys()].slice(plan.nodes[web].instances).map((i) => [`2/${i}/utilization`, -1]),
  );
  const frames = [
    frameOf(
      layout,
      0,
      {
        ...nobody,
        'offered.read': 100,
        'completed.read': 90,
        'failed.read.timeout': 4,
        'failed.read.shed': 1,
        'offered.write': 10,
        'completed.write': 10,
        staleReads: 9,
        inFlightAtEnd: 5,
        '3/0/arrived': 60,
        '3/1/arrived': 30,
        '2/0/utilization': 0.5,
        '2/1/utilization': 0.9,
        '2/0/queue': 4,
        '2/0/hits': 30,
        '2/0/misses': 10,
        '0/0/backlog': 3,
      },
      [65_536 + bucketOf(0.01), 190, slow, 20],
    ),
    frameOf(
      layout,
      1,
      {
        ...nobody,
        'offered.read': 100,
        'completed.read': 100,
        inFlightAtStart: 5,
        inFlightAtEnd: 5,
        '3/0/arrived': 30,
        '2/1/hits': 60,
        '0/0/backlog': 7,
      },
      [65_536 + bucketOf(0.01), 300],
    ),
  ];
  const summary = summarise({ plan, layout, frames, notes: [] });

  it('adds up requests, by class and by reason', () => {
    expect(summary.all).toMatchObject({ offered: 210, completed: 200, failed: 5, failedBy: { refused: 0, timeout: 4, shed: 1, error: 0 } });
    expect(summary.all.availability).toBe(200 / 210);
    expect(summary.classes.write).toMatchObject({ offered: 10, completed: 10, availability: 1 });
    expect(summary.classes.static.availability).toBeNull();
    expect(summary.ratesPerSecond).toEqual({ offered: 105, attempts: 105, goodput: 100, failed: 2.5 });
    expect(summary.staleReads).toEqual({ count: 9, rate: 9 / 190 });
  });

  it('takes percentiles from merged histograms, not from averages', () => {
    const { p50, p95, p99 } = summary.all.latency;
    expect(p50).toBeGreaterThan(0.0099);
    expect(p50).toBeLessThan(0.0101);
    expect(p95).toBeLessThan(0.0101);
    expect(p99).toBeGreaterThan(1.97);
    expect(summary.classes.read.latency.p99).toBeLessThan(0.0101);
    expect(summary.classes.static.latency.p99).toBeNull();
  });

  it('gives no percentile of too little data: 300 for p99, 3000 for p99.9', () => {
    const of = (count: number) => percentiles(new Float64Array(100).fill(0).with(50, count));
    expect(of(299)).toMatchObject({ p50: expect.any(Number), p95: expect.any(Number), p99: null, p999: null });
    expect(of(300)).toMatchObject({ p99: expect.any(Number), p999: null });
    expect(of(3000).p999).toEqual(expect.any(Number));
    expect(of(0).p50).toBeNull();
  });

  it('measures parts over the instances that were there', () => {
    expect(summary.nodes[web]).toMatchObject({ utilization: { mean: 0.35, max: 0.9 }, queue: { mean: 2, max: 4 }, hitRatio: 0.9 });
    expect(summary.nodes[database]).toMatchObject({ hotRatio: 90 / 60, oldestSeconds: null, arrived: 120, hitRatio: null, backlog: null });
    expect(summary.amplification).toEqual({ nodes: [plan.nodes[database].id], factor: 120 / 210 });
    expect(summary.backlog).toBe(7);
    // in the second frame one of them is gone
    const shrunk = [frames[0], { ...frames[1], values: frames[1].values.slice() }];
    shrunk[1].values[layout.columns.findIndex((c) => c.node === web && c.instance === 1 && c.metric === 'utilization')] = -1;
    expect(summarise({ plan, layout, frames: shrunk, notes: [] }).nodes[web].utilization?.mean).toBeCloseTo((0.5 + 0.9 + 0) / 3, 12);
  });

  it('keeps to a window', () => {
    const second = summarise({ plan, layout, frames, notes: [] }, { start: 1, end: 2 });
    expect(second.window).toEqual({ start: 1, end: 2 });
    expect(second.all).toMatchObject({ offered: 100, completed: 100, availability: 1 });
    expect(second.inFlight).toEqual({ atStart: 5, atEnd: 5 });
  });

  it('sees a single request that went missing', () => {
    expect(summary.conserved).toBe(true);
    const lost = frameOf(layout, 1, { 'offered.read': 100, 'completed.read': 99, inFlightAtStart: 5, inFlightAtEnd: 5 });
    expect(isConserved([frames[0], lost], layout)).toBe(false);
    const leap = frameOf(layout, 1, { 'offered.read': 100, 'completed.read': 100, inFlightAtStart: 4, inFlightAtEnd: 4 });
    expect(isConserved([frames[0], leap], layout)).toBe(false);
  });

  it('says nothing of a run without frames', () => {
    const empty = summarise({ plan, layout, frames: [], notes: [] });
    expect(empty.all).toMatchObject({ offered: 0, availability: null });
    expect(empty.ratesPerSecond.offered).toBe(0);
    expect(empty.nodes[web].utilization).toBeNull();
  });
});
