/**
 * What one cache server holds: rows, each with the write it shows and the store it came from, when it was brought, until when it is
 * fresh and what it cost to get.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import { KeyStore } from '../../engine/keyStore.ts';
import { exponential, type Stream, uniform } from '../../engine/luck.ts';
import { longer } from '../../engine/memory.ts';
import { CLASS } from '../../engine/plan.ts';
import { STAMPEDE } from './stampede.ts';

/** What a look at the shelf says of a row. */
export const SEEN = {
  none: 0,
  fresh: 1,
  /** Past its time, but still there. */
  expired: 2,
} as const;

/** What makes a row that is there less than good, or changes it when it is looked at, as bits: off in most designs. */
const ASKS = { shard: 1, early: 2, late: 4, renews: 8 } as const;

/** The order of the spec's `keyedBy`: whoever looks for a row looks under the shard that has it now. */
const KEYED_BY_SHARD = 1;

export class Shelf {
  private readonly ctx: NodeContext;
  private readonly store: KeyStore;
  /** By entry: the write it shows, and the node of the store it came from plus one, 0 for none. */
  private versions = new Float64Array(0);
  private origins = new Int32Array(0);
  private broughtAt = new Float64Array(0);
  private freshUntil = new Float64Array(0);
  private costSeconds = new Float64Array(0);
  /** One cell: the entry that `look` has found. */
  private readonly found: Int32Array;
  /** One cell: those of `ASKS` that the settings switch on. */
  private readonly asks: Uint8Array;
  private readonly jitter: Stream;
  private readonly early: Stream;
  private readonly fields;

  constructor(ctx: NodeContext, instance: number) {
    const { memory } = ctx;
    this.ctx = ctx;
    this.fields = {
      sizedBy: ctx.param('sizedBy'),
      capacityKeys: ctx.param('capacityKeys'),
      memoryMB: ctx.param('memoryMB'),
      valueKB: ctx.param('valueKB'),
      policy: ctx.param('policy'),
      ttl: ctx.param('ttlSeconds'),
      ttlByClass: ctx.param('ttlByClass'),
      ttlFeed: ctx.param('ttlFeedSeconds'),
      ttlSearch: ctx.param('ttlSearchSeconds'),
      ttlJitter: ctx.param('ttlJitter'),
      ttlRenews: ctx.param('ttlRenews'),
      stampede: ctx.param('stampede'),
      earliness: ctx.param('earliness'),
      keyedBy: ctx.param('keyedBy'),
      staleSeconds: ctx.param('staleSeconds'),
    };
    this.store = new KeyStore(memory, this.capacity, ctx.stream(`evict ${instance}`));
    this.found = memory.i32(1);
    this.asks = memory.u8(1);
    this.jitter = ctx.stream('jitter');
    this.early = ctx.stream('early');
    memory.grows(this as unknown as Record<'origins', Int32Array>, 'origins');
    memory.grows(
      this as unknown as Record<'versions' | 'broughtAt' | 'freshUntil' | 'costSeconds', Float64Array>,
      'versions',
      'broughtAt',
      'freshUntil',
      'costSeconds',
    );
  }

  get size(): number {
    return this.store.size;
  }

  /** Rows that fit. */
  private get capacity(): number {
    const { params } = this.ctx.net;
    const { sizedBy, capacityKeys, memoryMB, valueKB } = this.fields;
    return params[sizedBy] === 0 ? params[capacityKeys] : Math.floor((params[memoryMB] * 1024) / params[valueKB]);
  }

  /** Somebody asks for a row. What is found can then be read: `version`, `isStale`, `age`. @returns one of `SEEN` */
  look(row: number, call: number): number {
    const entry = this.store.get(row, this.ctx.net.clock.now);
    this.found[0] = entry;
    if (entry < 0) return SEEN.none;
    return this.asks[0] === 0 ? SEEN.fresh : this.judge(entry, row, call);
  }

  /** What a row that is there is good for. */
  private judge(entry: number, row: number, call: number): number {
    if (this.does(ASKS.shard) && this.hasMoved(row)) {
      this.store.remove(row);
      return SEEN.none;
    }
    if (this.does(ASKS.early) && this.isEarly(entry, call)) return SEEN.none;
    if (this.does(ASKS.late) && entry < this.freshUntil.length && this.freshUntil[entry] <= this.ctx.net.now) return SEEN.expired;
    if (this.does(ASKS.renews)) this.renew(entry, call);
    return SEEN.fresh;
  }

  private does(what: number): boolean {
    return (this.asks[0] & what) !== 0;
  }

  /** XFetch (Vattani and others 2015): the nearer the end, and the dearer the row, the likelier somebody already gets it anew. */
  private isEarly(entry: number, call: number): boolean {
    const { calls, params, now } = this.ctx.net;
    if (entry >= this.freshUntil.length || this.freshUntil[entry] === Infinity) return false;
    const spread = this.costSeconds[entry] * params[this.fields.earliness];
    if (spread === 0) return false;
    return now + spread * exponential(this.early, calls.request[call], this.ctx.net.saltOf(call)) >= this.freshUntil[entry];
  }

