/** What tells the draws and the calls of one request at one part apart: steps, rounds, branches. */

import { REAL } from '../calls.ts';
import type { Network } from '../network.ts';

/** Apart from each other, the salts of what one request asks for: row numbers go up to 20, salts to 63. */
export const SALT = {
  lookUp: 0,
  set: 20,
  write: 40,
  invalidate: 41,
  publish: 42,
  service: 43,
  fork: 44,
  search: 45,
  file: 46,
  indexing: 47,
  recall: 48,
  remember: 49,
} as const;

/** Whether a request has computed for the last time. Which links are asked depends on it. */
export const PHASE = { last: 0, between: 1 } as const;

/** Far above the salts of one round: for draws about computing, and for calls below. */
const roundSalt = 0x1000000;
const roundStride = 0x5bd1e5;

/** `memo` of a request inside: rounds done, times two, plus the phase. */
export const phaseOf = (memo: number): number => memo & 1;

/** To be added to the salt of a draw about computing: a request that computes again meets fresh luck. */
export const saltOfRound = (memo: number): number => Math.imul(memo, roundSalt);

/** The salt to `send` with for a step of a request. */
export function saltOfStep(net: Network, call: number, step: number): number {
  const rounds = net.calls.reals[call | REAL.memo] >> 1;
  const salt = net.saltBelow(call) * 64 + step;
  return rounds === 0 ? salt : salt + Math.imul(rounds, roundStride) * 64;
}
