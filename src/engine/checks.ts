/**
 * Active health checks: every so often all targets are asked whether they are well; so many bad answers in a row take a target out,
 * so many good ones bring it back. A dead target is known at once (the connection is refused), a silent one only when the check's
 * own patience ends. Checks are shallow: they take no server and meet no queue, so a drowning target passes them.
 */

import type { NodeContext } from './behavior.ts';
import { type Stream, uniform } from './luck.ts';
import { HEALTH } from './plan.ts';

/** What is checked: one instance, or a node that is well while any of its instances is. */
export interface Target {
  readonly node: number;
  /** Number within the node for the notes, -1 for all of it. */
  readonly instance: number;
  readonly firstSlot: number;
  readonly slots: number;
}

/** Places in `net.params`, and the first of two timer codes that the checks may use. */
export interface CheckSettings {
  readonly interval: number;
  readonly timeout: number;
  readonly unhealthyAfter: number;
  readonly healthyAfter: number;
  readonly code: number;
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
    this.cells = ctx.memory.f64(7);
  }

  get readyCount(): number {
    return this.cells[READY];
  }

  /** Targets that are there and not marked down. */
  get wellCount(): number {
    return this.cells[WELL];
  }

  /** All are marked down, so all are asked: better a try than a certain failure. */
  get failsOpen(): boolean {
    return this.cells[WELL] === 0 && this.cells[READY] > 0;
  }

  isDown(target: number): boolean {
    return this.down[target] === 1;
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
      if (ctx.net.instances.isUp(ctx.firstSlot)) this.checkAll();
      return;
    }
    const target = arg % mostTargets;
    if (Math.floor(arg / mostTargets) !== cells[LIFE] || !ctx.net.instances.isUp(ctx.firstSlot)) return;
    this.judge(target, this.condition(target) === HEALTH.up);
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

  private isThere(target: number): boolean {
    const { firstSlot, slots } = this.targets[target];
    const { exists } = this.ctx.net.instances;
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) if (exists[slot] === 1) return true;
    return false;
  }

  /** Up when any instance is; else hung when any is, so that nothing answers at once; else crashed. */
  private condition(target: number): number {
    const { firstSlot, slots } = this.targets[target];
    const { exists, health } = this.ctx.net.instances;
    let condition: number = HEALTH.crashed;
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) {
      if (exists[slot] === 0) continue;
      if (health[slot] === HEALTH.up) return HEALTH.up;
      if (health[slot] === HEALTH.hung) condition = HEALTH.hung;
    }
    return condition;
  }

  private refresh(): void {
    this.cells[WELL] = this.collect(false);
    this.cells[READY] = this.cells[WELL] > 0 ? this.cells[WELL] : this.collect(true);
  }

  private collect(downToo: boolean): number {
    let count = 0;
    for (let t = 0; t < this.targets.length; t++) {
      if (this.isThere(t) && (downToo || this.down[t] === 0)) this.ready[count++] = t;
    }
    return count;
  }
}
