/** Parts that were found to be single points of failure: outlined on the canvas until the design runs otherwise. Never saved. */

import { createStore } from 'zustand/vanilla';
import type { Id } from '../design/design.ts';

export interface FoundState {
  /** Share of the search that is done, 0 to 1; null while nobody searches. */
  share: number | null;
  /** By part: the longest time in a row, in seconds, for which its loss took more than half of the requests. */
  secondsBelow: ReadonlyMap<Id, number>;
}

export const foundStore = createStore<FoundState>()(() => ({ share: null, secondsBelow: new Map() }));
