/** Hands each request to one instance of the nodes behind it, by rule or by lot, and leaves out those that its checks found dead. */

import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import { HealthChecks, type Target } from '../../engine/checks.ts';
import { METER } from '../../engine/network.ts';
import { OUTCOME } from '../../engine/plan.ts';
import { Choosing } from './choosing.ts';
import { loadBalancerSpec } from './spec.ts';

const CHECK = 0;

/** Its own processors. A request takes one of them; as a line they are one server twice as fast. */
const vcpus = 2;

/** Cell: when the processors have done all they were given. */
const FREE_AT = 0;

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
  private readonly cells: Float64Array;
  private readonly cpuMs: number;
  private readonly maxConnections: number;
  private readonly failOpen: number;
  private readonly healthyTargets: number;

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
    this.cells = ctx.memory.f64(1);
    this.cpuMs = ctx.param('cpuMs');
    this.maxConnections = ctx.param('maxConnections');
    this.failOpen = ctx.metric('failOpen');
    this.healthyTargets = ctx.metric('healthyTargets');
    this.checks = new HealthChecks(ctx, targets, {
      interval: ctx.param('checkSeconds'),
      timeout: ctx.param('checkTimeoutSeconds'),
      unhealthyAfter: ctx.param('unhealthyAfter'),
      healthyAfter: ctx.param('healthyAfter'),
      code: CHECK,
    });
    this.choosing = new Choosing(ctx, linkOf, this.checks);
    net.instances.servers[ctx.firstSlot] = vcpus;
  }

  start(): void {
    this.checks.start();
  }

  changed(): void {
    this.checks.changed();
    this.choosing.unsettle();
  }

  wake(code: number, arg: number): void {
    this.checks.wake(code, arg);
    this.choosing.unsettle();
  }

  recovered(): void {
    this.checks.recovered();
    this.choosing.unsettle();
  }

  crashed(): void {
    this.cells[FREE_AT] = 0;
    this.checks.crashed();
    this.choosing.crashed();
  }

  measure(): void {
    this.ctx.net.meters.values[this.healthyTargets] = this.checks.wellCount;
  }

  /**
   * The processors are one line: a request is handed on when its turn comes, and its own processor time is charged to the answer.
   * So an idle balancer costs no event of its own, and a busy one still lets through no more than it can.
   */
  receive(call: number): void {
    const { net, firstSlot } = this.ctx;
    const { meters } = net;
    const slots = net.instances.count;
    if (this.checks.readyCount === 0) {
      net.reply(call, OUTCOME.error);
      return;
    }
    if (meters.values[METER.inside * slots + firstSlot] > net.params[this.maxConnections]) {
      net.reply(call, OUTCOME.shed);
      return;
    }
    const now = net.now;
    const begin = Math.max(now, this.cells[FREE_AT]);
    this.cells[FREE_AT] = begin + this.cpuSeconds() / vcpus;
    if (begin === now) {
      this.handOn(call);
      return;
    }
    meters.shift(METER.queue * slots + firstSlot, 1);
    net.serve(call, begin - now);
  }

  served(call: number): void {
    const { net, firstSlot } = this.ctx;
    net.meters.shift(METER.queue * net.instances.count + firstSlot, -1);
    this.handOn(call);
  }

  returned(parent: number, child: number, outcome: number): void {
    const { net } = this.ctx;
    const { calls } = net;
    this.choosing.closed(this.targetOf[calls.to[child]]);
    calls.stale[parent] = calls.stale[child];
    calls.version[parent] = calls.version[child];
    net.replyAt(parent, outcome, net.now + this.cpuSeconds());
  }

  failed(call: number): void {
    this.choosing.closed(this.targetOf[this.ctx.net.calls.to[call]]);
  }

  /** A retry goes where the algorithm says, which may be another node than before. */
  again(call: number): void {
    const { net } = this.ctx;
    const target = this.choose(net.calls.request[call], net.saltOf(call));
    this.choosing.opened(target);
    net.calls.to[call] = this.slotOf[target];
    net.calls.link[call] = this.linkOf[target];
  }

  private handOn(call: number): void {
    const { net, firstSlot } = this.ctx;
    const { calls, meters } = net;
    meters.credit(METER.utilization * net.instances.count + firstSlot, this.cpuSeconds());
    const target = this.choose(calls.request[call], net.saltOf(call));
    this.choosing.opened(target);
    net.send(
      this.linkOf[target],
      firstSlot,
      call,
      this.slotOf[target],
      calls.cls[call],
      calls.key[call],
      calls.request[call],
      net.saltBelow(call),
    );
  }

  private cpuSeconds(): number {
    const { net, firstSlot } = this.ctx;
    return (net.params[this.cpuMs] / 1000) * net.instances.slow[firstSlot];
  }

  private choose(request: number, salt: number): number {
    if (this.checks.failsOpen) this.ctx.net.meters.values[this.failOpen]++;
    return this.choosing.pick(request, salt);
  }
}
