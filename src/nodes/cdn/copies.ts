/** The copies that one edge keeps, by URL and variant, each for its time and with its size; and one fetch for all who want the same. */

import type { NodeContext } from '../../engine/behavior.ts';
import { Flights } from '../../engine/flights.ts';
import { KeyStore } from '../../engine/keyStore.ts';
import { longer } from '../../engine/memory.ts';

export class Copies {
  readonly flights: Flights;
  private readonly ctx: NodeContext;
  private readonly store: KeyStore;
  /** By entry. */
  private fetchedAt = new Float64Array(0);
  private freshUntil = new Float64Array(0);
  private readonly fields;

  /** @param weightOf what a thing takes of the capacity */
  constructor(ctx: NodeContext, instance: number, weightOf: (thing: number) => number) {
    const { memory } = ctx;
    this.ctx = ctx;
    this.fields = {
      sizedBy: ctx.param('sizedBy'),
      capacityFiles: ctx.param('capacityFiles'),
      capacityGB: ctx.param('capacityGB'),
      policy: ctx.param('policy'),
      staleIfError: ctx.param('staleIfErrorSeconds'),
    };
    this.store = new KeyStore(memory, this.capacity, ctx.stream(instance === 0 ? 'evict' : `evict ${instance}`), weightOf);
    this.flights = new Flights(memory, ctx.net.calls);
    memory.grows(this as unknown as Record<'fetchedAt' | 'freshUntil', Float64Array>, 'fetchedAt', 'freshUntil');
  }

  get size(): number {
    return this.store.size;
  }

  /** Files, or kilobytes. */
  private get capacity(): number {
    const { params } = this.ctx.net;
    const { sizedBy, capacityFiles, capacityGB } = this.fields;
    return params[sizedBy] === 0 ? params[capacityFiles] : params[capacityGB] * 1e6;
  }

  /** Somebody asks for a thing. @returns seconds since it was fetched, -1 when there is no copy that is still good */
  ageOf(thing: number): number {
    const { now } = this.ctx.net;
    const entry = this.store.get(thing, now);
    return entry < 0 || this.freshUntil[entry] <= now ? -1 : now - this.fetchedAt[entry];
  }

  /** The same for a copy that is past its time, too, if it was kept for want of better. */
  ageInNeed(thing: number): number {
    const entry = thing < 0 ? -1 : this.store.peek(thing);
    return entry < 0 ? -1 : this.ctx.net.now - this.fetchedAt[entry];
  }

  /** A copy has come. @param ttlSeconds 0 keeps nothing */
  put(thing: number, ttlSeconds: number): void {
    const { now, params } = this.ctx.net;
    if (ttlSeconds <= 0) return;
    const entry = this.store.put(thing, now, ttlSeconds + params[this.fields.staleIfError]);
    if (entry < 0) return;
    if (entry >= this.fetchedAt.length) {
      this.fetchedAt = longer(this.fetchedAt, new Float64Array(this.store.value.length));
      this.freshUntil = longer(this.freshUntil, new Float64Array(this.store.value.length));
    }
    this.fetchedAt[entry] = now;
    this.freshUntil[entry] = now + ttlSeconds;
  }

  expire(): void {
    this.store.expire(this.ctx.net.now);
  }

  /** Settings changed. */
  changed(): void {
    const { params, now } = this.ctx.net;
    this.store.setCapacity(this.capacity, now);
    this.store.setPolicy(params[this.fields.policy]);
  }

  clear(): void {
    this.store.clear();
  }
}
