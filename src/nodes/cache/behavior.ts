import { ASK, FOUND } from '../../engine/asks.ts';
import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import type { Calls } from '../../engine/calls.ts';
import type { Instances } from '../../engine/instances.ts';
import { KeyStore } from '../../engine/keyStore.ts';
import { integerBelow, type Stream } from '../../engine/luck.ts';
import type { Meters } from '../../engine/meters.ts';
import { METER, type Network } from '../../engine/network.ts';
import { OUTCOME } from '../../engine/plan.ts';
import { Rows } from '../../engine/rows.ts';
import { cacheSpec } from './spec.ts';

export const cacheBehavior: Behavior = {
  kind: cacheSpec.kind,
  role: cacheSpec.role,
  fields: cacheSpec.fields,
  metrics: cacheSpec.metrics,
  create: (ctx) => new Cache(ctx),
};

/** A row's hash is a number below this; an instance is that modulo how many there are. */
const hashRange = 0x40000000;

class Cache implements Actor {
  private readonly net: Network;
  private readonly calls: Calls;
  private readonly instances: Instances;
  private readonly meters: Meters;
  private readonly params: Float64Array;
  private readonly firstSlot: number;
  private readonly slots: number;
  private readonly fields;
  private readonly metrics;
  private readonly rows: Rows;
  private readonly hashing: Stream;
  private readonly stores: readonly KeyStore[];
  /** An entry's one number holds its version and which store it came from. */
  private readonly storeRange: number;
  private readonly existing: Int32Array;
  /** One thread per instance: when it will have answered everything it has. */
  private readonly freeAt: Float64Array;
  /** Seconds of service and of waiting already booked that belong to the time after the last frame's end. */
  private readonly serviceAhead: Float64Array;
  private readonly waitAhead: Float64Array;

  constructor(ctx: NodeContext) {
    const { net, memory, firstSlot, slots } = ctx;
    this.net = net;
    this.calls = net.calls;
    this.instances = net.instances;
    this.meters = net.meters;
    this.params = net.params;
    this.firstSlot = firstSlot;
    this.slots = slots;
    this.fields = {
      capacity: ctx.param('capacityKeys'),
      policy: ctx.param('policy'),
      ttl: ctx.param('ttlSeconds'),
      ttlRenews: ctx.param('ttlRenews'),
      serviceMs: ctx.param('serviceMs'),
      queueLimit: ctx.param('queueLimit'),
    };
    this.metrics = {
      hits: ctx.metric('hits'),
      misses: ctx.metric('misses'),
      staleHits: ctx.metric('staleHits'),
      evictions: ctx.metric('evictions'),
      expirations: ctx.metric('expirations'),
      stored: ctx.metric('stored'),
    };
    this.rows = new Rows(ctx);
    this.hashing = ctx.stream('place');
    this.stores = Array.from({ length: slots }, (_, i) => new KeyStore(memory, net.params[this.fields.capacity], ctx.stream(`evict ${i}`)));
    this.storeRange = ctx.plan.nodes.length + 1;
    this.existing = memory.i32(1);
    this.freeAt = memory.f64(slots);
    this.serviceAhead = memory.f64(slots);
    this.waitAhead = memory.f64(slots);
    this.takeParams();
  }

  private serviceSeconds(slot: number): number {
    return (this.params[this.fields.serviceMs] / 1000) * this.instances.slow[slot];
  }

  private utilization(slot: number): number {
    return METER.utilization * this.instances.count + slot;
  }

  private queue(slot: number): number {
    return METER.queue * this.instances.count + slot;
  }

  private takeParams(): void {
    this.existing[0] = 0;
    for (let i = 0; i < this.slots; i++) {
      this.existing[0] += this.instances.exists[this.firstSlot + i];
      // taken away: should it come again, it comes empty
      if (this.instances.exists[this.firstSlot + i] === 0 && this.stores[i].size > 0) this.stores[i].clear();
      this.stores[i].setCapacity(this.params[this.fields.capacity], this.net.now);
      this.stores[i].setPolicy(this.params[this.fields.policy]);
    }
  }

  /** Calls that will still be waiting in a line that is `ahead` seconds long. */
  private waitingIn(ahead: number, seconds: number): number {
    return ahead > 0 && seconds > 0 ? Math.ceil(ahead / seconds - 1e-9) - 1 : 0;
  }

