/**
 * One address in many places. Users reach the nearest place whatever happens, so nothing that they hold can be outdated: from one request
 * to the next a region that has been found dead is asked no more.
 */

import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import { HealthChecks, wholeNodes } from '../../engine/checks.ts';
import { drawUniform, integerBelow, mix, type Stream } from '../../engine/luck.ts';
import { nearbySlot } from '../../engine/nearby.ts';
import { HEALTH, isSafeTwice, OUTCOME } from '../../engine/plan.ts';
import { globalBalancerSpec, sentHere } from './spec.ts';

/** In the order of the spec's options. */
const POLICY = { nearest: 0, weighted: 1, failover: 2 } as const;

const CHECK = 0;

export const globalBalancerBehavior: Behavior = { ...globalBalancerSpec, create: (ctx) => new GlobalBalancer(ctx) };

class GlobalBalancer implements Actor {
  private readonly ctx: NodeContext;
  private readonly checks: HealthChecks;
  /** Node per target, in the order of the links. */
  private readonly nodeOf: readonly number[];
  /** Link from a place to a target: `place * targets + target`. */
  private readonly routes: readonly number[];
  /** Meter of requests sent from the first place into the region of a target; -1 outside every region. */
  private readonly sentTo: readonly number[];
  private readonly lots: Stream;
  private readonly spreading: Stream;
  private readonly wasDown: Uint8Array;
  /** One cell: when a target last went or came, -1 = never. */
  private readonly changedAt: Float64Array;
  private readonly fields;
  private readonly metrics;

  constructor(ctx: NodeContext) {
    const { plan } = ctx;
    this.ctx = ctx;
    const places = plan.nodes[ctx.node].places ?? [undefined];
    const ways = places.map((place) => ctx.linksTo('server').filter((link) => plan.links[link].place === place));
    this.nodeOf = ways[0].map((link) => plan.links[link].to);
    this.routes = ways.flat();
    const meters = Object.keys(sentHere).map((name) => ctx.metric(name));
    this.sentTo = this.nodeOf.map((node) => meters[plan.nodes[node].region] ?? -1);
    this.lots = ctx.stream('weights');
    this.spreading = ctx.stream('instances');
    this.wasDown = ctx.memory.u8(this.nodeOf.length);
    this.changedAt = ctx.memory.f64(1).fill(-1);
    this.fields = { policy: ctx.param('policy'), retryOther: ctx.param('retryOther'), serviceMs: ctx.param('serviceMs') };
    this.metrics = {
      healthyTargets: ctx.metric('healthyTargets'),
      failOpen: ctx.metric('failOpen'),
      sentAway: ctx.metric('sentAway'),
      triedNext: ctx.metric('triedNext'),
      sinceSwitch: ctx.metric('sinceSwitch'),
    };
    this.checks = new HealthChecks(ctx, wholeNodes(ctx, this.nodeOf), {
      interval: ctx.param('checkSeconds'),
      timeout: ctx.param('checkTimeoutSeconds'),
      unhealthyAfter: ctx.param('unhealthyAfter'),
      healthyAfter: ctx.param('healthyAfter'),
      code: CHECK,
    });
  }

  start(): void {
    this.checks.start();
  }

  changed(): void {
    this.checks.changed();
  }

  wake(code: number, arg: number): void {
    this.checks.wake(code, arg);
    for (let target = 0; target < this.nodeOf.length; target++) {
      const isDown = this.checks.isDown(target) ? 1 : 0;
      if (isDown !== this.wasDown[target]) this.changedAt[0] = this.ctx.net.now;
      this.wasDown[target] = isDown;
    }
  }

