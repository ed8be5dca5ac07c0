/** How a new version takes the place of the old one: what to do with the fleet now, asked once a second until nothing is left to do. */

import type { Fleet } from '../../engine/fleet.ts';

/** In the order of the spec's options. */
export const STRATEGY = { allAtOnce: 0, rolling: 1, blueGreen: 2, canary: 3 } as const;

export interface Move {
  readonly fleet: Fleet;
  readonly node: number;
  /** The version that shall run everywhere. */
  readonly goal: number;
  /** Instances that there were when it began. */
  readonly count: number;
  /** Shares of `count`, 0 to 1. */
  readonly maxUnavailable: number;
  readonly maxSurge: number;
}

/** Everybody runs the goal, and nobody is missing. */
export const isDone = ({ fleet, node, goal, count }: Move): boolean =>
  fleet.lastOtherThan(node, goal) < 0 && fleet.servingVersion(node, goal) >= Math.min(count, fleet.countOf(node));

/** All stop, and start anew: for as long as that takes nobody serves. */
export function allAtOnce({ fleet, node, goal }: Move): void {
  for (let slot = fleet.lastOtherThan(node, goal); slot >= 0; slot = fleet.lastOtherThan(node, goal)) fleet.restart(slot, goal);
}

/**
 * A few at a time, as a Kubernetes deployment does it: new ones up to the surge, old ones go down to what may be missing. Both rounded so
 * that it moves at all.
 */
export function rolling(move: Move): void {
  const { fleet, node, goal, count } = move;
  const missing = Math.floor(count * move.maxUnavailable);
  const surge = Math.max(missing === 0 ? 1 : 0, Math.ceil(count * move.maxSurge));
  for (let room = count + surge - fleet.countOf(node); room > 0 && newOf(move) < count; room--) if (fleet.add(node, goal) < 0) break;
  for (let old = fleet.lastOtherThan(node, goal); old >= 0; old = fleet.lastOtherThan(node, goal)) {
    if (fleet.servingOf(node) - 1 < count - missing) break;
    fleet.remove(old);
  }
}

/** A configuration reaches so many more instances at this moment; they go on running. */
export function push({ fleet, node, goal }: Move, most: number): void {
  let left = most;
  for (let slot = fleet.lastOtherThan(node, goal); slot >= 0 && left > 0; slot = fleet.lastOtherThan(node, goal)) {
    fleet.releases.adopt(slot, goal);
    left--;
  }
}

/** In service or on the way, with the goal. */
const newOf = ({ fleet, node, goal }: Move): number => fleet.servingVersion(node, goal) + (fleet.countOf(node) - fleet.servingOf(node));

/** A second fleet beside the first; when all of it has started, it takes over at one moment. */
export function blueGreen({ fleet, node, goal, count }: Move): void {
  if (fleet.lastOtherThan(node, goal) < 0) return;
  const ready = fleet.standingBy(node, goal, 'ready');
  const coming = fleet.standingBy(node, goal, 'starting');
  for (let missing = count - ready - coming; missing > 0; missing--) if (fleet.add(node, goal, true) < 0) break;
  if (ready > 0 && fleet.standingBy(node, goal, 'starting') === 0) fleet.switchTo(node, goal);
}

/** A few new ones first, then as many old ones go. @returns whether the canaries serve */
export function canary({ fleet, node, goal, count }: Move, share: number): boolean {
  const few = Math.min(count, Math.max(1, Math.round(count * share)));
  const there = fleet.servingVersion(node, goal);
  const coming = fleet.countOf(node) - fleet.servingOf(node);
  for (let missing = few - there - coming; missing > 0; missing--) if (fleet.add(node, goal) < 0) break;
  if (there < few) return false;
  for (let tooMany = fleet.servingOf(node) - count; tooMany > 0; tooMany--) {
    const old = fleet.lastOtherThan(node, goal);
    if (old < 0) break;
    fleet.remove(old);
  }
  return true;
}
