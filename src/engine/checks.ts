/**
 * Active health checks: every so often all targets are asked whether they are well; so many bad answers in a row take a target out,
 * so many good ones bring it back. A dead target is known at once (the connection is refused), a silent one only when the check's
 * own patience ends. A shallow check asks whether anybody is there. A deep one asks the application: it goes wrong as often as the
 * application's answers do, and when something that the target is wired to is down. Neither takes a server or meets a queue, so a
 * drowning target passes them. A check goes over the target's wire: where nothing comes through, it is silence; what is lost on the way
 * is a bad answer.
 */

import type { NodeContext } from './behavior.ts';
import { type Stream, uniform } from './luck.ts';
import { HEALTH, LINK_FAULT } from './plan.ts';

/** What is checked: one instance, or a node that is well while any of its instances is. */
export interface Target {
  readonly node: number;
  /** Number within the node for the notes, -1 for all of it. */
  readonly instance: number;
  readonly firstSlot: number;
  readonly slots: number;
}

/** Whole nodes as targets, in the order given. */
export const wholeNodes = ({ net, plan }: NodeContext, nodes: readonly number[]): Target[] =>
  nodes.map((node) => ({ node, instance: -1, firstSlot: net.instances.first[node], slots: plan.nodes[node].slots }));

/** Places in `net.params`, and the first of two timer codes that the checks may use. */
export interface CheckSettings {
  readonly interval: number;
  readonly timeout: number;
  readonly unhealthyAfter: number;
  readonly healthyAfter: number;
  readonly code: number;
  /** 1 = checks are deep. Shallow without it. */
  readonly depth?: number;
  /** 1 = when all are marked down, nobody is asked. Without it all are: better a try than a certain failure. */
  readonly failsClosed?: number;
}

/** Cells. */
const READY = 0;
const WELL = 1;
const TIMER = 2;
const LIFE = 3;
const NEXT = 4;
const INTERVAL = 5;
const RUNNING = 6;

const mostTargets = 65_536;

/** What a target cannot do without; of a cache it can. */
const neededRoles: readonly string[] = ['server', 'store', 'queue'];

export class HealthChecks {
  /** Targets that may be asked, as indexes; the first `readyCount` count. */
  readonly ready: Int32Array;
  private readonly ctx: NodeContext;
  private readonly targets: readonly Target[];
  private readonly settings: CheckSettings;
  private readonly stream: Stream;
  private readonly down: Uint8Array;
  /** Answers in a row that speak against what a target is taken for. */
  private readonly contrary: Int32Array;
  /** Bits of whoever else keeps a target out: see `bar`. */
  private readonly barred: Uint8Array;
  /** Per target, the nodes that it needs. */
  private readonly below: readonly (readonly number[])[];
  /** Per target, the wire to it; -1 = none of its own. */
  private readonly wires: readonly number[];
  private readonly cells: Float64Array;

  /** @param ctx of the node that checks: while it is not up, nothing is checked */
  constructor(ctx: NodeContext, targets: readonly Target[], settings: CheckSettings) {
    this.ctx = ctx;
    this.targets = targets;
    this.settings = settings;
    this.stream = ctx.stream('checks');
    this.ready = ctx.memory.i32(targets.length);
    this.down = ctx.memory.u8(targets.length);
    this.contrary = ctx.memory.i32(targets.length);
    this.barred = ctx.memory.u8(targets.length);
    this.below = targets.map(({ node }) =>
      ctx.plan.links.filter(({ from, to }) => from === node && neededRoles.includes(ctx.roleOf(to))).map(({ to }) => to),
    );
    this.wires = targets.map(({ node }) => ctx.plan.links.findIndex(({ from, to }) => from === ctx.node && to === node));
    this.cells = ctx.memory.f64(7);
  }

  get readyCount(): number {
    return this.cells[READY];
  }

  /** Targets that are there and not marked down. */
  get wellCount(): number {
    return this.cells[WELL];
  }

  /** All are marked down, so all are asked. */
  get failsOpen(): boolean {
    return this.cells[WELL] === 0 && this.cells[READY] > 0;
  }

