import { describe, expect, it } from 'vitest';
import type { Column } from '../engine/frame.ts';
import { appendFrames, emptyBuckets } from '../runner/buckets.ts';
import { frameAt, instanceColumns, layoutWith } from './framesForTests.ts';
import { busyInstances, loadLines, measuresOf } from './load.ts';
import { extendSheet, openSheet } from './series.ts';

const nodeColumn = (node: number, metric: string, form: Column['form']): Column => ({ scope: 'node', node, instance: -1, metric, form });
const layout = layoutWith([
  ...instanceColumns(0, 4, 'arrived', 'counter'),
  ...instanceColumns(0, 4, 'utilization', 'level'),
  ...instanceColumns(1, 2, 'hits', 'counter'),
  ...instanceColumns(1, 2, 'misses', 'counter'),
  ...instanceColumns(2, 2, 'lag', 'gauge'),
  ...instanceColumns(2, 2, 'reads', 'counter'),
  nodeColumn(3, 'backlog', 'gauge'),
  nodeColumn(3, 'p50', 'gauge'),
]);

function valuesOf(node: number, measure: Parameters<typeof loadLines>[2], instances: number, set: Record<string, number>) {
  const buckets = emptyBuckets(layout);
  appendFrames(buckets, [frameAt(layout, 0, set)]);
  const sheet = openSheet(loadLines(layout, node, measure, instances));
  extendSheet(sheet, buckets);
  return sheet.values.map((column) => column[0]);
}

describe('load', () => {
  it('offers what the columns allow', () => {
    expect(measuresOf(layout, 0)).toEqual(['utilization', 'arrived']);
    expect(measuresOf(layout, 1)).toEqual(['hitRatio']);
    expect(measuresOf(layout, 2)).toEqual(['reads', 'lag']);
    expect(measuresOf(layout, 3)).toEqual(['backlog']);
    expect(measuresOf(layout, 9)).toEqual([]);
  });

  it('has a row per instance, or one for the whole part', () => {
    expect(valuesOf(0, 'utilization', 2, { 'utilization@0.0': 0.5, 'utilization@0.1': -1 })).toEqual([0.5, null]);
    expect(valuesOf(0, 'arrived', 2, { 'arrived@0.0': 7 })).toEqual([7, 0]);
    expect(valuesOf(3, 'backlog', 1, { 'backlog@3': 12 })).toEqual([12]);
    expect(loadLines(layout, 3, 'backlog', 1).map(({ instance }) => instance)).toEqual([-1]);
  });

  it('has no hit ratio where nothing was looked up, and no lag where it could not be measured', () => {
    expect(valuesOf(1, 'hitRatio', 2, { 'hits@1.0': 3, 'misses@1.0': 1 })).toEqual([0.75, null]);
    expect(valuesOf(2, 'lag', 2, { 'lag@2.0': 0.02, 'lag@2.1': -1 })).toEqual([0.02, null]);
  });

  it('knows which instances ever worked', () => {
    const known = new Map<number, number>();
    busyInstances(layout, frameAt(layout, 0, { 'arrived@0.2': 1, 'utilization@0.3': -1, 'lag@2.0': 0.1 }).values, known);
    busyInstances(layout, frameAt(layout, 1, { 'arrived@0.0': 1 }).values, known);
    expect([...known]).toEqual([
      [0, 3],
      [2, 1],
    ]);
  });
});
