import { expect, it } from 'vitest';
import type { Note, NoteCode } from '../engine/frame.ts';
import { concealedSlots, withoutConcealed } from './concealed.ts';
import type { ScenarioEvent } from './design.ts';

const note = (time: number, code: NoteCode, instance: number): Note => ({ time, code, node: 1, instance, value: 0 });
const crash = (at: number, hidden: boolean): ScenarioEvent => ({
  at,
  act: 'crash',
  node: 'web',
  instance: 0,
  ...(hidden ? { hidden: true } : {}),
});
const nodes = [
  { firstSlot: 0, slots: 1 },
  { firstSlot: 1, slots: 3 },
];

it('tells nothing of what is concealed, and everything else', () => {
  const notes = [note(10, 'crash', 0), note(12, 'marked-down', 0), note(20, 'crash', 1)];
  expect(withoutConcealed(notes, [crash(10, true), crash(20, false)]).map(({ time }) => time)).toEqual([12, 20]);
});

it('an instance that a concealed event killed looks well until something open is done to it', () => {
  const scenario = [crash(10, true)];
  const hiddenAfter = (...notes: Note[]) => [...concealedSlots(notes, scenario, nodes)];
  expect(hiddenAfter(note(10, 'crash', 0))).toEqual([1]);
  expect(hiddenAfter(note(10, 'crash', -1))).toEqual([1, 2, 3]);
  expect(hiddenAfter(note(10, 'crash', 0), note(40, 'restarted', 0))).toEqual([]);
  expect(hiddenAfter(note(10, 'crash', 0), note(15, 'crash', 0))).toEqual([]);
  expect(hiddenAfter(note(11, 'crash', 0))).toEqual([]);
  expect([...concealedSlots([note(10, 'crash', 0)], [crash(10, false)], nodes)]).toEqual([]);
});
