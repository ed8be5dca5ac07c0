/**
 * What a kind runs out of, and what would help: each kind reads it from its own numbers of one frame and its own settings, and
 * `runner/diagnosis` finds out which part began it. A kind without a `strains.ts` of its own is exhausted when its servers are.
 */

import type { Value, Values } from '../schema/fields.ts';

/**
 * - `servers`: all processors or workers are busy, and calls wait for one
 * - `threads`: every thread is held, mostly by calls that wait for others; `jobs`: the same of a worker's places
 * - `connections`, `lock`, `disk`, `disk-full`, `memory`: these are used up though processors are not
 * - `throttled`: a quota of its own turns calls away; `room`: a full line does
 * - `quorum`: too few copies answer; `targets`: nobody healthy to hand on to
 * - `backlog`: messages come faster than they are done
 * - `stampede`: many load the same row at once; `hot`: one of several has far more than its part of the load
 * - `limit`: turned away on purpose; `booting`: more instances are ordered and not there yet; `strays`: sent by an answer that is too old
 */
export type StrainCode =
  | 'servers'
  | 'threads'
  | 'jobs'
  | 'connections'
  | 'lock'
  | 'disk'
  | 'disk-full'
  | 'memory'
  | 'throttled'
  | 'room'
  | 'quorum'
  | 'targets'
  | 'backlog'
  | 'stampede'
  | 'hot'
  | 'limit'
  | 'booting'
  | 'strays';

/** `storm`: a line that is full of calls nobody waits for any more. */
export type Trouble = StrainCode | 'storm';

export interface Strain {
  code: StrainCode;
  /** The instance that has it, -1 where it is the part as a whole. */
  instance: number;
  /** Numbers for the words, by name whose ending says the unit. */
  details: Readonly<Record<string, number>>;
}

/** One part in one frame. What it does not count reads as nothing. */
export interface Numbers {
  params: Values;
  /** By instance, those that are not there left out: the mean, the count or the value of the frame. */
  each(metric: string): readonly { instance: number; value: number }[];
  /** All instances together. */
  sum(metric: string): number;
  perSecond(metric: string): number;
}

/** Something to try: another value of a setting of the part, or of every wire that leads to it. */
export interface Remedy {
  on: 'part' | 'wires';
  field: string;
  to: Value;
}

export interface KindStrains {
  strains: (now: Numbers) => readonly Strain[];
  /** Best first. @param load demand over what it can do, 1 = just enough */
  remedies?: (code: Trouble, params: Values, load: number) => readonly Remedy[];
}

/** Busy share from which processors count as exhausted, if calls wait for them. */
const busyFrom = 0.97;

const strain = (code: StrainCode, instance = -1, details: Strain['details'] = {}): Strain => ({ code, instance, details });

/** A strain if something is so, else none. */
export const strainedIf = (isSo: boolean, code: StrainCode, details: Strain['details'] = {}, instance = -1): Strain[] =>
  isSo ? [strain(code, instance, details)] : [];

/** Processors: all instances, or the one that is full while the others are not. */
export function busyServers(now: Numbers): Strain[] {
  const busy = now.each('utilization');
  const waiting = new Map(now.each('queue').map(({ instance, value }) => [instance, value]));
  const full = busy.filter(({ instance, value }) => value >= busyFrom && (waiting.get(instance) ?? 0) >= 1);
  if (full.length === 0) return [];
  const rest = busy.filter((one) => !full.includes(one));
  const othersShare = rest.length === 0 ? 1 : rest.reduce((sum, { value }) => sum + value, 0) / rest.length;
  const worst = full.reduce((most, one) => ((waiting.get(one.instance) ?? 0) > (waiting.get(most.instance) ?? 0) ? one : most));
  const isUneven = rest.length > 0 && othersShare < 0.8;
  return [
    strain('servers', isUneven ? worst.instance : -1, {
      busyShare: worst.value,
      waitingCount: now.sum('queue'),
      arrivedRate: now.perSecond('arrived'),
      doneRate: now.perSecond('completed'),
      othersShare,
      fullCount: full.length,
      allCount: busy.length,
    }),
  ];
}

/** Threads that are all held while processors have time: of programs, which hold one while they ask others. */
export function heldThreads(now: Numbers): Strain[] {
  const threads = Number(now.params.threads);
  const utilization = new Map(now.each('utilization').map(({ instance, value }) => [instance, value]));
  const held = now.each('threadsBusy').filter(({ instance, value }) => value >= 0.97 * threads && (utilization.get(instance) ?? 1) < 0.9);
  return strainedIf(held.length > 0, 'threads', { threadsCount: threads, waitingCount: now.sum('queue') }, -1);
}

/** Memory used up: of whoever has `memoryFields`. */
export function fullMemory(now: Numbers): Strain[] {
  const room = Number(now.params.memoryGB) * 1024;
  const full = now.each('memoryMb').find(({ value }) => value >= 0.95 * room);
  return strainedIf(full !== undefined, 'memory', { usedShare: (full?.value ?? 0) / room }, full?.instance ?? -1);
}

export const programStrains = (now: Numbers): Strain[] => [...busyServers(now), ...heldThreads(now), ...fullMemory(now)];

/** A setting made larger by a factor, on whole numbers; nothing where there is no more room. */
export function larger(params: Values, field: string, factor: number, on: Remedy['on'] = 'part'): Remedy[] {
  const now = Number(params[field]);
  return Number.isFinite(now) && now > 0 ? [{ on, field, to: Math.max(now + 1, Math.ceil(now * factor)) }] : [];
}

/** A choice or flag that is not taken yet. */
export const choose = (params: Values, field: string, to: Value, on: Remedy['on'] = 'part'): Remedy[] =>
  on === 'wires' || params[field] !== to ? [{ on, field, to }] : [];

/** So many times as much room that a load runs at four fifths of it; at least a fifth more, at most five times. */
export const roomFor = (load: number): number => Math.min(5, Math.max(1.2, load / 0.8));

/** Of programs: more instances, bigger ones, a shorter line so that what cannot be done is turned away at once. */
export function programRemedies(code: Trouble, params: Values, load: number): Remedy[] {
  const isTooMuch = code === 'servers' || code === 'memory';
  return [
    // the newest first: whoever still waits is served at once, and what nobody waits for does no harm any more
    ...(code === 'storm' ? choose(params, 'discipline', 'lifo') : []),
    ...(code === 'storm' && Number(params.queueLimit) > shortLine ? [{ on: 'part' as const, field: 'queueLimit', to: shortLine }] : []),
    ...(code === 'threads' ? larger(params, 'threads', 4) : []),
    ...(isTooMuch ? [...larger(params, 'instances', roomFor(load)), ...larger(params, 'vcpu', 2)] : []),
    ...(isTooMuch && Number(params.queueLimit) > shortLine ? [{ on: 'part' as const, field: 'queueLimit', to: shortLine }] : []),
    ...(code === 'memory' ? larger(params, 'memoryGB', 2) : []),
  ];
}

/** A line that is over in a fraction of a second. */
export const shortLine = 100;
