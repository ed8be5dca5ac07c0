/**
 * What a service asks of the services behind it, and what it answers when it did not get everything. It asks each of them, one after the
 * other or all at once, and goes on when it has enough: every answer, a quorum, or what is there by a deadline. With a fallback it does
 * without what failed, and says so in its books; what changes something is never answered that way.
 */

import { ASK } from '../../engine/asks.ts';
import type { NodeContext } from '../../engine/behavior.ts';
import { type Calls, nth } from '../../engine/calls.ts';
import { integerBelow, type Stream } from '../../engine/luck.ts';
import { longer } from '../../engine/memory.ts';
import { METER, type Network, OP } from '../../engine/network.ts';
import { isSafeTwice, OUTCOME } from '../../engine/plan.ts';
import { Forks, JOIN } from '../../engine/program/forks.ts';
import { SALT, saltOfStep } from '../../engine/program/salts.ts';
import { ASKED_FOR, type Services } from '../../engine/program/services.ts';
import { STEP } from '../../engine/program/steps.ts';

/** The orders of the fields' options. */
const CALLING = { inTurn: 0, atOnce: 1 } as const;
const JOINING = { all: 0, quorum: 1, deadline: 2 } as const;

/** What is known of a call that asks, as bits: has it any answer, is anything missing, and does it ask one after the other. */
const HAS = { answer: 1, gap: 2, order: 4 } as const;

/** Most calls to one service at once: the field's. */
const mostCalls = 100;

export class Dependencies implements Services {
  readonly forks: Forks;
  private readonly ctx: NodeContext;
  private readonly net: Network;
  private readonly calls: Calls;
  private readonly turns: Stream;
  private readonly places;
  /** By call: bits of `HAS`. */
  private has = new Uint8Array(0);

  constructor(ctx: NodeContext) {
    this.ctx = ctx;
    this.net = ctx.net;
    this.calls = ctx.net.calls;
    this.forks = new Forks(ctx);
    this.turns = ctx.stream('turns');
    this.places = {
      calling: ctx.param('calling'),
      fanOut: ctx.param('fanOut'),
      join: ctx.param('join'),
      quorum: ctx.param('quorum'),
      deadlineMs: ctx.param('deadlineMs'),
      fallback: ctx.param('fallback'),
      fallbacks: ctx.metric('fallbacks'),
      fallbackShare: ctx.metric('fallbackShare'),
    };
    ctx.memory.grows(this as unknown as Record<'has', Uint8Array>, 'has');
  }

  private get joining(): number {
    return this.net.params[this.places.join];
  }

  get fanOut(): number {
    const { params } = this.net;
    return params[this.places.calling] === CALLING.atOnce ? params[this.places.fanOut] : 1;
  }

  ask(call: number, links: readonly number[]): number {
    if (links.length === 0) return ASKED_FOR.nothing;
    const { net, calls, forks, fanOut } = this;
    if (nth(call) >= this.has.length) this.grow(call);
    const isAtOnce = net.params[this.places.calling] === CALLING.atOnce;
    this.has[nth(call)] = isAtOnce ? 0 : HAS.order;
    const count = isAtOnce ? links.length * fanOut : links.length;
    const isQuorum = this.joining === JOINING.quorum;
    forks.begin(call, count, isQuorum ? net.params[this.places.quorum] : 0);
    const start = integerBelow(this.turns, calls.request[call], this.salt(call), 0x40000000);
    const sent = isAtOnce ? count : 1;
    for (let branch = 0; branch < sent; branch++) {
      const link = links[branch % links.length];
      this.send(call, link, fanOut > 1 ? forks.instanceInTurn(link, start + Math.floor(branch / links.length)) : -1, branch);
    }
    if (this.joining === JOINING.deadline) net.schedule(call, OP.served, net.now + net.params[this.places.deadlineMs] / 1000);
    return ASKED_FOR.several;
  }

  join(call: number, child: number, isOk: boolean, links: readonly number[]): number {
    const { forks } = this;
    const salt = this.salt(call);
    const most = links.length * mostCalls;
    const goesOn = isOk || this.mayMiss(call);
    const state = forks.join(call, child, goesOn, salt, most);
    if (state === JOIN.stranger) return state;
    this.has[nth(call)] |= isOk ? HAS.answer : goesOn ? HAS.gap : 0;
    if (state === JOIN.enough) return this.enough(call);
    const next = forks.branchOf(child, salt);
    if (state === JOIN.waits && (this.has[nth(call)] & HAS.order) !== 0) this.send(call, links[next], -1, next);
    return state;
  }

  timeIsUp(call: number): number {
    this.has[nth(call)] |= HAS.gap;
    return this.enough(call);
  }

  /** A page with gaps, or none at all, is answered as a fallback where that is wanted. */
  settle(call: number, outcome: number): number {
    if (outcome !== OUTCOME.ok && !this.mayFallBack(call)) return outcome;
    // services are asked last
    const hasGap = this.calls.stage[call] === STEP.services && (this.has[nth(call)] & HAS.gap) !== 0;
    if (hasGap || outcome !== OUTCOME.ok) this.net.meters.values[this.places.fallbacks]++;
    return OUTCOME.ok;
  }

  /** Share of the frame's answers that were fallbacks. */
  measure(): void {
    const { net, firstSlot, slots } = this.ctx;
    const { values } = net.meters;
    let answers = 0;
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) answers += values[METER.completed * net.instances.count + slot];
    values[this.places.fallbackShare] = answers > 0 ? Math.min(100, (100 * values[this.places.fallbacks]) / answers) : 0;
  }

  private mayFallBack(call: number): boolean {
    return this.net.params[this.places.fallback] === 1 && isSafeTwice(this.calls.cls[call]);
  }

  /** Whether it goes on without one that failed. By a quorum that is the others' to say. */
  private mayMiss(call: number): boolean {
    return this.joining === JOINING.deadline || (this.joining === JOINING.all && this.mayFallBack(call));
  }

  /** All are back, or as many as are waited for: with nothing at all there is no answer but a fallback. */
  private enough(call: number): number {
    return (this.has[nth(call)] & HAS.answer) !== 0 || this.mayFallBack(call) ? JOIN.enough : JOIN.hopeless;
  }

  private send(call: number, link: number, to: number, branch: number): void {
    const { calls, net } = this;
    const salt = this.forks.saltOf(this.salt(call), branch);
    const child = net.send(link, calls.to[call], call, to, calls.cls[call], calls.key[call], calls.request[call], salt);
    calls.scratch[child] = ASK.read;
  }

  private salt(call: number): number {
    return saltOfStep(this.net, call, SALT.fork);
  }

  private grow(call: number): void {
    let length = Math.max(256, this.has.length);
    while (length <= nth(call)) length *= 2;
    this.has = longer(this.has, new Uint8Array(length));
  }
}
