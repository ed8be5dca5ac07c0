/** The sweep of the page: points, and the worlds of each as they come. */

import type { Design } from '../design/design.ts';
import { replicate } from '../runner/replicate.ts';
import { type Sweep, type SweepAsked, type SweepPoint, sweepOf } from '../runner/sweep.ts';
import type { World } from '../runner/world.ts';
import { createTrial } from './trial.ts';

export interface Swept {
  points: readonly SweepPoint[];
  /** Per point. */
  played: readonly (readonly World[])[];
}

export const sweepTrial = createTrial<SweepAsked, Swept>({ points: [], played: [] });

/** @returns why it cannot be played; null when it has begun */
export function startSweep(design: Design, asked: SweepAsked): Extract<Sweep, { ok: false }> | null {
  const swept = sweepOf(design, asked);
  if (!swept.ok) return swept;
  const { points } = swept;
  sweepTrial.begin(design, asked, (crew, say) => {
    say.result(() => ({ points, played: points.map(() => []) }));
    return replicate(
      crew,
      points.map(({ plan }) => plan),
      asked.worlds,
      {
        onWorld: (point, world) =>
          say.result(({ played }) => ({ points, played: played.map((list, at) => (at === point ? [...list, world] : list)) })),
        onProgress: say.share,
        onFailed: (_, _world, reason) => say.failed(reason),
      },
    );
  });
  return null;
}
