/**
 * What a teacher asks of whoever opens a design, as a text that travels with it: in files, storage and links. The design keeps the text as it
 * came, letter for letter, so that its SHA-256 names the assignment; what it means is read here, by those few who ask. Pure.
 *
 * - `["t1", id, words, deadline, locked, free, kinds or 0, traffic 0/1, promise]`: a student's copy
 * - `["k1", text of t1, text of what is hidden]`: a teacher's key
 * - `["h1", SHA-256 of t1, name, number]`: a hand-in
 */

import { type NodeKind, nodeKinds } from '../nodes/specs.ts';
import type { Id } from './design.ts';
import { cleanNote } from './notes.ts';
import { cleanText } from './text.ts';

/** Characters. */
export const longestDeadline = 60;
export const longestStudent = 60;
const longestId = 24;

export interface Assignment {
  /** Names it, and the luck of its marking: of letters, digits, `-` and `_`. */
  id: string;
  /** The task in words: plain text of some lines. */
  words: string;
  /** In the teacher's words: nothing here knows a clock. */
  deadline: string;
  /** Parts, wires and regions that stay as they are: there, in their place, with their settings. */
  locked: readonly Id[];
  /** Settings of locked ones that are free all the same, `part.field`. */
  free: readonly string[];
  /** Which parts may be added; null: any. */
  kinds: readonly NodeKind[] | null;
  /** The traffic of the design as a whole stays as it is. */
  traffic: boolean;
  /** SHA-256 of the text of what is hidden until marking; '' where nothing is. */
  promise: string;
}

export type Carried =
  | { sort: 'task'; task: Assignment; taskText: string }
  | { sort: 'key'; task: Assignment; taskText: string; hiddenText: string }
  /** `assignment`: SHA-256 of its text. */
  | { sort: 'hand-in'; assignment: string; name: string; number: string };

/** The text of a student's copy. `readCarried` gives the same back. */
export function writeTask({ id, words, deadline, locked, free, kinds, traffic, promise }: Assignment): string {
  return JSON.stringify(['t1', id, words, deadline, locked, free, kinds ?? 0, traffic ? 1 : 0, promise]);
}

export const writeKey = (taskText: string, hiddenText: string): string => JSON.stringify(['k1', taskText, hiddenText]);

export const writeHandIn = (assignment: string, name: string, number: string): string =>
  JSON.stringify(['h1', assignment, cleanText(name, longestStudent).trim(), cleanText(number, longestStudent).trim()]);

/** What the text means; null for a text that is none of ours, or of a later version. Never throws; lets nothing through that is not clean. */
export function readCarried(text: string | undefined): Carried | null {
  const list = listIn(text);
  if (!list) return null;
  const [sort, ...rest] = list;
  if (sort === 't1') {
    const task = readTask(rest);
    return task && { sort: 'task', task, taskText: text ?? '' };
  }
  if (sort === 'k1') {
    const [taskText, hiddenText] = rest;
    const inside = listIn(taskText);
    const task = inside?.[0] === 't1' ? readTask(inside.slice(1)) : null;
    return task && typeof taskText === 'string' && typeof hiddenText === 'string' ? { sort: 'key', task, taskText, hiddenText } : null;
  }
  if (sort === 'h1') {
    const [assignment, name, number] = rest;
    if (!isHash(assignment)) return null;
    return { sort: 'hand-in', assignment, name: line(name, longestStudent), number: line(number, longestStudent) };
  }
  return null;
}

function listIn(text: unknown): readonly unknown[] | null {
  if (typeof text !== 'string') return null;
  try {
    const given: unknown = JSON.parse(text);
    return Array.isArray(given) ? given : null;
  } catch {
    return null;
  }
}

function readTask([id, words, deadline, locked, free, kinds, traffic, promise]: readonly unknown[]): Assignment | null {
  if (typeof id !== 'string' || !isAssignmentId(id)) return null;
  return {
    id,
    words: typeof words === 'string' ? cleanNote(words) : '',
    deadline: line(deadline, longestDeadline),
    locked: texts(locked, /^[A-Za-z0-9_-]{1,24}$/),
    free: texts(free, /^[A-Za-z0-9_-]{1,24}\.[A-Za-z]\w{0,60}$/),
    kinds: Array.isArray(kinds) ? nodeKinds.filter((kind) => kinds.includes(kind)) : null,
    traffic: traffic === 1,
    promise: isHash(promise) ? promise : '',
  };
}

/** Whether a text may name an assignment. */
export const isAssignmentId = (text: string): boolean => text.length <= longestId && /^[A-Za-z0-9_-]+$/.test(text);

const isHash = (given: unknown): given is string => typeof given === 'string' && /^[0-9a-f]{64}$/.test(given);

const line = (given: unknown, longest: number): string => (typeof given === 'string' ? cleanText(given, longest).trim() : '');

const texts = (given: unknown, pattern: RegExp): string[] =>
  Array.isArray(given) ? given.filter((each): each is string => typeof each === 'string' && pattern.test(each)) : [];
