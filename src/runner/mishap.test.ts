import { expect, it } from 'vitest';
import { mishapsEn } from '../i18n/late/mishaps.en.ts';
import { mishapsKo } from '../i18n/late/mishaps.ko.ts';
import { mishapOf, mishaps } from './mishap.ts';

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

it('tells a run that has to end, a machine without room, and a fault of the engine apart', () => {
  const endless = (): number => 1 + endless();
  expect(mishapOf(new Error('overflow'))).toBe('overflow');
  expect(mishapOf(new Error('standstill'))).toBe('standstill');
  expect(mishapOf(thrownBy(() => new Float64Array(2 ** 53)))).toBe('memory');
  expect(mishapOf(thrownBy(() => new ArrayBuffer(2 ** 52)))).toBe('memory');
  expect(mishapOf(thrownBy(endless))).toBe('memory');
  expect(mishapOf(new Error('call 7 is answered, but it is not inside'))).toBe('engine');
  expect(mishapOf('a string')).toBe('engine');
});

it('has its words in both languages', () => {
  for (const { why } of [mishapsEn, mishapsKo]) expect(Object.keys(why).sort()).toEqual([...mishaps].sort());
  for (const text of Object.values(mishapsKo.why)) expect(text).toMatch(/^[^A-Za-z]*니다$/);
});