  /** Of the row found: the write it shows. */
  get version(): number {
    return this.versions[this.found[0]];
  }

  /** Whether the row found is not what its store has now. */
  isStale(row: number): boolean {
    const entry = this.found[0];
    const origin = this.origins[entry];
    if (origin === 0) return false;
    const truth = this.ctx.net.ledgers[origin - 1];
    return truth?.isOld(row, this.versions[entry]) ?? false;
  }

  /** Whether the row found is on another shard now than it came from. */
  private hasMoved(row: number): boolean {
    const entry = this.found[0];
    if (this.origins[entry] === 0) return false;
    return this.ctx.net.ledgers[this.origins[entry] - 1]?.isElsewhere?.(row, this.versions[entry]) ?? false;
  }

  /** Seconds since the row found was brought. */
  get age(): number {
    return this.ctx.net.now - this.broughtAt[this.found[0]];
  }

  /**
   * Puts a row on the shelf, if there is room.
   * @param store the node it came from, -1 for none
   * @param cost seconds that it took to get it
   * @param call its request tells the draws apart
   */
  put(row: number, version: number, store: number, cost: number, call: number): void {
    const { now } = this.ctx.net;
    const ttl = this.ttlFor(call);
    const entry = this.store.put(row, now, ttl > 0 ? ttl + this.graceSeconds : 0);
    if (entry < 0) return;
    if (entry >= this.broughtAt.length) this.grow();
    this.versions[entry] = version;
    this.origins[entry] = store + 1;
    this.broughtAt[entry] = now;
    if (!this.knowsFreshness) return;
    if (entry >= this.freshUntil.length) {
      this.freshUntil = longer(this.freshUntil, new Float64Array(this.store.value.length).fill(Infinity, this.freshUntil.length));
      this.costSeconds = longer(this.costSeconds, new Float64Array(this.store.value.length));
    }
    this.freshUntil[entry] = ttl > 0 ? now + ttl : Infinity;
    this.costSeconds[entry] = cost;
  }

  private grow(): void {
    const { length } = this.store.value;
    this.versions = longer(this.versions, new Float64Array(length));
    this.origins = longer(this.origins, new Int32Array(length));
    this.broughtAt = longer(this.broughtAt, new Float64Array(length));
  }

  private renew(entry: number, call: number): void {
    const { now } = this.ctx.net;
    const ttl = this.ttlFor(call);
    this.store.renew(entry, now, ttl > 0 ? ttl + this.graceSeconds : 0);
    if (this.knowsFreshness && entry < this.freshUntil.length) this.freshUntil[entry] = ttl > 0 ? now + ttl : Infinity;
  }

  private get knowsFreshness(): boolean {
    const stampede = this.ctx.net.params[this.fields.stampede];
    return stampede === STAMPEDE.early || stampede === STAMPEDE.stale;
  }

  /** How long a row is kept past its time. */
  private get graceSeconds(): number {
    const { params } = this.ctx.net;
    return params[this.fields.stampede] === STAMPEDE.stale ? params[this.fields.staleSeconds] : 0;
  }

  private ttlFor(call: number): number {
    const { calls, params } = this.ctx.net;
    const ttl = params[this.ttlField(calls.cls[call])];
    const jitter = params[this.fields.ttlJitter] / 100;
    if (jitter === 0) return ttl;
    return ttl * (1 + jitter * (2 * uniform(this.jitter, calls.request[call], this.ctx.net.saltOf(call)) - 1));
  }

  /** The field that holds for what a request of a class has brought. */
  private ttlField(cls: number): number {
    const { fields } = this;
    if (this.ctx.net.params[fields.ttlByClass] === 0) return fields.ttl;
    return cls === CLASS.feed ? fields.ttlFeed : cls === CLASS.search ? fields.ttlSearch : fields.ttl;
  }

  remove(row: number): void {
    this.store.remove(row);
  }

  clear(): void {
    this.store.clear();
  }

  /** Settings changed. */
  changed(): void {
    const { params, now } = this.ctx.net;
    this.store.setCapacity(this.capacity, now);
    this.store.setPolicy(params[this.fields.policy]);
    const stampede = params[this.fields.stampede];
    this.asks[0] =
      (params[this.fields.keyedBy] === KEYED_BY_SHARD ? ASKS.shard : 0) |
      (stampede === STAMPEDE.early ? ASKS.early : 0) |
      (stampede === STAMPEDE.stale ? ASKS.late : 0) |
      (params[this.fields.ttlRenews] === 1 ? ASKS.renews : 0);
  }

  expire(): void {
    this.store.expire(this.ctx.net.now);
  }

  takeEvictions(): number {
    return this.store.takeEvictions();
  }

  takeExpirations(): number {
    return this.store.takeExpirations();
  }
}
