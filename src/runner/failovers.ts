/** What the loss of a primary cost, read from notes and frames alone: the page and the command line tell the same story. */

import { completedColumn, type Frame, type FrameLayout, failedColumn, type Note, offeredColumn } from '../engine/frame.ts';
import { failureReasons, requestClasses } from '../engine/plan.ts';
import { framesWithin, nodeColumns, runColumn, totalOf } from './columns.ts';

export interface FailoverReport {
  /** Plan index of the node that lost its primary, and the instance that was it. */
  node: number;
  instance: number;
  /** Simulated seconds. */
  faultAt: number;
  /** When the node began to replace the primary; null if it never did. */
  noticedAt: number | null;
  /** When another instance took writes; null if none did. */
  promotedAt: number | null;
  promotedInstance: number | null;
  /** From the fault to the promotion. */
  secondsToPromotion: number | null;
  /** When the users were served again: the first of 30 seconds in each of which 99 % of the requests that ended, ended well. */
  recoveredAt: number | null;
  secondsToRecovery: number | null;
  /** Counted from the fault to the recovery, in whole frames. */
  writesRefused: number;
  staleReads: number;
  /** Writes that users were told are safe and that are gone. */
  acknowledgedWritesLost: number;
}

/** The promise that tells "recovered" from "not yet". */
export const recoveryRule = { availability: 0.99, seconds: 30 } as const;

const faultCodes: readonly Note['code'][] = ['crash', 'hang'];

/** Every loss of a primary in the notes, in order of time. Pure; `frames` may be a run's newest ones only. */
export function failoversOf(frames: readonly Frame[], layout: FrameLayout, notes: readonly Note[]): FailoverReport[] {
  const faults = notes.filter((note) => faultCodes.includes(note.code) && lostInstance(frames, layout, notes, note) >= 0);
  return faults.map((fault) => {
    const next = faults.find((other) => other.node === fault.node && other.time > fault.time);
    return reportOf(frames, layout, notes, fault, next?.time ?? Number.MAX_VALUE);
  });
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
  const recoveredAt = recoveryAfter(after, layout, promoted?.time ?? own.find((note) => note.code === 'recover')?.time ?? null);
  const during = framesWithin(after, fault.time, recoveredAt ?? until);
  const total = (metric: string, span: readonly Frame[]) => totalOf(span, nodeColumns(layout, fault.node, metric));
  return {
    node: fault.node,
    instance: lostInstance(frames, layout, notes, fault),
    faultAt: fault.time,
    noticedAt: started?.time ?? null,
    promotedAt: promoted?.time ?? null,
    promotedInstance: promoted?.instance ?? null,
    secondsToPromotion: promoted ? promoted.time - fault.time : null,
    recoveredAt,
    secondsToRecovery: recoveredAt === null ? null : recoveredAt - fault.time,
    writesRefused: total('refusedWrites', during),
    staleReads: total('staleReads', during),
    acknowledgedWritesLost: total('lostWrites', after),
  };
}

/** Start of the first stretch, not before writes were taken again, in which the rule holds for its whole length. */
function recoveryAfter(frames: readonly Frame[], layout: FrameLayout, writableAt: number | null): number | null {
  if (writableAt === null) return null;
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
    if (since !== null && frame.end - since >= recoveryRule.seconds) return since;
  }
  return null;
}
