import { describe, expect, it } from 'vitest';
import type { Column, Frame, FrameLayout } from '../engine/frame.ts';
import { balanceOf, columnsOfNode, hasMoved, isOwnMetric, nodeNow } from './nodeNow.ts';

const column = (node: number, metric: string, instance = -1): Column => ({
  scope: instance < 0 ? 'node' : 'instance',
  node,
  instance,
  metric,
  form: 'counter',
});
const layout: FrameLayout = {
  columns: [
    { ...column(-1, 'offered.read'), scope: 'run' },
    column(0, 'arrived', 0),
    column(1, 'arrived', 0),
    column(1, 'arrived', 1),
    column(1, 'completed', 0),
    column(1, 'completed', 1),
    column(1, 'failed', 0),
    column(1, 'failed', 1),
    column(1, 'utilization', 0),
    column(1, 'utilization', 1),
    column(1, 'p99'),
  ],
};
const frame = (index: number, values: number[]): Frame => ({
  index,
  start: index * 2,
  end: index * 2 + 2,
  values: Float64Array.from(values),
  latency: new Uint32Array(),
});
const columns = columnsOfNode(layout, 1);

describe('nodeNow', () => {
  it('gives rates per simulated second and leaves out what was not measured', () => {
    const now = nodeNow(frame(3, [9, 9, 10, 30, 8, 20, 2, 4, 0.5, -1, 0.25]), columns);
    expect(now).toMatchObject({ from: 6, to: 8, arrived: 20, completed: 14, failed: 3, utilization: 0.5, queue: 0, p50: -1 });
  });

  it('gives no p99 of fewer than 300 answers', () => {
    const of = (completed: number) => nodeNow(frame(3, [9, 9, 10, 30, completed, 20, 2, 4, 0.5, -1, 0.25]), columns);
    expect(of(8)).toMatchObject({ answers: 34, p99: -1 });
    expect(of(273)).toMatchObject({ answers: 299, p99: -1 });
    expect(of(274)).toMatchObject({ answers: 300, p99: 0.25 });
  });

  it('adds up since the beginning, or says nothing', () => {
    const frames = [frame(0, [0, 9, 10, 30, 8, 20, 2, 4, 0, 0, 0]), frame(1, [0, 9, 1, 1, 4, 4, 0, 0, 0, 0, 0])];
    expect(balanceOf(frames, columns)).toEqual({ arrived: 42, completed: 36, failed: 6, inside: 0 });
    expect(balanceOf(frames.slice(1), columns)).toBeNull();
    expect(balanceOf([], columns)).toBeNull();
  });

  it('knows what has been zero all along', () => {
    const frames = [frame(0, [0, 9, 0, 1, 0, 0, 0, 0, -1, -1, 0]), frame(1, [0, 9, 0, 0, 0, 0, 0, 0, -1, -1, 0])];
    expect(hasMoved(frames, columns, 'arrived')).toBe(true);
    expect(hasMoved(frames.slice(1), columns, 'arrived')).toBe(false);
    expect(hasMoved(frames, columns, 'utilization')).toBe(false);
    expect(hasMoved(frames, columns, 'no such')).toBe(false);
  });

  it('knows its own metrics from those of a kind', () => {
    expect(['hits', 'arrived', 'failed.read.shed', 'lag'].filter(isOwnMetric)).toEqual(['hits', 'lag']);
  });
});
