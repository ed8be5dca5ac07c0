/**
 * A store with one log that is wired to others of its kind, each near its own callers: it tells them of its writes, takes theirs, and of two
 * writes of a row the later one stays. It may tell before it answers, or after. A store that is wired to no other is alone, and has nothing
 * of this.
 */

import { alikeOf } from './alike.ts';
import type { NodeContext } from './behavior.ts';
import { nth } from './calls.ts';
import type { Book } from './ledger.ts';
import { longer } from './memory.ts';
import type { Speaker } from './outbox.ts';
import { parcelOf } from './parcels.ts';
import { OUTCOME } from './plan.ts';
import { Shipping } from './shipping.ts';
import type { Sold } from './sold.ts';
import { type Truth, truthOf } from './truth.ts';

/** What a store of this sort counts; `when` it waits for others is a field of its own. */
const metricNames = ['copiesTaken', 'overruled', 'copiesWaiting', 'copyLag'] as const;

/** The order of the options of the field `tells`. */
const TELLS = { after: 0, before: 1 } as const;

/** What the others mean for the answer to a write: nothing; it waits for them; they could not be told. */
export const HOLD = { none: 0, waits: 1, failed: 2 } as const;

export class Siblings {
  /** By row: number of the write that counts here, and of the newest that was made and acknowledged here; 0 = none yet. */
  private held = new Int32Array(0);
  private own = new Int32Array(0);
  /** By call: the write that it has made. */
  private write = new Int32Array(0);
  /** By call: how many others have not got the write it waits for, 0 = it waits for none; 1 when nothing else is missing; one of `HOLD`. */
  private missing = new Int32Array(0);
  private isReady = new Uint8Array(0);
  private hold = new Uint8Array(0);
  private readonly ctx: NodeContext;
  private readonly truth: Truth | null;
  private readonly shipping: Shipping | null;
  private readonly tells: number;
  private readonly metrics;

  /** @param timer the code of the store's own timer that is to call `ring` */
  constructor(ctx: NodeContext, speaker: Speaker, timer: number) {
    this.ctx = ctx;
    const isAlone = alikeOf(ctx).size === 1;
    this.truth = isAlone ? null : truthOf(ctx, ctx.net.truths);
    this.shipping = this.truth === null ? null : new Shipping(ctx, this.truth.parcels, speaker, timer);
    this.tells = ctx.param('tells');
    const [taken, overruled, waiting, lag] = metricNames.map((name) => ctx.metric(name));
    this.metrics = { taken, overruled, waiting, lag };
    ctx.memory.grows(this as unknown as Record<'held' | 'own', Int32Array>, 'held', 'own');
    ctx.memory.grows(this as unknown as Record<'write' | 'missing', Int32Array>, 'write', 'missing');
    ctx.memory.grows(this as unknown as Record<'isReady' | 'hold', Uint8Array>, 'isReady', 'hold');
  }

  /** Whether a write's caller is answered only when the others have it, too. */
  get isAwaited(): boolean {
    const { shipping, ctx, tells } = this;
    return shipping !== null && shipping.links.length > 0 && ctx.net.params[tells] === TELLS.before;
  }

  /** Where it is noted what the stores have sold together; null for one that is alone. */
  get sold(): Sold | null {
    return this.truth?.sold ?? null;
  }

  /** What a store's callers and caches are told of which versions are old. */
  bookOf(ledger: Book): Book {
    if (this.truth === null) return ledger;
    return {
      isOld: (row, version) => ledger.isOld(row, version) || this.isBehind(row),
      newestOf: (row) => ledger.newestOf(row),
      seenAt: (instance, row) => ledger.seenAt?.(instance, row) ?? -1,
    };
  }

  /** A write of this store is committed. */
  made(call: number, row: number): void {
    const { truth, shipping } = this;
    if (truth === null || shipping === null) return;
    const { calls, now } = this.ctx.net;
    this.room(row);
    this.roomForCall(call);
    const write = truth.number();
    const base = this.held[row];
    this.held[row] = write;
    this.write[nth(call)] = write;
    const isAwaited = this.isAwaited;
    this.missing[nth(call)] = isAwaited ? shipping.links.length : 0;
    this.hold[nth(call)] = isAwaited ? HOLD.waits : HOLD.none;
    this.isReady[nth(call)] = 0;
    shipping.send(calls.to[call], write, now, base, call, isAwaited);
  }

