/**
 * An edge near the users: keeps copies of files, and for a moment of pages when told to, fetches what it does not have, and passes
 * everything else on. Outside every group it stands in each region from which it is called: an instance, with its own copies, in each.
 */

import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import type { Calls } from '../../engine/calls.ts';
import { MET } from '../../engine/follow/story.ts';
import { integerBelow, type Stream, streamOf, uniform } from '../../engine/luck.ts';
import { nearbySlot } from '../../engine/nearby.ts';
import type { Network } from '../../engine/network.ts';
import { CLASS, OUTCOME } from '../../engine/plan.ts';
import { Copies } from './copies.ts';
import { Flow } from './flow.ts';
import { Sizes } from './sizes.ts';
import { cdnSpec } from './spec.ts';

/** What a call that went to the origin is waiting for. */
const STAGE = {
  /** It goes for itself alone, and what it brings is not kept. */
  passedOn: 0,
  /** It brings a copy. */
  fetching: 1,
  /** The same, and others wait for it. */
  leading: 2,
} as const;

/** By class, a page's number plus one of those that are only read and may be kept for a moment; 0 = never: it is a POST. */
const pageOf = new Uint8Array(Math.max(...Object.values(CLASS)) + 1);
pageOf[CLASS.read] = 1;
pageOf[CLASS.feed] = 2;
pageOf[CLASS.search] = 3;
/** Of one key: a file or one of three pages. */
const kinds = 3;

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
  private readonly net: Network;
  private readonly calls: Calls;
  private readonly firstSlot: number;
  private readonly copies: readonly Copies[];
  private readonly sizes: Sizes;
  private readonly flow: Flow;
  /** By instance: where files are fetched from (a shield, else a storage of files, where there is one), and where all else goes. */
  private readonly fileOrigins: readonly (readonly number[])[];
  private readonly otherOrigins: readonly (readonly number[])[];
  private readonly originLuck: Stream;
  private readonly nature: Stream;
  private readonly varying: Stream;
  private readonly fields;
  private readonly metrics;
  /** [variants; capacity counted in], as the copies were made for. */
  private readonly madeFor: Int32Array;

  constructor(ctx: NodeContext) {
    const { net, plan } = ctx;
    this.ctx = ctx;
    this.net = net;
    this.calls = net.calls;
    this.firstSlot = ctx.firstSlot;
    this.fields = {
      ttl: ctx.param('ttlSeconds'),
      pageTtl: ctx.param('pageTtlSeconds'),
      sizedBy: ctx.param('sizedBy'),
      variants: ctx.param('variants'),
      uncacheableShare: ctx.param('uncacheableShare'),
      coalesce: ctx.param('coalesce'),
      serviceMs: ctx.param('serviceMs'),
    };
    this.metrics = {
      hits: ctx.metric('hits'),
      misses: ctx.metric('misses'),
      originFetches: ctx.metric('originFetches'),
      stored: ctx.metric('stored'),
      pageHits: ctx.metric('pageHits'),
      staleServed: ctx.metric('staleServed'),
    };
    this.sizes = new Sizes(ctx);
    const weightOf = (thing: number) => (net.params[this.fields.sizedBy] === 0 ? 1 : this.sizeOf(thing));
    this.copies = Array.from({ length: ctx.slots }, (_, i) => new Copies(ctx, i, weightOf));
    this.flow = new Flow(ctx);
    const from = (role: string, i: number) =>
      ctx.linksTo(role).filter((link) => plan.links[link].place === plan.nodes[ctx.node].places?.[i]);
    const firstOf = (roles: readonly string[], i: number) => roles.map((role) => from(role, i)).find((links) => links.length > 0) ?? [];
    this.fileOrigins = this.copies.map((_, i) => firstOf(['edge', 'files', 'server'], i));
    this.otherOrigins = this.copies.map((_, i) => firstOf(['server', 'edge'], i));
    this.originLuck = ctx.stream('origin');
    // a file may be kept or not, and a visitor wants a variant, whichever edge looks at it
    this.nature = streamOf(plan.seed, 'files', 'uncacheable');
    this.varying = streamOf(plan.seed, 'visitors', 'variant');
    this.madeFor = ctx.memory.i32(2);
    this.changed();
  }

  changed(): void {
    const { params } = this.net;
    const [variants, sizedBy] = [params[this.fields.variants], params[this.fields.sizedBy]];
    const isOther = this.madeFor[0] !== variants || this.madeFor[1] !== sizedBy;
    this.madeFor[0] = variants;
    this.madeFor[1] = sizedBy;
    for (const copies of this.copies) {
      if (isOther) copies.clear();
      copies.changed();
    }
  }

  /** The edge near the caller. */
  place(call: number): number {
    return nearbySlot(this.ctx, call);
  }

  /** The copies are gone, and so are the calls that waited. */
  crashed(slot: number): void {
    this.copies[slot - this.firstSlot].clear();
    this.copies[slot - this.firstSlot].flights.forget(slot);
  }

  /** `purge`: every copy is gone at once. */
  struck(_fault: number, slot: number): void {
    for (let i = 0; i < this.copies.length; i++) if (slot < 0 || slot === this.firstSlot + i) this.copies[i].clear();
  }

  measure(): void {
    for (let i = 0; i < this.copies.length; i++) {
      this.copies[i].expire();
      this.net.meters.values[this.metrics.stored + i] = this.copies[i].size;
    }
    this.flow.measure();
  }

  receive(call: number): void {
    const { calls, net } = this;
    const i = calls.to[call] - this.firstSlot;
    const thing = this.thingOf(call);
    if (thing < 0) {
      calls.stage[call] = STAGE.passedOn;
      this.ask(this.otherOrigins[i], call);
      return;
    }
    const isFile = calls.cls[call] === CLASS.static;
    const age = this.copies[i].ageOf(thing);
    if (age >= 0) {
      net.meters.values[(isFile ? this.metrics.hits : this.metrics.pageHits) + i]++;
      net.follower?.met(call, MET.hit, age);
      this.serve(call, thing, age);
      return;
    }
    net.follower?.met(call, MET.miss, 0);
    if (isFile) net.meters.values[this.metrics.misses + i]++;
    const origins = isFile ? this.fileOrigins[i] : this.otherOrigins[i];
    if (origins.length === 0) {
      this.answer(call, OUTCOME.error);
      return;
    }
    if (isFile && !this.mayKeep(calls.key[call])) {
      calls.stage[call] = STAGE.passedOn;
    } else if (net.params[this.fields.coalesce] === 1) {
      calls.stage[call] = STAGE.leading;
      if (this.copies[i].flights.joins(thing, call)) return;
    } else {
      calls.stage[call] = STAGE.fetching;
    }
    net.meters.values[this.metrics.originFetches + i]++;
    this.ask(origins, call);
  }

  returned(parent: number, child: number, outcome: number): void {
    const { calls } = this;
    const i = calls.to[parent] - this.firstSlot;
    const stage = calls.stage[parent];
    if (outcome === OUTCOME.ok) this.flow.fromOrigin(i, this.answerKB(parent));
    if (stage === STAGE.passedOn) {
      this.bring(parent, child, outcome, -1);
      return;
    }
    const copies = this.copies[i];
    const thing = this.thingOf(parent);
    const isFile = calls.cls[parent] === CLASS.static;
    if (outcome === OUTCOME.ok) copies.put(thing, this.net.params[isFile ? this.fields.ttl : this.fields.pageTtl]);
    const age = outcome === OUTCOME.ok ? -1 : copies.ageInNeed(thing);
    let waiting = stage === STAGE.leading ? copies.flights.land(parent) : -1;
    this.bring(parent, child, outcome, age);
    while (waiting >= 0) {
      const next = calls.next[waiting];
      this.bring(waiting, child, outcome, age);
      waiting = next;
    }
  }

  /** What came from the origin goes on to who waits for it; when nothing came, an old copy if there is one. @param age of that, -1 none */
  private bring(call: number, child: number, outcome: number, age: number): void {
    const { calls } = this;
    if (age >= 0) {
      this.net.meters.values[this.metrics.staleServed + calls.to[call] - this.firstSlot]++;
      this.serve(call, this.thingOf(call), age);
      return;
    }
    calls.stale[call] = calls.stale[child];
    calls.version[call] = calls.version[child];
    const i = calls.to[call] - this.firstSlot;
    if (outcome === OUTCOME.ok) this.flow.toUser(i, this.answerKB(call), false);
    this.answer(call, outcome);
  }

  /** Answers from a copy. */
  private serve(call: number, thing: number, age: number): void {
    this.flow.toUser(this.calls.to[call] - this.firstSlot, this.sizeOf(thing), true);
    this.flow.aged(this.calls.to[call] - this.firstSlot, age);
    this.answer(call, OUTCOME.ok);
  }

  /** What the call wants as a number, by which copies of it are found: URL, page or file, variant. -1 = something never kept. */
  private thingOf(call: number): number {
    const { calls, net } = this;
    const cls = calls.cls[call];
    const page = pageOf[cls];
    if (cls !== CLASS.static && (page === 0 || net.params[this.fields.pageTtl] === 0)) return -1;
    const variants = net.params[this.fields.variants];
    const who = calls.session[call] >= 0 ? calls.session[call] : calls.request[call];
    const variant = variants === 1 ? 0 : integerBelow(this.varying, who, 0, variants);
    return (calls.key[call] * kinds + Math.max(0, page - 1)) * variants + variant;
  }

  /** What the answer to a call weighs, in KB; to one that changes something, nothing worth counting. */
  private answerKB(call: number): number {
    const cls = this.calls.cls[call];
    if (cls === CLASS.static) return this.sizes.file(this.calls.key[call]);
    return pageOf[cls] > 0 ? this.sizes.page : 0;
  }

  /** In KB. Keys of files come before all others, so a thing says which it is. */
  private sizeOf(thing: number): number {
    const key = Math.floor(thing / (kinds * this.net.params[this.fields.variants]));
    return key < this.net.params[this.flow.files] ? this.sizes.file(key) : this.sizes.page;
  }

  private mayKeep(key: number): boolean {
    return uniform(this.nature, key, 0) * 100 >= this.net.params[this.fields.uncacheableShare];
  }

  private ask(origins: readonly number[], call: number): void {
    const { net, calls } = this;
    if (origins.length === 0) {
      this.answer(call, OUTCOME.error);
      return;
    }
    const request = calls.request[call];
    const origin = origins.length === 1 ? 0 : integerBelow(this.originLuck, request, net.saltOf(call), origins.length);
    net.send(origins[origin], calls.to[call], call, -1, calls.cls[call], calls.key[call], request, net.saltBelow(call));
  }

  private answer(call: number, outcome: number): void {
    const { net, calls } = this;
    net.replyAt(call, outcome, net.now + (net.params[this.fields.serviceMs] / 1000) * net.instances.slow[calls.to[call]]);
  }
}
