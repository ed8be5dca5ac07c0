/**
 * Who of a store's instances answers, and what is left of the sessions when one is gone. With a primary: all go to it; when it has been
 * silent for long enough a copy takes over, without what had not reached it. Among equals: any of them, as long as most are there.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import { integerBelow, type Stream, uniform } from '../../engine/luck.ts';
import { HEALTH } from '../../engine/plan.ts';
import type { SessionTable } from '../../engine/sessionTable.ts';

/** The order of the field's options. */
export const KEPT_IN = { memory: 0, relational: 1, nosql: 2 } as const;

/** The watchers ask the primary once a second, and agree on its heir within another. */
const pingSeconds = 1;
const electionSeconds = 1;

/** Cells. */
const PRIMARY = 0;
const GONE_AT = 1;
const PROMOTE_AT = 2;
const ROUND = 3;

export class Copies {
  private readonly ctx: NodeContext;
  private readonly table: SessionTable;
  private readonly code: number;
  private readonly cells: Float64Array;
  private readonly placing: Stream;
  private readonly pings: Stream;
  private readonly fields;
  private readonly wiped: number;

  /** @param code of the timer this may use */
  constructor(ctx: NodeContext, table: SessionTable, code: number) {
    this.ctx = ctx;
    this.table = table;
    this.code = code;
    this.cells = ctx.memory.f64(4);
    this.cells[GONE_AT] = -1;
    this.cells[PROMOTE_AT] = -1;
    this.placing = ctx.stream('place');
    this.pings = ctx.stream('pings');
    this.fields = {
      keptIn: ctx.param('keptIn'),
      lagMs: ctx.param('lagMs'),
      detect: ctx.param('detectSeconds'),
      isOn: ctx.param('autoFailover'),
    };
    this.wiped = ctx.metric('wiped');
    this.crown(0);
  }

  private get keptIn(): number {
    return this.ctx.net.params[this.fields.keptIn];
  }

  get primary(): number {
    return this.ctx.firstSlot + this.cells[PRIMARY];
  }

  /** Whether an instance may answer. */
  answers(slot: number): boolean {
    return this.keptIn === KEPT_IN.nosql ? this.haveQuorum : slot === this.primary;
  }

  /** The instance that takes a call, -1 = none can. */
  place(request: number, salt: number): number {
    if (this.keptIn !== KEPT_IN.nosql) return this.primary;
    if (!this.haveQuorum) return -1;
    const { firstSlot, slots, net } = this.ctx;
    let up = 0;
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) if (net.instances.isUp(slot)) up++;
    let nth = integerBelow(this.placing, request, salt, up);
    let slot = firstSlot;
    while (!net.instances.isUp(slot) || nth-- > 0) slot++;
    return slot;
  }

  crashed(slot: number): void {
    // the engine has marked it already: nobody is left who has anything in memory
    if (this.keptIn === KEPT_IN.memory && this.heir < 0) this.wipe(this.table.size);
    this.lost(slot);
  }

  hung(slot: number): void {
    this.lost(slot);
  }

  recovered(slot: number): void {
    if (slot !== this.primary || this.cells[GONE_AT] < 0) {
      this.prepare();
      return;
    }
    // back before anybody took over: one that had died comes with an empty memory, and its copies copy that
    if (this.keptIn === KEPT_IN.memory && this.cells[ROUND] % 2 === 1) this.wipe(this.table.size);
    this.settle();
  }

  /** The timer has rung. */
  ring(): void {
    const { net, firstSlot } = this.ctx;
    if (this.cells[PROMOTE_AT] !== net.now) return;
    this.cells[PROMOTE_AT] = -1;
    const { heir } = this;
    if (heir < 0 || net.params[this.fields.isOn] === 0) return;
    const goneAt = this.cells[GONE_AT];
    this.wipe(this.table.dropSince(goneAt - net.params[this.fields.lagMs] / 1000), true);
    this.crown(heir - firstSlot);
    net.journal.note('promoted', this.ctx.node, heir - firstSlot, net.now - goneAt);
    this.settle();
  }

  /** Copies were added or taken away, or a parameter is another. */
  changed(): void {
    const { net, firstSlot } = this.ctx;
    if (net.instances.exists[this.primary] === 0) {
      // taken away on purpose: whoever follows has all of it
      this.crown(Math.max(0, (this.heir < 0 ? firstSlot : this.heir) - firstSlot));
      this.settle();
      if (net.instances.health[this.primary] !== HEALTH.up) this.lost(this.primary);
    }
    this.prepare();
  }

  private get haveQuorum(): boolean {
    const { firstSlot, slots, net } = this.ctx;
    let there = 0;
    let up = 0;
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) {
      if (net.instances.exists[slot] === 1) there++;
      if (net.instances.isUp(slot)) up++;
    }
    return 2 * up > there;
  }

  /** The first instance that is up; -1 = none. */
  private get heir(): number {
    const { firstSlot, slots, net } = this.ctx;
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) if (net.instances.isUp(slot)) return slot;
    return -1;
  }

  private lost(slot: number): void {
    if (slot !== this.primary) return;
    const { instances, now } = this.ctx.net;
    if (this.cells[GONE_AT] < 0) this.cells[GONE_AT] = now;
    // odd: it has died; even: it is silent and still has all it had
    const isDead = instances.health[slot] === HEALTH.crashed ? 1 : 0;
    this.cells[ROUND] = 2 * (Math.floor(this.cells[ROUND] / 2) + 1) + isDead;
    this.prepare();
  }

  /** Sets the timer when there is no primary, but somebody who could be. */
  private prepare(): void {
    const { net, node, firstSlot } = this.ctx;
    const { cells } = this;
    const isNeeded = this.keptIn !== KEPT_IN.nosql && cells[GONE_AT] >= 0 && cells[PROMOTE_AT] < 0;
    if (!isNeeded || net.params[this.fields.isOn] === 0 || this.heir < 0) return;
    const noticed = net.params[this.fields.detect] + pingSeconds * uniform(this.pings, cells[ROUND], 0);
    cells[PROMOTE_AT] = net.now + noticed + electionSeconds;
    net.journal.note('failover-started', node, this.primary - firstSlot, noticed + electionSeconds);
    net.wake(node, this.code, 0, cells[PROMOTE_AT]);
  }

  private settle(): void {
    this.cells[GONE_AT] = -1;
    this.cells[PROMOTE_AT] = -1;
  }

  private crown(i: number): void {
    const { net, firstSlot, slots } = this.ctx;
    this.cells[PRIMARY] = i;
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) net.instances.primary[slot] = slot === firstSlot + i ? 1 : 0;
  }

  /** So many sessions are gone at once. @param isDone whether they have left the table already */
  private wipe(count: number, isDone = false): void {
    this.ctx.net.meters.values[this.wiped] += count;
    if (!isDone) this.table.clear();
  }
}
