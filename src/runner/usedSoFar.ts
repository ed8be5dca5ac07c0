/** What a run that goes on has used: each of its frames is read once. Pure but for what it remembers. */

import type { Frame, FrameLayout } from '../engine/frame.ts';
import type { Plan } from '../engine/plan.ts';
import { createUseBook, type Used } from './used.ts';

/**
 * Takes the frames of a run so far. Where they go on from those of the call before, only the new ones are read; another run,
 * an earlier moment and another future are read from the beginning.
 */
export function createUsedSoFar(): (plan: Pick<Plan, 'nodes'>, layout: FrameLayout, frames: readonly Frame[]) => Used {
  let of: FrameLayout | null = null;
  let book = createUseBook({ nodes: [] });
  let first: Frame | undefined;
  let last: Frame | undefined;
  let count = 0;
  return (plan, layout, frames) => {
    const goesOn = layout === of && count <= frames.length && frames[0] === first && frames[count - 1] === last;
    if (!goesOn) {
      of = layout;
      book = createUseBook(plan);
      count = 0;
    }
    for (; count < frames.length; count++) book.add(frames[count], layout);
    first = frames[0];
    last = frames.at(-1);
    return book.close();
  };
}
