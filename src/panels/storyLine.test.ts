import { describe, expect, it } from 'vitest';
import type { Column, Frame, FrameLayout, Note } from '../engine/frame.ts';
import { storyLine } from './storyLine.ts';

const run = (metric: string): Column => ({ scope: 'run', node: -1, instance: -1, metric, form: 'counter' });
const own = (metric: string, instance: number): Column => ({
  scope: instance < 0 ? 'node' : 'instance',
  node: 0,
  instance,
  metric,
  form: 'gauge',
});
const layout: FrameLayout = {
  columns: [
    run('offered.write'),
    run('completed.write'),
    run('failed.write.error'),
    run('failed.write.timeout'),
    own('isPrimary', 0),
    own('isPrimary', 1),
    own('refusedWrites', -1),
    own('lostWrites', -1),
    own('staleReads', 0),
  ],
};
/** One frame per second. */
const frame = (index: number, ...values: number[]): Frame => ({
  index,
  start: index,
  end: index + 1,
  values: Float64Array.from(values),
  latency: new Uint32Array(),
});
const well = (index: number, primary = 0) => frame(index, 100, 100, 0, 0, primary === 0 ? 1 : 0, primary, 0, 0, 0);
const note = (time: number, code: Note['code'], instance: number, value = 0): Note => ({ time, code, node: 0, instance, value });

describe('the story line', () => {
  it('says before all else that a run ended before its time, and why', () => {
    const end: Note = { time: 1.25, code: 'overflow', node: -1, instance: -1, value: 6_000_000 };
    expect(storyLine([well(0)], layout, [note(1, 'crash', 0), end])).toEqual({
      kind: 'ended',
      at: 1.25,
      why: 'overflow',
      calls: 6_000_000,
    });
    expect(storyLine([], layout, [{ ...end, code: 'standstill' }])).toMatchObject({ kind: 'ended', why: 'standstill' });
    // the frame that it ended in is noted for more
    expect(storyLine([well(0)], layout, [end, note(1.25, 'saturated', -1)])).toMatchObject({ kind: 'ended', why: 'overflow' });
  });

  it('is quiet before a run and content while all is well', () => {
    expect(storyLine([], layout, [])).toEqual({ kind: 'quiet' });
    expect(storyLine([well(0)], null, [])).toEqual({ kind: 'quiet' });
    expect(storyLine([well(0), well(1)], layout, [])).toEqual({ kind: 'fine', busiest: null });
  });

  it('tells the share that failed and why, the largest reason first', () => {
    const line = storyLine([well(0), frame(1, 100, 70, 10, 20, 1, 0, 0, 0, 0)], layout, []);
    expect(line).toEqual({
      kind: 'failing',
      at: 2,
      share: 0.15,
      reasons: [
        { reason: 'timeout', share: 2 / 3 },
        { reason: 'error', share: 1 / 3 },
      ],
      cause: null,
    });
  });

  it('does not call more than everything failed', () => {
    const line = storyLine([frame(0, 10, 0, 30, 0, 1, 0, 0, 0, 0)], layout, []);
    expect(line).toMatchObject({ kind: 'failing', share: 1 });
  });

  it('tells a failover, gives way to later failures, and comes back to it', () => {
    const notes = [note(2.5, 'crash', 0), note(2.5, 'failover-started', 0), note(5.5, 'promoted', 1, 3), note(5.5, 'writes-lost', 0, 4)];
    const frames = [well(0), well(1), ...Array.from({ length: 4 }, (_, i) => frame(2 + i, 100, 60, 40, 0, 0, 0, 40, 0, 0))];
    const later = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => well(from + i, 1));
    const told = storyLine([...frames, ...later(6, 40)], layout, notes);
    expect(told).toMatchObject({ kind: 'failover', report: { faultAt: 2.5, promotedAt: 5.5, secondsToPromotion: 3, writesRefused: 160 } });
    const failingLater = [...frames, ...later(6, 150), frame(150, 100, 50, 50, 0, 0, 1, 0, 0, 0)];
    expect(storyLine(failingLater, layout, notes)).toMatchObject({ kind: 'failing' });
    expect(storyLine([...frames, ...later(6, 200)], layout, notes)).toMatchObject({ kind: 'failover' });
  });
});
