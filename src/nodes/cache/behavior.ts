import { ASK, FOUND } from '../../engine/asks.ts';
import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import { Lru } from '../../engine/lru.ts';
import { integerBelow } from '../../engine/luck.ts';
import { METER } from '../../engine/network.ts';
import { OUTCOME } from '../../engine/plan.ts';
import { Rows } from '../../engine/rows.ts';
import { cacheSpec } from './spec.ts';

export const cacheBehavior: Behavior = {
  kind: cacheSpec.kind,
  role: cacheSpec.role,
  fields: cacheSpec.fields,
  metrics: cacheSpec.metrics,
  create: createCache,
};

/** A row's hash is a number below this; an instance is that modulo how many there are. */
const hashRange = 0x40000000;

function createCache(ctx: NodeContext): Actor {
  const { net, memory, firstSlot, slots } = ctx;
  const { calls, instances, meters, params } = net;
  const place = {
    capacity: ctx.param('capacityKeys'),
    policy: ctx.param('policy'),
    ttl: ctx.param('ttlSeconds'),
    serviceMs: ctx.param('serviceMs'),
    queueLimit: ctx.param('queueLimit'),
  };
  const meter = {
    hits: ctx.metric('hits'),
    misses: ctx.metric('misses'),
    staleHits: ctx.metric('staleHits'),
    evictions: ctx.metric('evictions'),
    expirations: ctx.metric('expirations'),
    stored: ctx.metric('stored'),
  };
  const rows = new Rows(ctx);
  const hashing = ctx.stream('place');
  const stores = Array.from({ length: slots }, () => new Lru(memory, params[place.capacity]));
  /** An entry's one number holds its version and which store it came from. */
  const storeRange = ctx.plan.nodes.length + 1;
  const existing = memory.i32(1);
  /** One thread per instance: when it will have answered everything it has. */
  const freeAt = memory.f64(slots);
  /** Seconds of service and of waiting already booked that belong to the time after the last frame's end. */
  const serviceAhead = memory.f64(slots);
  const waitAhead = memory.f64(slots);

  const serviceSeconds = (slot: number): number => (params[place.serviceMs] / 1000) * instances.slow[slot];
  const utilization = (slot: number): number => METER.utilization * instances.count + slot;
  const queue = (slot: number): number => METER.queue * instances.count + slot;

  function takeParams(): void {
    existing[0] = 0;
    for (let i = 0; i < slots; i++) {
      existing[0] += instances.exists[firstSlot + i];
      // taken away: should it come again, it comes empty
      if (instances.exists[firstSlot + i] === 0 && stores[i].size > 0) stores[i].clear();
      stores[i].setCapacity(params[place.capacity]);
      stores[i].setPolicy(params[place.policy]);
    }
  }
  takeParams();

  /** Calls that will still be waiting in a line that is `ahead` seconds long. */
  const waitingIn = (ahead: number, seconds: number): number => (ahead > 0 && seconds > 0 ? Math.ceil(ahead / seconds - 1e-9) - 1 : 0);

  /** How long the calls of a line will wait from now on, all together. */
  function waitIn(ahead: number, seconds: number): number {
    const n = waitingIn(ahead, seconds);
    return n * ahead - (seconds * n * (n + 1)) / 2;
  }

  /** A line that grows by one: the answer leaves when everything before it has left. */
  function answer(call: number, slot: number): void {
    const i = slot - firstSlot;
    const { now } = net;
    const seconds = serviceSeconds(slot);
    const start = Math.max(now, freeAt[i]);
    freeAt[i] = start + seconds;
    meters.credit(utilization(slot), seconds);
    meters.credit(queue(slot), start - now);
    net.replyAt(call, OUTCOME.ok, freeAt[i]);
  }

  function lookUp(call: number, i: number, row: number): void {
    const entry = stores[i].get(row, net.now);
    if (entry < 0) {
      calls.memo[call] = FOUND.no;
      meters.values[meter.misses + i]++;
      return;
    }
    const held = stores[i].value[entry];
    const version = Math.floor(held / storeRange);
    const truth = net.ledgers[(held % storeRange) - 1];
    calls.memo[call] = FOUND.yes;
    calls.version[call] = version;
    meters.values[meter.hits + i]++;
    // unequal, not older: after a failover a cache may also hold a write that was lost
    if (truth && truth.newestOf(row) !== version) {
      calls.stale[call] = 1;
      meters.values[meter.staleHits + i]++;
    }
  }

  return {
    place: (call) => {
      const row = rows.of(calls.key[call]);
      return firstSlot + (integerBelow(hashing, row, 0, hashRange) % existing[0]);
    },

    receive: (call) => {
      const slot = calls.to[call];
      const i = slot - firstSlot;
      const ahead = freeAt[i] - net.now;
      if (ahead > 0 && waitingIn(ahead, serviceSeconds(slot)) >= params[place.queueLimit]) {
        net.reply(call, OUTCOME.shed);
        return;
      }
      const row = rows.of(calls.key[call]);
      if (calls.scratch[call] === ASK.set) {
        const entry = stores[i].put(row, net.now, params[place.ttl]);
        if (entry >= 0) stores[i].value[entry] = calls.version[call] * storeRange + calls.memo[call] + 1;
      } else if (calls.scratch[call] === ASK.invalidate) {
        stores[i].remove(row);
      } else {
        lookUp(call, i, row);
      }
      answer(call, slot);
    },

    crashed: (slot) => {
      const i = slot - firstSlot;
      const ahead = Math.max(0, freeAt[i] - net.now);
      meters.credit(utilization(slot), -ahead);
      meters.credit(queue(slot), -waitIn(ahead, serviceSeconds(slot)));
      freeAt[i] = 0;
      stores[i].clear();
    },

    changed: takeParams,

    measure: () => {
      for (let i = 0; i < slots; i++) {
        const slot = firstSlot + i;
        const ahead = Math.max(0, freeAt[i] - net.now);
        const wait = waitIn(ahead, serviceSeconds(slot));
        meters.credit(utilization(slot), serviceAhead[i] - ahead);
        meters.credit(queue(slot), waitAhead[i] - wait);
        serviceAhead[i] = ahead;
        waitAhead[i] = wait;
        meters.values[meter.evictions + i] += stores[i].takeEvictions();
        meters.values[meter.expirations + i] += stores[i].takeExpirations();
        meters.values[meter.stored + i] = stores[i].size;
      }
    },
  };
}
