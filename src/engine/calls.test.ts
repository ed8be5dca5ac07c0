import { expect, it } from 'vitest';
import { AT, Calls, FLAG, nth, OTHER, REAL, rowCells, TooManyCalls, WHOLE } from './calls.ts';
import { Memory } from './memory.ts';

/** Takes so many calls, each with numbers of its own in every table. */
function fill(calls: Calls, count: number): void {
  for (let n = 0; n < count; n++) {
    const call = calls.take(n % 7, n % 5, n % 3, n, n + 1, n + 2);
    calls.bornAt[call] = n + 0.5;
    calls.session[call] = n + 3;
    calls.visit[call] = n % 200;
  }
}

/** How many of the rows do not say of their call what `fill` has written, by column or by place in the row. */
function wrong(calls: Calls): number {
  let wrong = 0;
  for (let call = 0; call < calls.alive * rowCells; call += rowCells) {
    const n = calls.key[call];
    const byColumn = [calls.bornAt[call], calls.request[call], calls.salt[call], calls.session[call], calls.visit[call], calls.cls[call]];
    const { reals, wholes, others, flags } = calls;
    const inRow = [reals[call | REAL.bornAt], wholes[call | WHOLE.request], wholes[call | WHOLE.salt], others[call | OTHER.session]];
    inRow.push(flags[call | FLAG.visit], flags[call | FLAG.cls]);
    const expected = [n + 0.5, n + 1, n + 2, n + 3, n % 200, n % 3];
    if (expected.some((value, i) => byColumn[i] !== value || inRow[i] !== value)) wrong++;
  }
  return wrong;
}

it('a column and a place in the row are the same cell, however often the tables were lengthened', () => {
  const calls = new Calls(new Memory());
  fill(calls, 150_000);
  expect(calls.alive).toBe(150_000);
  expect(wrong(calls)).toBe(0);
});

it('tables are lengthened one at a time, so that no slice of work is a long one', () => {
  const calls = new Calls(new Memory());
  let most = 0;
  for (let n = 0; n < 150_000; n++) {
    const { reals, wholes, others, flags } = calls;
    calls.take(0, 0, 0, 0, 0, 0);
    const isOther = [reals !== calls.reals, wholes !== calls.wholes, others !== calls.others, flags !== calls.flags];
    most = Math.max(most, isOther.filter(Boolean).length);
  }
  expect(most).toBe(1);
});

it('columns lie over the tables that a snapshot brings, of fewer calls or of more', () => {
  for (const count of [10, 5000, 120_000]) {
    const memory = new Memory();
    fill(new Calls(memory), count);
    for (const others of [0, 20_000]) {
      const elsewhere = new Memory();
      const calls = new Calls(elsewhere);
      fill(calls, others);
      elsewhere.restore(memory.snapshot());
      expect([calls.alive, wrong(calls)]).toEqual([count, 0]);
    }
  }
});

it('a row that is used again says nothing of the call that had it', () => {
  const calls = new Calls(new Memory());
  const first = calls.take(1, 2, 3, 4, 5, 6);
  for (const flag of Object.values(FLAG)) calls.flags[first | flag] = 9;
  for (const column of [calls.stale, calls.session, calls.to, calls.parent]) column[first] = 9;
  calls.version[first] = 9;
  calls.giveUpAt[first] = 9;
  calls.free(first);
  const again = calls.take(0, 0, 0, 0, 0, 0);
  expect(again).toBe(first);
  expect([...calls.flags.subarray(again, again + rowCells)]).toEqual(Array(rowCells).fill(0));
  expect([calls.stale[again], calls.session[again], calls.to[again], calls.parent[again]]).toEqual([0, -1, -1, -1]);
  expect([calls.version[again], calls.giveUpAt[again]]).toEqual([0, Infinity]);
});

it('counts calls one by one, and throws at the one too many', () => {
  const calls = new Calls(new Memory(), 3);
  const three = [0, 1, 2].map(() => calls.take(0, 0, 0, 0, 0, 0));
  expect(three.map(nth).sort()).toEqual([0, 1, 2]);
  expect(() => calls.take(0, 0, 0, 0, 0, 0)).toThrow(TooManyCalls);
});

it('a row that no call shall have is none of the calls, in number or in order', () => {
  const calls = new Calls(new Memory(), 500);
  const rows = [0, 1, 2].map(() => calls.rowOfNone());
  const taken = Array.from({ length: 500 }, () => calls.take(0, 0, 0, 0, 0, 0));
  expect(taken.filter((call) => rows.includes(call))).toEqual([]);
  // whoever looks through all calls does so in this order, with or without such rows
  expect(taken).toEqual([...taken].sort((a, b) => a - b));
  expect(calls.alive).toBe(500);
  expect(() => calls.take(0, 0, 0, 0, 0, 0)).toThrow(TooManyCalls);
  expect(rows.map((row) => [...calls.flags.subarray(row, row + rowCells)])).toEqual(rows.map(() => Array(rowCells).fill(AT.none)));
});
