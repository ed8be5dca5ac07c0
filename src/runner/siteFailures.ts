/**
 * What the loss of a whole data centre cost, read from notes and frames alone: when it was found out, how soon its people were led
 * elsewhere, and what became of what was written there.
 */

import type { Design, Id, RegionId } from '../design/design.ts';
import { isPair, specOf } from '../design/wires.ts';
import type { Frame, FrameLayout, Note } from '../engine/frame.ts';
import type { FailureReason } from '../engine/plan.ts';
import { framesWithin, totalOf } from './columns.ts';
import { failedByReason, recoveryIn } from './failovers.ts';
import { sendersOf } from './flows.ts';
import type { PlanIndex } from './planIndex.ts';

export interface SiteFailure {
  /** The group that failed, and where it stands. */
  group: Id;
  region: RegionId;
  /** Simulated seconds. */
  faultAt: number;
  /** When somebody outside took a part of it out of what he hands out; null if nobody has. */
  foundAt: number | null;
  /** When half, and 95 %, of what had gone there before went elsewhere. */
  halfAt: number | null;
  shiftedAt: number | null;
  /** When the users were served again: as for a failover. */
  recoveredAt: number | null;
  secondsToRecovery: number | null;
  /** The same while it is not over: it will be no less. */
  secondsToRecoveryAtLeast: number;
  /** When all of its parts were up again, and when 95 % of what had gone there went there again. */
  backAt: number | null;
  returnedAt: number | null;
  /** Requests of users that were sent there while it was down. */
  sentThere: number;
  /** Writes made there that no other place had when it failed; null where none of its stores tells another of its writes. */
  onlyThere: number | null;
  /** Age of the oldest of them, in seconds: so much of the writing is missing until the place is back. */
  secondsOnlyThere: number | null;
  /** From the fault to the recovery, of the whole system, in whole frames. */
  acknowledgedWritesLost: number;
  staleReads: number;
  sessionsLost: number;
  failed: Readonly<Record<FailureReason, number>>;
}

/** What went there is measured over so many seconds before the fault. */
const beforeSeconds = 30;

const faultCodes: readonly Note['code'][] = ['crash', 'hang'];

/** Every moment at which all parts of a group failed together, in order of time. Pure; `frames` may be a run's newest ones only. */
export function siteFailuresOf(
  design: Design,
  index: PlanIndex,
  layout: FrameLayout,
  frames: readonly Frame[],
  notes: readonly Note[],
): SiteFailure[] {
  const failures = design.groups.flatMap((group) => {
    const parts = partsOf(design, index, group.id);
    if (parts.size < 2) return [];
    return momentsOf(notes, parts).map((faultAt) => reportOf(design, index, layout, frames, notes, group, parts, faultAt));
  });
  return failures.sort((a, b) => a.faultAt - b.faultAt);
}

/** Plan indices of what a group's requests run through: no people, no tools. */
function partsOf(design: Design, index: PlanIndex, group: Id): ReadonlySet<number> {
  const inside = new Set(
    design.nodes.filter((node) => node.group === group && !['source', 'operator'].includes(specOf(node.kind).role)).map(({ id }) => id),
  );
  return new Set(index.nodes.flatMap(({ id }, at) => (inside.has(id) ? [at] : [])));
}

/** When all of the parts, whole, failed at one moment. */
function momentsOf(notes: readonly Note[], parts: ReadonlySet<number>): number[] {
  const struck = new Map<number, Set<number>>();
  for (const { code, node, instance, time } of notes) {
    if (!faultCodes.includes(code) || instance !== -1 || !parts.has(node)) continue;
    struck.set(time, (struck.get(time) ?? new Set()).add(node));
  }
  return [...struck].filter(([, nodes]) => nodes.size === parts.size).map(([time]) => time);
}

