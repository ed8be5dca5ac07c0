/** What a presenter puts before the page and beside it, as keys ask for it. Fetched with presenter mode. */

import { type PresentingState, presentingStore } from './presenting.ts';

/** Five minutes of free play, as lessons begin. */
const usualTimerMs = 300_000;

/** Shows it, or takes it away again. */
export function cover(by: NonNullable<PresentingState['cover']>): void {
  presentingStore.setState((state) => ({ cover: state.cover === by ? null : by }));
}

export function uncover(): void {
  presentingStore.setState({ cover: null });
}

export function setNotes(hasNotes: boolean): void {
  presentingStore.setState({ hasNotes });
}

export function toggleTimer(): void {
  presentingStore.setState(({ timerEndsAt }) => ({ timerEndsAt: timerEndsAt === null ? performance.now() + usualTimerMs : null }));
}

/** A minute more, or less; what is over begins anew. */
export function moveTimer(byMs: number): void {
  const now = performance.now();
  presentingStore.setState(({ timerEndsAt }) => ({ timerEndsAt: Math.max(now, Math.max(now, timerEndsAt ?? now) + byMs) }));
}
