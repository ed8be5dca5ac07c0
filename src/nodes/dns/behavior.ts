/** Answers which of its targets a name stands for right now. What it answered is out of its hands until the time to live is over. */

import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import { HealthChecks } from '../../engine/checks.ts';
import { CLASS, OUTCOME } from '../../engine/plan.ts';
import { dnsSpec } from './spec.ts';

/** The order of the spec's options. */
const POLICY = { geo: 0, roundRobin: 1, failover: 2 } as const;

const CHECK = 0;

/** The two names it knows: the site, and the host of its static files (when it leads to edges); one turn is kept for each. */
const names = 2;

export const dnsBehavior: Behavior = {
  kind: dnsSpec.kind,
  fields: dnsSpec.fields,
  metrics: dnsSpec.metrics,
  faults: dnsSpec.faults,
  role: dnsSpec.role,
  create: (ctx) => new Dns(ctx),
};

class Dns implements Actor {
  private readonly ctx: NodeContext;
  private readonly checks: HealthChecks;
  /** Node per target, in the order of the links. */
  private readonly nodeOf: readonly number[];
  /** Targets of each name. */
  private readonly site: readonly number[];
  private readonly files: readonly number[];
  /** The caller's own link to a target, at caller's node * targets + target; -1 where it has none. */
  private readonly routes: Int32Array;
  private readonly turns: Int32Array;
  private readonly policy: number;
  private readonly ttlSeconds: number;
  private readonly answerMs: number;
  private readonly failOpenAnswers: number;
  private readonly healthyTargets: number;

  constructor(ctx: NodeContext) {
    const { net, plan } = ctx;
    this.ctx = ctx;
    const servers = ctx.linksTo('server');
    const edges = ctx.linksTo('edge');
    const links = ctx.links.filter((link) => servers.includes(link) || edges.includes(link));
    this.nodeOf = links.map((link) => plan.links[link].to);
    const targetsOf = (of: readonly number[]) => links.flatMap((link, target) => (of.includes(link) ? [target] : []));
    this.site = targetsOf(servers.length > 0 ? servers : edges);
    this.files = targetsOf(edges.length > 0 ? edges : servers);
    this.routes = new Int32Array(plan.nodes.length * links.length).fill(-1);
    plan.links.forEach(({ from, to }, link) => {
      const target = this.nodeOf.indexOf(to);
      if (target >= 0) this.routes[from * links.length + target] = link;
    });
    this.turns = ctx.memory.i32(names);
    this.policy = ctx.param('policy');
    this.ttlSeconds = ctx.param('ttlSeconds');
    this.answerMs = ctx.param('answerMs');
    this.failOpenAnswers = ctx.metric('failOpenAnswers');
    this.healthyTargets = ctx.metric('healthyTargets');
    const targets = this.nodeOf.map((node) => ({
      node,
      instance: -1,
      firstSlot: net.instances.first[node],
      slots: plan.nodes[node].slots,
    }));
    this.checks = new HealthChecks(ctx, targets, {
      interval: ctx.param('checkSeconds'),
      timeout: ctx.param('checkTimeoutSeconds'),
      unhealthyAfter: ctx.param('unhealthyAfter'),
      healthyAfter: ctx.param('unhealthyAfter'),
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
  }

  crashed(): void {
    this.checks.crashed();
  }

  recovered(): void {
    this.checks.recovered();
  }

  measure(): void {
    this.ctx.net.meters.values[this.healthyTargets] = this.checks.wellCount;
  }

  /** A lookup, carrying the class of the request it is made for. The answer: a node in `scratch`, its time to live in `memo`. */
  receive(call: number): void {
    const { net, firstSlot } = this.ctx;
    const { calls } = net;
    const target = this.answer(calls.cls[call] === CLASS.static ? 1 : 0, net.instances.nodeOf[calls.from[call]]);
    const seconds = (net.params[this.answerMs] / 1000) * net.instances.slow[firstSlot];
    if (target >= 0) {
      calls.scratch[call] = this.nodeOf[target];
      calls.memo[call] = net.params[this.ttlSeconds];
    }
    net.replyAt(call, target >= 0 ? OUTCOME.ok : OUTCOME.error, net.now + seconds);
  }

  /** The best target that is well; if none is, the best of all: perhaps it is the checks that are wrong. -1 without any. */
  private answer(name: number, caller: number): number {
    const well = this.pick(name, caller, false);
    if (well >= 0) return well;
    const any = this.pick(name, caller, true);
    if (any >= 0) this.ctx.net.meters.values[this.failOpenAnswers]++;
    return any;
  }

  private pick(name: number, caller: number, downToo: boolean): number {
    const { net } = this.ctx;
    const candidates = name === 0 ? this.site : this.files;
    const policy = net.params[this.policy];
    const start = policy === POLICY.roundRobin ? this.turns[name] : 0;
    let best = -1;
    let bestDelay = Infinity;
    for (let i = 0; i < candidates.length; i++) {
      const at = (start + i) % candidates.length;
      const target = candidates[at];
      const route = this.routes[caller * this.nodeOf.length + target];
      if (route < 0 || (!downToo && this.checks.isDown(target))) continue;
      if (policy === POLICY.roundRobin) this.turns[name] = (at + 1) % candidates.length;
      if (policy !== POLICY.geo) return target;
      if (net.links.delaySeconds[route] >= bestDelay) continue;
      best = target;
      bestDelay = net.links.delaySeconds[route];
    }
    return best;
  }
}
