/** What is wrong with the next version, or the next configuration. */

import { type Flaws, noFlaws } from '../../engine/releases.ts';

/** In the order of the spec's options. */
const BUG = { none: 0, errors: 1, latency: 2, leak: 3 } as const;

/** Where the fields that say so stand in `params`. */
interface BugPlaces {
  readonly bug: number;
  readonly bugErrors: number;
  readonly bugSlow: number;
  readonly leakMBPerMinute: number;
  readonly memoryGB: number;
}

/** As the fields say now; `noFlaws` itself when nothing is wrong. */
export function flawsSet(params: Float64Array, places: BugPlaces): Flaws {
  switch (params[places.bug]) {
    case BUG.errors:
      return { ...noFlaws, errors: params[places.bugErrors] / 100 };
    case BUG.latency:
      return { ...noFlaws, burden: params[places.bugSlow] };
    case BUG.leak:
      return { ...noFlaws, leakSeconds: (params[places.memoryGB] * 1024 * 60) / params[places.leakMBPerMinute] };
    default:
      return noFlaws;
  }
}
