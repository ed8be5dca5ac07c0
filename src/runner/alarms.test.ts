import { expect, it } from 'vitest';
import { type Frame, type FrameLayout, failedColumn, type Note, type NoteCode } from '../engine/frame.ts';
import { failureReasons, requestClasses } from '../engine/plan.ts';
import { alarmsOf, graceSecondsOf } from './alarms.ts';

const names = requestClasses.flatMap((name) => failureReasons.map((reason) => failedColumn(name, reason)));
const layout: FrameLayout = { columns: names.map((metric) => ({ scope: 'run', node: -1, instance: -1, metric, form: 'counter' })) };
const graceSeconds = 100;

/** A thousand seconds, ten each frame, in some of which one user's request failed. */
function judge(notes: readonly Note[], failedIn: readonly number[] = [], from = 0) {
  const frames: Frame[] = Array.from({ length: 100 - from }, (_, i) => {
    const values = new Float64Array(names.length);
    if (failedIn.includes(from + i)) values[names.indexOf(failedColumn('write', 'timeout'))] = 1;
    return { index: from + i, start: 10 * (from + i), end: 10 * (from + i + 1), values, latency: new Uint32Array() };
  });
  return alarmsOf(layout, frames, notes, graceSeconds);
}

const note = (time: number, code: NoteCode, node = 1, more: Partial<Note> = {}): Note => ({
  time,
  code,
  node,
  instance: -1,
  value: 0,
  ...more,
});

it('an alert that nothing was behind is false', () => {
  expect(judge([note(500, 'alert-cpu'), note(600, 'alert-over')])).toEqual({ raised: 1, false: 1, missed: 0 });
});

it('one in whose time a user’s request failed is not, unless that was too long ago or came only afterwards', () => {
  expect(judge([note(500, 'alert-errors')], [45]).false).toBe(0);
  expect(judge([note(500, 'alert-errors')], [38, 51]).false).toBe(1);
});

it('nor is one while a fault is on, on whatever part, or so soon after it', () => {
  const fault = [note(300, 'crash', 2, { instance: 0 }), note(400, 'restarted', 2, { instance: 0 })];
  const falseAt = (time: number) => judge([...fault, note(time, 'alert-latency')].sort((a, b) => a.time - b.time)).false;
  expect([250, 350, 499, 501].map(falseAt)).toEqual([1, 0, 0, 1]);
});

it('a fault without an alert while it lasted is missed', () => {
  expect(judge([note(300, 'hang'), note(310, 'recover'), note(400, 'alert-cpu')])).toMatchObject({ missed: 1, false: 0 });
  expect(judge([note(300, 'hang'), note(380, 'alert-down')]).missed).toBe(0);
});

it('what was before the frames is not judged', () => {
  expect(judge([note(50, 'alert-cpu'), note(60, 'crash', 3)], [], 20)).toEqual({ raised: 0, false: 0, missed: 0 });
});

it('the grace is the monitor’s own delay; of a budget half its window', () => {
  const delays = { scrapeSeconds: 15, timeoutSeconds: 10, evalSeconds: 15, forSeconds: 60, burnWindowSeconds: 3600, burns: false };
  expect(graceSecondsOf(delays)).toBe(100);
  expect(graceSecondsOf({ ...delays, burns: true })).toBe(1840);
});
