/** A window is read as its frames would be, one by one, and two that are added are one that saw all. */

import { describe, expect, it } from 'vitest';
import type { Column, Frame } from '../engine/frame.ts';
import { bucketOf, valueOf } from '../engine/histogram.ts';
import { WaitTally } from '../engine/waits.ts';
import { columnsOf, Window } from './window.ts';

const column = (metric: string, form: Column['form'], instance: number): Column => ({ scope: 'instance', node: 0, instance, metric, form });
/** Two instances, of which the second is half as busy. */
const layout = {
  columns: [
    ...[0, 1].map((i) => column('arrived', 'counter', i)),
    ...[0, 1].map((i) => column('completed', 'counter', i)),
    ...[0, 1].map((i) => column('failed', 'counter', i)),
    ...[0, 1].map((i) => column('utilization', 'level', i)),
    { scope: 'node', node: 0, instance: -1, metric: 'meanResponse', form: 'gauge' } as const,
  ],
};
const columns = columnsOf(layout);

/** A frame whose every number differs from those of the others. */
const frameOf = (index: number, start: number, end: number): Frame => ({
  index,
  start,
  end,
  values: Float64Array.of(11 + index, 20, 5 + index, 7, 2, 1, 0.5 + index / 10, 0.25, 0.5 / (index + 1)),
  latency: Uint32Array.of(bucketOf(0.1), 90, bucketOf(0.4 + index), 9, 65536 + bucketOf(3), 1),
});
const frames = [frameOf(0, 0, 2), frameOf(1, 2, 3), frameOf(2, 3, 7)];

const tallyOf = (...seconds: number[]): WaitTally => {
  const tally = new WaitTally();
  tally.countKeys(3);
  seconds.forEach((each, i) => {
    tally.add(each, i % 2);
    tally.keys[i % 3]++;
  });
  tally.left = seconds.length;
  tally.leftSum = 10 * seconds.length;
  return tally;
};

function windowOf(some: readonly Frame[], waits: readonly number[], looks: readonly number[]): Window {
  const window = new Window(layout, columns);
  for (const frame of some) window.addFrame(frame);
  window.addWaits(tallyOf(...waits));
  for (const inside of looks) window.look(inside);
  window.bursts = looks.length;
  window.addHeld(new Map([['up', waits.length / 2]]));
  return window;
}

const waits = [0, 0, 1, 3];
const looks = [0, 1, 1, 4];
const whole = windowOf(frames, waits, looks);

/** Everything a window can be asked. */
const readings = (w: Window) => ({
  seconds: w.seconds,
  total: w.total(0, 'arrived'),
  perSecond: w.perSecond(0, 'completed'),
  level: w.level(0, 'utilization'),
  levels: [w.levelAt(0, 0, 'utilization'), w.levelAt(0, 1, 'utilization')],
  response: w.response(0),
  quantiles: [w.quantile(0.5), w.quantile(0.95), w.quantile(0.5, 1), w.servedQuantile(0.9, 0)],
  moments: w.moments(),
  waits: [w.meanWait(), w.sdWait(), w.shareThatWaits(), w.waitQuantile(0.9), w.waits.left, w.waits.leftSum],
  byClass: [...w.waits.totals, ...w.waits.sums],
  keys: [...w.keys],
  looks: [w.shareOfLooks(1), w.shareOfLooks(2), w.looksAt()],
  bursts: w.bursts,
  held: w.held('up'),
});

describe('a window', () => {
  it('adds up what its frames counted, and weighs what they measured by time or by answers', () => {
    expect(whole.seconds).toBe(7);
    expect(whole.total(0, 'arrived')).toBe(11 + 12 + 13 + 60);
    expect(whole.perSecond(0, 'completed')).toBeCloseTo((5 + 6 + 7 + 21) / 7, 12);
    expect(whole.levelAt(0, 0, 'utilization')).toBeCloseTo((0.5 * 2 + 0.6 * 1 + 0.7 * 4) / 7, 12);
    expect(whole.levelAt(0, 1, 'utilization')).toBeCloseTo(0.25, 12);
    expect(whole.level(0, 'utilization')).toBeCloseTo(whole.levelAt(0, 0, 'utilization') + 0.25, 12);
    // means of 0.5, 0.25 and 1/6 s over 15, 16 and 17 answers, failed ones (at once) included; told per completed one
    expect(whole.response(0)).toBeCloseTo((15 * 0.5 + 16 * 0.25 + 17 / 6) / 39, 12);
  });

  it('leaves out what a frame could not measure', () => {
    const nothing = frameOf(0, 0, 2);
    nothing.values.fill(-1);
    const window = new Window(layout, columns);
    window.addFrame(frames[0]);
    window.addFrame(nothing);
    expect(window.total(0, 'arrived')).toBe(31);
    expect(window.seconds).toBe(4);
  });

  it('tells quantiles of all classes together, of one, and of those that were served', () => {
    const near = (seconds: number) => expect.closeTo(seconds, -Math.log10(seconds / 60));
    expect(Math.abs(whole.quantile(0.5) / 0.1 - 1)).toBeLessThan(0.02);
    expect(Math.abs(whole.quantile(0.995) / 3 - 1)).toBeLessThan(0.02);
    expect(whole.quantile(0.5, 1)).toEqual(near(3));
    // 39 of 300 answers were good: the 0.9-quantile of theirs is the 0.117-quantile of all
    expect(whole.servedQuantile(0.9, 0)).toBe(whole.quantile((0.9 * 39) / 300));
    const values = [...Array(270).fill(0.1), ...Array(9).fill(0.4), ...Array(9).fill(1.4), ...Array(9).fill(2.4), 3, 3, 3].map((s) =>
      valueOf(bucketOf(s)),
    );
    const mean = values.reduce((a, b) => a + b, 0) / 300;
    expect(whole.moments().mean).toBeCloseTo(mean, 10);
    expect(whole.moments().sd).toBeCloseTo(Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / 300), 10);
  });

  it('knows how long was waited, what the looks found and which keys were asked for', () => {
    expect(whole.meanWait()).toBe(1);
    expect(whole.sdWait()).toBeCloseTo(Math.sqrt((0 + 0 + 1 + 9) / 4 - 1), 12);
    expect(whole.shareThatWaits()).toBe(0.5);
    expect(windowOf([], [0, 0, 0, 1], []).shareThatWaits()).toBe(0.25);
    expect([...whole.keys]).toEqual([2, 1, 1]);
    expect([1, 2, 4, 5].map((least) => whole.shareOfLooks(least))).toEqual([0.75, 0.25, 0.25, 0]);
    expect(whole.looksAt()).toEqual({ variance: (2.25 + 0.25 + 0.25 + 6.25) / 4, p99: 4 });
    const hundred = windowOf([], [], [...Array(95).fill(0), ...Array(4).fill(1), 7]);
    expect(hundred.looksAt().p99).toBe(1);
    expect(whole.held('up')).toBeCloseTo(2 / 7, 12);
    expect(whole.held('never asked for')).toBeNaN();
    expect(() => whole.total(0, 'colour')).toThrow('colour');
  });

  it('is, added to another, what one would be that saw both', () => {
    const sum = new Window(layout, columns);
    sum.add(windowOf(frames.slice(0, 1), [0, 0], [0]));
    sum.add(windowOf(frames.slice(1), [1, 3], [1, 1, 4]));
    // which keys: two tallies begin to count at key 0
    expect([...sum.keys]).toEqual([2, 2, 0]);
    expect({ ...readings(sum), keys: 0 }).toEqual({ ...readings(whole), keys: 0 });
  });
});
