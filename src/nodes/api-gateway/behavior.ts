/** Checks who asks, counts what they ask for, answers 429 to whoever asks too much, and hands the rest on to a server behind it. */

import { ASK } from '../../engine/asks.ts';
import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import { SPENT } from '../../engine/follow/story.ts';
import { integerBelow, type Stream, uniform } from '../../engine/luck.ts';
import { METER } from '../../engine/network.ts';
import { CLASS, OUTCOME } from '../../engine/plan.ts';
import { Tallies } from '../../engine/tallies.ts';
import { Counters, LIMIT, type Limits, VERDICT } from './limiter.ts';
import { apiGatewaySpec } from './spec.ts';

const LIMIT_BY = { all: 0, user: 1, address: 2, allAndUser: 3, allAndAddress: 4 } as const;
const COUNTERS = { local: 0, shared: 1 } as const;
const WHEN_STORE_FAILS = { open: 0, closed: 1 } as const;

/** What a call waits for: `calls.stage`. */
const STEP = { turn: 0, count: 1, server: 2 } as const;

/** Its own processors, as one line twice as fast. */
const vcpus = 2;

const addedQuantiles = [0.5, 0.99] as const;

/** Cell: instances there are. */
const EXISTING = 0;

export const apiGatewayBehavior: Behavior = {
  kind: apiGatewaySpec.kind,
  fields: apiGatewaySpec.fields,
  metrics: apiGatewaySpec.metrics,
  role: apiGatewaySpec.role,
  create: (ctx) => new ApiGateway(ctx),
};

class ApiGateway implements Actor {
  private readonly ctx: NodeContext;
  /** Wires to servers by class of request: those that name it, else those that carry everything. */
  private readonly routes: readonly (readonly number[])[];
  private readonly stores: readonly number[];
  /** Counters of each instance, those in the store, and one exact one to measure the others by. */
  private readonly own: readonly Counters[];
  private readonly common: Counters;
  private readonly exact: Counters;
  private readonly freeAt: Float64Array;
  /** What it adds to the requests it hands on, in this frame. */
  private readonly added: Tallies;
  /** Room to work in. */
  private readonly quantiles = new Float64Array(addedQuantiles.length);
  private readonly cells: Int32Array;
  private readonly placing: Stream;
  private readonly routing: Stream;
  private readonly places;
  /** Written anew before each use: no state. */
  private readonly limits: Limits = {
    ofEach: false,
    each: { rule: 0, ratePerSecond: 0, burst: 0, windowSeconds: 0 },
    ofAll: false,
    all: { rule: 0, ratePerSecond: 0, burst: 0, windowSeconds: 0 },
  };

  constructor(ctx: NodeContext) {
    const { net, memory } = ctx;
    this.ctx = ctx;
    const servers = ctx.linksTo('server');
    const carried = (link: number) => ctx.plan.links[link].carries ?? 0;
    this.routes = Object.values(CLASS).map((cls) => {
      const own = servers.filter((link) => carried(link) === cls + 1);
      return own.length > 0 ? own : servers.filter((link) => carried(link) === 0);
    });
    this.stores = ctx.linksTo('cache');
    this.own = Array.from({ length: ctx.slots }, () => new Counters(memory));
    this.common = new Counters(memory);
    this.exact = new Counters(memory);
    this.freeAt = memory.f64(ctx.slots);
    this.added = new Tallies(memory, 1);
    this.cells = memory.i32(1);
    this.placing = ctx.stream('place');
    this.routing = ctx.stream('route');
    this.places = {
      algorithm: ctx.param('algorithm'),
      limitBy: ctx.param('limitBy'),
      limitPerSecond: ctx.param('limitPerSecond'),
      burst: ctx.param('burst'),
      limitPerMinute: ctx.param('limitPerMinute'),
      burstEach: ctx.param('burstEach'),
      windowSeconds: ctx.param('windowSeconds'),
      counters: ctx.param('counters'),
      whenStoreFails: ctx.param('whenStoreFails'),
      skewMs: ctx.param('clockSkewMs'),
      cpuMs: ctx.param('cpuMs'),
      authMs: ctx.param('authMs'),
      maxInside: ctx.param('maxInside'),
      admitted: ctx.metric('admitted'),
      limited: ctx.metric('limited'),
      limitedForAll: ctx.metric('limitedForAll'),
      falseAccepts: ctx.metric('falseAccepts'),
      falseRejects: ctx.metric('falseRejects'),
      undecided: ctx.metric('undecided'),
      addedP50: ctx.metric('addedP50'),
      addedP99: ctx.metric('addedP99'),
    };
    net.instances.servers.fill(vcpus, ctx.firstSlot, ctx.firstSlot + ctx.slots);
    this.recount();
  }

