import { expect, it } from 'vitest';
import { integerBelow, streamOf } from './luck.ts';
import { Memory } from './memory.ts';
import { Tournament } from './tournament.ts';

it.each([1, 2, 3, 8, 37, 800])('of %i values, finds the first least from any place as a search does', (count) => {
  const luck = streamOf('tournament', String(count));
  const memory = new Memory();
  const tournament = new Tournament(memory, count);
  const values = new Array(count).fill(Infinity);
  const search = (start: number): number => {
    let best = start;
    for (let i = 1; i < count; i++) if (values[(start + i) % count] < values[best]) best = (start + i) % count;
    return best;
  };
  for (let step = 0; step < 5000; step++) {
    const place = integerBelow(luck, step, 0, count);
    const value = integerBelow(luck, step, 1, 5);
    values[place] = value === 4 ? Infinity : value;
    tournament.set(place, values[place]);
    if (Math.min(...values) === Infinity) continue;
    const start = integerBelow(luck, step, 2, count);
    expect(tournament.firstFrom(start)).toBe(search(start));
    expect(tournament.least).toBe(Math.min(...values));
    expect(tournament.of(place)).toBe(values[place]);
  }
  const photo = memory.snapshot();
  tournament.clear();
  expect(tournament.least).toBe(Infinity);
  memory.restore(photo);
  expect(tournament.least).toBe(Math.min(...values));
});