  isDown(target: number): boolean {
    return this.down[target] === 1;
  }

  /** Whether a target may be asked. */
  isReady(target: number): boolean {
    return this.isThere(target) && (this.failsOpen || (this.down[target] === 0 && this.barred[target] === 0));
  }

  /** Whether a target may be asked by whom it knows already: also while it drains. */
  takesKnown(target: number): boolean {
    const { firstSlot } = this.targets[target];
    const { draining, health } = this.ctx.net.instances;
    return draining[firstSlot] === 1 ? health[firstSlot] === HEALTH.up : this.isReady(target);
  }

  /** Keeps a target out for another reason than its checks, or no longer. @param bit of the reason, 1 to 128 */
  bar(target: number, bit: number, isOut: boolean): void {
    this.barred[target] = isOut ? this.barred[target] | bit : this.barred[target] & ~bit;
    this.refresh();
  }

  /** Whether this reason keeps a target out. */
  isBarred(target: number, bit: number): boolean {
    return (this.barred[target] & bit) !== 0;
  }

  /** The first check falls anywhere in the first interval: a run begins in the midst of a node's life. */
  start(): void {
    this.begin(uniform(this.stream, 0, 0) * this.ctx.net.params[this.settings.interval]);
  }

  /** Forgets all; nothing is checked until `recovered`. */
  crashed(): void {
    const { cells } = this;
    cells[RUNNING] = 0;
    cells[TIMER]++;
    cells[LIFE]++;
    this.down.fill(0);
    this.contrary.fill(0);
    this.barred.fill(0);
    this.refresh();
  }

  /** A node that starts again checks at once. */
  recovered(): void {
    if (this.cells[RUNNING] === 0) this.begin(0);
  }

  /** New targets take part at once, gone ones are forgotten, and another interval holds from now on. */
  changed(): void {
    const { cells, settings } = this;
    const { net } = this.ctx;
    for (let t = 0; t < this.targets.length; t++) {
      if (this.isThere(t)) continue;
      this.down[t] = 0;
      this.contrary[t] = 0;
      this.barred[t] = 0;
    }
    this.refresh();
    const interval = net.params[settings.interval];
    if (cells[RUNNING] === 0 || interval === cells[INTERVAL]) return;
    cells[INTERVAL] = interval;
    this.arm(Math.min(cells[NEXT], net.now + interval));
  }

  /** A timer of the node has rung with a code of ours. */
  wake(code: number, arg: number): void {
    const { cells, ctx } = this;
    if (code === this.settings.code) {
      if (arg !== cells[TIMER]) return;
      this.arm(ctx.net.now + cells[INTERVAL]);
      if (this.canCheck()) this.checkAll();
      return;
    }
    const target = arg % mostTargets;
    if (Math.floor(arg / mostTargets) !== cells[LIFE] || !this.canCheck()) return;
    this.judge(target, this.condition(target) === HEALTH.up);
  }

  /** Any of the node's instances does it, and tells the others. */
  private canCheck(): boolean {
    const { ctx } = this;
    for (let slot = ctx.firstSlot; slot < ctx.firstSlot + ctx.slots; slot++) if (ctx.net.instances.isUp(slot)) return true;
    return false;
  }

  private begin(delay: number): void {
    const { cells } = this;
    cells[RUNNING] = 1;
    cells[INTERVAL] = this.ctx.net.params[this.settings.interval];
    this.refresh();
    this.arm(this.ctx.net.now + delay);
  }

  private arm(at: number): void {
    const { cells, ctx } = this;
    cells[NEXT] = at;
    cells[TIMER]++;
    ctx.net.wake(ctx.node, this.settings.code, cells[TIMER], at);
  }

  private checkAll(): void {
    const { net, node } = this.ctx;
    const late = net.now + net.params[this.settings.timeout];
    for (let t = 0; t < this.targets.length; t++) {
      if (!this.isThere(t)) continue;
      const condition = this.condition(t);
      if (condition === HEALTH.hung) net.wake(node, this.settings.code + 1, this.cells[LIFE] * mostTargets + t, late);
      else this.judge(t, condition === HEALTH.up);
    }
  }

