/** Answers which of its targets a name stands for right now. What it answered is out of its hands until the time to live is over. */

import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import { HealthChecks, wholeNodes } from '../../engine/checks.ts';
import { CLASS, OUTCOME } from '../../engine/plan.ts';
import { Choosing, type Question } from './choosing.ts';
import { dnsSpec } from './spec.ts';

const CHECK = 0;

/** In the order of the spec's faults. */
const FAULT = { wrongRecord: 0 } as const;

/** Cells. */
const CHANGED_AT = 0;
const IS_WRONG = 1;

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
  private readonly choosing: Choosing;
  /** Node per target, in the order of the links. */
  private readonly nodeOf: readonly number[];
  /** Per target whether it was in the answers when that was last looked at. */
  private readonly wasDown: Uint8Array;
  /** [when the answers last changed, -1 = never; 1 while a wrong record stands] */
  private readonly cells: Float64Array;
  private readonly question: Question = { name: 0, asker: 0, resolver: 0, request: 0 };
  private readonly isWell: (target: number) => boolean;
  private readonly ttlSeconds: number;
  private readonly answerMs: number;
  private readonly metrics;

  constructor(ctx: NodeContext) {
    const { plan } = ctx;
    this.ctx = ctx;
    const servers = ctx.linksTo('server');
    const edges = ctx.linksTo('edge');
    const links = ctx.links.filter((link) => servers.includes(link) || edges.includes(link));
    this.nodeOf = links.map((link) => plan.links[link].to);
    const targetsOf = (of: readonly number[]) => links.flatMap((link, target) => (of.includes(link) ? [target] : []));
    const site = targetsOf(servers.length > 0 ? servers : edges);
    const files = targetsOf(edges.length > 0 ? edges : servers);
    this.choosing = new Choosing(ctx, links, [site, files]);
    this.wasDown = ctx.memory.u8(links.length);
    this.cells = ctx.memory.f64(2);
    this.cells[CHANGED_AT] = -1;
    this.ttlSeconds = ctx.param('ttlSeconds');
    this.answerMs = ctx.param('answerMs');
    this.metrics = {
      healthyTargets: ctx.metric('healthyTargets'),
      failOpenAnswers: ctx.metric('failOpenAnswers'),
      wrongAnswers: ctx.metric('wrongAnswers'),
      sinceSwitch: ctx.metric('sinceSwitch'),
    };
    this.checks = new HealthChecks(ctx, wholeNodes(ctx, this.nodeOf), {
      interval: ctx.param('checkSeconds'),
      timeout: ctx.param('checkTimeoutSeconds'),
      unhealthyAfter: ctx.param('unhealthyAfter'),
      healthyAfter: ctx.param('unhealthyAfter'),
      code: CHECK,
    });
    this.isWell = (target) => !this.checks.isDown(target);
  }

  start(): void {
    this.choosing.measure();
    this.checks.start();
  }

  /** Another policy or another weight is a switch, too. */
  changed(): void {
    this.checks.changed();
    this.cells[CHANGED_AT] = this.ctx.net.now;
    this.noteSwitch();
  }

  wake(code: number, arg: number): void {
    if (code === CHECK) this.choosing.measure();
    this.checks.wake(code, arg);
    this.noteSwitch();
  }

  crashed(): void {
    this.checks.crashed();
  }

  recovered(): void {
    this.checks.recovered();
  }

  /** `wrong-record`: from now on the name leads to an address at which nobody is. */
  struck(fault: number): void {
    if (fault === FAULT.wrongRecord) this.cells[IS_WRONG] = 1;
    this.cells[CHANGED_AT] = this.ctx.net.now;
  }

  mended(fault: number): void {
    if (fault === FAULT.wrongRecord) this.cells[IS_WRONG] = 0;
    this.cells[CHANGED_AT] = this.ctx.net.now;
  }

  measure(): void {
    const { meters, now } = this.ctx.net;
    const { cells } = this;
    meters.values[this.metrics.healthyTargets] = this.checks.wellCount;
    meters.values[this.metrics.sinceSwitch] = cells[CHANGED_AT] < 0 ? 0 : now - cells[CHANGED_AT];
  }

  /**
   * A lookup, carrying the class of the request it is made for, and the number of the resolver in `memo`. The answer: a node in
   * `scratch` (the number after the last one is an address of nobody), its time to live in `memo`.
   */
  receive(call: number): void {
    const { net, firstSlot, plan } = this.ctx;
    const { calls } = net;
    const { question } = this;
    question.name = calls.cls[call] === CLASS.static ? 1 : 0;
    question.asker = net.instances.nodeOf[calls.from[call]];
    question.resolver = calls.memo[call];
    question.request = calls.request[call];
    const target = this.answer();
    const seconds = (net.params[this.answerMs] / 1000) * net.instances.slow[firstSlot];
    if (target >= 0) {
      const isWrong = this.cells[IS_WRONG] === 1;
      if (isWrong) net.meters.values[this.metrics.wrongAnswers]++;
      calls.scratch[call] = isWrong ? plan.nodes.length : this.nodeOf[target];
      calls.memo[call] = net.params[this.ttlSeconds];
    }
    net.replyAt(call, target >= 0 ? OUTCOME.ok : OUTCOME.error, net.now + seconds);
  }

  /** The best target that is well; if none is, the best of all: perhaps it is the checks that are wrong. -1 without any. */
  private answer(): number {
    const well = this.choosing.pick(this.question, this.choosing.heedsHealth ? this.isWell : everyTarget);
    if (well >= 0) return well;
    const any = this.choosing.pick(this.question, everyTarget);
    if (any >= 0) this.ctx.net.meters.values[this.metrics.failOpenAnswers]++;
    return any;
  }

  private noteSwitch(): void {
    for (let target = 0; target < this.wasDown.length; target++) {
      const isDown = this.checks.isDown(target) ? 1 : 0;
      if (isDown !== this.wasDown[target]) this.cells[CHANGED_AT] = this.ctx.net.now;
      this.wasDown[target] = isDown;
    }
  }
}

const everyTarget = (): boolean => true;
