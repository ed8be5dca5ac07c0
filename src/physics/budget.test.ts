import { describe, expect, it } from 'vitest';
import type { Run } from '../engine/run.ts';
import { Budget, OverBudget } from './budget.ts';

/** A run that takes a second for each advance, and grows. */
function setting({ seconds = 10, megabytes = 100, calls = 1000 } = {}) {
  const world = { ms: 0, bytes: 0, alive: 0, end: null as ReturnType<Run['ended']>, beats: 0 };
  const machine = { clockMs: () => world.ms, usedBytes: () => world.bytes };
  const budget = new Budget({ seconds, megabytes, calls }, machine, () => world.beats++);
  const advance = (_until: number, most: number) => {
    world.ms += 1000;
    return most;
  };
  const run = budget.watch({ advance, callsAlive: () => world.alive, ended: () => world.end } as unknown as Run);
  return { world, budget, play: () => run.advance(1, 500) };
}

describe('a budget', () => {
  it('counts events and seconds, and says that it goes on', () => {
    const { world, budget, play } = setting();
    play();
    play();
    expect([budget.events, budget.seconds(), world.beats]).toEqual([1000, 2, 2]);
  });

  it.each<[string, (world: ReturnType<typeof setting>['world']) => void]>([
    ['stopped after 10 s', (world) => Object.assign(world, { ms: 10_500 })],
    ['stopped at 200 MB', (world) => Object.assign(world, { bytes: 200e6 })],
    ['1001 calls under way', (world) => Object.assign(world, { alive: 1001 })],
    ['the backlog only grows', (world) => Object.assign(world, { end: 'overflow' })],
    ['time does not go on', (world) => Object.assign(world, { end: 'standstill' })],
  ])('ends a case: %s', (reason, change) => {
    const { world, play } = setting();
    play();
    change(world);
    expect(play).toThrow(OverBudget);
    expect(play).toThrow(reason);
  });
});