  private judge(target: number, isWell: boolean): void {
    const { net } = this.ctx;
    if (isWell === (this.down[target] === 0) || !this.isThere(target)) {
      this.contrary[target] = 0;
      return;
    }
    const needed = net.params[isWell ? this.settings.healthyAfter : this.settings.unhealthyAfter];
    if (++this.contrary[target] < needed) return;
    const { node, instance } = this.targets[target];
    this.contrary[target] = 0;
    this.down[target] = isWell ? 0 : 1;
    net.journal.note(isWell ? 'marked-up' : 'marked-down', node, instance, needed);
    this.refresh();
  }

  /** Whether the design has any of a target's instances now. */
  isThere(target: number): boolean {
    const { firstSlot, slots } = this.targets[target];
    const { exists } = this.ctx.net.instances;
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) if (exists[slot] === 1) return true;
    return false;
  }

  /** What a check finds out about a target. */
  private condition(target: number): number {
    const { firstSlot, slots } = this.targets[target];
    const wire = this.wires[target];
    const onTheWay = wire >= 0 && this.ctx.net.links.harm.any[wire] === 1 ? this.wireCondition(target, wire) : HEALTH.up;
    if (onTheWay !== HEALTH.up) return onTheWay;
    const own = this.conditionOf(firstSlot, slots);
    const { depth } = this.settings;
    if (own !== HEALTH.up || depth === undefined || this.ctx.net.params[depth] === 0) return own;
    const { errors, instances } = this.ctx.net;
    const share = errors.share[firstSlot];
    if (share > 0 && uniform(this.stream, this.cells[TIMER], 1 + target) < share) return HEALTH.crashed;
    let worst: number = HEALTH.up;
    for (const node of this.below[target]) {
      const first = instances.first[node];
      const condition = this.conditionOf(first, instances.first[node + 1] - first);
      if (condition === HEALTH.crashed) return HEALTH.crashed;
      if (condition === HEALTH.hung) worst = HEALTH.hung;
    }
    return worst;
  }

  /** What a check makes of a disturbed wire. */
  private wireCondition(target: number, wire: number): number {
    const { harm } = this.ctx.net.links;
    if (harm.is(wire, LINK_FAULT.certificate)) return HEALTH.crashed;
    const isSilent = [LINK_FAULT.partition, LINK_FAULT.requestsLost, LINK_FAULT.answersLost].some((fault) => harm.is(wire, fault));
    if (isSilent || 2 * harm.delay(wire) > this.ctx.net.params[this.settings.timeout]) return HEALTH.hung;
    const passes = 1 - harm.loss(wire);
    return uniform(this.stream, this.cells[TIMER], 1 + mostTargets + target) < passes * passes ? HEALTH.up : HEALTH.crashed;
  }

  /** That of the primary where there is one. Else up when any instance is; else hung when any is, so that nothing answers at once; else crashed. */
  private conditionOf(firstSlot: number, slots: number): number {
    const { exists, health, primary } = this.ctx.net.instances;
    let condition: number = HEALTH.crashed;
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) {
      if (exists[slot] === 0) continue;
      if (primary[slot] === 1) return health[slot];
      if (health[slot] === HEALTH.up) condition = HEALTH.up;
      else if (health[slot] === HEALTH.hung && condition !== HEALTH.up) condition = HEALTH.hung;
    }
    return condition;
  }

  private refresh(): void {
    this.cells[WELL] = this.collect(false);
    const { failsClosed } = this.settings;
    const closed = failsClosed !== undefined && this.ctx.net.params[failsClosed] === 1;
    this.cells[READY] = this.cells[WELL] > 0 || closed ? this.cells[WELL] : this.collect(true);
  }

  private collect(downToo: boolean): number {
    let count = 0;
    for (let t = 0; t < this.targets.length; t++) {
      if (this.isThere(t) && (downToo || (this.down[t] === 0 && this.barred[t] === 0))) this.ready[count++] = t;
    }
    return count;
  }
}
