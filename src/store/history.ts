/** Undo and redo as two stacks of designs held by reference (a design is small and immutable). Pure. */

import type { Design } from '../design/design.ts';

export interface Step {
  label: string;
  design: Design;
}

export interface History {
  past: readonly Step[];
  future: readonly Step[];
  /** The open gesture: the design before it, restored by one undo. */
  gesture: Step | null;
}

export const emptyHistory: History = { past: [], future: [], gesture: null };

/** Enough for a long session; each step shares almost everything with its neighbours. */
const longest = 300;

const push = (past: readonly Step[], step: Step): readonly Step[] => [...past, step].slice(-longest);

/** Notes that `before` was changed. Inside a gesture nothing is noted: the gesture's own start stands for all of it. */
export function record(history: History, label: string, before: Design): History {
  if (history.gesture) return { ...history, future: [] };
  return { past: push(history.past, { label, design: before }), future: [], gesture: null };
}

export function beginGesture(history: History, label: string, now: Design): History {
  return { ...endGesture(history, now), gesture: { label, design: now } };
}

/** Closes the gesture; one that changed nothing leaves no step. */
export function endGesture(history: History, now: Design): History {
  const { gesture } = history;
  if (!gesture) return history;
  if (gesture.design === now) return { ...history, gesture: null };
  return { past: push(history.past, gesture), future: [], gesture: null };
}

export function stepBack(open: History, now: Design): { design: Design; history: History } | null {
  const history = endGesture(open, now);
  const last = history.past.at(-1);
  if (!last) return null;
  return {
    design: last.design,
    history: { past: history.past.slice(0, -1), future: [{ label: last.label, design: now }, ...history.future], gesture: null },
  };
}

export function stepForward(open: History, now: Design): { design: Design; history: History } | null {
  const history = endGesture(open, now);
  const next = history.future[0];
  if (!next) return null;
  return {
    design: next.design,
    history: { past: push(history.past, { label: next.label, design: now }), future: history.future.slice(1), gesture: null },
  };
}
