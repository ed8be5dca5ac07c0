import { describe, expect, it } from 'vitest';
import { BREAKER, type BreakerSettings, Breakers } from './breakers.ts';
import { Memory } from './memory.ts';

const settings: BreakerSettings = { window: 10, least: 10, share: 0.5, openSeconds: 5, probes: 3 };

/** Ends of calls one after the other, `x` for one that failed. @returns the last state that was told */
function record(breakers: Breakers, ends: string, other: Partial<BreakerSettings> = {}, now = 0): number {
  let state: number = BREAKER.unchanged;
  for (const end of ends) state = breakers.record(0, now, end === 'x', false, { ...settings, ...other });
  return state;
}
const probe = (breakers: Breakers, hasFailed: boolean): number => breakers.record(0, 5, hasFailed, true, settings);

/** Open since 0: half-open from 5 s on. */
function opened(): Breakers {
  const breakers = new Breakers(new Memory(), 2);
  record(breakers, 'xxxxxxxxxx');
  return breakers;
}

describe('a closed breaker', () => {
  it('opens when the share has failed of as many as count, not before', () => {
    const breakers = new Breakers(new Memory(), 2);
    expect(record(breakers, 'xxxxx.....'.slice(0, 9))).toBe(BREAKER.unchanged);
    expect(record(breakers, '.')).toBe(BREAKER.open);
    expect(breakers.stateOf(1)).toBe(BREAKER.closed);
    expect(record(new Breakers(new Memory(), 1), 'xxxx......')).toBe(BREAKER.unchanged);
    expect(record(new Breakers(new Memory(), 1), 'xx..', { least: 4 })).toBe(BREAKER.open);
  });

  it('forgets what lies behind its window', () => {
    const breakers = new Breakers(new Memory(), 1);
    record(breakers, 'xxxx......');
    record(breakers, '..........');
    expect(record(breakers, 'xxxx')).toBe(BREAKER.unchanged);
    expect(record(breakers, 'x')).toBe(BREAKER.open);
  });

  it('counts anew when its window becomes shorter', () => {
    const breakers = new Breakers(new Memory(), 1);
    record(breakers, '......xxxx');
    expect(record(breakers, '.xx', { window: 4, least: 4 })).toBe(BREAKER.unchanged);
    expect(record(breakers, '.', { window: 4, least: 4 })).toBe(BREAKER.open);
  });
});

describe('an open breaker', () => {
  it('lets nothing through until its time is over, then so many probes and no more', () => {
    const breakers = opened();
    expect(breakers.admits(0, 4.999, 3)).toBe(BREAKER.open);
    expect([1, 2, 3, 4].map(() => breakers.admits(0, 5, 3))).toEqual([BREAKER.halfOpen, BREAKER.halfOpen, BREAKER.halfOpen, BREAKER.open]);
    expect(breakers.justHalfOpened(0)).toBe(true);
    expect(breakers.justHalfOpened(0)).toBe(false);
    // one is back: its place is not another's
    expect(probe(breakers, false)).toBe(BREAKER.unchanged);
    expect(breakers.admits(0, 5, 3)).toBe(BREAKER.open);
  });

  it.each([
    ['..x', BREAKER.closed],
    ['.xx', BREAKER.open],
  ])('is judged by its probes: %s', (ends, verdict) => {
    const breakers = opened();
    for (let i = 0; i < 3; i++) breakers.admits(0, 5, 3);
    const states = [...ends].map((end) => probe(breakers, end === 'x'));
    expect(states).toEqual([BREAKER.unchanged, BREAKER.unchanged, verdict]);
    expect(breakers.stateOf(0)).toBe(verdict);
    if (verdict === BREAKER.open) expect(breakers.admits(0, 9.9, 3)).toBe(BREAKER.open);
  });

  it('has a place for another probe when one was never sent', () => {
    const breakers = opened();
    for (let i = 0; i < 3; i++) breakers.admits(0, 5, 3);
    breakers.giveBack(0);
    expect(breakers.admits(0, 5, 3)).toBe(BREAKER.halfOpen);
    expect(breakers.admits(0, 5, 3)).toBe(BREAKER.open);
  });

  it('does not mind the ends of calls from before', () => {
    const breakers = opened();
    expect(record(breakers, '..........')).toBe(BREAKER.unchanged);
    breakers.admits(0, 5, 3);
    expect(record(breakers, 'xxx')).toBe(BREAKER.unchanged);
    expect(breakers.stateOf(0)).toBe(BREAKER.halfOpen);
  });
});
