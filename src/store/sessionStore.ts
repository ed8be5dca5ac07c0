/** What one sitting remembers and undo does not: selection, open panes, language, theme. */

import { createStore } from 'zustand/vanilla';
import type { LinkProblem } from '../design/codec.ts';
import type { Id } from '../design/design.ts';
import type { DesignProblem } from '../design/parse.ts';
import type { Repair } from '../design/repairs.ts';
import type { NodeKind } from '../nodes/specs.ts';

export type Theme = 'system' | 'light' | 'dark';
export type Locale = 'en' | 'ko';
export type DialogName = 'share' | 'templates' | 'trace' | 'shortcuts' | 'report' | 'link-problem' | 'about' | 'physics' | 'replicas';

export interface Selection {
  nodes: readonly Id[];
  links: readonly Id[];
  groups: readonly Id[];
}

/** What the next click on the canvas does. */
export type Tool = { name: 'select' } | { name: 'place'; kind: NodeKind | 'region' } | { name: 'connect'; from: Id };

export interface SessionState {
  selection: Selection;
  tool: Tool;
  dialog: DialogName | null;
  theme: Theme;
  locale: Locale;
  /** Dots on the canvas; off by itself under reduced motion. */
  traffic: boolean;
  chartsOpen: boolean;
  inspectorOpen: boolean;
  paletteOpen: boolean;
  /** A short sentence that goes away by itself, e.g. after a deletion, with an undo button. */
  toast: { id: number; text: string; undo: boolean } | null;
  /** What persistence last did, for the words beside the title. */
  saved: { state: 'saved'; at: number } | { state: 'saving' } | { state: 'failed'; reason: string } | { state: 'preview' };
  /** Why a link or file could not be opened, for the dialog `link-problem`. */
  linkProblem: { from: 'link' | 'file'; problem: LinkProblem | DesignProblem } | null;
  /** What was mended when the document in hand was opened, and whether another engine made it (its numbers may differ). */
  opened: { repairs: readonly Repair[]; damagedCopies: number; otherEngine: boolean };
  /** Why the document in hand is only looked at; null when it is one's own. */
  previewOf: 'link' | 'other-tab' | 'case' | null;
  select(selection: Partial<Selection>): void;
  set(change: Partial<Omit<SessionState, 'select' | 'set'>>): void;
}

export const noSelection: Selection = { nodes: [], links: [], groups: [] };

export const openedWhole: SessionState['opened'] = { repairs: [], damagedCopies: 0, otherEngine: false };

export const sessionStore = createStore<SessionState>()((set) => ({
  selection: noSelection,
  tool: { name: 'select' },
  dialog: null,
  theme: 'system',
  locale: 'en',
  traffic: true,
  chartsOpen: true,
  inspectorOpen: true,
  paletteOpen: true,
  toast: null,
  saved: { state: 'saving' },
  linkProblem: null,
  opened: openedWhole,
  previewOf: null,
  select: (selection) => set({ selection: { ...noSelection, ...selection } }),
  set: (change) => set(change),
}));
