/** Things that can be seen only by comparing now with before: hit shares that fell, and calls that each request makes. */

import type { Frame } from '../../engine/frame.ts';
import { type Case, nodeAt } from './case.ts';
import { numbersOf } from './numbers.ts';
import { soSince } from './strained.ts';

export interface Cold {
  node: number;
  since: number;
  /** Of the lookups now, and at their best. */
  hitShare: number;
  bestShare: number;
}

/** So far below its best a cache is cold. */
const coldBelow = 0.12;
const leastLookups = 20;

/** @returns caches whose hit share fell from what it was, those with nothing to look up left out */
export function coldCaches(one: Case): readonly Cold[] {
  return one.plan.nodes.flatMap((_, node): Cold[] => {
    const params = nodeAt(one, node)?.params ?? {};
    const shareOf = (frame: Frame): number | null => {
      const now = numbersOf(one.layout, frame, node, params);
      const [hits, misses] = [now.sum('hits'), now.sum('misses')];
      return hits + misses < leastLookups ? null : hits / (hits + misses);
    };
    const shares = one.frames.map(shareOf);
    const now = shares.at(-1);
    if (now === undefined || now === null) return [];
    // the third best, so that no single lucky second is the measure
    const best = shares.filter((share) => share !== null).sort((a, b) => b - a)[2];
    if (best === undefined || now > best - coldBelow) return [];
    const since = soSince(one.frames, (frame) => {
      const share = shareOf(frame);
      return share !== null && share <= best - coldBelow;
    });
    // a cache that has been filling since the beginning has never been warm
    return since === null || since === one.frames[0].start ? [] : [{ node, since, hitShare: now, bestShare: best }];
  });
}

/**
 * @param node plan index of a part
 * @returns calls that reach it for each request of users, over some frames; null where nobody asked
 */
export function callsPerRequest(one: Case, node: number, frames: readonly Frame[], offeredPerSecond: number): number | null {
  const seconds = frames.reduce((sum, { start, end }) => sum + end - start, 0);
  const calls = frames.reduce((sum, frame) => sum + numbersOf(one.layout, frame, node, {}).sum('arrived'), 0);
  return offeredPerSecond > 0 && seconds > 0 ? calls / seconds / offeredPerSecond : null;
}
