/** A hidden tab stops its clock, and the run goes on from there: who comes back is told so, if it was playing. */

import { say } from '../../actions/toast.ts';
import { runStore } from '../../store/runStore.ts';
import { formatClock } from '../../ui/format.ts';

/** @param words of the moment at which the clock stopped; returns how to stop */
export function watchHiding(words: (time: string) => string): () => void {
  let stoodAt: number | null = null;
  const onChange = (): void => {
    const { status, time } = runStore.getState();
    if (document.hidden) {
      // The run controller may have heard of it first: what it asked the worker has not been answered yet.
      if (status === 'playing') stoodAt = time;
    } else if (stoodAt !== null) {
      say(words(formatClock(stoodAt)));
      stoodAt = null;
    }
  };
  document.addEventListener('visibilitychange', onChange);
  return () => document.removeEventListener('visibilitychange', onChange);
}
