/** Hands each request to one instance of the nodes behind it, by rule or by lot, and leaves out those that it takes for dead. */

import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import { FLAG, WHOLE } from '../../engine/calls.ts';
import { HealthChecks, type Target } from '../../engine/checks.ts';
import { SPENT } from '../../engine/follow/story.ts';
import { mix } from '../../engine/luck.ts';
import { METER } from '../../engine/network.ts';
import { isSafeTwice, OUTCOME } from '../../engine/plan.ts';
import { Affinity } from './affinity.ts';
import { Choosing } from './choosing.ts';
import { SlowStart } from './slowStart.ts';
import { answeredMetrics, loadBalancerSpec } from './spec.ts';
import { Standby } from './standby.ts';
import { Watching } from './watching.ts';

/** First codes of timers; checks and watching use two each. */
const TIMER = { check: 0, watch: 2, takeover: 4 } as const;

/** Its own processors. A request takes one of them; as a line they are one server twice as fast. */
const vcpus = 2;

/** Cells: bits of `USES` that are on. */
const USED = 0;

/** What costs a look at every request, and is off in most designs. */
const USES = { affinity: 1, watching: 2, slowStart: 4, next: 8, hashing: 16 } as const;

const LAYER = { http: 0, tcp: 1 } as const;
const RETRY_ON = { unreachable: 0, errors: 1 } as const;

export const loadBalancerBehavior: Behavior = {
  kind: loadBalancerSpec.kind,
  fields: loadBalancerSpec.fields,
  metrics: loadBalancerSpec.metrics,
  faults: loadBalancerSpec.faults,
  role: loadBalancerSpec.role,
  create: (ctx) => new LoadBalancer(ctx),
};

class LoadBalancer implements Actor {
  private readonly ctx: NodeContext;
  private readonly checks: HealthChecks;
  /** Per target: its slot, and the link that leads there. */
  private readonly slotOf: readonly number[];
  private readonly linkOf: readonly number[];
  /** Target per instance slot of the run, -1 for all others. */
  private readonly targetOf: Int32Array;
  private readonly choosing: Choosing;
  private readonly affinity: Affinity;
  private readonly watching: Watching;
  private readonly slowStart: SlowStart;
  private readonly standby: Standby;
  private readonly cells: Int32Array;
  /** One cell: processor time for one request at full speed, handing on and answering. Not asked for by a function: `luck.ts` says why. */
  private readonly secondsEach: Float64Array;
  /** Per instance: when its processors have done all they were given. */
  private readonly freeAt: Float64Array;
  private readonly places;
  /** Per class of request, the meter of its good answers. */
  private readonly answered: readonly number[];

  constructor(ctx: NodeContext) {
    const { net, plan } = ctx;
    this.ctx = ctx;
    const targets: Target[] = [];
    const linkOf: number[] = [];
    for (const link of ctx.linksTo('server')) {
      const node = plan.links[link].to;
      for (let slot = net.instances.first[node]; slot < net.instances.first[node + 1]; slot++) {
        targets.push({ node, instance: slot - net.instances.first[node], firstSlot: slot, slots: 1 });
        linkOf.push(link);
      }
    }
    this.slotOf = targets.map(({ firstSlot }) => firstSlot);
    this.linkOf = linkOf;
    this.targetOf = new Int32Array(net.instances.count).fill(-1);
    this.slotOf.forEach((slot, target) => {
      this.targetOf[slot] = target;
    });
    this.cells = ctx.memory.i32(1);
    this.secondsEach = ctx.memory.f64(1);
    this.freeAt = ctx.memory.f64(ctx.slots);
    this.places = {
      layer: ctx.param('layer'),
      cpuMs: ctx.param('cpuMs'),
      tcpCpuMs: ctx.param('tcpCpuMs'),
      maxConnections: ctx.param('maxConnections'),
      retryNext: ctx.param('retryNext'),
      retryOn: ctx.param('retryOn'),
      failOpen: ctx.metric('failOpen'),
      ownFailures: ctx.metric('ownFailures'),
      healthyTargets: ctx.metric('healthyTargets'),
      triedNext: ctx.metric('triedNext'),
    };
    this.answered = Object.keys(answeredMetrics).map((name) => ctx.metric(name));
    this.checks = new HealthChecks(ctx, targets, {
      interval: ctx.param('checkSeconds'),
      timeout: ctx.param('checkTimeoutSeconds'),
      unhealthyAfter: ctx.param('unhealthyAfter'),
      healthyAfter: ctx.param('healthyAfter'),
      code: TIMER.check,
      depth: ctx.param('checkDepth'),
      failsClosed: ctx.param('whenAllDown'),
    });
    const nodeOf = targets.map(({ node }) => node);
    const instanceOf = targets.map(({ instance }) => instance);
    const names = targets.map(({ node, instance }) => `${plan.nodes[node].id}/${instance}`);
    this.choosing = new Choosing(ctx, linkOf, names, this.checks);
    this.affinity = new Affinity(ctx, this.checks, targets.length);
    this.watching = new Watching(ctx, nodeOf, instanceOf, this.checks, TIMER.watch);
    this.slowStart = new SlowStart(ctx, this.checks, targets.length);
    this.standby = new Standby(ctx, TIMER.takeover);
    net.instances.servers.fill(vcpus, ctx.firstSlot, ctx.firstSlot + ctx.slots);
  }

