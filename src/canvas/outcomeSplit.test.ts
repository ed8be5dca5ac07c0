import { describe, expect, it } from 'vitest';
import { arcsOf, isTroubled, noSplit, splitOf } from './outcomeSplit.ts';
import { SHAPE } from './particles.ts';

const columns = { completed: [0, 1], failed: [2] };
const frame = (...values: number[]) => ({ values: Float64Array.from(values) });
/** By shape: ok, failed, retry, shed. */
const none = [0, 0, 0, 0];

describe('how the answers of a part split', () => {
  it('counts good and bad over all instances and all frames', () => {
    const split = splitOf(columns, [frame(50, 30, 20), frame(10, 10, 80)], none);
    expect(split[SHAPE.ok]).toBeCloseTo(0.5);
    expect(split[SHAPE.failed]).toBeCloseTo(0.5);
    expect(split[SHAPE.retry] + split[SHAPE.shed]).toBe(0);
  });

  it('lets sampled answers part the good from the retried and the failed from those turned away, and nothing more', () => {
    const sampled = [6, 1, 2, 3];
    const split = splitOf(columns, [frame(80, 0, 20)], sampled);
    expect(split[SHAPE.retry]).toBeCloseTo(0.8 * (2 / 8));
    expect(split[SHAPE.shed]).toBeCloseTo(0.2 * (3 / 4));
    expect(split[SHAPE.ok] + split[SHAPE.retry]).toBeCloseTo(0.8);
    expect(split.reduce((sum, share) => sum + share)).toBeCloseTo(1);
  });

  it('is nothing where nothing was answered, or nothing is counted', () => {
    expect(splitOf(columns, [frame(0, 0, 0)], [1, 1, 1, 1])).toEqual(noSplit);
    expect(splitOf(undefined, [frame(5, 5, 5)], none)).toEqual(noSplit);
    // -1: nothing to measure
    expect(splitOf(columns, [frame(-1, -1, -1)], none)).toEqual(noSplit);
  });
});

describe('how much of the ring each outcome gets', () => {
  const arcs = (ok: number, failed: number, retry: number, shed: number) => arcsOf([ok, failed, retry, shed]);

  it('widens what is small until it can be seen, at the cost of the widest', () => {
    const [ok, failed, retry, shed] = arcs(0.989, 0.001, 0.01, 0);
    expect([failed, retry, shed]).toEqual([0.06, 0.06, 0]);
    expect(ok).toBeCloseTo(0.88);
  });

  it('keeps shares that can be seen as they are', () => {
    expect(arcs(0.5, 0.3, 0.2, 0)).toEqual([0.5, 0.3, 0.2, 0]);
    expect(arcs(0, 1, 0, 0)).toEqual([0, 1, 0, 0]);
  });

  it('draws nothing of nothing, and no single failure among a hundred thousand', () => {
    expect(arcs(0, 0, 0, 0)).toEqual([0, 0, 0, 0]);
    expect(arcs(0.99999, 0.00001, 0, 0)).toEqual([1, 0, 0, 0]);
  });
});

it('is in trouble with failures or with what is turned away, not with retries that went well', () => {
  expect(isTroubled([0.99, 0.01, 0, 0])).toBe(true);
  expect(isTroubled([0.99, 0, 0, 0.01])).toBe(true);
  expect(isTroubled([0.5, 0, 0.5, 0])).toBe(false);
});
