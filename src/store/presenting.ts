/** Presenter mode: whether it is on, and what stands before the page in it. Never saved; the page looks as before when it is left. */

import { createStore } from 'zustand/vanilla';

/** What stands on the timeline, as far as somebody who presents goes along it. */
export interface Scene {
  /** Simulated seconds. */
  time: number;
  /** `ahead`: planned, and not played yet. */
  kind: 'event' | 'ahead' | 'pin';
  words: string;
  /** Of several in one place the lowest speaks. */
  rank: number;
}

export interface PresentingState {
  isOn: boolean;
  /** What covers the screen: nothing but black, or a code of this moment. */
  cover: 'black' | 'code' | null;
  /** When the time that was given to the class is over, ms of `performance.now`; null while no timer is shown. */
  timerEndsAt: number | null;
  /** What the teacher reads stands in a window of its own. */
  hasNotes: boolean;
}

/** Written by the timeline. */
export const scenesStore = createStore<{ scenes: readonly Scene[] }>()(() => ({ scenes: [] }));

const off: PresentingState = { isOn: false, cover: null, timerEndsAt: null, hasNotes: false };

export const presentingStore = createStore<PresentingState>()(() => off);

export function present(): void {
  presentingStore.setState({ isOn: true });
  wholeScreen();
}

/** Called while a key or button is being pressed: only then a browser gives the whole screen. Without it the page has to do. */
export function wholeScreen(): void {
  void document.documentElement.requestFullscreen?.()?.catch(() => undefined);
}

export function stopPresenting(): void {
  presentingStore.setState(off);
}
