/**
 * The document in hand, and its history. Everything that changes a design goes through `edit`: one call, one undo step;
 * a gesture (a drag, a slider) is opened once and closed once, however many edits it makes.
 */

import { createStore } from 'zustand/vanilla';
import type { Design } from '../design/design.ts';
import { emptyDesign } from '../design/edits.ts';
import { beginGesture, emptyHistory, endGesture, type History, record, stepBack, stepForward } from './history.ts';

/** Whose document this is: one's own saved one, or somebody else's that was opened by link and is only looked at. */
export type Ownership = 'mine' | 'preview';

export interface DesignState {
  /** Key of the storage record; a preview has none until it is made one's own. */
  documentId: string | null;
  ownership: Ownership;
  design: Design;
  history: History;
  /** Replaces the document (open, template, link) and forgets the history. */
  open(design: Design, documentId: string | null, ownership: Ownership): void;
  /** `label` is a key of the dictionary's `edits`, shown in "Undo ..." . An edit that returns the same design is no step. @returns whether anything was changed: an assignment may refuse */
  edit(label: string, change: (design: Design) => Design): boolean;
  beginGesture(label: string): void;
  endGesture(): void;
  undo(): void;
  redo(): void;
}

/** Says whether a change keeps the rules of the assignment in hand. Until somebody does, nothing of an assignment is changed. */
let keeper: ((before: Design, after: Design) => boolean) | null = null;
export const setKeeper = (keeps: typeof keeper): void => {
  keeper = keeps;
};

export const designStore = createStore<DesignState>()((set, get) => ({
  documentId: null,
  ownership: 'mine',
  design: emptyDesign(),
  history: emptyHistory,
  open: (design, documentId, ownership) => set({ design, documentId, ownership, history: emptyHistory }),
  edit: (label, change) => {
    const { design, history } = get();
    const next = change(design);
    if (next === design || (design.assignment && !keeper?.(design, next))) return false;
    set({ design: next, history: record(history, label, design) });
    return true;
  },
  beginGesture: (label) => set(({ history, design }) => ({ history: beginGesture(history, label, design) })),
  endGesture: () => set(({ history, design }) => ({ history: endGesture(history, design) })),
  undo: () => set(({ history, design }) => stepBack(history, design) ?? {}),
  redo: () => set(({ history, design }) => stepForward(history, design) ?? {}),
}));
