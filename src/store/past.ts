/**
 * What belongs to a document beside the design: its pins and the rows of its notebook. Kept with it on this device, in a record of its
 * own, so that nothing of it is ever in a file or a link; deleted with it. Frames are not kept: a row plays to the same numbers again.
 */

import type { Design, ScenarioEvent } from '../design/design.ts';
import { parseFile, toFile } from '../design/parse.ts';
import type { Figures } from '../runner/tally.ts';
import { isRecord } from '../schema/parse.ts';
import { browserShelf } from './browserShelf.ts';
import { designStore } from './designStore.ts';
import { isSaved } from './documentCopies.ts';
import { pastKey, type Shelf } from './documents.ts';
import { futuresStore, type KeptRun, mostKept, restoreKept } from './futures.ts';
import { emptyHistory } from './history.ts';
import { longestPinName, mostPins, type Pin, pinsStore, restorePins } from './pins.ts';
import { sessionStore } from './sessionStore.ts';

type Row = Omit<KeptRun, 'id'>;

export interface Past {
  pins: readonly Omit<Pin, 'id'>[];
  rows: readonly Row[];
}

/** After the last change, as designs do. */
const restMs = 400;
/** Characters; a row takes about 20,000. */
const longestPast = 4_000_000;
const longestNote = 120;

/** A row is two designs, so that both are read by the one door for designs: as the run began, and with what was done to it as its scenario. */
export function pastText({ pins, kept }: { pins: readonly Pin[]; kept: readonly KeptRun[] }): string {
  const rows = kept.map(({ design, interventions, keptAtMs, branchedAt, until, figures, isPinned, note }) => ({
    began: toFile(design),
    done: toFile({ ...design, scenario: interventions }),
    ...{ keptAtMs, branchedAt, until, figures, isPinned, note },
  }));
  return JSON.stringify({ pins: pins.map(({ time, name }) => ({ time, name })), rows });
}

/** What makes sense of a record; the rest is left out. Never throws. */
export function parsePast(text: unknown): Past {
  try {
    const given: unknown = typeof text === 'string' && text.length <= longestPast ? JSON.parse(text) : null;
    if (!isRecord(given)) return { pins: [], rows: [] };
    const list = (of: unknown): unknown[] => (Array.isArray(of) ? of : []);
    return {
      pins: list(given.pins).slice(0, mostPins).flatMap(pinOf),
      rows: list(given.rows)
        .slice(-2 * mostKept)
        .flatMap(rowOf),
    };
  } catch {
    return { pins: [], rows: [] };
  }
}

const isMoment = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0;

function pinOf(given: unknown): Past['pins'] {
  if (!isRecord(given) || !isMoment(given.time) || typeof given.name !== 'string') return [];
  return [{ time: given.time, name: given.name.slice(0, longestPinName) }];
}

function rowOf(given: unknown): Row[] {
  if (!isRecord(given)) return [];
  const { keptAtMs, branchedAt, until, note, isPinned } = given;
  const [design, done] = [designOf(given.began), designOf(given.done)];
  const figures = figuresIn(given.figures);
  if (!design || !done || !figures || !isMoment(until) || !isMoment(keptAtMs) || !(branchedAt === null || isMoment(branchedAt))) return [];
  const interventions: readonly ScenarioEvent[] = done.scenario;
  const mine = { isPinned: isPinned === true, note: typeof note === 'string' ? note.slice(0, longestNote) : '' };
  return [{ keptAtMs, design, interventions, branchedAt, until, buckets: null, index: null, notes: [], figures, ...mine }];
}

function designOf(text: unknown): Design | null {
  const parsed = typeof text === 'string' ? parseFile(text) : null;
  return parsed?.ok ? parsed.design : null;
}

function figuresIn(given: unknown): Figures | null {
  if (!isRecord(given) || !isRecord(given.latency)) return null;
  const { offered, completed, failed, offeredPerSecond, goodputPerSecond, availability } = given;
  const { p50, p95, p99, p999 } = given.latency;
  const counts = [offered, completed, failed, offeredPerSecond, goodputPerSecond];
  const perhaps = [availability, p50, p95, p99, p999];
  if (!counts.every(isMoment) || !perhaps.every((value) => value === null || isMoment(value))) return null;
  const [a, b, c, d, e] = counts as number[];
  const [share, ...latency] = perhaps as (number | null)[];
  return {
    ...{ offered: a, completed: b, failed: c, offeredPerSecond: d, goodputPerSecond: e, availability: share },
    latency: { p50: latency[0], p95: latency[1], p99: latency[2], p999: latency[3] },
  };
}

/** Brings back the past of whatever document is opened, and keeps it from now on. Returns how to stop. After `startKeeping`. */
export function startRemembering(shelf: Shelf = browserShelf): () => void {
  /** The document whose past is in the stores; until it is, nothing is written over it. */
  let remembered: string | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const recall = async (): Promise<void> => {
    const id = ownId();
    remembered = null;
    if (id === null) return;
    const past = parsePast(await shelf.get(pastKey(id)).catch(() => null));
    if (ownId() !== id) return;
    if (past.pins.length > 0) restorePins([...past.pins, ...pinsStore.getState().pins]);
    restoreKept(past.rows);
    remembered = id;
  };
  const save = async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const id = ownId();
    if (id === null || id !== remembered) return;
    const text = pastText({ pins: pinsStore.getState().pins, kept: futuresStore.getState().kept });
    // storage that fails stops nobody: it says so itself when the design is saved
    if (await isSaved(shelf, id).catch(() => false)) await shelf.set(pastKey(id), text).catch(() => undefined);
  };
  const soon = (): void => {
    timer ??= setTimeout(() => void save(), restMs);
  };
  const atOnce = (): void => {
    if (document.hidden && timer !== null) void save();
  };

  const stops = [
    designStore.subscribe((state, before) => {
      const isOpened = state.design !== before.design && state.history === emptyHistory;
      if (isOpened || state.documentId !== before.documentId) void recall();
    }),
    pinsStore.subscribe(soon),
    futuresStore.subscribe((state, before) => state.kept !== before.kept && soon()),
    // a document is kept from its first edit on, and its past with it
    sessionStore.subscribe((state, before) => state.saved !== before.saved && state.saved.state === 'saved' && soon()),
  ];
  globalThis.document?.addEventListener('visibilitychange', atOnce);
  void recall();
  return () => {
    for (const stop of stops) stop();
    globalThis.document?.removeEventListener('visibilitychange', atOnce);
    if (timer !== null) clearTimeout(timer);
  };
}

function ownId(): string | null {
  const { documentId, ownership } = designStore.getState();
  return ownership === 'mine' ? documentId : null;
}
