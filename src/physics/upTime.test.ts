import { expect, it } from 'vitest';
import type { Note } from '../engine/frame.ts';
import { UpTime } from './upTime.ts';

const note = (time: number, code: Note['code'], node: number, instance: number): Note => ({ time, code, node, instance, value: 0 });

it('counts the seconds in which a condition holds, from note to note', () => {
  const upTime = new UpTime([1, 2], { one: (up) => up[1] >= 1, both: (up) => up[1] === 2, alone: (up) => up[0] === 1 && up[1] === 0 });
  const first = upTime.until(10, [
    note(2, 'crash', 1, 0),
    note(3, 'marked-down', 1, 0),
    // dead already: nothing changes
    note(4, 'crash', 1, 0),
    note(5, 'hang', 1, 1),
    note(7, 'recover', 1, 0),
  ]);
  expect(Object.fromEntries(first)).toEqual({ one: 8, both: 2, alone: 2 });
  // the state is kept from call to call; -1 is all instances
  const second = upTime.until(20, [note(11, 'recover', 1, -1), note(14, 'crash', 0, -1), note(15, 'crash', 1, -1)]);
  expect(Object.fromEntries(second)).toEqual({ one: 5, both: 4, alone: 0 });
});
