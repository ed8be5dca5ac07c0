import { describe, expect, it } from 'vitest';
import { phases } from './interview.ts';
import { budgetOf, firstPhase, movedOn, phaseNow, phaseTimes, secondsIn, wentTo } from './interviewPhases.ts';

describe('phases', () => {
  it('take 45 minutes together as they are meant, at another pace longer, and none without a clock', () => {
    const meant = (pace: 0 | 1 | 1.5 | 2) => phases.map(({ id }) => budgetOf(id, pace, {}));
    expect(meant(1)).toEqual([300, 420, 720, 720, 360, 180]);
    expect(meant(1.5).reduce((sum, each) => sum! + each!, 0)).toBe(67.5 * 60);
    expect(meant(0).every((each) => each === null)).toBe(true);
    expect(budgetOf('design', 1, { design: 300 })).toBe(1020);
  });

  it('begin when the candidate says so, and what was spent in them is added up, also of one that is gone back to', () => {
    let begins = wentTo(firstPhase, 'design', 200);
    begins = wentTo(begins, 'requirements', 500);
    begins = wentTo(begins, 'requirements', 550);
    begins = wentTo(begins, 'design', 600);
    expect(begins).toHaveLength(4);
    expect(secondsIn(begins, 'requirements', 1000)).toBe(300);
    expect(secondsIn(begins, 'design', 1000)).toBe(700);
    const times = phaseTimes(begins, 1000, 1, {});
    expect(times.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(1000);
    expect(times[3]).toEqual({ phase: 'deep-dive', seconds: 0, budget: 720 });
  });

  it('begin by what is done, and never go back by it', () => {
    const drawn = movedOn(firstPhase, 'design', 90);
    expect(drawn.at(-1)).toEqual({ phase: 'design', at: 90 });
    expect(movedOn(drawn, 'estimates', 100)).toBe(drawn);
    expect(movedOn(drawn, 'design', 100)).toBe(drawn);
  });

  it('never end by a clock: it says when a fifth is left, and by how much they took too long', () => {
    expect(phaseNow(firstPhase, 239, 1, {})).toEqual({
      phase: 'requirements',
      left: 61,
      wholeLeft: 2461,
      isAmber: false,
      next: 'estimates',
    });
    expect(phaseNow(firstPhase, 240, 1, {})).toMatchObject({ left: 60, isAmber: true });
    expect(phaseNow(firstPhase, 330, 1, {})).toMatchObject({ phase: 'requirements', left: -30, isAmber: true });
    const wrap = wentTo(firstPhase, 'wrap', 2690);
    expect(phaseNow(wrap, 2695, 1, {})).toMatchObject({ left: 175, wholeLeft: 5, isAmber: false, next: null });
    expect(phaseNow(wrap, 2705, 1, {})).toMatchObject({ wholeLeft: -5, isAmber: true });
    expect(phaseNow(wrap, 9999, 0, {})).toMatchObject({ left: null, wholeLeft: null, isAmber: false });
  });
});