  /** Nothing but the others is missing for the answer to a write. @returns one of `HOLD`; `waits`: `returned` will tell */
  holds(call: number): number {
    if (this.truth === null) return HOLD.none;
    this.isReady[nth(call)] = 1;
    return this.hold[nth(call)];
  }

  /** A write of this store is acknowledged. */
  acknowledged(call: number, row: number): void {
    if (this.truth === null) return;
    const write = this.write[nth(call)];
    this.truth.acknowledge(row, write);
    if (write > this.own[row]) this.own[row] = write;
  }

  /** A write that another store has made has come. @returns whether it is to be written: not if it is here, or a later one is */
  takes(call: number, row: number): boolean {
    const { truth } = this;
    if (truth === null) return false;
    const { parcels } = truth;
    const memo = this.ctx.net.calls.memo[call];
    if (!parcels.take(memo)) return false;
    this.room(row);
    const { values } = this.ctx.net.meters;
    const parcel = parcelOf(memo);
    const held = this.held[row];
    values[this.metrics.taken]++;
    if (parcels.write[parcel] < held) return false;
    // what counted here was made here, and whoever made the other did not know of it: one of two acknowledged writes goes
    if (this.own[row] === held && held > parcels.base[parcel]) values[this.metrics.overruled]++;
    this.held[row] = parcels.write[parcel];
    return true;
  }

  /** Whether another store has acknowledged a later write of a row, of which this one does not know yet. */
  isBehind(row: number): boolean {
    return this.truth !== null && this.truth.newestOf(row) > (row < this.held.length ? this.held[row] : 0);
  }

  /** Whether a call goes to another store. */
  isTelling(child: number): boolean {
    return this.shipping?.links.includes(this.ctx.net.calls.link[child]) ?? false;
  }

  /**
   * A call to another store has its outcome.
   * @param settle is told of the caller who waited for that and for nothing else, and whether all have got what was told
   */
  returned(child: number, outcome: number, settle: (call: number, isTold: boolean) => void): void {
    const { shipping, truth } = this;
    if (shipping === null || truth === null) return;
    const write = truth.parcels.write[parcelOf(this.ctx.net.calls.memo[child])];
    const asker = shipping.returned(child, outcome);
    if (asker < 0 || this.write[nth(asker)] !== write || this.hold[nth(asker)] !== HOLD.waits) return;
    const isTold = outcome === OUTCOME.ok;
    if (isTold && --this.missing[nth(asker)] > 0) return;
    this.hold[nth(asker)] = isTold ? HOLD.none : HOLD.failed;
    if (this.isReady[nth(asker)] === 1) settle(asker, isTold);
  }

  again(child: number): void {
    this.shipping?.again(child);
  }

  ring(arg: number): void {
    this.shipping?.ring(arg);
  }

  crashed(slot: number): void {
    this.shipping?.crashed(slot);
  }

  /** There may be somebody to speak for the store again. */
  goOn(): void {
    this.shipping?.recovered();
  }

  measure(): void {
    if (this.shipping === null) return;
    const { values } = this.ctx.net.meters;
    values[this.metrics.waiting] = this.shipping.count;
    values[this.metrics.lag] = this.shipping.lag;
  }

  private room(row: number): void {
    if (row < this.held.length) return;
    let length = Math.max(256, this.held.length);
    while (length <= row) length *= 2;
    this.held = longer(this.held, new Int32Array(length));
    this.own = longer(this.own, new Int32Array(length));
  }

  private roomForCall(call: number): void {
    if (nth(call) < this.write.length) return;
    let length = Math.max(256, this.write.length);
    while (length <= nth(call)) length *= 2;
    this.write = longer(this.write, new Int32Array(length));
    this.missing = longer(this.missing, new Int32Array(length));
    this.isReady = longer(this.isReady, new Uint8Array(length));
    this.hold = longer(this.hold, new Uint8Array(length));
  }
}
