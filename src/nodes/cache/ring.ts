/** Consistent hashing (Karger and others 1997): every instance has points on a circle, and a key lives at the next point from its own. */

import { type Stream, uniform } from '../../engine/luck.ts';

/** Points per instance: with fewer the shares are less equal (domain S60: 100 give 1.11 times the mean at most, of four). */
const pointsEach = 128;

export class CacheRing {
  /** Points in order round the circle, from 0 to 1, and whose each is. */
  private readonly points: Float64Array;
  private readonly owners: Int32Array;

  /** @param slots instances that there may ever be: the points of one do not depend on how many others there are */
  constructor(luck: Stream, slots: number) {
    const all = Array.from({ length: slots * pointsEach }, (_, n) => ({ at: uniform(luck, n, 0), owner: Math.floor(n / pointsEach) }));
    all.sort((a, b) => a.at - b.at || a.owner - b.owner);
    this.points = Float64Array.from(all, ({ at }) => at);
    this.owners = Int32Array.from(all, ({ owner }) => owner);
  }

  /** Whose the first point from `place` (0 to 1) on is, of the instances that are listed; there must be one. */
  at(place: number, listed: Uint8Array): number {
    const { points, owners } = this;
    let low = 0;
    let high = points.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (points[middle] < place) low = middle + 1;
      else high = middle;
    }
    let at = low === points.length ? 0 : low;
    while (listed[owners[at]] === 0) at = at + 1 === points.length ? 0 : at + 1;
    return owners[at];
  }
}
