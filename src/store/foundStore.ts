/** Parts that were found to be single points of failure: outlined on the canvas until the design runs otherwise. Never saved. */

import { createStore } from 'zustand/vanilla';
import type { Id } from '../design/design.ts';

export interface FoundState {
  /** By part: for how many seconds its loss kept users from being served. */
  secondsBelow: ReadonlyMap<Id, number>;
}

export const foundStore = createStore<FoundState>()(() => ({ secondsBelow: new Map() }));
