/** Faults that are under way, or were: what is known to have befallen a part or a wire. */

import type { Note } from '../../engine/frame.ts';
import { type Detection, detectionsOf } from '../detections.ts';

export interface Broken {
  /** Plan index of the part, or of the one that the wire leads to. */
  node: number;
  instance: number;
  /** Plan index of the wire, -1 where it is none. */
  link: number;
  how: 'crash' | 'hang' | 'slow' | 'struck' | 'link-struck' | 'release';
  /** Of strikes: the engine's number of the fault. */
  strike: number;
  value: number;
  since: number;
  /** null while it is under way. */
  until: number | null;
}

const how: Readonly<Partial<Record<Detection['fault'], Broken['how']>>> = {
  crash: 'crash',
  hang: 'hang',
  slow: 'slow',
  struck: 'struck',
  'link-struck': 'link-struck',
  'deploy-started': 'release',
};

const known = new WeakMap<readonly Note[], readonly Broken[]>();

/** @returns every fault in the notes, in order of time; an instance that broke while broken is told once */
export function brokenOf(notes: readonly Note[]): readonly Broken[] {
  const before = known.get(notes);
  if (before) return before;
  const found = detectionsOf(notes).flatMap((each): Broken[] => {
    const named = how[each.fault];
    if (!named) return [];
    const { node, instance, link, strike, value, faultAt: since, repairedAt: until } = each;
    return [{ node, instance, link, how: named, strike, value, since, until }];
  });
  known.set(notes, found);
  return found;
}

/** One after which the part or the wire does not answer at all comes before one that slows it down. */
export const severity = ({ how: named }: Broken): number => (named === 'crash' || named === 'hang' ? 2 : named === 'slow' ? 0 : 1);
