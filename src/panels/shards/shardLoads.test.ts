import { expect, it } from 'vitest';
import type { Frame, FrameLayout } from '../../engine/frame.ts';
import { farAbove, shardLoads } from './shardLoads.ts';

const column = (node: number, metric: string, instance = 0) =>
  ({ scope: instance < 0 ? 'node' : 'instance', node, instance, metric, form: 'counter' }) as const;
const layout: FrameLayout = {
  columns: [
    column(3, 'arrived'),
    column(3, 'utilization'),
    column(3, 'p99', -1),
    column(4, 'arrived'),
    column(4, 'arrived', 1),
    column(4, 'utilization'),
    column(4, 'p99', -1),
  ],
};
const frame = (index: number, values: readonly number[]): Frame => ({
  index,
  start: index * 2,
  end: index * 2 + 2,
  values: Float64Array.from(values),
  latency: new Uint32Array(0),
});

it('adds up instances, joins frames where there are many, and takes the newest for the rest', () => {
  const frames = [
    frame(0, [10, 0.1, 0.01, 20, 4, 0.2, 0.02]),
    frame(1, [30, 0.3, 0.03, 40, 8, 0.4, -1]),
    frame(2, [2, 0.5, 0.05, 2, 2, 0.6, -1]),
  ];
  expect(shardLoads(layout, frames, [3, 4], 10)).toEqual({
    from: 0,
    to: 6,
    newestSeconds: 2,
    rates: [
      [5, 15, 1],
      [12, 24, 2],
    ],
    busy: [0.5, 0.6],
    p99: [0.05, -1],
  });
  expect(shardLoads(layout, frames, [3, 4], 2)?.rates).toEqual([
    [10, 1],
    [18, 2],
  ]);
  expect(shardLoads(layout, [], [3], 10)).toBeNull();
});

it('outlines what is above twice the mean of the shards in use', () => {
  expect(farAbove([100, 10, 10, 10, 0], 4)).toEqual([true, false, false, false, false]);
  expect(farAbove([65, 10, 10, 45], 4)).toEqual([false, false, false, false]);
  expect(farAbove([0, 0], 2)).toEqual([false, false]);
});
