/** What a cache does for the stores and indexes behind it. */

import { ASK, FOUND, STANDS_FOR } from '../../engine/asks.ts';

/** The order of the spec's options. */
export const PATTERN = { aside: 0, readThrough: 1, writeThrough: 2, writeBack: 3 } as const;

/** As callers read it from `Instances.standsFor`. */
export const standsFor = (pattern: number, keepsResults: boolean): number =>
  (pattern >= PATTERN.readThrough ? STANDS_FOR.reads : 0) |
  (pattern >= PATTERN.writeThrough ? STANDS_FOR.writes : 0) |
  (keepsResults ? STANDS_FOR.results : 0);

/** Whether a row's value comes with a call or goes with its answer. @param asked one of `ASK` @param found what the answer says, of `FOUND` */
export const movesRow = (asked: number, found: number): boolean =>
  asked === ASK.set ||
  asked === ASK.found ||
  ((asked === ASK.get || asked === ASK.find) && (found === FOUND.yes || found === FOUND.refresh));
