/**
 * How long each phase of an interview took. A phase begins when the candidate says so, or by the first thing that belongs to it (an estimate, a part
 * that is drawn, a check, the drill, the report); no clock ends one. Pure.
 */

import { type Pace, type PhaseId, phases } from './interview.ts';
import { type Extra, limitOf } from './interviewClock.ts';

/** From this second of the interview on it was this phase. */
export interface PhaseBegin {
  phase: PhaseId;
  at: number;
}

export const firstPhase: readonly PhaseBegin[] = [{ phase: 'requirements', at: 0 }];

const placeOf = (phase: PhaseId): number => phases.findIndex(({ id }) => id === phase);
export const phaseIn = (begins: readonly PhaseBegin[]): PhaseId => begins.at(-1)?.phase ?? 'requirements';

/** The candidate says which phase it is, a later or an earlier one. */
export const wentTo = (begins: readonly PhaseBegin[], phase: PhaseId, at: number): readonly PhaseBegin[] =>
  phaseIn(begins) === phase ? begins : [...begins, { phase, at }];

/** What was done belongs to a phase: it begins, unless a later one already has. */
export const movedOn = (begins: readonly PhaseBegin[], phase: PhaseId, at: number): readonly PhaseBegin[] =>
  placeOf(phase) > placeOf(phaseIn(begins)) ? wentTo(begins, phase, at) : begins;

/** Seconds that a phase took up to now, all its parts together. */
export const secondsIn = (begins: readonly PhaseBegin[], phase: PhaseId, elapsed: number): number =>
  begins.reduce((sum, begin, i) => (begin.phase === phase ? sum + Math.max(0, (begins[i + 1]?.at ?? elapsed) - begin.at) : sum), 0);

/** Seconds meant for a phase; null without a clock. */
export const budgetOf = (phase: PhaseId, pace: Pace, extra: Extra): number | null =>
  pace === 0 ? null : 60 * (phases.find(({ id }) => id === phase)?.minutes ?? 0) * pace + (extra[phase] ?? 0);

export interface PhaseTime {
  phase: PhaseId;
  seconds: number;
  /** Null without a clock. */
  budget: number | null;
}

/** Of every phase, in their order. */
export const phaseTimes = (begins: readonly PhaseBegin[], elapsed: number, pace: Pace, extra: Extra): PhaseTime[] =>
  phases.map(({ id }) => ({ phase: id, seconds: secondsIn(begins, id, elapsed), budget: budgetOf(id, pace, extra) }));

/** Share of a phase's time from which it is said that it will be over. */
const amberFrom = 0.8;

export interface PhaseNow {
  phase: PhaseId;
  /** Seconds of the phase; below 0 once it took longer than was meant. Null without a clock. */
  left: number | null;
  /** Seconds of the whole interview; below 0 once its time is over. */
  wholeLeft: number | null;
  isAmber: boolean;
  /** The one that comes after it. */
  next: PhaseId | null;
}

export function phaseNow(begins: readonly PhaseBegin[], elapsed: number, pace: Pace, extra: Extra): PhaseNow {
  const phase = phaseIn(begins);
  const budget = budgetOf(phase, pace, extra);
  const limit = limitOf(pace, extra);
  const seconds = secondsIn(begins, phase, elapsed);
  const wholeLeft = limit === null ? null : limit - elapsed;
  return {
    phase,
    left: budget === null ? null : budget - seconds,
    wholeLeft,
    isAmber: (budget !== null && seconds >= amberFrom * budget) || (wholeLeft !== null && wholeLeft < 0),
    next: phases[placeOf(phase) + 1]?.id ?? null,
  };
}
