import { describe, expect, it } from 'vitest';
import { appendFrames, emptyBuckets } from '../runner/buckets.ts';
import { frameAt, layoutWith } from './framesForTests.ts';
import { errorLines, extendSheet, latencyLines, openSheet, requestLines, stacked, withoutIdle } from './series.ts';

const layout = layoutWith();

describe('sheets', () => {
  it('has offered and served requests of all classes per second', () => {
    const buckets = emptyBuckets(layout);
    appendFrames(buckets, [
      frameAt(layout, 0, { 'offered.static': 10, 'offered.read': 5, 'offered.write': 1, 'completed.static': 9, 'completed.write': 1 }),
      { ...frameAt(layout, 1, { 'offered.read': 30 }), end: 4 },
    ]);
    const sheet = openSheet(requestLines(layout));
    extendSheet(sheet, buckets);
    expect(sheet.seconds).toEqual([0.5, 2.5]);
    expect(sheet.values).toEqual([
      [16, 10],
      [10, 0],
    ]);
  });

  it('computes only what is new', () => {
    const buckets = emptyBuckets(layout);
    let computed = 0;
    const sheet = openSheet([{ id: 'one', value: () => ++computed }]);
    for (let i = 0; i < 100; i++) {
      appendFrames(buckets, [frameAt(layout, i, {})]);
      extendSheet(sheet, buckets);
    }
    // Each bucket once when it came, and once more with the next in case it had grown.
    expect(computed).toBeLessThanOrEqual(200);
    extendSheet(sheet, buckets);
    expect(computed).toBeLessThanOrEqual(201);
  });

  it('starts over when buckets were merged, and then holds what a fresh one holds', () => {
    const buckets = emptyBuckets(layout, 8);
    const grown = openSheet(requestLines(layout));
    for (let i = 0; i < 50; i++) {
      appendFrames(buckets, [frameAt(layout, i, { 'offered.read': i })]);
      extendSheet(grown, buckets);
      const fresh = openSheet(requestLines(layout));
      extendSheet(fresh, buckets);
      expect(grown.seconds).toEqual(fresh.seconds);
      expect(grown.values).toEqual(fresh.values);
    }
  });

  it('shows a gap where nothing was answered', () => {
    const buckets = emptyBuckets(layout);
    const many = (seconds: number) => Array.from({ length: 300 }, () => seconds);
    appendFrames(buckets, [frameAt(layout, 0, {}, many(0.1)), frameAt(layout, 1, {}), frameAt(layout, 2, {}, many(0.2))]);
    const sheet = openSheet(latencyLines);
    extendSheet(sheet, buckets);
    for (const column of sheet.values) {
      expect(column[0]).toBeCloseTo(0.1, 2);
      expect(column[1]).toBeNull();
      expect(column[2]).toBeCloseTo(0.2, 2);
    }
  });

  it('looks back for the requests a percentile needs, and leaves a gap where half a minute has too few', () => {
    const buckets = emptyBuckets(layout);
    // 12 requests a second: 20 of them after 2 s, 60 after 5 s, 300 after 25 s
    for (let i = 0; i < 40; i++) appendFrames(buckets, [frameAt(layout, i, {}, new Array(12).fill(i < 30 ? 0.1 : 0.2))]);
    const dense = openSheet(latencyLines);
    extendSheet(dense, buckets);
    expect(dense.values.map((column) => column.findIndex((value) => value !== null))).toEqual([1, 4, 24]);
    expect(dense.values[0][39]).toBeCloseTo(0.2, 2);
    expect(dense.values[2][39]).toBeCloseTo(0.2, 2);
    const sparse = emptyBuckets(layout);
    for (let i = 0; i < 60; i++) appendFrames(sparse, [frameAt(layout, i, {}, [0.1])]);
    const sheet = openSheet(latencyLines);
    extendSheet(sheet, sparse);
    expect(sheet.values[0].at(-1)).toBeCloseTo(0.1, 2);
    expect(sheet.values[2].every((value) => value === null)).toBe(true);
  });

  it('splits failures by reason, and stacks them', () => {
    const buckets = emptyBuckets(layout);
    appendFrames(buckets, [frameAt(layout, 0, { 'failed.read.refused': 2, 'failed.write.refused': 1, 'failed.write.shed': 4 })]);
    const sheet = openSheet(errorLines(layout));
    extendSheet(sheet, buckets);
    expect(sheet.lines.map(({ id }) => id)).toEqual(['refused', 'timeout', 'shed', 'error']);
    expect(sheet.values).toEqual([[3], [0], [4], [0]]);
    expect(stacked(sheet.values)).toEqual([[3], [3], [7], [7]]);
    expect(
      stacked([
        [1, null],
        [2, null],
      ]),
    ).toEqual([
      [1, null],
      [3, null],
    ]);
  });

  it('draws nothing where nothing failed for longer', () => {
    expect(
      withoutIdle([
        [0, 0, 0, 2, 0, 0, 0],
        [0, 0, 0, 3, 0, 0, 0],
      ]),
    ).toEqual([
      [null, null, 0, 2, 0, null, null],
      [null, null, 0, 3, 0, null, null],
    ]);
  });
});
