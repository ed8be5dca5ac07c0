/**
 * Lines before servers, for kinds where the first to come need not be the first served and whoever waits may leave: as
 * `Stations`, but with a discipline and with `remove`. Its links are its own: a call that leaves the line may be anywhere in it.
 */

import { nth } from './calls.ts';
import type { Memory } from './memory.ts';
import { ENTRY } from './stations.ts';

/** Who is served next; in the order of the specs' `discipline` options. `sharing` has no line: see `sharing.ts`. */
export const DISCIPLINE = { fifo: 0, sharing: 1, lifo: 2, priority: 3 } as const;

/** Ranks of the priority discipline; others use the first only. One for each class a call can have. */
const ranks = 4;

export class Lines {
  /** Servers in use. */
  readonly busy: Int32Array;
  readonly waiting: Int32Array;
  /** First and last in line by station and rank, -1 for none. */
  private readonly head: Int32Array;
  private readonly tail: Int32Array;
  /** Neighbours in line, by call. */
  private before = new Int32Array(1);
  private after = new Int32Array(1);

  /** @param count how many lines; the owner decides which is which */
  constructor(memory: Memory, count: number) {
    this.busy = memory.i32(count);
    this.waiting = memory.i32(count);
    this.head = memory.i32(count * ranks).fill(-1);
    this.tail = memory.i32(count * ranks).fill(-1);
    memory.grows(this as unknown as Record<'before' | 'after', Int32Array>, 'before', 'after');
  }

  /**
   * Takes a server if one is free, else a place in line if there is one.
   * @param discipline one of `DISCIPLINE`, for this call: those in line already keep their places when it changes
   * @param rank 0 to 3, the smaller the sooner served; asked for under `priority` only
   * @returns one of `ENTRY`
   */
  enter(station: number, call: number, servers: number, queueLimit: number, discipline: number, rank: number): number {
    if (this.busy[station] < servers) {
      this.busy[station]++;
      return ENTRY.served;
    }
    return this.standInLine(station, call, queueLimit, discipline, rank);
  }

  private standInLine(station: number, call: number, queueLimit: number, discipline: number, rank: number): number {
    if (this.waiting[station] >= queueLimit) return ENTRY.full;
    if (discipline === DISCIPLINE.lifo) this.joinFirst(station * ranks, call);
    else this.joinLast(station * ranks + (discipline === DISCIPLINE.priority ? rank : 0), call);
    this.waiting[station]++;
    return ENTRY.waits;
  }

  /**
   * Gives a server back. The next in line takes it at once and is returned; -1 when none waits, or when there are fewer
   * servers than before and this one goes out of use.
   */
  leave(station: number, servers: number): number {
    if (this.waiting[station] === 0 || this.busy[station] > servers) {
      this.busy[station]--;
      return -1;
    }
    return this.takeNext(station);
  }

  /** The next in line takes a server that has become free by itself; -1 when none waits or none is free. */
  admit(station: number, servers: number): number {
    if (this.busy[station] >= servers || this.waiting[station] === 0) return -1;
    this.busy[station]++;
    return this.takeNext(station);
  }

  /** Takes the next out of the line without giving it a server; -1 when none waits. */
  pull(station: number): number {
    return this.waiting[station] === 0 ? -1 : this.takeNext(station);
  }

  /** A call that stands in this line leaves it unserved. */
  remove(station: number, call: number): void {
    const before = this.before[nth(call)];
    const after = this.after[nth(call)];
    if (before >= 0) this.after[nth(before)] = after;
    else this.move(this.head, station, call, after);
    if (after >= 0) this.before[nth(after)] = before;
    else this.move(this.tail, station, call, before);
    this.waiting[station]--;
  }

  /** Forgets everything: the instance died. */
  clear(station: number): void {
    this.busy[station] = 0;
    this.waiting[station] = 0;
    this.head.fill(-1, station * ranks, (station + 1) * ranks);
    this.tail.fill(-1, station * ranks, (station + 1) * ranks);
  }

  /** Where `ends` says the call stands, another stands now. */
  private move(ends: Int32Array, station: number, call: number, other: number): void {
    let line = station * ranks;
    while (ends[line] !== call) line++;
    ends[line] = other;
  }

  private joinLast(line: number, call: number): void {
    if (nth(call) >= this.after.length) this.grow(call);
    const last = this.tail[line];
    if (last < 0) this.head[line] = call;
    else this.after[nth(last)] = call;
    this.before[nth(call)] = last;
    this.after[nth(call)] = -1;
    this.tail[line] = call;
  }

  private joinFirst(line: number, call: number): void {
    if (nth(call) >= this.after.length) this.grow(call);
    const first = this.head[line];
    if (first < 0) this.tail[line] = call;
    else this.before[nth(first)] = call;
    this.before[nth(call)] = -1;
    this.after[nth(call)] = first;
    this.head[line] = call;
  }

  private takeNext(station: number): number {
    let line = station * ranks;
    while (this.head[line] < 0) line++;
    const call = this.head[line];
    const next = this.after[nth(call)];
    this.head[line] = next;
    if (next < 0) this.tail[line] = -1;
    else this.before[nth(next)] = -1;
    this.waiting[station]--;
    return call;
  }

  private grow(call: number): void {
    let length = Math.max(256, this.after.length);
    while (length <= nth(call)) length *= 2;
    for (const key of ['before', 'after'] as const) {
      const longer = new Int32Array(length);
      longer.set(this[key]);
      this[key] = longer;
    }
  }
}
