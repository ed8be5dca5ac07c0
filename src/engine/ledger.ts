/**
 * The book of a store's writes, as someone would keep it who sees everything: which write is the newest of every row, and the
 * order of those that some copy does not have yet. Lost, stale and surviving are counted from it, never estimated. Writes are
 * numbered from 1 and no number is used twice, not even after a write was lost.
 */

import type { Memory } from './memory.ts';

/** What a store's book says to whoever keeps copies of its rows. */
export interface Book {
  /** Whether a version of a row is not what the store would show now. */
  isOld(row: number, version: number): boolean;
}

const FIRST = 0;
const LAST = 1;

/** What became of a write. `silent`: committed, but its caller had stopped waiting and was not told. */
const FATE = { told: 0, silent: 1, lost: 2 } as const;

const never = () => false;

export class Ledger implements Book {
  /** Newest write per row, 0 = as in the beginning. */
  private newest = new Int32Array(1024);
  /** The window of writes that matter to some copy, a ring indexed by number. */
  private row = new Int32Array(256);
  /** The write of the same row before this one. */
  private before = new Int32Array(256);
  private time = new Float64Array(256);
  private fate = new Uint8Array(256);
  private readonly ends: Float64Array;

  constructor(memory: Memory) {
    memory.grows(this as unknown as Record<string, Int32Array>, 'newest', 'row', 'before');
    memory.grows(this as unknown as Record<'time', Float64Array>, 'time');
    memory.grows(this as unknown as Record<'fate', Uint8Array>, 'fate');
    this.ends = memory.f64(2);
    this.ends[FIRST] = 1;
  }

  /** Number of the newest write, 0 = none yet. */
  get last(): number {
    return this.ends[LAST];
  }

  /** Writes held for copies that do not have them. */
  get held(): number {
    return this.ends[LAST] - this.ends[FIRST] + 1;
  }

  newestOf(row: number): number {
    return row < this.newest.length ? this.newest[row] : 0;
  }

  /** Unequal, not older: after a failover a copy may also show a write that was lost. */
  isOld(row: number, version: number): boolean {
    return this.newestOf(row) !== version;
  }

  /** The version of a row that a copy holds which has applied all writes up to a number. */
  asOf(row: number, upTo: number): number {
    let write = this.newestOf(row);
    while (write > upTo && write >= this.ends[FIRST]) write = this.before[write & (this.row.length - 1)];
    return write;
  }

  /** The row that a write of the window is of. */
  rowOf(write: number): number {
    return this.row[write & (this.row.length - 1)];
  }

  /** The write of the same row before a write of the window, 0 = none. */
  beforeOf(write: number): number {
    return this.before[write & (this.row.length - 1)];
  }

  /** Books a write. @param told whether its caller learns of it @returns its number */
  commit(row: number, now: number, told: boolean): number {
    const write = this.ends[LAST] + 1;
    if (write - this.ends[FIRST] === this.row.length) this.growWindow();
    if (row >= this.newest.length) this.growRows(row);
    const at = write & (this.row.length - 1);
    this.row[at] = row;
    this.before[at] = this.newest[row];
    this.time[at] = now;
    this.fate[at] = told ? FATE.told : FATE.silent;
    this.newest[row] = write;
    this.ends[LAST] = write;
    return write;
  }

  /** When a write of the window was committed. */
  committedAt(write: number): number {
    return this.time[write & (this.row.length - 1)];
  }

  /** A lost write of the window: copies pass over it. */
  isLost(write: number): boolean {
    return this.fate[write & (this.row.length - 1)] === FATE.lost;
  }

  /** The write after a number, passing over lost ones; beyond `last` when there is none. */
  nextAfter(write: number): number {
    let next = write + 1;
    while (next <= this.ends[LAST] && this.isLost(next)) next++;
    return next;
  }

  /**
   * The writes after a number are lost but for those that `survives` names: the copy that carries on never had them.
   * @returns how many of them had been acknowledged
   */
  lose(after: number, survives: (write: number) => boolean = never): number {
    const last = this.ends[LAST];
    const mask = this.row.length - 1;
    let acknowledged = 0;
    // out of the chains they all go, back from the newest, and who survives comes in again in order
    for (let write = last; write > after; write--) {
      if (this.fate[write & mask] !== FATE.lost) this.newest[this.row[write & mask]] = this.before[write & mask];
    }
    for (let write = after + 1; write <= last; write++) {
      const at = write & mask;
      if (this.fate[at] === FATE.lost) continue;
      if (survives(write)) {
        this.before[at] = this.newest[this.row[at]];
        this.newest[this.row[at]] = write;
        continue;
      }
      if (this.fate[at] === FATE.told) acknowledged++;
      this.fate[at] = FATE.lost;
    }
    return acknowledged;
  }

  /** All copies have what was written up to here. */
  trim(upTo: number): void {
    if (upTo + 1 > this.ends[FIRST]) this.ends[FIRST] = Math.min(upTo, this.ends[LAST]) + 1;
  }

  private growRows(row: number): void {
    let length = this.newest.length;
    while (length <= row) length *= 2;
    const newest = new Int32Array(length);
    newest.set(this.newest);
    this.newest = newest;
  }

  private growWindow(): void {
    const old = this.row.length;
    const length = old * 2;
    const row = new Int32Array(length);
    const before = new Int32Array(length);
    const time = new Float64Array(length);
    const fate = new Uint8Array(length);
    for (let write = this.ends[FIRST]; write <= this.ends[LAST]; write++) {
      const from = write & (old - 1);
      const to = write & (length - 1);
      row[to] = this.row[from];
      before[to] = this.before[from];
      time[to] = this.time[from];
      fate[to] = this.fate[from];
    }
    this.row = row;
    this.before = before;
    this.time = time;
    this.fate = fate;
  }
}
