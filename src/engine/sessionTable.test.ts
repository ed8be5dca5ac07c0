import { expect, it } from 'vitest';
import { Memory } from './memory.ts';
import { SessionTable } from './sessionTable.ts';

it('remembers a session until nobody has come for its time to live', () => {
  const table = new SessionTable(new Memory());
  table.remember(7, 1, 0, 10);
  expect(table.recall(7, 9, 10)).toBe(1);
  expect(table.recall(7, 18.9, 10)).toBe(1);
  expect(table.recall(7, 28.9, 10)).toBe(0);
  expect(table.size).toBe(0);
  expect(table.takeExpired()).toBe(1);
});

it('throws out who would leave first when it is full, or takes nobody', () => {
  const table = new SessionTable(new Memory());
  for (let session = 1; session <= 3; session++) expect(table.remember(session, session, session, 100, 3)).toBe(0);
  expect(table.recall(1, 4, 100)).toBe(1);
  expect(table.remember(4, 4, 5, 100, 3, false)).toBe(-1);
  expect(table.remember(4, 4, 5, 100, 3, true)).toBe(1);
  expect([1, 2, 3, 4].map((session) => table.recall(session, 6, 100))).toEqual([1, 0, 3, 4]);
  expect(table.shrink(1)).toBe(2);
  expect(table.size).toBe(1);
});

it('forgets what was written after a moment, or all of it', () => {
  const table = new SessionTable(new Memory());
  for (let session = 0; session < 1000; session++) table.remember(session * 1_000_003, session + 1, session / 100, 100);
  expect(table.dropSince(5)).toBe(499);
  expect(table.recall(500 * 1_000_003, 10, 100)).toBe(501);
  expect(table.recall(501 * 1_000_003, 10, 100)).toBe(0);
  table.clear();
  expect(table.size).toBe(0);
  expect(table.recall(0, 10, 100)).toBe(0);
});