  /** How long the calls of a line will wait from now on, all together. */
  private waitIn(ahead: number, seconds: number): number {
    const n = this.waitingIn(ahead, seconds);
    return n * ahead - (seconds * n * (n + 1)) / 2;
  }

  /** A line that grows by one: the answer leaves when everything before it has left. */
  private answer(call: number, slot: number): void {
    const i = slot - this.firstSlot;
    const { now } = this.net;
    const seconds = this.serviceSeconds(slot);
    const start = Math.max(now, this.freeAt[i]);
    this.freeAt[i] = start + seconds;
    this.meters.credit(this.utilization(slot), seconds);
    this.meters.credit(this.queue(slot), start - now);
    this.net.replyAt(call, OUTCOME.ok, this.freeAt[i]);
  }

  private lookUp(call: number, i: number, row: number): void {
    const entry = this.stores[i].get(row, this.net.now);
    if (entry < 0) {
      this.calls.memo[call] = FOUND.no;
      this.meters.values[this.metrics.misses + i]++;
      return;
    }
    if (this.params[this.fields.ttlRenews] === 1) this.stores[i].renew(entry, this.net.now, this.params[this.fields.ttl]);
    const held = this.stores[i].value[entry];
    const version = Math.floor(held / this.storeRange);
    const truth = this.net.ledgers[held - version * this.storeRange - 1];
    this.calls.memo[call] = FOUND.yes;
    this.calls.version[call] = version;
    this.meters.values[this.metrics.hits + i]++;
    // unequal, not older: after a failover a cache may also hold a write that was lost
    if (truth && truth.newestOf(row) !== version) {
      this.calls.stale[call] = 1;
      this.meters.values[this.metrics.staleHits + i]++;
    }
  }

  place(call: number): number {
    if (this.existing[0] === 1) return this.firstSlot;
    const row = this.rows.of(this.calls.key[call]);
    return this.firstSlot + (integerBelow(this.hashing, row, 0, hashRange) % this.existing[0]);
  }

  receive(call: number): void {
    const slot = this.calls.to[call];
    const i = slot - this.firstSlot;
    const ahead = this.freeAt[i] - this.net.now;
    if (ahead > 0 && this.waitingIn(ahead, this.serviceSeconds(slot)) >= this.params[this.fields.queueLimit]) {
      this.net.reply(call, OUTCOME.shed);
      return;
    }
    const row = this.rows.of(this.calls.key[call]);
    if (this.calls.scratch[call] === ASK.set) {
      const entry = this.stores[i].put(row, this.net.now, this.params[this.fields.ttl]);
      if (entry >= 0) this.stores[i].value[entry] = this.calls.version[call] * this.storeRange + this.calls.memo[call] + 1;
    } else if (this.calls.scratch[call] === ASK.invalidate) {
      this.stores[i].remove(row);
    } else {
      this.lookUp(call, i, row);
    }
    this.answer(call, slot);
  }

  crashed(slot: number): void {
    const i = slot - this.firstSlot;
    const ahead = Math.max(0, this.freeAt[i] - this.net.now);
    this.meters.credit(this.utilization(slot), -ahead);
    this.meters.credit(this.queue(slot), -this.waitIn(ahead, this.serviceSeconds(slot)));
    this.freeAt[i] = 0;
    this.stores[i].clear();
  }

  changed(): void {
    this.takeParams();
  }

  measure(): void {
    for (let i = 0; i < this.slots; i++) {
      const slot = this.firstSlot + i;
      const ahead = Math.max(0, this.freeAt[i] - this.net.now);
      const wait = this.waitIn(ahead, this.serviceSeconds(slot));
      this.meters.credit(this.utilization(slot), this.serviceAhead[i] - ahead);
      this.meters.credit(this.queue(slot), this.waitAhead[i] - wait);
      this.serviceAhead[i] = ahead;
      this.waitAhead[i] = wait;
      this.stores[i].expire(this.net.now);
      this.meters.values[this.metrics.evictions + i] += this.stores[i].takeEvictions();
      this.meters.values[this.metrics.expirations + i] += this.stores[i].takeExpirations();
      this.meters.values[this.metrics.stored + i] = this.stores[i].size;
    }
  }
}
