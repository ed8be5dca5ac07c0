/** An edge near the users: keeps copies of static files, fetches what it does not have, and passes everything else on. */

import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import { KeyStore } from '../../engine/keyStore.ts';
import { integerBelow, type Stream, streamOf, uniform } from '../../engine/luck.ts';
import { CLASS, OUTCOME } from '../../engine/plan.ts';
import { cdnSpec } from './spec.ts';

/** What a call that went to the origin is waiting for. */
const STAGE = { passedOn: 0, fetching: 1 } as const;

export const cdnBehavior: Behavior = {
  kind: cdnSpec.kind,
  fields: cdnSpec.fields,
  metrics: cdnSpec.metrics,
  faults: cdnSpec.faults,
  role: cdnSpec.role,
  create: (ctx) => new Cdn(ctx),
};

class Cdn implements Actor {
  private readonly ctx: NodeContext;
  private readonly store: KeyStore;
  /** Per file: the call whose fetch others wait for, plus one; 0 = none. They hang on it by `next`, the last one in its `scratch`. */
  private fetches = new Int32Array(1024);
  /** Where files are fetched from (a shield, where there is one), and where everything else goes (past the shield, where it can). */
  private readonly fileOrigins: readonly number[];
  private readonly otherOrigins: readonly number[];
  private readonly originLuck: Stream;
  private readonly nature: Stream;
  private readonly ttlSeconds: number;
  private readonly capacityFiles: number;
  private readonly policy: number;
  private readonly uncacheableShare: number;
  private readonly coalesce: number;
  private readonly serviceMs: number;
  private readonly metrics: { readonly hits: number; readonly misses: number; readonly originFetches: number; readonly stored: number };

  constructor(ctx: NodeContext) {
    this.ctx = ctx;
    this.capacityFiles = ctx.param('capacityFiles');
    this.store = new KeyStore(ctx.memory, ctx.net.params[this.capacityFiles], ctx.stream('evict'));
    this.policy = ctx.param('policy');
    this.store.setPolicy(ctx.net.params[this.policy]);
    ctx.memory.grows(this as unknown as Record<'fetches', Int32Array>, 'fetches');
    const servers = ctx.linksTo('server');
    const shields = ctx.linksTo('edge');
    this.fileOrigins = shields.length > 0 ? shields : servers;
    this.otherOrigins = servers.length > 0 ? servers : shields;
    this.originLuck = ctx.stream('origin');
    // a file may be kept or not whichever edge looks at it
    this.nature = streamOf(ctx.plan.seed, 'files', 'uncacheable');
    this.ttlSeconds = ctx.param('ttlSeconds');
    this.uncacheableShare = ctx.param('uncacheableShare');
    this.coalesce = ctx.param('coalesce');
    this.serviceMs = ctx.param('serviceMs');
    this.metrics = {
      hits: ctx.metric('hits'),
      misses: ctx.metric('misses'),
      originFetches: ctx.metric('originFetches'),
      stored: ctx.metric('stored'),
    };
  }

  changed(): void {
    const { params, now } = this.ctx.net;
    this.store.setCapacity(params[this.capacityFiles], now);
    this.store.setPolicy(params[this.policy]);
  }

  /** The copies are gone, and so are the calls that waited. */
  crashed(): void {
    this.store.clear();
    this.fetches.fill(0);
  }

  measure(): void {
    this.store.expire(this.ctx.net.now);
    this.ctx.net.meters.values[this.metrics.stored] = this.store.size;
  }

  receive(call: number): void {
    const { net } = this.ctx;
    const { calls, meters } = net;
    if (calls.cls[call] !== CLASS.static) {
      this.ask(this.otherOrigins, call);
      return;
    }
    const key = calls.key[call];
    if (this.store.get(key, net.now) >= 0) {
      meters.values[this.metrics.hits]++;
      this.answer(call, OUTCOME.ok);
      return;
    }
    meters.values[this.metrics.misses]++;
    if (this.fileOrigins.length === 0) {
      this.answer(call, OUTCOME.error);
      return;
    }
    if (!this.mayKeep(key)) {
      meters.values[this.metrics.originFetches]++;
      this.ask(this.fileOrigins, call);
      return;
    }
    if (net.params[this.coalesce] === 1 && this.waitsFor(key, call)) return;
    calls.stage[call] = STAGE.fetching;
    meters.values[this.metrics.originFetches]++;
    this.ask(this.fileOrigins, call);
  }

  returned(parent: number, child: number, outcome: number): void {
    const { net } = this.ctx;
    const { calls } = net;
    calls.stale[parent] = calls.stale[child];
    calls.version[parent] = calls.version[child];
    if (calls.stage[parent] !== STAGE.fetching) {
      this.answer(parent, outcome);
      return;
    }
    const key = calls.key[parent];
    const ttl = net.params[this.ttlSeconds];
    // here 0 means what it says: nothing is kept at all
    if (outcome === OUTCOME.ok && ttl > 0) this.store.put(key, net.now, ttl);
    let waiting = -1;
    if (this.fetches[key] === parent + 1) {
      this.fetches[key] = 0;
      waiting = calls.next[parent];
    }
    this.answer(parent, outcome);
    while (waiting >= 0) {
      const next = calls.next[waiting];
      this.answer(waiting, outcome);
      waiting = next;
    }
  }

  /** True when a fetch of the file is under way and the call now waits for it; else the call is to fetch it, and others may wait. */
  private waitsFor(key: number, call: number): boolean {
    const { calls } = this.ctx.net;
    if (key >= this.fetches.length) this.makeRoomFor(key);
    const first = this.fetches[key] - 1;
    if (first < 0) {
      this.fetches[key] = call + 1;
      calls.next[call] = -1;
      calls.scratch[call] = call;
      return false;
    }
    calls.next[calls.scratch[first]] = call;
    calls.next[call] = -1;
    calls.scratch[first] = call;
    return true;
  }

  private mayKeep(key: number): boolean {
    return uniform(this.nature, key, 0) * 100 >= this.ctx.net.params[this.uncacheableShare];
  }

  private ask(origins: readonly number[], call: number): void {
    const { net, firstSlot } = this.ctx;
    const { calls } = net;
    if (origins.length === 0) {
      this.answer(call, OUTCOME.error);
      return;
    }
    const request = calls.request[call];
    const origin = origins.length === 1 ? 0 : integerBelow(this.originLuck, request, net.saltOf(call), origins.length);
    net.send(origins[origin], firstSlot, call, -1, calls.cls[call], calls.key[call], request, net.saltBelow(call));
  }

  private answer(call: number, outcome: number): void {
    const { net, firstSlot } = this.ctx;
    net.replyAt(call, outcome, net.now + (net.params[this.serviceMs] / 1000) * net.instances.slow[firstSlot]);
  }

  private makeRoomFor(key: number): void {
    let length = this.fetches.length;
    while (length <= key) length *= 2;
    const fetches = new Int32Array(length);
    fetches.set(this.fetches);
    this.fetches = fetches;
  }
}
