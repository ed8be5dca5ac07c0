/** What is kept of an interview on this device, so that a reload does not end it. What an older page kept goes on, too. */

import type { BuildStep } from '../prompts/buildHistory.ts';
import type { Drill } from '../prompts/drill.ts';
import type { DeckId } from '../prompts/faultDeck.ts';
import type { Mode, Pace } from '../prompts/interview.ts';
import { type Clock, clockAt, type Extra } from '../prompts/interviewClock.ts';
import { firstPhase, type PhaseBegin } from '../prompts/interviewPhases.ts';
import type { PromptId } from '../prompts/prompt.ts';
import { isPromptId } from '../prompts/registry.ts';
import { buildKey, interviewKey } from './interviewKey.ts';

export interface Kept {
  prompt: PromptId;
  mode: Mode;
  pace: Pace;
  clock: Clock;
  extra: Extra;
  /** The document that is drawn in; null where an older page did not say. */
  documentId: string | null;
  asked: readonly string[];
  estimates: Readonly<Record<string, number>>;
  /** SHA-256 of the chaos, in hexadecimal; '' where the browser cannot. */
  commitment: string;
  /** A check was made: in strict mode charts are shown from then on. */
  hasChecked: boolean;
  /** What the drill is drawn from. */
  luck: string;
  drill: Drill | null;
  /** With somebody who interviews: which session, and the marks of the faults that were chosen. */
  session: { id: string; marks: readonly string[] } | null;
  /** When which phase began, in seconds of the interview. */
  phases: readonly PhaseBegin[];
  /** Seconds that somebody wants to find again. */
  bookmarks: readonly number[];
  /** Codes that struck, at seconds of the interview. */
  struck: readonly { at: number; code: string; fault: DeckId }[];
}

/** As pages kept it before there were strict mode, drill and sessions. */
interface KeptBefore {
  beganAt?: number;
  away?: number;
}

/** Null where there is nothing to go on with. */
export function parseKept(text: string | null): Kept | null {
  try {
    const given = JSON.parse(text ?? 'null') as (Partial<Kept> & KeptBefore) | null;
    if (typeof given !== 'object' || given === null || !isPromptId(String(given.prompt))) return null;
    const { prompt, beganAt = 0, away = 0, ...rest } = given;
    return {
      mode: 'coach',
      pace: 1,
      clock: { ...clockAt(beganAt), away },
      extra: {},
      documentId: null,
      asked: [],
      estimates: {},
      commitment: '',
      hasChecked: false,
      luck: '',
      drill: null,
      session: null,
      phases: firstPhase,
      bookmarks: [],
      struck: [],
      ...rest,
      prompt: prompt as PromptId,
    };
  } catch {
    return null;
  }
}

/** As `localStorage.getItem`; null where the browser forbids it. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // Forbidden or full: it lasts until the page is left.
  }
}

export const readKept = (): Kept | null => parseKept(read(interviewKey));
export const writeKept = (kept: Kept): void => write(interviewKey, JSON.stringify(kept));

/** The build history, apart from the rest: it is longer, and changes with every edit. */
export function readBuild(): readonly BuildStep[] {
  try {
    const steps = JSON.parse(read(buildKey) ?? '[]') as unknown;
    return Array.isArray(steps) ? (steps as BuildStep[]) : [];
  } catch {
    return [];
  }
}
export const writeBuild = (steps: readonly BuildStep[]): void => write(buildKey, JSON.stringify(steps));

export function forgetKept(): void {
  write(interviewKey, null);
  write(buildKey, null);
}
