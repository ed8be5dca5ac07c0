/** What the story of the run says now, for those who show it beside the parts. Written by the story pane; never saved. */

import { createStore } from 'zustand/vanilla';
import type { Id } from '../design/design.ts';

export interface StoryState {
  /** Where it began: the part, and the simulated second; null while nothing is wrong, or nobody may know. */
  cause: { node: Id; since: number; isDown: boolean } | null;
  /** Parts whose calls end up there. */
  victims: readonly Id[];
  /** Whether users notice. */
  isFailing: boolean;
  /** Simulated second of the newest frame. */
  at: number;
}

export const noStory: StoryState = { cause: null, victims: [], isFailing: false, at: 0 };
export const storyStore = createStore<StoryState>()(() => noStory);
