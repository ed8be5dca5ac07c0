/** Which parts are exhausted, of what, and since when. */

import type { Frame } from '../../engine/frame.ts';
import { policyFields } from '../../engine/policyFields.ts';
import type { Strain } from '../../nodes/strain.ts';
import { strainsOf } from '../../nodes/strains.ts';
import { type Case, nodeAt } from './case.ts';
import { numbersOf, ofWire } from './numbers.ts';

export interface Strained extends Strain {
  /** Plan index. */
  node: number;
  /** Simulated seconds: the start of the first of the frames in which it has been so. */
  since: number;
}

/** Callers wait for a connection of a wire whose pool is all in use. */
export interface StrainedWire {
  /** Plan index. */
  link: number;
  since: number;
  poolCount: number;
  waitingCount: number;
}

/** A gap no longer than this does not end it; simulated seconds. */
const gapSeconds = 3;
/** Of the last frames of a gap's length so many must show it: one full second is a burst, not a state. */
const leastSeconds = 2;

const poolPlace = policyFields.indexOf('poolSize');

const perFrame = new WeakMap<Frame, { readonly by: object; readonly found: readonly (readonly Strain[])[] }>();

/** What every part is short of in one frame; kept with the frame for as long as the settings are the same. */
function inFrame(one: Case, frame: Frame): readonly (readonly Strain[])[] {
  const before = perFrame.get(frame);
  if (before?.by === one.design.nodes) return before.found;
  const found = one.plan.nodes.map((_, node) => {
    const drawn = nodeAt(one, node);
    return drawn ? strainsOf(drawn.kind).strains(numbersOf(one.layout, frame, node, drawn.params)) : [];
  });
  perFrame.set(frame, { by: one.design.nodes, found });
  return found;
}

/** Walks back from the newest frame for as long as something is so. @returns since when, null when it is not so now */
export function soSince(frames: readonly Frame[], isSo: (frame: Frame) => boolean): number | null {
  const last = frames.at(-1);
  if (!last) return null;
  let since: number | null = null;
  let until = last.end;
  let lasted = 0;
  for (let i = frames.length - 1; i >= 0; i--) {
    const frame = frames[i];
    if (until - frame.end > gapSeconds) break;
    if (!isSo(frame)) continue;
    since = frame.start;
    until = frame.start;
    lasted += frame.end - frame.start;
  }
  return lasted >= Math.min(leastSeconds, last.end) ? since : null;
}

/** @returns of every part what it is short of now, in the order of the plan */
export function strainedParts(one: Case): readonly Strained[] {
  const last = one.frames.at(-1);
  if (!last) return [];
  const recent = one.frames.filter((frame) => frame.end > last.end - gapSeconds);
  return one.plan.nodes.flatMap((_, node) => {
    const newest = new Map<string, Strain>();
    for (const frame of recent) for (const strain of inFrame(one, frame)[node]) newest.set(strain.code, strain);
    return [...newest.values()].flatMap((strain): Strained[] => {
      const since = soSince(one.frames, (frame) => inFrame(one, frame)[node].some(({ code }) => code === strain.code));
      return since === null ? [] : [{ ...strain, node, since }];
    });
  });
}

/** @returns parts that were short of something in any frame since a simulated second: what comes in bursts is over when it is felt */
export function onceStrained(one: Case, code: Strain['code'], since: number): readonly Strained[] {
  const frames = one.frames.filter(({ end }) => end > since);
  return one.plan.nodes.flatMap((_, node) => {
    const first = frames.find((frame) => inFrame(one, frame)[node].some((strain) => strain.code === code));
    const strain = first && inFrame(one, first)[node].find((each) => each.code === code);
    return first && strain ? [{ ...strain, node, since: first.start }] : [];
  });
}

/** @returns wires whose pools are used up */
export function strainedWires(one: Case): readonly StrainedWire[] {
  const last = one.frames.at(-1);
  if (!last) return [];
  return one.plan.links.flatMap(({ policy }, link) => {
    const poolCount = policy?.[poolPlace] ?? 0;
    if (poolCount <= 0) return [];
    const since = soSince(one.frames, (frame) => ofWire(one.layout, frame, link, 'waitingForConnection') >= 1);
    return since === null ? [] : [{ link, since, poolCount, waitingCount: ofWire(one.layout, last, link, 'waitingForConnection') }];
  });
}