  start(): void {
    this.checks.start();
    this.slowStart.begin();
    this.standby.begin();
    this.takeParams();
  }

  changed(): void {
    this.checks.changed();
    this.watching.changed();
    this.standby.changed();
    this.takeParams();
    this.affinity.drain(this.slotOf);
    this.settled();
  }

  wake(code: number, arg: number): void {
    if (code >= TIMER.takeover) this.standby.wake(arg);
    else if (code < TIMER.watch) {
      this.checks.wake(code, arg);
      this.settled();
    } else if (this.watching.wake(code, arg)) this.settled();
  }

  hung(slot: number): void {
    this.standby.lost(slot);
  }

  recovered(slot: number): void {
    this.standby.recovered(slot);
    this.checks.recovered();
    this.settled();
  }

  /** What the balancer knew dies with it, unless another stands by: that one has checked all along, but has seen no answers. */
  crashed(slot: number): void {
    const { ctx } = this;
    this.freeAt[slot - ctx.firstSlot] = 0;
    this.choosing.crashed(ctx.net, ctx.firstSlot, ctx.slots, this.targetOf);
    if (slot === this.standby.active) {
      this.affinity.crashed();
      this.watching.crashed();
      if (!this.standby.someoneElseIsUp(slot)) this.checks.crashed();
    }
    this.standby.lost(slot);
    this.settled();
  }

  measure(): void {
    const { values } = this.ctx.net.meters;
    values[this.places.healthyTargets] = this.checks.wellCount;
    this.affinity.measure();
  }

  /**
   * The processors are one line: a request is handed on when its turn comes, and its own processor time is charged to the answer.
   * So an idle balancer costs no event of its own, and a busy one still lets through no more than it can.
   */
  receive(call: number): void {
    const { net, firstSlot } = this.ctx;
    const { calls, meters } = net;
    const slots = net.instances.count;
    const slot = calls.to[call];
    if (this.checks.readyCount === 0) {
      this.turnAway(call, OUTCOME.error);
      return;
    }
    if (meters.values[METER.inside * slots + slot] > net.params[this.places.maxConnections]) {
      this.turnAway(call, OUTCOME.shed);
      return;
    }
    const now = net.now;
    const handshake = this.uses(USES.affinity) ? this.affinity.handshakeSeconds(call) * net.instances.slow[slot] : 0;
    const cost = this.secondsEach[0] * net.instances.slow[slot] * (this.uses(USES.affinity) ? this.affinity.burden() : 1) + handshake;
    // tries at further servers, and what the first one cost
    calls.visit[call] = 0;
    calls.memo[call] = cost;
    const begin = Math.max(now, this.freeAt[slot - firstSlot]);
    this.freeAt[slot - firstSlot] = begin + cost / vcpus;
    // a handshake comes before the request can be read at all
    const ready = begin + handshake;
    if (ready === now) {
      this.handOn(call);
      return;
    }
    meters.shift(METER.queue * slots + slot, 1);
    net.serve(call, ready - now);
    net.follower?.doing(call, SPENT.queue);
  }

  private turnAway(call: number, outcome: number): void {
    const { net } = this.ctx;
    net.meters.values[this.places.ownFailures]++;
    net.reply(call, outcome);
  }

  served(call: number): void {
    const { net } = this.ctx;
    net.meters.shift(METER.queue * net.instances.count + net.calls.to[call], -1);
    this.handOn(call);
  }

  returned(parent: number, child: number, outcome: number): void {
    const { net } = this.ctx;
    const { calls } = net;
    this.ended(child, outcome);
    if (outcome === OUTCOME.ok) {
      const cls = calls.cls[parent];
      if (cls < this.answered.length) net.meters.values[this.answered[cls]]++;
    } else if (this.mayTryNext(parent, outcome)) {
      this.tryNext(parent, child);
      return;
    }
    calls.stale[parent] = calls.stale[child];
    calls.version[parent] = calls.version[child];
    net.replyAt(parent, outcome, net.clock.now + this.secondsEach[0] * net.instances.slow[calls.to[parent]]);
  }

  private tryNext(parent: number, child: number): void {
    const { calls, meters } = this.ctx.net;
    meters.values[this.places.triedNext]++;
    calls.visit[parent]++;
    this.sendOn(parent, this.targetOf[calls.to[child]]);
  }

  failed(call: number, outcome: number): void {
    this.ended(call, outcome);
  }

