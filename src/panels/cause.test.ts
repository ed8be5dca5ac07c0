import { describe, expect, it } from 'vitest';
import type { Column, Frame, FrameLayout, Note } from '../engine/frame.ts';
import { busiestPart, causeOf, type Wire } from './cause.ts';

const own = (node: number, metric: string): Column => ({ scope: 'instance', node, instance: 0, metric, form: 'level' });
const layout: FrameLayout = { columns: [0, 1, 2].flatMap((node) => [own(node, 'utilization'), own(node, 'queue')]) };
const frame = (...values: number[]): Frame => ({
  index: 0,
  start: 0,
  end: 1,
  values: Float64Array.from(values),
  latency: new Uint32Array(),
});
const wires: Wire[] = [
  [0, 1],
  [1, 2],
];
const note = (time: number, code: Note['code'], node: number, instance = -1, value = 0): Note => ({ time, code, node, instance, value });
const calm = frame(0.1, 0, 0.2, 0, 0.3, 0);

describe('the cause', () => {
  it('is nothing while nothing is full or broken', () => {
    expect(causeOf(calm, layout, [], wires)).toBeNull();
    expect(causeOf(frame(1, 0.5, 0.9, 50, 0, 0), layout, [], wires)).toBeNull();
  });

  it('is the deepest full part, not those that wait for it', () => {
    expect(causeOf(frame(0.99, 10, 0.98, 400, 1, 20), layout, [], wires)).toEqual({
      kind: 'full',
      node: 2,
      utilization: 1,
      waiting: 20,
      arrived: 0,
      completed: 0,
    });
    expect(causeOf(frame(0.99, 10, 0.98, 400, 0.5, 20), layout, [], wires)).toMatchObject({ node: 1 });
  });

  it('is busy before it is full', () => {
    expect(busiestPart(calm, layout)).toBeNull();
    expect(busiestPart(frame(0.85, 0, 0.92, 0, 0.3, 0), layout)).toEqual({ node: 1, utilization: 0.92 });
  });

  it('is the newest fault that is not mended', () => {
    const broken = [note(1, 'slow', 0, -1, 5), note(2, 'crash', 2, 0), note(3, 'crash', 1, 1)];
    expect(causeOf(calm, layout, broken, wires)).toEqual({ kind: 'crash', node: 1, instance: 1, since: 3, factor: 0 });
    expect(causeOf(calm, layout, [...broken, note(4, 'recover', 1, 1)], wires)).toMatchObject({ kind: 'crash', node: 2 });
    const mended = [...broken, note(4, 'recover', 1, -1), note(5, 'recover', 2, -1)];
    expect(causeOf(calm, layout, mended, wires)).toMatchObject({ kind: 'slow', node: 0, factor: 5 });
    expect(causeOf(calm, layout, [...mended, note(6, 'recover', 0)], wires)).toBeNull();
  });
});
