/** The way of every plan link over the canvas as evenly spaced points, so that a dot finds its place by one look-up. */

import type { Id } from '../design/design.ts';
import { type Curve, type Ends, walk, wireCurve } from './linkCurve.ts';

/** Points per plan link. 64 pieces of the longest wire on screen are shorter than a dot is wide. */
export const pathPoints = 65;

export interface TrafficPaths {
  links: number;
  /** x and y in turn, `pathPoints` of them per plan link. */
  points: Float32Array;
  /** 0 where a plan link has no drawn way (yet). */
  isDrawn: Uint8Array;
}

export function createPaths(links: number): TrafficPaths {
  return { links, points: new Float32Array(links * pathPoints * 2), isDrawn: new Uint8Array(links) };
}

/** Where both ends of a drawn link stand now. Null when it is not on the canvas. */
export type EndsOf = (link: Id) => Ends | null;

/** Reads the layout anew. A route over several drawn links runs through the parts between them. */
export function layPaths(paths: TrafficPaths, planLinks: readonly { drawn: readonly Id[] }[], endsOf: EndsOf): void {
  for (let link = 0; link < paths.links; link++) {
    const curves: Curve[] = [];
    for (const id of planLinks[link]?.drawn ?? []) {
      const ends = endsOf(id);
      if (ends) curves.push(wireCurve(ends, new Float32Array(8)));
    }
    paths.isDrawn[link] = curves.length > 0 ? 1 : 0;
    if (curves.length === 0) continue;
    const first = link * pathPoints * 2;
    walk(curves, pathPoints, paths.points.subarray(first, first + pathPoints * 2));
  }
}

/** One coordinate of the place a share of the way along. */
export function placeOn(paths: TrafficPaths, link: number, share: number, axis: 0 | 1): number {
  const exact = Math.min(1, Math.max(0, share)) * (pathPoints - 1);
  const before = Math.min(pathPoints - 2, Math.floor(exact));
  const at = (link * pathPoints + before) * 2 + axis;
  const from = paths.points[at];
  return from + (exact - before) * (paths.points[at + 2] - from);
}

/** One coordinate of the direction there, out from the caller; of any length. */
export function slopeOn(paths: TrafficPaths, link: number, share: number, axis: 0 | 1): number {
  const before = Math.min(pathPoints - 2, Math.floor(Math.min(1, Math.max(0, share)) * (pathPoints - 1)));
  const at = (link * pathPoints + before) * 2 + axis;
  return paths.points[at + 2] - paths.points[at];
}
