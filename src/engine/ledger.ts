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
  /** The version that the store would show now. */
  newestOf(row: number): number;
  /** Of a store of several: whether a version is from another of them than has the row now. */
  isElsewhere?(row: number, version: number): boolean;
  /** The version that an instance of the store would show of a row, -1 when it has none; for who looks on. */
  seenAt?: ((instance: number, row: number) => number) | undefined;
}

const FIRST = 0;
const LAST = 1;

/** What became of a write. `silent`: committed, but its caller had stopped waiting and was not told. */
const FATE = { told: 0, silent: 1, lost: 2 } as const;

/** What else is known of a write of the window, as bits. `pending`: written and on its way, but not acknowledged yet. `aside`: held by a
 * second primary alone, which the others do not hear. */
const FLAG = { pending: 1, aside: 2 } as const;

const never = () => false;

export class Ledger implements Book {
  seenAt: Book['seenAt'];
  /** Newest write per row, 0 = as in the beginning. */
  private newest = new Int32Array(1024);
  /** The window of writes that matter to some copy, a ring indexed by number. */
  private row = new Int32Array(256);
  /** The write of the same row before this one. */
  private before = new Int32Array(256);
  private time = new Float64Array(256);
  private fate = new Uint8Array(256);
  private flags = new Uint8Array(256);
  private readonly ends: Float64Array;

