/** The assignment in hand: what it says, and that its rules are kept at every edit. Loaded with the strip that shows it. */

import { createStore } from 'zustand/vanilla';
import { type Carried, readCarried, writeHandIn } from '../design/assignment.ts';
import { encodeLink } from '../design/codec.ts';
import type { Design } from '../design/design.ts';
import { type Breach, breachesOf, isLocked } from '../prompts/assignmentRules.ts';
import { sha256 } from '../prompts/sha256.ts';
import { isOfTheWorld, isOfTheWorldOfWires } from '../prompts/world.ts';
import { designStore, setKeeper } from './designStore.ts';
import { sessionStore } from './sessionStore.ts';

export interface AssignmentState {
  /** Null: the design in hand carries none, or none that this version reads. */
  carried: Carried | null;
  /** What was refused last: a new object each time. `other`: another assignment, or none, would have taken its place. */
  refused: Breach | { what: 'other' } | null;
}

export const assignmentStore = createStore<AssignmentState>()(() => ({ carried: null, refused: null }));

function keeps(before: Design, after: Design): boolean {
  const { carried } = assignmentStore.getState();
  if (carried?.sort !== 'task') return true;
  const [refused] = after.assignment === before.assignment ? breachesOf(carried.task, before, after) : [{ what: 'other' } as const];
  if (refused) assignmentStore.setState({ refused });
  return !refused;
}

/** What stands in hand from now on, each time that it is another. */
function take({ design }: Pick<ReturnType<typeof designStore.getState>, 'design'>): void {
  const carried = readCarried(design.assignment);
  assignmentStore.setState({ carried, refused: null });
  if (carried?.sort !== 'task') {
    sessionStore.getState().set({ locked: null });
    return;
  }
  const { task } = carried;
  const locked = (id: string, field: string): boolean => {
    const now = designStore.getState().design;
    const kind = now.nodes.find((node) => node.id === id)?.kind;
    return isLocked(task, id, field, kind ? isOfTheWorld(kind, field) : isOfTheWorldOfWires(field));
  };
  sessionStore.getState().set({ locked, offered: task.kinds });
}

let isKeeping = false;

/** Keeps the rules of whatever assignment comes into hand. Once is enough. */
export function keepAssignments(): void {
  if (isKeeping) return;
  isKeeping = true;
  setKeeper(keeps);
  take(designStore.getState());
  designStore.subscribe((state, before) => {
    // undo and redo stay within one assignment; another document may bring the same text, and shows it anew
    if (state.design.assignment !== before.design.assignment || state.history.past.length + state.history.future.length === 0) take(state);
  });
}

/** A design that carries an assignment, signed for it; null where it carries none, or the page may not compute SHA-256. */
export async function handInLink(design: Design, name: string, number: string): Promise<string | null> {
  const carried = readCarried(design.assignment);
  if (carried?.sort !== 'task') return null;
  const hash = await sha256(carried.taskText);
  if (hash === null) return null;
  return linkOf({ ...design, assignment: writeHandIn(hash, name, number) });
}

/** The whole address under which a design opens. */
export async function linkOf(design: Design): Promise<string> {
  return `${location.href.replace(/[?#].*$/s, '')}#${await encodeLink(design)}`;
}

/** Sixteen characters of chance. */
export const newSalt = (): string => Array.from(crypto.getRandomValues(new Uint8Array(8)), (n) => n.toString(16).padStart(2, '0')).join('');
