/** What was found to be a single point of failure: outlined on the canvas until the design runs otherwise. Never saved. */

import { createStore } from 'zustand/vanilla';
import type { Id } from '../design/design.ts';

export interface WeakMark {
  on: 'part' | 'wire';
  /** 1 is the one whose loss costs most. */
  rank: number;
  /** For how many seconds its loss kept users from being served. */
  secondsBelow: number;
}

export interface FoundState {
  /** By part or wire, the worst first. */
  marks: ReadonlyMap<Id, WeakMark>;
}

export const foundStore = createStore<FoundState>()(() => ({ marks: new Map() }));
