import { expect, it } from 'vitest';
import { shiftWithin } from './shiftWithin.ts';

it('leaves where it is what no edge cuts, and moves the rest as far as it is cut and a little more', () => {
  expect(shiftWithin(500, 200, 1000, 90)).toBe(0);
  expect(shiftWithin(892, 200, 1000, 90)).toBe(0);
  expect(shiftWithin(930, 200, 1000, 90)).toBe(-38);
  expect(shiftWithin(70, 200, 1000, 90)).toBe(38);
});

it('stays with what it belongs to, and shows its beginning where it has no room', () => {
  expect(shiftWithin(1200, 200, 1000, 90)).toBe(-90);
  expect(shiftWithin(-300, 200, 1000, 90)).toBe(90);
  expect(shiftWithin(80, 200, 150, 90)).toBe(28);
});
