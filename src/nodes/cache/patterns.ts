/** What a cache does for the stores and indexes behind it. */

import { STANDS_FOR } from '../../engine/asks.ts';

/** The order of the spec's options. */
export const PATTERN = { aside: 0, readThrough: 1, writeThrough: 2, writeBack: 3 } as const;

/** As callers read it from `Instances.standsFor`. */
export const standsFor = (pattern: number, keepsResults: boolean): number =>
  (pattern >= PATTERN.readThrough ? STANDS_FOR.reads : 0) |
  (pattern >= PATTERN.writeThrough ? STANDS_FOR.writes : 0) |
  (keepsResults ? STANDS_FOR.results : 0);
