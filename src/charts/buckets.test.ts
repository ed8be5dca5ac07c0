import { describe, expect, it } from 'vitest';
import type { FrameLayout } from '../engine/frame.ts';
import { appendFrames, type Buckets, emptyBuckets, mostBuckets } from '../runner/buckets.ts';
import { runColumn } from '../runner/columnIndex.ts';
import { frameAt, instanceColumns, layoutWith } from './framesForTests.ts';
import { quantilesOf } from './latency.ts';

const layout: FrameLayout = layoutWith([...instanceColumns(0, 1, 'utilization', 'level'), ...instanceColumns(0, 1, 'backlog', 'gauge')]);
const utilization = layout.columns.findIndex((column) => column.metric === 'utilization');
const backlog = layout.columns.findIndex((column) => column.metric === 'backlog');
const offered = runColumn(layout, 'offered.read');

const framesOf = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => frameAt(layout, from + i, { 'offered.read': 1, 'utilization@0.0': i % 2, 'backlog@0.0': i }));

const sumOf = (buckets: Buckets, column: number): number => buckets.list.reduce((sum, bucket) => sum + bucket.values[column], 0);

describe('buckets', () => {
  it('keeps frames as they are while there is room', () => {
    const buckets = emptyBuckets(layout);
    const frames = framesOf(3);
    appendFrames(buckets, frames);
    expect(buckets.list.map(({ start, end, frames: count }) => [start, end, count])).toEqual([
      [0, 1, 1],
      [1, 2, 1],
      [2, 3, 1],
    ]);
    expect(buckets.list[1].values).toBe(frames[1].values);
  });

  it('never holds more than the most, and loses no frame', () => {
    const buckets = emptyBuckets(layout);
    for (let from = 0; from < 5000; from += 7) {
      appendFrames(buckets, framesOf(7, from));
      expect(buckets.list.length).toBeLessThanOrEqual(mostBuckets);
    }
    expect(sumOf(buckets, offered)).toBe(buckets.nextFrame);
    expect(buckets.list.length).toBeGreaterThan(mostBuckets / 2 - 1);
    for (const [i, bucket] of buckets.list.entries()) {
      expect(bucket.first).toBe(i * buckets.framesPerBucket);
      expect(bucket.start).toBe(bucket.first);
    }
  });

  it('is the same whether frames come one by one or all at once', () => {
    const frames = framesOf(1500);
    const atOnce = emptyBuckets(layout);
    appendFrames(atOnce, frames);
    const oneByOne = emptyBuckets(layout);
    for (let i = 1; i <= frames.length; i++) appendFrames(oneByOne, frames.slice(0, i));
    expect(oneByOne.list.map((b) => [b.first, b.frames, ...b.values])).toEqual(atOnce.list.map((b) => [b.first, b.frames, ...b.values]));
  });

  it('goes on when the oldest frames have been let go', () => {
    const buckets = emptyBuckets(layout);
    const frames = framesOf(20);
    appendFrames(buckets, frames.slice(0, 10));
    appendFrames(buckets, frames.slice(6));
    expect(sumOf(buckets, offered)).toBe(20);
  });

  it('merges by form: counters add, levels weigh by time, gauges keep the newest, and -1 is no number', () => {
    const buckets = emptyBuckets(layout, 1);
    const frames = [
      frameAt(layout, 0, { 'offered.read': 3, inFlightAtStart: 2, inFlightAtEnd: 5, 'utilization@0.0': 0.2, 'backlog@0.0': 9 }),
      frameAt(layout, 1, { 'offered.read': 4, inFlightAtStart: 5, inFlightAtEnd: 7, 'utilization@0.0': 0.6, 'backlog@0.0': 4 }),
      {
        ...frameAt(layout, 2, { 'offered.read': 1, inFlightAtStart: 7, inFlightAtEnd: 1, 'utilization@0.0': -1, 'backlog@0.0': 6 }),
        end: 4,
      },
    ];
    appendFrames(buckets, frames);
    const [only] = buckets.list;
    expect(buckets.list).toHaveLength(1);
    expect(only.values[offered]).toBe(8);
    expect(only.values[utilization]).toBeCloseTo(0.4, 12);
    expect(only.values[backlog]).toBe(6);
    expect(only.values[runColumn(layout, 'inFlightAtStart')]).toBe(2);
    expect(only.values[runColumn(layout, 'inFlightAtEnd')]).toBe(1);
  });

  it('reads percentiles from the sum of histograms, not from percentiles', () => {
    const quiet = Array.from({ length: 99 }, () => 0.01);
    const frames = [frameAt(layout, 0, {}, quiet), frameAt(layout, 1, {}, [1]), frameAt(layout, 2, {}, [])];
    const buckets = emptyBuckets(layout, 1);
    appendFrames(buckets, frames);
    const all = quantilesOf(buckets.list[0]);
    expect(all?.count).toBe(100);
    // The mean of the two frames' p99 would be half a second.
    expect(all?.p99).toBeGreaterThan(0.0099);
    expect(all?.p99).toBeLessThan(0.0102);
    expect(quantilesOf(frames[1])?.p50).toBeGreaterThan(0.98);
    expect(quantilesOf(frames[2])).toBeNull();
  });

  it('leaves the frames themselves alone when it merges', () => {
    const frames = framesOf(4);
    const before = frames.map((frame) => [...frame.values]);
    appendFrames(emptyBuckets(layout, 1), frames);
    expect(frames.map((frame) => [...frame.values])).toEqual(before);
  });
});
