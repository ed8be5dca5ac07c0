/** What one sitting remembers and undo does not: selection, open panes, language, theme. */

import { createStore } from 'zustand/vanilla';
import type { Id } from '../design/design.ts';
import type { DesignProblem } from '../design/parse.ts';
import type { Repair } from '../design/repairs.ts';
import type { SharedMoment } from '../design/sharedMoment.ts';
import type { SharedVerdict } from '../design/sharedVerdict.ts';
import type { ForeignFormat } from '../exchange/readForeign.ts';
import type { Finding } from '../exchange/sketch.ts';
import type { NodeKind } from '../nodes/specs.ts';
import type { LinkReading } from './linkReading.ts';

export type Theme = 'system' | 'light' | 'dark' | 'projector';
export type Locale = 'en' | 'ko';
export type DialogName =
  | 'share'
  | 'templates'
  | 'trace'
  | 'shortcuts'
  | 'report'
  | 'link-problem'
  | 'about'
  | 'docs'
  | 'physics'
  | 'replicas'
  | 'sweep'
  | 'capacity'
  | 'weakPoints'
  | 'compare'
  | 'notebook'
  | 'requirements'
  | 'imported'
  | 'learn'
  | 'glossary'
  | 'marking'
  | 'interview'
  | 'assignment'
  | 'erase'
  | 'versions'
  | 'commands';

export interface Selection {
  nodes: readonly Id[];
  links: readonly Id[];
  groups: readonly Id[];
  notes: readonly Id[];
}

/** What the next click on the canvas does. */
export type Tool = { name: 'select' } | { name: 'place'; kind: NodeKind | 'region' | 'note' } | { name: 'connect'; from: Id };

export interface SessionState {
  selection: Selection;
  tool: Tool;
  dialog: DialogName | null;
  /** The kind that the dialog `docs` is about. */
  docsOf: NodeKind | null;
  theme: Theme;
  locale: Locale;
  /** Shortcuts that are one letter, digit or sign alone. */
  letterKeys: boolean;
  /** The run slows down for a moment when trouble begins, so that it can be seen. */
  autoSlow: boolean;
  /** Dots on the canvas; off by itself under reduced motion. */
  traffic: boolean;
  /** The overview map; null: shown by itself where a design is large. */
  map: boolean | null;
  chartsOpen: boolean;
  /** Single requests are looked into, in the place of the charts. */
  requestsOpen: boolean;
  inspectorOpen: boolean;
  paletteOpen: boolean;
  /** The design as a picture, or as a list that reads aloud. */
  view: 'canvas' | 'outline';
  /** How much the page tells a screen reader by itself: see `ui/announce.ts`. */
  hearing: 'off' | 'events' | 'verbose';
  /** An interview is taken (`store/interview.ts`), and how. */
  interview: 'coach' | 'strict' | null;
  /** Charts are not shown before the design has been checked once: a strict interview. */
  chartsLocked: boolean;
  /** A short sentence that goes away by itself, e.g. after a deletion, with an undo button. */
  toast: { id: number; text: string; undo: boolean } | null;
  /** What persistence last did, for the words beside the title. */
  saved: { state: 'saved'; at: number } | { state: 'saving' } | { state: 'failed'; reason: string } | { state: 'preview' };
  /** What became of the drawing that was opened last, for the dialog `imported`. */
  imported: { format: ForeignFormat; findings: readonly Finding[] } | null;
  /** Whether the page works without a network, or a newer version of it waits; null while it is not known. */
  offline: 'ready' | 'newer' | null;
  /** Why a link, a file or a saved design could not be opened, for the dialog `link-problem`. */
  linkProblem: {
    from: 'link' | 'file' | 'shelf';
    /** Of the saved design. */
    id?: string;
    problem: Extract<LinkReading, { ok: false }>['problem'] | DesignProblem | { code: 'no-lesson' };
  } | null;
  /**
   * What was mended when the document in hand was opened, and whether another engine made it (its numbers may differ): then what its run
   * came to there, if its link says so.
   */
  opened: { repairs: readonly Repair[]; damagedCopies: number; otherEngine: boolean; verdict?: SharedVerdict | null };
  /** Why the document in hand is only looked at; null when it is one's own. */
  previewOf: 'link' | 'other-tab' | 'case' | 'lesson' | 'erased' | null;
  /** The second of its run at which the document in hand was opened, as its link says. */
  moment: SharedMoment | null;
  /** Id of the lesson that is taken, in the place of the settings; see `store/lesson.ts`. */
  lesson: string | null;
  /** The list of parts offers only these; null: all of them. */
  offered: readonly NodeKind[] | null;
  /** Whether an assignment locks a setting of a part or wire; without it nothing is locked. */
  locked?: ((id: Id, field: string) => boolean) | null;
  /** A response time that was guessed in a lesson, for the chart to hold against the run. */
  guessSeconds: number | null;
  /** A guess is asked for before the run may go on. */
  runLocked: boolean;
  select(selection: Partial<Selection>): void;
  set(change: Partial<Omit<SessionState, 'select' | 'set'>>): void;
}

export const noSelection: Selection = { nodes: [], links: [], groups: [], notes: [] };

export const openedWhole: SessionState['opened'] = { repairs: [], damagedCopies: 0, otherEngine: false };

export const sessionStore = createStore<SessionState>()((set) => ({
  selection: noSelection,
  tool: { name: 'select' },
  dialog: null,
  docsOf: null,
  theme: 'system',
  locale: 'en',
  letterKeys: true,
  autoSlow: true,
  traffic: true,
  map: null,
  chartsOpen: true,
  requestsOpen: false,
  inspectorOpen: true,
  paletteOpen: true,
  view: 'canvas',
  hearing: 'events',
  interview: null,
  chartsLocked: false,
  toast: null,
  saved: { state: 'saving' },
  imported: null,
  offline: null,
  linkProblem: null,
  opened: openedWhole,
  previewOf: null,
  moment: null,
  lesson: null,
  offered: null,
  guessSeconds: null,
  runLocked: false,
  select: (selection) => set({ selection: { ...noSelection, ...selection } }),
  set: (change) => set(change),
}));
