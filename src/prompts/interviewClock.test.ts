import { describe, expect, it } from 'vitest';
import { clockAt, extended, limitOf, lookedAt, resumedAt } from './interviewClock.ts';

const begun = 1_000_000;
const wall = (seconds: number) => begun + 1000 * seconds;

describe('bad input 69: the clock of an interview', () => {
  it('goes second by second, and a glance elsewhere is not told', () => {
    const clock = lookedAt(lookedAt(clockAt(begun), wall(1), false), wall(2), false);
    expect(clock).toMatchObject({ elapsed: 2, away: 0, marks: [] });
    expect(lookedAt(lookedAt(clock, wall(2.1), true), wall(2.6), false).marks).toEqual([]);
  });

  it('a hidden page counts as time, and as away', () => {
    const hidden = lookedAt(clockAt(begun), wall(60), true);
    const looking = [100, 200, 250].reduce((clock, at) => lookedAt(clock, wall(at), at < 250), lookedAt(hidden, wall(61), true));
    // the first minute had no look in it: the page slept
    expect(looking.elapsed).toBe(250);
    expect(looking.marks).toEqual([{ at: 0, what: 'away', seconds: 250 }]);
    const awake = Array.from({ length: 60 }, (_, i) => i + 1).reduce((clock, at) => lookedAt(clock, wall(at), false), clockAt(begun));
    const away = lookedAt(lookedAt(awake, wall(60), true), wall(250), false);
    expect(away.away).toBe(190);
    expect(away.marks).toEqual([{ at: 60, what: 'away', seconds: 190 }]);
  });

  it('a machine that slept was away, though it never said that it would be', () => {
    expect(lookedAt(clockAt(begun), wall(190), false)).toMatchObject({
      elapsed: 190,
      away: 190,
      marks: [{ at: 0, what: 'away', seconds: 190 }],
    });
  });

  it('a clock set back takes no time away and is marked; put right by a little it is not', () => {
    const clock = lookedAt(clockAt(begun), wall(4), false);
    const back = lookedAt(clock, wall(4 - 3600), false);
    expect(back).toMatchObject({ elapsed: 4, marks: [{ at: 4, what: 'clock-back', seconds: 3600 }] });
    expect(lookedAt(back, wall(5 - 3600), false).elapsed).toBe(5);
    expect(lookedAt(clock, wall(3.9), false).marks).toEqual([]);
  });

  it('a reload is marked with the time it took, also over a clock that was set back', () => {
    const clock = lookedAt(clockAt(begun), wall(4), false);
    expect(resumedAt(clock, wall(34), 'reload')).toMatchObject({
      elapsed: 34,
      away: 30,
      marks: [{ at: 4, what: 'reload', seconds: 30 }],
    });
    expect(resumedAt(clock, wall(-100), 'other-tab').marks.map(({ what }) => what)).toEqual(['clock-back', 'other-tab']);
  });

  it('more time is marked, and moves the end', () => {
    expect(extended(clockAt(begun), 300).marks).toEqual([{ at: 0, what: 'extended', seconds: 300 }]);
    expect([limitOf(1, {}), limitOf(1.5, { design: 300 }), limitOf(0, {})]).toEqual([2700, 4350, null]);
  });
});
