/**
 * A moment of a run, as a link may carry it beside the design: which second, what was seen and pointed at, and a word about it.
 * It is no part of the design: nothing is saved of it, and no run hangs on it.
 */

import { isRecord } from '../schema/parse.ts';
import type { Design, Id } from './design.ts';
import { cleanText, longestMomentNote } from './text.ts';

export interface SharedMoment {
  /** Simulated seconds, exactly. */
  at: number;
  /** What was seen of the canvas, in its units; null: all of it. */
  view: { x: number; y: number; width: number; height: number } | null;
  /** The part or wire that was selected. */
  part: Id | null;
  /** The request that was followed: its number, and when it was meant, in simulated seconds. */
  request: { number: number; bornAt: number } | null;
  /** Plain text of one line. */
  note: string;
}

/** Canvas units. */
const farthest = 1_000_000;
const smallestView = 20;
/** Largest number a request can have: 31 bits. */
const lastRequest = 0x7fffffff;

type Json = 0 | number | string | readonly (number | 0)[];

/** `[at, view, part, request, note]`, with 0 for what is not there; a part is its place in the list, a wire its place below zero. */
export function momentToBody(moment: SharedMoment, design: Design): readonly Json[] {
  const { at, view, part, request, note } = moment;
  const node = design.nodes.findIndex(({ id }) => id === part);
  const link = design.links.findIndex(({ id }) => id === part);
  return [
    at,
    view ? [view.x, view.y, view.width, view.height] : 0,
    node >= 0 ? node + 1 : link >= 0 ? -link - 1 : 0,
    request ? [request.number, request.bornAt] : 0,
    cleanText(note, longestMomentNote),
  ];
}

/**
 * A moment from data that may hold anything. What does not fit is left out.
 * @param given an element of a link's columns
 * @param ids of the parts and wires as the link lists them
 * @returns null when it names no second of this run
 */
export function readMoment(
  given: unknown,
  design: Design,
  ids: { nodes: readonly unknown[]; links: readonly unknown[] },
): SharedMoment | null {
  if (!Array.isArray(given)) return null;
  const [at, view, part, request, note] = given as unknown[];
  if (!isTime(at, design)) return null;
  const named = typeof part !== 'number' ? undefined : part > 0 ? ids.nodes[part - 1] : ids.links[-part - 1];
  const isThere = [...design.nodes, ...design.links].some(({ id }) => id === named);
  return {
    at: at + 0,
    view: readView(view),
    part: isThere ? (named as Id) : null,
    request: readRequest(request, design),
    note: typeof note === 'string' ? cleanText(note, longestMomentNote).trim() : '',
  };
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const isTime = (value: unknown, { seconds }: Design): value is number => isNumber(value) && value >= 0 && value <= seconds;

function readView(given: unknown): SharedMoment['view'] {
  if (!Array.isArray(given)) return null;
  const [x, y, width, height] = given as unknown[];
  if (![x, y, width, height].every((side) => isNumber(side) && Math.abs(side) <= farthest)) return null;
  if ((width as number) < smallestView || (height as number) < smallestView) return null;
  return { x: x as number, y: y as number, width: width as number, height: height as number };
}

function readRequest(given: unknown, design: Design): SharedMoment['request'] {
  if (!Array.isArray(given)) return null;
  const [number, bornAt] = given as unknown[];
  const isOne = Number.isInteger(number) && (number as number) >= 0 && (number as number) <= lastRequest;
  return isOne && isTime(bornAt, design) ? { number: number as number, bornAt } : null;
}

/** The ids of records that nobody has checked yet, in their order. */
export const idsOf = (records: unknown): readonly unknown[] =>
  Array.isArray(records) ? records.map((record) => (isRecord(record) ? record.id : undefined)) : [];