  constructor(memory: Memory) {
    memory.grows(this as unknown as Record<string, Int32Array>, 'newest', 'row', 'before');
    memory.grows(this as unknown as Record<'time', Float64Array>, 'time');
    memory.grows(this as unknown as Record<'fate' | 'flags', Uint8Array>, 'fate', 'flags');
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

  /** Unequal, not older: after a failover a copy may also show a write that was lost. What is not acknowledged yet makes nothing old. */
  isOld(row: number, version: number): boolean {
    let write = this.newestOf(row);
    while (write !== version && this.has(write, FLAG.pending)) write = this.beforeOf(write);
    return write !== version;
  }

  /** The version of a row that a copy holds which has applied all writes up to a number; of those of a second primary it knows none. */
  asOf(row: number, upTo: number): number {
    let write = this.newestOf(row);
    while (write >= this.ends[FIRST] && (write > upTo || this.has(write, FLAG.aside))) write = this.beforeOf(write);
    return write;
  }

  /** The version of a row that a second primary holds: what was there up to a number, and its own. */
  asOfAside(row: number, upTo: number): number {
    let write = this.newestOf(row);
    while (write > upTo && !this.has(write, FLAG.aside)) write = this.beforeOf(write);
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

  /**
   * Books a write.
   * @param told whether its caller learns of it
   * @param isPending it is to be acknowledged later, with `settle` @param isAside only a second primary has it
   * @returns its number
   */
  commit(row: number, now: number, told: boolean, isPending = false, isAside = false): number {
    const write = this.ends[LAST] + 1;
    if (write - this.ends[FIRST] === this.row.length) this.growWindow();
    if (row >= this.newest.length) this.growRows(row);
    const at = write & (this.row.length - 1);
    this.row[at] = row;
    this.before[at] = this.newest[row];
    this.time[at] = now;
    this.fate[at] = told ? FATE.told : FATE.silent;
    this.flags[at] = (isPending ? FLAG.pending : 0) + (isAside ? FLAG.aside : 0);
    this.newest[row] = write;
    this.ends[LAST] = write;
    return write;
  }

  /** A pending write of the window is acknowledged, or will never be. @param told whether its caller learns that it is written */
  settle(write: number, told: boolean): void {
    const at = write & (this.row.length - 1);
    this.flags[at] &= ~FLAG.pending;
    if (told && this.fate[at] === FATE.silent) this.fate[at] = FATE.told;
  }

  isAside(write: number): boolean {
    return this.has(write, FLAG.aside);
  }

  /** When a write of the window was committed. */
  committedAt(write: number): number {
    return this.time[write & (this.row.length - 1)];
  }

  /** A lost write of the window: copies pass over it. */
  isLost(write: number): boolean {
    return this.fate[write & (this.row.length - 1)] === FATE.lost;
  }

  /** The write after a number, passing over lost ones and those of a second primary; beyond `last` when there is none. */
  nextAfter(write: number): number {
    let next = write + 1;
    while (next <= this.ends[LAST] && (this.isLost(next) || this.has(next, FLAG.aside))) next++;
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
      if (survives(write) || this.has(write, FLAG.aside)) {
        this.before[at] = this.newest[this.row[at]];
        this.newest[this.row[at]] = write;
        continue;
      }
      if (this.fate[at] === FATE.told) acknowledged++;
      this.fate[at] = FATE.lost;
    }
    return acknowledged;
  }

  /**
   * The primary is alone with what it wrote after a number, but for what `shared` names: it goes on as a second one.
   * @returns how many writes that are
   */
  setAside(after: number, shared: (write: number) => boolean): number {
    let count = 0;
    for (let write = after + 1; write <= this.ends[LAST]; write++) {
      if (this.isLost(write) || shared(write)) continue;
      this.flags[write & (this.row.length - 1)] |= FLAG.aside;
      count++;
    }
    return count;
  }

  /**
   * Two primaries become one: of a row that both wrote after a number, the last write wins, and the other side's last is gone.
   * @param after what both had in common ends here @param discarded is told of each that is gone, and whether it had been acknowledged
   */
  merge(after: number, discarded: (told: boolean) => void): void {
    const { ends } = this;
    const mask = this.row.length - 1;
    for (let write = ends[FIRST]; write <= ends[LAST]; write++) {
      if (!this.has(write, FLAG.aside) || this.isLost(write)) continue;
      const row = this.row[write & mask];
      if (this.asOfAside(row, after) !== write) continue;
      const other = this.asOf(row, ends[LAST]);
      if (other <= after) continue;
      const loser = Math.min(write, other);
      this.takeOut(loser);
      discarded(this.fate[loser & mask] === FATE.told);
      this.fate[loser & mask] = FATE.lost;
    }
    for (let write = ends[FIRST]; write <= ends[LAST]; write++) this.flags[write & mask] &= ~FLAG.aside;
  }

  /** All that only a second primary has is gone with it. @returns how many of these writes had been acknowledged */
  loseAside(): number {
    const { ends } = this;
    const mask = this.row.length - 1;
    let acknowledged = 0;
    for (let write = ends[FIRST]; write <= ends[LAST]; write++) {
      if (!this.has(write, FLAG.aside)) continue;
      this.flags[write & mask] &= ~FLAG.aside;
      if (this.isLost(write)) continue;
      this.takeOut(write);
      if (this.fate[write & mask] === FATE.told) acknowledged++;
      this.fate[write & mask] = FATE.lost;
    }
    return acknowledged;
  }

  /** Out of the chain of its row. */
  private takeOut(write: number): void {
    const mask = this.row.length - 1;
    const row = this.row[write & mask];
    let after = this.newest[row];
    if (after === write) {
      this.newest[row] = this.before[write & mask];
      return;
    }
    while (this.before[after & mask] !== write) after = this.before[after & mask];
    this.before[after & mask] = this.before[write & mask];
  }

  /** Of a write that is no longer in the window nothing is known any more. */
  private has(write: number, flag: number): boolean {
    return write >= this.ends[FIRST] && (this.flags[write & (this.row.length - 1)] & flag) !== 0;
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
    const flags = new Uint8Array(length);
    for (let write = this.ends[FIRST]; write <= this.ends[LAST]; write++) {
      const from = write & (old - 1);
      const to = write & (length - 1);
      row[to] = this.row[from];
      before[to] = this.before[from];
      time[to] = this.time[from];
      fate[to] = this.fate[from];
      flags[to] = this.flags[from];
    }
    this.row = row;
    this.before = before;
    this.time = time;
    this.fate = fate;
    this.flags = flags;
  }
}