function reportOf(
  design: Design,
  index: PlanIndex,
  layout: FrameLayout,
  frames: readonly Frame[],
  notes: readonly Note[],
  { id, region }: Design['groups'][number],
  parts: ReadonlySet<number>,
  faultAt: number,
): SiteFailure {
  const later = notes.filter((note) => note.time > faultAt && parts.has(note.node));
  const ups = [...parts].map((part) => later.find(({ code, node }) => node === part && code === 'recover')?.time ?? null);
  const backAt = ups.includes(null) ? null : Math.max(...(ups as number[]));
  const after = framesWithin(frames, faultAt, Number.MAX_VALUE);
  const { at: recoveredAt, notBefore } = recoveryIn(after, layout, faultAt);
  const during = framesWithin(after, faultAt, recoveredAt ?? Number.MAX_VALUE);
  const senders = sendersOf(design, index, layout);
  const there = senders.filter(({ to }) => to === region).map(({ column }) => column);
  const all = senders.map(({ column }) => column);
  const shareOf = (span: readonly Frame[]) => totalOf(span, there) / Math.max(1, totalOf(span, all));
  const before = shareOf(framesWithin(frames, faultAt - beforeSeconds, faultAt).filter(({ end }) => end <= faultAt));
  /** The end of the first whole frame from a moment on whose share is so. */
  const firstWith = (holds: (share: number) => boolean, from: number) =>
    before === 0 ? null : (after.find((frame) => frame.start >= from && totalOf([frame], all) > 0 && holds(shareOf([frame])))?.end ?? null);
  const isTelling = tellsOthers(design, id);
  const total = (metric: string) => totalOf(during, columnsNamed(layout, metric));
  return {
    group: id,
    region,
    faultAt,
    foundAt: later.find(({ code }) => code === 'marked-down')?.time ?? null,
    halfAt: firstWith((share) => share <= 0.5 * before, faultAt),
    shiftedAt: firstWith((share) => share <= 0.05 * before, faultAt),
    recoveredAt,
    secondsToRecovery: recoveredAt === null ? null : recoveredAt - faultAt,
    secondsToRecoveryAtLeast: Math.max(0, notBefore - faultAt),
    backAt,
    returnedAt: backAt === null ? null : firstWith((share) => share >= 0.95 * before, backAt),
    sentThere: totalOf(framesWithin(frames, faultAt, backAt ?? Number.MAX_VALUE), there),
    onlyThere: isTelling ? lastBefore(frames, faultAt, columnsOfParts(layout, parts, 'copiesWaiting'), sum) : null,
    secondsOnlyThere: isTelling ? lastBefore(frames, faultAt, columnsOfParts(layout, parts, 'copyLag'), largest) : null,
    acknowledgedWritesLost: total('lostWrites'),
    staleReads: total('staleReads'),
    sessionsLost: total('lostSessions'),
    failed: failedByReason(during, layout),
  };
}

const columnsNamed = (layout: FrameLayout, name: string): number[] =>
  layout.columns.flatMap(({ scope, metric }, at) => (scope !== 'run' && scope !== 'link' && metric === name ? [at] : []));

function tellsOthers({ nodes, links }: Design, group: Id): boolean {
  const kinds = new Map(nodes.map(({ id, kind }) => [id, kind]));
  const inside = new Set(nodes.filter((node) => node.group === group).map(({ id }) => id));
  return links.some(({ from, to }) => {
    const [caller, callee] = [kinds.get(from), kinds.get(to)];
    return inside.has(from) && !inside.has(to) && caller !== undefined && callee !== undefined && isPair(caller, callee);
  });
}

const columnsOfParts = (layout: FrameLayout, parts: ReadonlySet<number>, name: string): number[] =>
  columnsNamed(layout, name).filter((at) => parts.has(layout.columns[at].node));

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + Math.max(0, value), 0);
const largest = (values: readonly number[]): number => Math.max(0, ...values);

/** Gauges as of the last frame before a moment, put together. */
function lastBefore(
  frames: readonly Frame[],
  moment: number,
  columns: readonly number[],
  together: (values: readonly number[]) => number,
): number {
  const frame = frames.filter(({ end }) => end <= moment).at(-1);
  return frame ? together(columns.map((column) => frame.values[column])) : 0;
}
