/**
 * A hash ring (Karger and others 1997): every member stands on it at many points, and a key belongs to the first point at or after its
 * own place. A member that comes or goes takes or leaves only what lies before its points, about 1/n of all keys; of a key modulo n
 * nearly all would move. Where members stand depends on their names alone, so that one more part beside them moves nobody.
 */

import { mix, streamOf } from './luck.ts';
import type { Memory } from './memory.ts';

/** Where a number stands on any ring: 32 bits, mixed twice so that neighbours in number are no neighbours in place. */
export function ringPlace(key: number): number {
  return mix(mix(key ^ 0x3c6ef372) ^ 0x5bd1e995) >>> 0;
}

/** Every point that any member may ever have, in order of place: fixed for a set of names, so it is no state of a run. */
interface Circle {
  /** Points per member. */
  readonly most: number;
  readonly places: Float64Array;
  readonly owners: Int32Array;
  /** Number of the point among its owner's: a member with fewer points has the first ones. */
  readonly ranks: Int32Array;
}

function circleOf(names: readonly string[], most: number): Circle {
  const count = names.length * most;
  const placeOf = new Float64Array(count);
  names.forEach((name, member) => {
    const { k0, k1 } = streamOf('ring', name);
    for (let rank = 0; rank < most; rank++) placeOf[member * most + rank] = mix(mix(k0 ^ Math.imul(rank + 1, 0x9e3779b9)) ^ k1) >>> 0;
  });
  const order = Int32Array.from({ length: count }, (_, point) => point).sort((a, b) => placeOf[a] - placeOf[b] || a - b);
  return {
    most,
    places: Float64Array.from(order, (point) => placeOf[point]),
    owners: Int32Array.from(order, (point) => Math.floor(point / most)),
    ranks: Int32Array.from(order, (point) => point % most),
  };
}

/**
 * Where members stand on a ring, for who draws it.
 * @param names one per member @param each points of each
 * @returns in order of place: how far round, 0 to 1, and whose point it is
 */
export function ringPoints(names: readonly string[], each: number): { turn: number; member: number }[] {
  const { places, owners } = circleOf(names, each);
  return Array.from(places, (place, i) => ({ turn: place / 4_294_967_296, member: owners[i] }));
}

export class Ring {
  private readonly names: readonly string[];
  private circle: Circle | null = null;
  /** Points that each member has now. */
  private readonly points: Int32Array;
  /** [points on the ring; 1 when they no longer are what `points` says] */
  private readonly cells: Int32Array;
  /** The points in force, in order of place; as long as the ring has ever been. */
  private places = new Float64Array(0);
  private owners = new Int32Array(0);

  /**
   * @param names one per member, all different; none is on the ring at first
   */
  constructor(memory: Memory, names: readonly string[]) {
    this.names = names;
    this.points = memory.i32(names.length);
    this.cells = memory.i32(2);
    memory.grows(this as unknown as Record<'places', Float64Array>, 'places');
    memory.grows(this as unknown as Record<'owners', Int32Array>, 'owners');
  }

  /** Gives a member so many points from now on; 0 takes it off. The spread of the members' parts is about 1/sqrt(points). */
  set(member: number, points: number): void {
    if (points === this.points[member]) return;
    this.points[member] = points;
    this.cells[1] = 1;
  }

  /** The member that a place belongs to, -1 on an empty ring. @param place as `ringPlace` gives it */
  ownerOf(place: number): number {
    if (this.cells[1] === 1) this.settle();
    const count = this.cells[0];
    return count === 0 ? -1 : this.owners[this.firstAt(place, count)];
  }

  /** The first `count` different members met from a place on: the owner, then who would be the next owners. @returns how many were found */
  ownersOf(place: number, count: number, into: Int32Array): number {
    if (this.cells[1] === 1) this.settle();
    const points = this.cells[0];
    const start = points === 0 ? 0 : this.firstAt(place, points);
    let found = 0;
    for (let step = 0; step < points && found < count; step++) {
      const owner = this.owners[(start + step) % points];
      let seen = 0;
      while (seen < found && into[seen] !== owner) seen++;
      if (seen === found) into[found++] = owner;
    }
    return found;
  }

  private firstAt(place: number, count: number): number {
    const { places } = this;
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[middle] < place) low = middle + 1;
      else high = middle;
    }
    return low === count ? 0 : low;
  }

  private settle(): void {
    let most = 0;
    let total = 0;
    for (const points of this.points) {
      most = Math.max(most, points);
      total += points;
    }
    if (this.circle === null || this.circle.most < most) this.circle = circleOf(this.names, most);
    const { places, owners, ranks } = this.circle;
    if (this.places.length < total) {
      this.places = new Float64Array(total);
      this.owners = new Int32Array(total);
    }
    let count = 0;
    for (let point = 0; point < places.length; point++) {
      if (ranks[point] >= this.points[owners[point]]) continue;
      this.places[count] = places[point];
      this.owners[count++] = owners[point];
    }
    this.cells[0] = count;
    this.cells[1] = 0;
  }
}
