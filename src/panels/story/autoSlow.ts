/**
 * At the first trouble of a run the clock goes slowly for a moment, so that it can be seen; where people asked for less motion it stands
 * instead. Only the clock: results are the same at every speed.
 */

export const slowSpeed = 0.25;
/** Wall time. */
export const slowMillis = 2000;
/** Who plays faster than this wants to be through. */
const fastest = 16;

export interface Playing {
  runId: number;
  status: string;
  speed: number;
  /** The page's preference. */
  isOn: boolean;
  /** Less motion was asked for. */
  isStill: boolean;
  /** Whether users notice trouble. */
  isTrouble: boolean;
}

export type SlowAct = 'slow' | 'pause' | null;

/** Remembers which runs have been slowed, or stood in trouble when they were first looked at; pure but for that. */
export function createAutoSlow(): (now: Playing) => SlowAct {
  let seen = -1;
  let calm = -1;
  return ({ runId, status, speed, isOn, isStill, isTrouble }) => {
    if (seen === runId) return null;
    if (!isTrouble) {
      if (status === 'playing') calm = runId;
      return null;
    }
    seen = runId;
    // a run that is opened in the middle of it, or was led there in one leap, has nothing to show beginning
    if (status !== 'playing' || calm !== runId || !isOn || speed > fastest || speed <= slowSpeed) return null;
    return isStill ? 'pause' : 'slow';
  };
}
