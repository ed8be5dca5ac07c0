/** Writes on their way from one store to another that holds the same rows: one parcel for each wire that a write has to go over. */

import { Chain } from './chain.ts';
import { longer, type Memory } from './memory.ts';

/** Parcels there may be at once; beyond, `memoOf` could not tell them apart. */
const most = 4_194_304;

/** What a call that carries a parcel has in `memo`: a retry keeps it, and one that comes late is known for what it is. */
export const memoOf = (parcel: number, write: number): number => write * most + parcel;
export const parcelOf = (memo: number): number => memo % most;
export const writeOf = (memo: number): number => Math.floor(memo / most);

const ints = ['write', 'key', 'request', 'base', 'call', 'slot', 'asker', 'taken'] as const;
const floats = ['stamp', 'madeAt'] as const;

export class Parcels {
  /** Number of the write; 0 = no parcel. */
  write = new Int32Array(0);
  key = new Int32Array(0);
  request = new Int32Array(0);
  /** The newest write of the row that its maker knew of. */
  base = new Int32Array(0);
  /** The call that carries it; -1 = it waits. */
  call = new Int32Array(0);
  /** Instance slot of who made it, or sent it last. */
  slot = new Int32Array(0);
  /** The call whose answer waits until it is received; -1 = none does. */
  asker = new Int32Array(0);
  /** 1 once it has come, though who sent it may not have heard of that. */
  taken = new Int32Array(0);
  /** Its time stamp, by the clock of who coordinated it, and when it really was made. */
  stamp = new Float64Array(0);
  madeAt = new Float64Array(0);
  /** By link: those that nobody carries now, and those that are carried. */
  private readonly waiting: (Chain | undefined)[] = [];
  private readonly carried: (Chain | undefined)[] = [];
  private readonly unused: Chain;
  /** By link: how many there are, and how many of them are carried. */
  private readonly counts: Int32Array;
  private readonly carriedCounts: Int32Array;
  private readonly memory: Memory;

  constructor(memory: Memory, links: number) {
    this.memory = memory;
    this.unused = new Chain(memory);
    this.counts = memory.i32(links);
    this.carriedCounts = memory.i32(links);
    memory.grows(this as unknown as Record<string, Int32Array>, ...ints);
    memory.grows(this as unknown as Record<string, Float64Array>, ...floats);
  }

  /** Parcels go over this link, too. Once per link, before any does. */
  open(link: number): void {
    this.waiting[link] = new Chain(this.memory);
    this.carried[link] = new Chain(this.memory);
  }

  waitingFor(link: number): Chain {
    return this.waiting[link] as Chain;
  }

  carriedOver(link: number): Chain {
    return this.carried[link] as Chain;
  }

  /** How many have not been received yet. */
  countOf(link: number): number {
    return this.counts[link];
  }

  carriedCountOf(link: number): number {
    return this.carriedCounts[link];
  }

  /** Whether the parcel that a call carries has been received already, by another way. */
  isOver(memo: number): boolean {
    return this.write[parcelOf(memo)] !== writeOf(memo);
  }

  /** The parcel that a call carries has come. @returns whether for the first time */
  take(memo: number): boolean {
    if (this.isOver(memo)) return false;
    const parcel = parcelOf(memo);
    const isFirst = this.taken[parcel] === 0;
    this.taken[parcel] = 1;
    return isFirst;
  }

  /** When the oldest that has not been received was made; Infinity = all have been. */
  oldestOf(link: number): number {
    let oldest = Infinity;
    for (const chain of [this.waitingFor(link), this.carriedOver(link)]) {
      for (let parcel = chain.first; parcel >= 0; parcel = chain.next(parcel)) oldest = Math.min(oldest, this.madeAt[parcel]);
    }
    return oldest;
  }

  /** Those who waited at an instance are gone. */
  forgetAskers(link: number, slot: number): void {
    for (const chain of [this.waitingFor(link), this.carriedOver(link)]) {
      for (let parcel = chain.first; parcel >= 0; parcel = chain.next(parcel)) if (this.slot[parcel] === slot) this.asker[parcel] = -1;
    }
  }

  /** A parcel that waits. */
  pack(link: number, write: number, key: number, request: number): number {
    if (this.unused.first < 0) this.grow();
    const parcel = this.unused.first;
    this.unused.remove(parcel);
    this.waitingFor(link).append(parcel);
    this.counts[link]++;
    this.write[parcel] = write;
    this.key[parcel] = key;
    this.request[parcel] = request;
    this.call[parcel] = -1;
    this.taken[parcel] = 0;
    return parcel;
  }

  /** @param slot of who sends it @param call that carries it */
  carry(link: number, parcel: number, slot: number, call: number): void {
    this.waitingFor(link).remove(parcel);
    this.carriedOver(link).append(parcel);
    this.carriedCounts[link]++;
    this.slot[parcel] = slot;
    this.call[parcel] = call;
  }

  /** Nobody carries it any more: it waits, before all others. */
  putBack(link: number, parcel: number): void {
    this.carriedOver(link).remove(parcel);
    this.carriedCounts[link]--;
    this.waitingFor(link).insert(parcel, -1);
    this.call[parcel] = -1;
  }

  /** It has been received. */
  drop(link: number, parcel: number): void {
    this.carriedOver(link).remove(parcel);
    this.carriedCounts[link]--;
    this.counts[link]--;
    this.write[parcel] = 0;
    this.unused.append(parcel);
  }

  private grow(): void {
    const before = this.write.length;
    const length = Math.max(64, before * 2);
    if (length > most) throw new Error(`more than ${most} writes on their way to other stores`);
    for (const column of ints) this[column] = longer(this[column], new Int32Array(length));
    for (const column of floats) this[column] = longer(this[column], new Float64Array(length));
    for (let parcel = before; parcel < length; parcel++) this.unused.append(parcel);
  }
}