  /** The other places go on checking. */
  crashed(): void {
    const { net, firstSlot, slots } = this.ctx;
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) if (net.instances.isUp(slot)) return;
    this.checks.crashed();
  }

  recovered(): void {
    this.checks.recovered();
  }

  measure(): void {
    const { meters, now } = this.ctx.net;
    meters.values[this.metrics.healthyTargets] = this.checks.wellCount;
    meters.values[this.metrics.sinceSwitch] = this.changedAt[0] < 0 ? 0 : now - this.changedAt[0];
  }

  place(call: number): number {
    const near = nearbySlot(this.ctx, call);
    const { health } = this.ctx.net.instances;
    if (health[near] !== HEALTH.crashed) return near;
    // a place that is gone announces the address no more, and users come to another one
    for (let slot = this.ctx.firstSlot; slot < this.ctx.firstSlot + this.ctx.slots; slot++)
      if (health[slot] !== HEALTH.crashed) return slot;
    return near;
  }

  receive(call: number): void {
    const { net } = this.ctx;
    net.serve(call, (net.params[this.fields.serviceMs] / 1000) * net.instances.slow[net.calls.to[call]]);
  }

  served(call: number): void {
    this.sendOn(call, -1);
  }

  returned(parent: number, child: number, outcome: number): void {
    const { net } = this.ctx;
    const { calls } = net;
    if (this.mayTryOther(parent, outcome)) {
      net.meters.values[this.metrics.triedNext]++;
      calls.visit[parent]++;
      this.sendOn(parent, this.nodeOf.indexOf(net.instances.nodeOf[calls.to[child]]));
      return;
    }
    calls.stale[parent] = calls.stale[child];
    calls.version[parent] = calls.version[child];
    net.reply(parent, outcome);
  }

  private mayTryOther(parent: number, outcome: number): boolean {
    const { calls, params } = this.ctx.net;
    if (outcome !== OUTCOME.refused && outcome !== OUTCOME.timeout) return false;
    return params[this.fields.retryOther] === 1 && calls.visit[parent] === 0 && isSafeTwice(calls.cls[parent]);
  }

  /** @param avoided the target that has just failed, -1 for none */
  private sendOn(call: number, avoided: number): void {
    const { net, firstSlot } = this.ctx;
    const { calls, meters } = net;
    const place = calls.to[call] - firstSlot;
    const target = this.choose(call, place, avoided);
    if (target < 0) {
      net.reply(call, OUTCOME.error);
      return;
    }
    if (target !== this.nearest(place, -1, true)) meters.values[this.metrics.sentAway]++;
    if (this.sentTo[target] >= 0) meters.values[this.sentTo[target] + place]++;
    const salt = mix(net.saltBelow(call) + calls.visit[call]) >> 8;
    const { cls, key, request } = calls;
    const to = this.instanceOf(target, request[call], salt);
    net.send(this.routes[place * this.nodeOf.length + target], calls.to[call], call, to, cls[call], key[call], request[call], salt);
  }

  /** Where a target does not say itself which of its instances takes a request, one of those that are there does. */
  private instanceOf(target: number, request: number, salt: number): number {
    const { net, plan } = this.ctx;
    const node = this.nodeOf[target];
    if (net.actors[node].place !== undefined) return -1;
    const { first, exists } = net.instances;
    let there = 0;
    for (let i = 0; i < plan.nodes[node].slots; i++) there += exists[first[node] + i];
    let nth = integerBelow(this.spreading, request, salt, there);
    for (let slot = first[node]; slot < first[node] + plan.nodes[node].slots; slot++) if (exists[slot] === 1 && nth-- === 0) return slot;
    return -1;
  }

  private choose(call: number, place: number, avoided: number): number {
    const { net } = this.ctx;
    const anyWell = this.checks.wellCount > 0;
    if (!anyWell) net.meters.values[this.metrics.failOpen]++;
    const policy = net.params[this.fields.policy];
    const well = this.pick(policy, call, place, avoided, !anyWell);
    return well >= 0 || avoided < 0 ? well : this.pick(policy, call, place, avoided, true);
  }

  private pick(policy: number, call: number, place: number, avoided: number, downToo: boolean): number {
    if (policy === POLICY.nearest) return this.nearest(place, avoided, downToo);
    if (policy === POLICY.weighted) return this.byLot(call, place, avoided, downToo);
    for (let target = 0; target < this.nodeOf.length; target++) if (this.isOpen(target, avoided, downToo)) return target;
    return -1;
  }

  private isOpen(target: number, avoided: number, downToo: boolean): boolean {
    return target !== avoided && (downToo || !this.checks.isDown(target));
  }

  private nearest(place: number, avoided: number, downToo: boolean): number {
    const { delaySeconds } = this.ctx.net.links;
    let best = -1;
    for (let target = 0; target < this.nodeOf.length; target++) {
      if (!this.isOpen(target, avoided, downToo)) continue;
      const at = place * this.nodeOf.length;
      if (best < 0 || delaySeconds[this.routes[at + target]] < delaySeconds[this.routes[at + best]]) best = target;
    }
    return best;
  }

  /** A user's lot stays the same, so he changes regions only when one goes. */
  private byLot(call: number, place: number, avoided: number, downToo: boolean): number {
    const { calls, links } = this.ctx.net;
    const weightOf = (target: number) => links.weight[this.routes[place * this.nodeOf.length + target]];
    let sum = 0;
    for (let target = 0; target < this.nodeOf.length; target++) if (this.isOpen(target, avoided, downToo)) sum += weightOf(target);
    const who = calls.session[call] >= 0 ? calls.session[call] : calls.request[call];
    let lot = drawUniform(this.lots, who, 0).value * sum;
    let last = -1;
    for (let target = 0; target < this.nodeOf.length; target++) {
      if (!this.isOpen(target, avoided, downToo) || (sum > 0 && weightOf(target) === 0)) continue;
      last = target;
      lot -= weightOf(target);
      if (lot < 0) break;
    }
    return last;
  }
}
