/** A pair of balancers with one address between them: when the one that has it falls silent, the other takes it after a while. */

import type { NodeContext } from '../../engine/behavior.ts';

/** Cells: instance that has the address; a number that makes earlier timers void. */
const ACTIVE = 0;
const TIMER = 1;

export class Standby {
  private readonly ctx: NodeContext;
  private readonly takeoverSeconds: number;
  private readonly code: number;
  private readonly cells: Int32Array;

  /** @param code of the timer that this may use */
  constructor(ctx: NodeContext, code: number) {
    this.ctx = ctx;
    this.takeoverSeconds = ctx.param('takeoverSeconds');
    this.code = code;
    this.cells = ctx.memory.i32(2);
  }

  /** The slot that has the address. */
  get active(): number {
    return this.ctx.firstSlot + this.cells[ACTIVE];
  }

  begin(): void {
    this.show();
  }

  /** Whether any instance but this is up. */
  someoneElseIsUp(slot: number): boolean {
    return this.otherUp(slot) >= 0;
  }

  /** An instance has died or fallen silent. */
  lost(slot: number): void {
    if (slot !== this.active || this.ctx.slots === 1) return;
    this.arm();
  }

  /** Who is back stands by, unless nobody has taken the address meanwhile. */
  recovered(slot: number): void {
    if (slot === this.active || this.ctx.net.instances.isUp(this.active)) return;
    this.arm();
  }

  wake(timer: number): void {
    const { net, node, firstSlot } = this.ctx;
    if (timer !== this.cells[TIMER] || net.instances.isUp(this.active)) return;
    const next = this.otherUp(this.active);
    if (next < 0) return;
    this.cells[ACTIVE] = next - firstSlot;
    this.show();
    net.journal.note('marked-up', node, next - firstSlot, 1);
  }

  /** One of the two may have been added or taken away. */
  changed(): void {
    const { net, firstSlot } = this.ctx;
    if (net.instances.exists[this.active] === 0) this.cells[ACTIVE] = 0;
    if (this.ctx.slots > 1 && !net.instances.isUp(firstSlot + this.cells[ACTIVE])) this.arm();
    this.show();
  }

  private arm(): void {
    const { net, node } = this.ctx;
    net.wake(node, this.code, ++this.cells[TIMER], net.now + net.params[this.takeoverSeconds]);
  }

  private otherUp(slot: number): number {
    const { net, firstSlot, slots } = this.ctx;
    for (let other = firstSlot; other < firstSlot + slots; other++) if (other !== slot && net.instances.isUp(other)) return other;
    return -1;
  }

  /** Who has the address takes all requests. Only where there are two is one of them the first. */
  private show(): void {
    const { net, node, firstSlot, slots } = this.ctx;
    const { exists, primary } = net.instances;
    net.instances.taker[node] = this.active;
    let there = 0;
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) there += exists[slot];
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) primary[slot] = there > 1 && slot === this.active ? 1 : 0;
  }
}
