/** What the loss of a primary cost, read from notes and frames alone: the page and the command line tell the same story. */

import { completedColumn, type Frame, type FrameLayout, failedColumn, type Note, offeredColumn } from '../engine/frame.ts';
import { type FailureReason, failureReasons, requestClasses } from '../engine/plan.ts';
import { nodeColumns, runColumn } from './columnIndex.ts';
import { framesWithin, totalOf } from './columns.ts';

export interface FailoverReport {
  /** Plan index of the node that lost its primary, and the instance that was it. */
  node: number;
  instance: number;
  /** Simulated seconds. */
  faultAt: number;
  /** When the node began to replace the primary; null if it never did. */
  noticedAt: number | null;
  /** Phases between, of a node that tells of them: a successor was found, had applied all that it had, and callers knew of it. */
  electedAt: number | null;
  replayedAt: number | null;
  repointedAt: number | null;
  /** When the old primary was kept from taking writes though it was alive. */
  fencedAt: number | null;
  /** From when to when two instances took writes. */
  splitAt: number | null;
  healedAt: number | null;
  /** When another instance took writes; null if none did. */
  promotedAt: number | null;
  promotedInstance: number | null;
  /** When the old primary took writes again itself, because nobody had taken its place. */
  returnedAt: number | null;
  /** From the fault to the promotion. */
  secondsToPromotion: number | null;
  /** From the fault to the moment somebody took writes again, a new primary or the old one; null while nobody does. */
  secondsWithoutPrimary: number | null;
  /** When the users were served again: the first of 30 seconds in each of which 99 % of the requests that ended, ended well. */
  recoveredAt: number | null;
  secondsToRecovery: number | null;
  /** The same while it is not over: it will be no less. */
  secondsToRecoveryAtLeast: number;
  /** Counted from the fault to the recovery, in whole frames. */
  writesRefused: number;
  staleReads: number;
  /** Writes that users were told are safe and that are gone: how many, and how many seconds of writing. */
  acknowledgedWritesLost: number;
  secondsLost: number;
  /** Writes that only one of two primaries had, and rows that both had written. */
  writesDiverged: number;
  conflicts: number;
  /** Users' requests that ended badly, by reason, and sessions that servers or stores forgot. */
  failed: Readonly<Record<FailureReason, number>>;
  sessionsLost: number;
}

/** The promise that tells "recovered" from "not yet". */
export const recoveryRule = { availability: 0.99, seconds: 30 } as const;

const faultCodes: readonly Note['code'][] = ['crash', 'hang'];
/** What follows from a primary that the others do not hear, though it runs. */
const cutCodes: readonly Note['code'][] = ['failover-started', 'fenced', 'split-brain'];

/** Every loss of a primary in the notes, in order of time. Pure; `frames` may be a run's newest ones only. */
export function failoversOf(frames: readonly Frame[], layout: FrameLayout, notes: readonly Note[]): FailoverReport[] {
  const deaths = notes.filter((note) => faultCodes.includes(note.code) && lostInstance(frames, layout, notes, note) >= 0);
  const faults = [...deaths, ...cutsOf(notes, deaths)].sort((a, b) => a.time - b.time);
  return faults.map((fault) => {
    const next = faults.find((other) => other.node === fault.node && other.time > fault.time);
    return reportOf(frames, layout, notes, fault, next?.time ?? Number.MAX_VALUE);
  });
}

/** Faults of the network between instances that had a primary replaced or doubled: the strike before what followed from it. */
function cutsOf(notes: readonly Note[], deaths: readonly Note[]): readonly Note[] {
  const found = new Set<Note>();
  for (const [at, note] of notes.entries()) {
    if (!cutCodes.includes(note.code)) continue;
    const before = notes.slice(0, at).filter(({ node }) => node === note.node);
    const strike = before.filter(({ code }) => code === 'struck').at(-1);
    const death = deaths.filter(({ node, time }) => node === note.node && time <= note.time).at(-1);
    const isOver = before.some(({ code, time }) => strike !== undefined && code === 'mended' && time > strike.time && time < note.time);
    if (strike && !isOver && strike.time > (death?.time ?? -1)) found.add(strike);
  }
  return [...found];
}

/** The instance whose fault this is if it was the node's primary when it happened, else -1. */
function lostInstance(frames: readonly Frame[], layout: FrameLayout, notes: readonly Note[], fault: Note): number {
  const flags = nodeColumns(layout, fault.node, 'isPrimary');
  if (flags.length === 0) return -1;
  const before = frames.filter((frame) => frame.end <= fault.time).at(-1);
  const seen = before ? flags.findIndex((column) => before.values[column] > 0.5) : 0;
  const promoted = notes.filter((note) => note.code === 'promoted' && note.node === fault.node && note.time <= fault.time).at(-1);
  const primary = promoted && promoted.time > (before?.end ?? 0) ? promoted.instance : seen;
  return fault.instance === -1 || fault.instance === primary ? primary : -1;
}

