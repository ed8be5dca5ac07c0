/**
 * Who is primary when the primary is gone, or alone. As one length of time (`whole`), or in phases: a monitor misses so many heartbeats,
 * the replica that has received most is elected, applies what it has, is opened for writes, and callers are told where it is.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import type { NoteCode } from '../../engine/frame.ts';
import { HEALTH } from '../../engine/plan.ts';
import { Addresses } from './addresses.ts';
import type { Copies } from './copies.ts';
import { TIMER } from './shipping.ts';

/** Cells. */
const AT = 0;
const DOWN_SINCE = 1;
const STEP_NOW = 2;
const HEIR = 3;
const LEASE_UNTIL = 4;
const SPLIT_UNTIL = 5;

/** What is waited for. */
const STEP = { nothing: 0, whole: 1, detection: 2, election: 3, replay: 4, promotion: 5 } as const;

/** The order of the spec's `failoverForm` options. */
const FORM = { whole: 0, phases: 1 } as const;

export class Failover {
  readonly addresses: Addresses;
  private readonly ctx: NodeContext;
  private readonly copies: Copies;
  /** Moments and the step; -1 = none. */
  private readonly cells: Float64Array;
  /** 1 for instances that were there at the last change. */
  private readonly known: Uint8Array;
  private readonly lostWrites: number;
  private readonly fields;

  constructor(ctx: NodeContext, copies: Copies) {
    this.ctx = ctx;
    this.copies = copies;
    this.addresses = new Addresses(ctx);
    this.cells = ctx.memory.f64(6).fill(-1);
    this.cells[STEP_NOW] = STEP.nothing;
    this.known = ctx.memory.u8(ctx.slots);
    this.known.set(ctx.net.instances.exists.subarray(ctx.firstSlot, ctx.firstSlot + ctx.slots));
    this.lostWrites = ctx.metric('lostWrites');
    this.fields = {
      form: ctx.param('failoverForm'),
      seconds: ctx.param('failoverSeconds'),
      isOn: ctx.param('autoFailover'),
      fencing: ctx.param('fencing'),
      heartbeat: ctx.param('heartbeatSeconds'),
      missed: ctx.param('missedBeats'),
      election: ctx.param('electionSeconds'),
      promotion: ctx.param('promoteSeconds'),
      repoint: ctx.param('repointSeconds'),
    };
  }

  private value(field: keyof typeof this.fields): number {
    return this.ctx.net.params[this.fields[field]];
  }

  /** A crash or a hang. */
  lost(slot: number): void {
    if (slot === this.copies.split.slot) {
      if (this.ctx.net.instances.health[slot] === HEALTH.crashed) this.bury(slot);
      return;
    }
    if (this.copies.isPrimary(slot)) {
      if (this.cells[DOWN_SINCE] < 0) this.cells[DOWN_SINCE] = this.ctx.net.now;
      this.prepare();
    } else if (slot === this.cells[HEIR]) {
      this.elect();
    }
  }

  recovered(slot: number): void {
    if (this.copies.isPrimary(slot)) {
      if (!this.isAlone) this.callOff();
      this.uniteIfHeard();
      this.copies.serveAll();
      this.prepare();
    } else if (this.returnsAsPrimary(slot)) {
      this.copies.splitOff(slot);
      this.cells[SPLIT_UNTIL] = this.ctx.net.now + this.detectionSeconds;
      this.ctx.net.wake(this.ctx.node, TIMER.split, 0, this.cells[SPLIT_UNTIL]);
    } else {
      this.copies.catchUp(slot);
      this.prepare();
    }
  }

  /** Servers hear each other again, or no longer. */
  rewired(): void {
    const { copies } = this;
    this.uniteIfHeard();
    if (copies.cuts.isWhole(copies.primary - this.ctx.firstSlot) && this.isPrimaryWell) this.callOff();
    else if (this.isAlone && this.cells[DOWN_SINCE] < 0) this.cells[DOWN_SINCE] = this.ctx.net.now;
    copies.rewire();
    this.prepare();
    this.expectLease();
  }

  /** A timer of `TIMER.failover` rang. */
  ring(): void {
    const { net } = this.ctx;
    if (this.cells[AT] !== net.now) return;
    this.cells[AT] = -1;
    const step = this.cells[STEP_NOW];
    if (step === STEP.whole) {
      const { heir } = this.copies;
      this.cells[STEP_NOW] = STEP.nothing;
      if (this.value('isOn') === 1 && heir >= 0) this.promote(heir);
    } else if (step === STEP.detection) this.detected();
    else if (step === STEP.election) this.elected();
    else if (step === STEP.promotion) this.promote(this.cells[HEIR]);
  }