  /** A retry goes where the algorithm says, which may be another node than before. */
  again(call: number): void {
    const { net } = this.ctx;
    const target = this.choose(call, -1);
    this.choosing.opened(target);
    net.calls.to[call] = this.slotOf[target];
    net.calls.link[call] = this.linkOf[target];
  }

  private ended(child: number, outcome: number): void {
    const target = this.targetOf[this.ctx.net.calls.to[child]];
    this.choosing.closed(target);
    if ((this.cells[USED] & (USES.watching | USES.affinity)) !== 0) this.learn(child, target, outcome);
  }

  /** What an answer says of its target, and of the session that was bound to it. */
  private learn(child: number, target: number, outcome: number): void {
    const isHttp = this.ctx.net.params[this.places.layer] === LAYER.http;
    if (!isHttp && outcome !== OUTCOME.ok) this.affinity.broke(child);
    if (this.uses(USES.watching) && this.watching.saw(target, outcome, isHttp)) this.settled();
  }

  private handOn(call: number): void {
    const { net } = this.ctx;
    net.meters.credit(METER.utilization * net.instances.count + net.calls.to[call], net.calls.memo[call]);
    this.sendOn(call, -1);
  }

  /** @param avoided the target that has just failed, -1 for none */
  private sendOn(call: number, avoided: number): void {
    const { net } = this.ctx;
    const { calls } = net;
    const tries = calls.visit[call];
    const target = this.choose(call, avoided);
    this.choosing.opened(target);
    const salt = tries === 0 ? net.saltBelow(call) : mix(net.saltBelow(call) + tries) >> 8;
    const { wholes, flags } = calls;
    const from = wholes[call | WHOLE.to];
    const key = wholes[call | WHOLE.key];
    net.send(this.linkOf[target], from, call, this.slotOf[target], flags[call | FLAG.cls], key, wholes[call | WHOLE.request], salt);
  }

  /** Whether a bad answer is kept back, and another server tried: only where doing the work twice does no harm. */
  private mayTryNext(parent: number, outcome: number): boolean {
    if (!this.uses(USES.next)) return false;
    const { calls, params } = this.ctx.net;
    if (calls.visit[parent] >= params[this.places.retryNext] || !isSafeTwice(calls.cls[parent])) return false;
    if (outcome === OUTCOME.limited || this.checks.readyCount === 0) return false;
    return params[this.places.retryOn] === RETRY_ON.errors || outcome === OUTCOME.refused || outcome === OUTCOME.timeout;
  }

  /** Which target takes a call. @param avoided not this one, if there is another */
  private choose(call: number, avoided: number): number {
    if (this.checks.failsOpen) this.ctx.net.meters.values[this.places.failOpen]++;
    return this.cells[USED] === 0 && this.choosing.takesTurns ? this.choosing.inTurn() : this.chooseFor(call, avoided);
  }

  private chooseFor(call: number, avoided: number): number {
    const { net } = this.ctx;
    const { calls } = net;
    const request = calls.request[call];
    const salt = net.saltOf(call);
    if (this.cells[USED] === 0) return this.choosing.pick(request, salt, -1);
    const held = this.uses(USES.affinity) && avoided < 0 ? this.affinity.held(call) : -1;
    if (held >= 0) return held;
    let target = this.uses(USES.watching) && avoided < 0 ? this.watching.takeTrial() : -1;
    if (target < 0) {
      target = this.choosing.pick(request, salt + 4 * calls.visit[call], this.uses(USES.hashing) ? this.affinity.placeOf(call) : -1);
      if (target === avoided) target = this.nextReady(avoided);
      if (this.uses(USES.slowStart)) target = this.slowStart.orOther(target, request, salt);
    }
    if (this.uses(USES.affinity)) this.affinity.hold(call, target);
    return target;
  }

  private nextReady(target: number): number {
    const { ready, readyCount } = this.checks;
    for (let i = 0; i < readyCount; i++) if (ready[i] > target) return ready[i];
    return ready[0];
  }

  private uses(what: number): boolean {
    return (this.cells[USED] & what) !== 0;
  }

  private takeParams(): void {
    const { net } = this.ctx;
    const { params } = net;
    const isHttp = params[this.places.layer] === LAYER.http;
    this.choosing.takeParams();
    this.secondsEach[0] = params[isHttp ? this.places.cpuMs : this.places.tcpCpuMs] / 1000;
    this.cells[USED] =
      (this.affinity.takeParams() ? USES.affinity : 0) |
      (this.watching.isOn ? USES.watching : 0) |
      (this.slowStart.isOn ? USES.slowStart : 0) |
      (isHttp && params[this.places.retryNext] > 0 ? USES.next : 0) |
      (this.choosing.hashes ? USES.hashing : 0);
  }

  /** Who may be asked may have changed. */
  private settled(): void {
    this.choosing.unsettle();
    this.slowStart.look();
  }
}