function reportOf(frames: readonly Frame[], layout: FrameLayout, notes: readonly Note[], fault: Note, until: number): FailoverReport {
  const own = notes.filter((note) => note.node === fault.node && note.time >= fault.time && note.time < until);
  const started = own.find((note) => note.code === 'failover-started');
  const promoted = own.find((note) => note.code === 'promoted');
  const after = framesWithin(frames, fault.time, until);
  const lost = lostInstance(frames, layout, notes, fault);
  const isBack = ({ code, instance }: Note) =>
    (code === 'recover' || code === 'mended') && (instance === -1 || lost < 0 || instance === lost);
  const returned = own.find(isBack);
  const writable = promoted?.time ?? returned?.time ?? null;
  const { at: recoveredAt, notBefore } = recoveryIn(after, layout, writable);
  const during = framesWithin(after, fault.time, recoveredAt ?? until);
  const total = (metric: string, span: readonly Frame[]) => totalOf(span, nodeColumns(layout, fault.node, metric));
  const timeOf = (code: Note['code']) => own.find((note) => note.code === code)?.time ?? null;
  return {
    node: fault.node,
    instance: Math.max(lost, fault.code === 'struck' ? fault.instance : -1),
    faultAt: fault.time,
    noticedAt: started?.time ?? null,
    electedAt: timeOf('elected'),
    replayedAt: timeOf('replayed'),
    repointedAt: timeOf('repointed'),
    fencedAt: timeOf('fenced'),
    splitAt: timeOf('split-brain'),
    healedAt: timeOf('split-healed'),
    promotedAt: promoted?.time ?? null,
    promotedInstance: promoted?.instance ?? null,
    returnedAt: promoted ? null : (returned?.time ?? null),
    secondsToPromotion: promoted ? promoted.time - fault.time : null,
    secondsWithoutPrimary: writable === null ? null : writable - fault.time,
    recoveredAt,
    secondsToRecovery: recoveredAt === null ? null : recoveredAt - fault.time,
    secondsToRecoveryAtLeast: Math.max(0, notBefore - fault.time),
    writesRefused: total('refusedWrites', during),
    staleReads: total('staleReads', during),
    acknowledgedWritesLost: total('lostWrites', after),
    secondsLost: own.find((note) => note.code === 'rewound')?.value ?? 0,
    writesDiverged: total('divergedWrites', after),
    conflicts: total('conflicts', after),
    failed: failedByReason(during, layout),
    sessionsLost: totalOf(during, sessionColumns(layout)),
  };
}

const sessionColumns = (layout: FrameLayout): number[] =>
  layout.columns.flatMap(({ scope, metric }, at) => (scope !== 'link' && metric === 'lostSessions' ? [at] : []));

/** Users' requests that ended badly, by reason. */
export function failedByReason(frames: readonly Frame[], layout: FrameLayout): Record<FailureReason, number> {
  const columns = (reason: FailureReason) => requestClasses.map((name) => runColumn(layout, failedColumn(name, reason)));
  return Object.fromEntries(failureReasons.map((reason) => [reason, totalOf(frames, columns(reason))])) as Record<FailureReason, number>;
}

/** When users were served as before again; while that is not known yet, the moment before which it cannot have been. Simulated seconds. */
export interface Recovery {
  at: number | null;
  notBefore: number;
}

/**
 * Start of the first stretch, not before writes were taken again, in which the rule holds for its whole length. While there is none, it is
 * not before the newest frame, or the beginning of a stretch that may turn out to be it.
 */
export function recoveryIn(frames: readonly Frame[], layout: FrameLayout, writableAt: number | null): Recovery {
  const newest = frames.at(-1)?.end ?? 0;
  if (writableAt === null) return { at: null, notBefore: newest };
  const offered = requestClasses.map((name) => runColumn(layout, offeredColumn(name)));
  const completed = requestClasses.map((name) => runColumn(layout, completedColumn(name)));
  const failed = requestClasses.flatMap((name) => failureReasons.map((reason) => runColumn(layout, failedColumn(name, reason))));
  let since: number | null = null;
  for (const frame of frames) {
    if (frame.end <= writableAt) continue;
    // Of those that ended, not of those offered: what is on its way at a frame's edge is no failure.
    const good = totalOf([frame], completed);
    const ended = good + totalOf([frame], failed);
    const holds = ended > 0 ? good >= recoveryRule.availability * ended : totalOf([frame], offered) === 0;
    if (!holds) since = null;
    else since ??= Math.max(frame.start, writableAt);
    if (since !== null && frame.end - since >= recoveryRule.seconds) return { at: since, notBefore: since };
  }
  return { at: null, notBefore: since ?? newest };
}
