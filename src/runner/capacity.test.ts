import { describe, expect, it } from 'vitest';
import { bucketOf } from '../engine/histogram.ts';
import { capacityOf, mostProbes, nextFactor, type Probe, type ProbeVerdict, probeOf } from './capacity.ts';
import { createUseBook } from './used.ts';
import type { World } from './world.ts';
import { noCounts } from './worldBook.ts';

const probe = (factor: number, verdict: ProbeVerdict): Probe => ({
  factor,
  worlds: 4,
  verdict,
  p99: null,
  failed: 0,
  offeredPerSecond: 100 * factor,
  fullest: null,
});

/** Asks a design whose capacity is known, until nothing more is asked. `blur`: within this share of it, nothing can be told. */
function search(capacity: number, { precision = 0.05, most = 100, blur = 0 } = {}): Probe[] {
  const probes: Probe[] = [];
  for (;;) {
    const factor = nextFactor(probes, precision, most);
    if (factor === null) return probes;
    const isNear = Math.abs(factor / capacity - 1) < blur;
    probes.push(probe(factor, isNear ? 'open' : factor <= capacity ? 'met' : 'missed'));
  }
}

describe('the search', () => {
  it.each([0.005, 0.3, 0.99, 1, 1.01, 7.7, 63.9, 99])('brackets a capacity of %d times the traffic within 5 %', (capacity) => {
    const found = capacityOf(search(capacity), 100);
    if (found.found !== 'between') throw new Error(found.found);
    expect(found.low.factor).toBeLessThanOrEqual(capacity);
    expect(found.high.factor).toBeGreaterThan(capacity);
    expect(found.high.factor / found.low.factor).toBeLessThanOrEqual(1.05);
  });

  it('keeps what cannot be told between the two ends, and closes in on it from both sides', () => {
    const found = capacityOf(search(7.7, { blur: 0.1 }), 100);
    if (found.found !== 'between') throw new Error(found.found);
    expect(found.low.factor).toBeLessThanOrEqual(7.7 * 0.9);
    expect(found.high.factor).toBeGreaterThanOrEqual(7.7 * 1.1);
    expect(found.high.factor / found.low.factor).toBeLessThan((1.1 / 0.9) * 1.1);
  });

  it('says when any traffic passes, when none does, and looks no farther', () => {
    const any = search(1000, { most: 40 });
    expect(any.map(({ factor }) => factor)).toEqual([1, 2, 4, 8, 16, 32, 40]);
    expect(capacityOf(any, 40).found).toBe('any');
    const none = search(0);
    expect(capacityOf(none, 100).found).toBe('none');
    expect(none.length).toBeLessThanOrEqual(mostProbes);
  });

  it('gives up where arrivals do not follow', () => {
    const same = [1, 2].map((factor) => ({ ...probe(factor, 'met'), offeredPerSecond: 100 }));
    expect(nextFactor(same, 0.05, 100)).toBeNull();
    expect(capacityOf(same, 100).found).toBe('unmoved');
  });

  it('never asks for more than so many, and says what it has when it is stopped', () => {
    expect(search(7.7, { precision: 1e-9 })).toHaveLength(mostProbes);
    expect(capacityOf([], 100).found).toBe('nothing');
    expect(capacityOf([probe(1, 'met'), probe(2, 'met')], 100).found).toBe('nothing');
    expect(capacityOf([probe(1, 'met'), probe(2, 'missed')], 100).found).toBe('between');
  });
});

/** So many requests a world, all answered after one time but for some that failed. */
const world = (number: number, p99: number, failed: number, requests = 1000): World => ({
  number,
  seed: '',
  framesHash: '',
  seconds: 10,
  lost: { writes: 0, messages: 0 },
  used: createUseBook({ nodes: [] }).close(),
  classes: {
    static: noCounts(),
    feed: noCounts(),
    login: noCounts(),
    search: noCounts(),
    upload: noCounts(),
    write: noCounts(),
    read: { offered: requests, completed: requests - failed, failedBy: { refused: 0, timeout: failed, shed: 0, error: 0 }, limited: 0 },
  },
  staleReads: 0,
  latency: Uint32Array.of(bucketOf(p99), requests),
  course: { stretchSeconds: 1, p99: new Float64Array(0), goodput: new Float64Array(0), failed: new Float64Array(0) },
  utilization: Float64Array.of(Number.NaN, 0.4 + number / 100, 0.1),
});

describe('a probe', () => {
  const target = { p99Seconds: 0.2, availability: 0.99 };
  const of = (times: readonly number[], failed: readonly number[], requests?: number) =>
    probeOf(
      1,
      times.map((time, i) => world(i + 1, time, failed[i % failed.length], requests)),
      target,
    );

  it('is met, missed, or neither as long as luck could have done it', () => {
    expect(of([0.1, 0.11, 0.1, 0.11], [0]).verdict).toBe('met');
    expect(of([0.3, 0.31, 0.3, 0.31], [0]).verdict).toBe('missed');
    expect(of([0.1, 0.3, 0.15, 0.28], [0]).verdict).toBe('open');
    expect(of([0.1, 0.1, 0.1, 0.1], [50, 51, 49, 50]).verdict).toBe('missed');
    expect(of([0.1, 0.1, 0.1, 0.1], [1, 1, 1, 1]).verdict).toBe('met');
  });

  it('of few requests without a failure is not yet met: four thousand good ones do not yet promise 99.9 %', () => {
    const worlds = [1, 2, 3, 4].map((number) => world(number, 0.1, 0));
    expect(probeOf(1, worlds, { ...target, availability: 0.999 }).verdict).toBe('open');
    expect(probeOf(1, worlds, target).verdict).toBe('met');
  });

  it('names the fullest part', () => {
    expect(of([0.1, 0.1, 0.1, 0.1], [0]).fullest).toEqual({ node: 1, share: expect.closeTo(0.425, 9) });
  });
});
