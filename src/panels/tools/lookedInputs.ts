/** What the numbers of a monitor's board are made of, as their explanations name it. Pure. */

import type { BoardHost, BoardTier } from '../../engine/boardView.ts';
import { given } from '../../ui/given.ts';

export type LookedNumber = 'rate' | 'errors' | 'busy' | 'p99';

interface Look {
  /** Simulated second of the newest look; -1 = never. */
  at: number;
  /** Seconds from look to look, as the monitor is set. */
  every: number;
}

/**
 * Of a tier (which says how many of its hosts answered) or of one host.
 * @returns for each number what `Why` carries of it; rates are of answers a second
 */
export function lookedInputs(
  looked: Pick<BoardHost, 'answersPerSecond' | 'failedShare'> & Partial<Pick<BoardTier, 'there' | 'up'>>,
  { at, every }: Look,
): Readonly<Record<LookedNumber, string>> {
  const { answersPerSecond, failedShare } = looked;
  // only a tier has hosts; whether a host itself is up stands beside its name
  const up = looked.there === undefined ? null : (looked.up ?? null);
  const look = { to: at >= 0 ? at : null, everyLook: every };
  return {
    rate: given({ ...look, up, hostRate: up ? answersPerSecond / up : null }),
    errors: given({ ...look, failedRate: failedShare * answersPerSecond, answeredRate: answersPerSecond }),
    busy: given({ ...look, up }),
    p99: given({ ...look, up, answeredRate: answersPerSecond }),
  };
}