  place(call: number): number {
    const { net, firstSlot, slots } = this.ctx;
    let left = integerBelow(this.placing, net.calls.request[call], net.saltOf(call), Math.max(1, this.cells[EXISTING]));
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) if (net.instances.exists[slot] === 1 && left-- === 0) return slot;
    return -1;
  }

  /** The processors are one line, as a balancer's: a request is looked at when its turn comes, and its work is charged to the answer. */
  receive(call: number): void {
    const { net, firstSlot } = this.ctx;
    const { calls, meters } = net;
    const slot = calls.to[call];
    const slots = net.instances.count;
    if (meters.values[METER.inside * slots + slot] > net.params[this.places.maxInside]) {
      net.reply(call, OUTCOME.shed);
      return;
    }
    calls.stage[call] = STEP.turn;
    const begin = Math.max(net.now, this.freeAt[slot - firstSlot]);
    this.freeAt[slot - firstSlot] = begin + this.cpuSeconds(slot) / vcpus;
    if (begin === net.now) {
      this.look(call);
      return;
    }
    meters.shift(METER.queue * slots + slot, 1);
    net.serve(call, begin - net.now);
    net.follower?.doing(call, SPENT.queue);
  }

  served(call: number): void {
    const { net } = this.ctx;
    net.meters.shift(METER.queue * net.instances.count + net.calls.to[call], -1);
    this.look(call);
  }

  returned(parent: number, child: number, outcome: number): void {
    const { net } = this.ctx;
    const { calls } = net;
    if (calls.stage[parent] === STEP.count) {
      this.counted(parent, outcome);
      return;
    }
    calls.stale[parent] = calls.stale[child];
    calls.version[parent] = calls.version[child];
    net.replyAt(parent, outcome, net.now + this.cpuSeconds(calls.to[parent]));
  }

  crashed(slot: number): void {
    this.freeAt[slot - this.ctx.firstSlot] = 0;
    this.own[slot - this.ctx.firstSlot].clear();
  }

  changed(): void {
    this.recount();
  }

  measure(): void {
    const { added, quantiles, places } = this;
    const { values } = this.ctx.net.meters;
    added.quantiles(0, addedQuantiles, quantiles, 0);
    added.clear(0);
    values[places.addedP50] = Math.max(0, quantiles[0]);
    values[places.addedP99] = Math.max(0, quantiles[1]);
  }

  private recount(): void {
    const { net, firstSlot, slots } = this.ctx;
    this.cells[EXISTING] = 0;
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) {
      this.cells[EXISTING] += net.instances.exists[slot];
      if (net.instances.exists[slot] === 0) this.own[slot - firstSlot].clear();
    }
  }

  /** Its turn has come: the token is checked, and the counter asked. */
  private look(call: number): void {
    const { net } = this.ctx;
    const { calls, params } = net;
    const slot = calls.to[call];
    net.meters.credit(METER.utilization * net.instances.count + slot, this.cpuSeconds(slot));
    if (params[this.places.algorithm] === LIMIT.none) {
      this.pass(call);
      return;
    }
    if (params[this.places.counters] === COUNTERS.shared && this.stores.length > 0) {
      calls.stage[call] = STEP.count;
      const { cls, request } = calls;
      // one client's counter lives in one place
      const link = this.stores[(this.clientOf(call) >>> 0) % this.stores.length];
      const child = net.send(link, slot, call, -1, cls[call], calls.key[call], request[call], net.saltBelow(call));
      calls.scratch[child] = ASK.count;
      return;
    }
    this.decide(call, this.own[slot - this.ctx.firstSlot]);
  }

  /** The store has answered, or cannot. A store that refuses has died, and what it counted is gone. */
  private counted(call: number, outcome: number): void {
    const { net } = this.ctx;
    if (outcome === OUTCOME.ok) {
      this.decide(call, this.common);
      return;
    }
    if (outcome === OUTCOME.refused) this.common.clear();
    const { values } = net.meters;
    values[this.places.undecided]++;
    const isOpen = net.params[this.places.whenStoreFails] === WHEN_STORE_FAILS.open;
    this.compare(call, isOpen);
    if (isOpen) this.pass(call);
    else net.replyAt(call, OUTCOME.error, net.now + this.cpuSeconds(net.calls.to[call]));
  }

  private decide(call: number, counters: Counters): void {
    const { net } = this.ctx;
    const verdict = counters.admit(this.clientOf(call), this.clockOf(net.calls.to[call]), this.limited());
    this.compare(call, verdict === VERDICT.within);
    if (verdict === VERDICT.within) {
      this.pass(call);
      return;
    }
    if (verdict === VERDICT.overAll) net.meters.values[this.places.limitedForAll]++;
    net.meters.values[this.places.limited]++;
    net.replyAt(call, OUTCOME.limited, net.now + this.cpuSeconds(net.calls.to[call]));
  }

  /** The first gateway's clock is right, the last one's is ahead by the whole skew, those between evenly. */
  private clockOf(slot: number): number {
    const { net, firstSlot, slots } = this.ctx;
    const skewMs = net.params[this.places.skewMs];
    return slots === 1 || skewMs === 0 ? net.now : net.now + ((skewMs / 1000) * (slot - firstSlot)) / (slots - 1);
  }

  /** What one exact counter would have said. */
  private compare(call: number, isIn: boolean): void {
    const { values } = this.ctx.net.meters;
    const should = this.exact.admit(this.clientOf(call), this.ctx.net.now, this.limited()) === VERDICT.within;
    if (isIn && !should) values[this.places.falseAccepts]++;
    else if (!isIn && should) values[this.places.falseRejects]++;
  }

  private pass(call: number): void {
    const { net } = this.ctx;
    const { calls } = net;
    if (this.routes[calls.cls[call]].length === 0) {
      // 404: nothing behind it is there for this
      net.replyAt(call, OUTCOME.error, net.now + this.cpuSeconds(calls.to[call]));
      return;
    }
    net.meters.values[this.places.admitted]++;
    calls.stage[call] = STEP.server;
    // its line and its counters are behind it, its own work is charged to the answer
    this.added.add(0, net.now - calls.arrivedAt[call] + this.cpuSeconds(calls.to[call]));
    const { cls, key, request } = calls;
    net.send(this.route(call), calls.to[call], call, -1, cls[call], key[call], request[call], net.saltBelow(call) ^ STEP.server);
  }

  /** One of the wires to servers that are there for its class, by lot and by their weights; all alike when they have none. */
  private route(call: number): number {
    const { net } = this.ctx;
    const servers = this.routes[net.calls.cls[call]];
    if (servers.length === 1) return servers[0];
    const { weight } = net.links;
    let sum = 0;
    for (const link of servers) sum += weight[link];
    const draw = uniform(this.routing, net.calls.request[call], net.saltOf(call));
    if (sum === 0) return servers[Math.floor(draw * servers.length)];
    let left = draw * sum;
    for (const link of servers) {
      left -= weight[link];
      if (left < 0) return link;
    }
    return servers[servers.length - 1];
  }

  private clientOf(call: number): number {
    const { calls, params, sessions } = this.ctx.net;
    const by = params[this.places.limitBy];
    const session = calls.session[call];
    if (by === LIMIT_BY.all || session < 0) return 0;
    return by === LIMIT_BY.user || by === LIMIT_BY.allAndUser ? sessions.userOf(session) : sessions.addressOf(session);
  }

  private limited(): Limits {
    const { params } = this.ctx.net;
    const { limits, places } = this;
    const { all, each } = limits;
    const by = params[places.limitBy];
    limits.ofAll = by !== LIMIT_BY.user && by !== LIMIT_BY.address;
    limits.ofEach = by !== LIMIT_BY.all;
    all.ratePerSecond = params[places.limitPerSecond];
    all.burst = params[places.burst];
    each.ratePerSecond = params[places.limitPerMinute] / 60;
    each.burst = params[places.burstEach];
    all.rule = each.rule = params[places.algorithm];
    all.windowSeconds = each.windowSeconds = params[places.windowSeconds];
    return limits;
  }

  private cpuSeconds(slot: number): number {
    const { params, instances } = this.ctx.net;
    return ((params[this.places.cpuMs] + params[this.places.authMs]) / 1000) * instances.slow[slot];
  }
}