  /** A timer of `TIMER.lease` rang: a server without any that hears it does what it would do if the others were dead. */
  ringLease(): void {
    const { net, firstSlot, slots } = this.ctx;
    const { copies } = this;
    if (this.cells[LEASE_UNTIL] !== net.now) return;
    this.cells[LEASE_UNTIL] = -1;
    if (this.value('isOn') === 0) return;
    if (this.value('fencing') === 1) {
      if (this.isAlone) this.fence();
      return;
    }
    if (copies.split.isOn || !copies.isPrimaryUp || this.isAlone) return;
    let second = -1;
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) {
      const isDeserted =
        copies.isCopy(slot) && net.instances.isUp(slot) && !copies.cuts.carries(copies.primary - firstSlot, slot - firstSlot);
      const { received } = copies.shipping;
      if (isDeserted && (second < 0 || received[slot - firstSlot] > received[second - firstSlot])) second = slot;
    }
    if (second >= 0) copies.splitOff(second);
  }

  /** A timer of `TIMER.split` rang: the monitor has seen that there are two. */
  ringSplit(): void {
    if (this.cells[SPLIT_UNTIL] !== this.ctx.net.now) return;
    this.cells[SPLIT_UNTIL] = -1;
    const { split, cuts } = this.copies;
    if (split.isOn && cuts.isWhole(split.slot - this.ctx.firstSlot)) this.unite();
  }

  /** A timer of `TIMER.repointed` rang. */
  repointed(count: number): void {
    if (this.addresses.ring(count)) this.note('repointed', this.copies.primary, 0);
  }

  /** Something has been applied somewhere. */
  applied(): void {
    const heir = this.cells[HEIR];
    if (this.cells[STEP_NOW] !== STEP.replay || !this.copies.hasApplied(heir)) return;
    this.note('replayed', heir, this.ctx.net.now - this.cells[DOWN_SINCE]);
    this.next(STEP.promotion, this.value('promotion'));
  }

  /** Replicas were added or taken away, or a parameter is another. */
  changed(): void {
    const { net, firstSlot, slots } = this.ctx;
    for (let i = 0; i < slots; i++) {
      const exists = net.instances.exists[firstSlot + i];
      if (exists === 1 && this.known[i] === 0) this.copies.copy(firstSlot + i);
      this.known[i] = exists;
    }
    const { slot } = this.copies.split;
    if (slot >= 0 && net.instances.exists[slot] === 0) this.unite();
    if (net.instances.exists[this.copies.primary] === 0) this.handOver();
    this.prepare();
    this.copies.trim();
  }

  /** Sets out to find another primary when there is none that can do it, but somebody who could be. */
  private prepare(): void {
    const { net } = this.ctx;
    const { copies } = this;
    const isServed = this.isPrimaryWell && !this.isAlone;
    if (isServed || this.cells[STEP_NOW] !== STEP.nothing || this.value('isOn') === 0 || copies.heir < 0) return;
    if (this.value('form') === FORM.phases) {
      // beats come at whole multiples of their interval; the first to be missed is the next one
      const beat = this.value('heartbeat');
      const first = Math.floor(net.now / beat) + 1;
      this.next(STEP.detection, (first + this.value('missed') - 1) * beat - net.now);
      return;
    }
    const seconds = this.value('seconds');
    this.next(STEP.whole, seconds);
    this.note('failover-started', copies.primary, seconds);
  }

  private detected(): void {
    const { copies } = this;
    this.note('failover-started', copies.primary, this.ctx.net.now - this.cells[DOWN_SINCE]);
    if (this.value('fencing') === 1 && this.isPrimaryWell) this.fence();
    this.elect();
  }

  private elect(): void {
    this.cells[HEIR] = -1;
    this.next(STEP.election, this.value('election'));
  }

  private elected(): void {
    const { heir } = this.copies;
    if (heir < 0) {
      this.cells[STEP_NOW] = STEP.nothing;
      return;
    }
    this.cells[HEIR] = heir;
    this.note('elected', heir, this.ctx.net.now - this.cells[DOWN_SINCE]);
    this.cells[STEP_NOW] = STEP.replay;
    this.applied();
  }

  private promote(heir: number): void {
    const { net } = this.ctx;
    const old = this.copies.primary;
    const downSince = this.cells[DOWN_SINCE] < 0 ? net.now : this.cells[DOWN_SINCE];
    const isPhased = this.cells[STEP_NOW] === STEP.promotion;
    const goesOn = this.isAlone && this.isPrimaryWell && this.copies.isPrimaryUp && this.value('fencing') === 0 && !this.copies.split.isOn;
    const missing = this.copies.secondsMissing(heir, downSince);
    const lost = this.copies.enthrone(heir, goesOn);
    net.meters.values[this.lostWrites] += lost;
    this.note('promoted', heir, net.now - downSince);
    if (lost > 0) {
      this.note('writes-lost', old, lost);
      this.note('rewound', old, missing);
    }
    this.cells.fill(-1, AT, LEASE_UNTIL);
    this.cells[STEP_NOW] = STEP.nothing;
    this.addresses.move(old, isPhased ? this.value('repoint') : 0);
    if (!this.copies.isPrimaryUp) this.cells[DOWN_SINCE] = net.now;
    this.copies.serveAll();
  }

  /** The primary itself is taken away: planned, so a living one gives everything to its heir first. */
  private handOver(): void {
    const heir = this.copies.heir >= 0 ? this.copies.heir : this.ctx.firstSlot;
    if (this.copies.isPrimaryUp) this.copies.completeFor(heir);
    this.promote(heir);
  }

  private uniteIfHeard(): void {
    const { split, cuts, isPrimaryUp } = this.copies;
    if (split.isOn && isPrimaryUp && this.cells[SPLIT_UNTIL] < 0 && cuts.isWhole(split.slot - this.ctx.firstSlot)) this.unite();
  }

  private unite(): void {
    this.cells[SPLIT_UNTIL] = -1;
    this.copies.catchUp(this.copies.unite());
  }

  private bury(slot: number): void {
    this.cells[SPLIT_UNTIL] = -1;
    const lost = this.copies.buriedSecond();
    if (lost > 0) this.note('writes-lost', slot, lost);
  }

  /** Somebody who was primary when it fell away and finds another in its place takes no notice of that, unless it is fenced. */
  private returnsAsPrimary(slot: number): boolean {
    const { copies } = this;
    if (this.value('fencing') === 1 || copies.split.isOn || !copies.isPrimaryUp) return false;
    return copies.wasDeposed(slot);
  }

  /** The primary is up, but the others do not hear it, or (with fencing) it does not hear them. */
  private get isAlone(): boolean {
    const { copies } = this;
    const i = copies.primary - this.ctx.firstSlot;
    return copies.cuts.isSilent(i) || (this.value('fencing') === 1 && !copies.cuts.isWhole(i));
  }

  private get isPrimaryWell(): boolean {
    return this.ctx.net.instances.health[this.copies.primary] === HEALTH.up;
  }

  private get detectionSeconds(): number {
    return this.value('heartbeat') * this.value('missed');
  }

  private fence(): void {
    if (!this.copies.isPrimaryUp) return;
    this.copies.fence(true);
    this.note('fenced', this.copies.primary, 0);
  }

  private expectLease(): void {
    const { net, node } = this.ctx;
    if (this.cells[LEASE_UNTIL] >= 0 || !this.isPrimaryWell) return;
    const seconds = this.value('form') === FORM.whole ? Math.min(this.detectionSeconds, this.value('seconds')) : this.detectionSeconds;
    this.cells[LEASE_UNTIL] = net.now + seconds;
    net.wake(node, TIMER.lease, 0, this.cells[LEASE_UNTIL]);
  }

  /** The primary is there again, and alone no longer. */
  private callOff(): void {
    this.cells.fill(-1, AT, SPLIT_UNTIL);
    this.cells[STEP_NOW] = STEP.nothing;
    this.copies.fence(false);
  }

  private next(step: number, seconds: number): void {
    const { net, node } = this.ctx;
    this.cells[STEP_NOW] = step;
    this.cells[AT] = net.now + seconds;
    net.wake(node, TIMER.failover, 0, this.cells[AT]);
  }

  private note(code: NoteCode, slot: number, value: number): void {
    this.ctx.net.journal.note(code, this.ctx.node, slot - this.ctx.firstSlot, value);
  }
}
