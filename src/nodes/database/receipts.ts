/**
 * Writes that are not acknowledged before replicas have said that they have them. Semi-synchronous: one replica, and after some time of
 * silence the primary goes on alone until one has caught up. Synchronous: all of them that are not known to be dead, or a majority of
 * the servers, for as long as it takes.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import { nth } from '../../engine/calls.ts';
import { Chain } from '../../engine/chain.ts';
import type { Ledger } from '../../engine/ledger.ts';
import { longer } from '../../engine/memory.ts';
import { CLASS, HEALTH } from '../../engine/plan.ts';
import { REPLICATION, TIMER } from './shipping.ts';

/** `calls.stage` of a receipt on its way to the primary, and of a write that waits for some. */
export const RECEIPT = 3;
export const AWAITS = 4;

const ALL = 0;

export class Receipts {
  private readonly ctx: NodeContext;
  private readonly ledger: Ledger;
  private readonly isCopy: (slot: number) => boolean;
  /** Calls that wait, in the order of their writes. */
  private readonly line: Chain;
  /** By instance: how far the primary knows it to be, and whether it (as a primary) has stopped waiting. */
  private readonly known: Float64Array;
  private readonly alone: Uint8Array;
  private readonly timerAt: Float64Array;
  /** By call: until when it waits, semi-synchronously. Not in the call itself: what another database sends has its sender's number there. */
  private until = new Float64Array(0);
  private readonly fields;

  /** @param isCopy whether a server has what the primary had until now: one that has been deposed does not count */
  constructor(ctx: NodeContext, ledger: Ledger, isCopy: (slot: number) => boolean) {
    this.ctx = ctx;
    this.isCopy = isCopy;
    this.ledger = ledger;
    this.line = new Chain(ctx.memory);
    this.known = ctx.memory.f64(ctx.slots);
    this.alone = ctx.memory.u8(ctx.slots);
    this.timerAt = ctx.memory.f64(1).fill(-1);
    ctx.memory.grows(this as unknown as Record<'until', Float64Array>, 'until');
    this.fields = {
      replication: ctx.param('replication'),
      syncBy: ctx.param('syncBy'),
      timeoutMs: ctx.param('semiSyncTimeoutMs'),
    };
  }

  /** Whether a write at a primary has to wait now. */
  isAwaited(slot: number): boolean {
    const { params } = this.ctx.net;
    const mode = params[this.fields.replication];
    if (mode === REPLICATION.async || (mode === REPLICATION.semi && this.alone[slot - this.ctx.firstSlot] === 1)) return false;
    const isByAll = mode === REPLICATION.semi || params[this.fields.syncBy] === ALL;
    return this.others(slot, isByAll) > 0;
  }

  /** A write waits from now on; `calls.version` is its number. */
  wait(call: number): void {
    const { net } = this.ctx;
    net.calls.stage[call] = AWAITS;
    if (nth(call) >= this.until.length) this.until = longer(this.until, new Float64Array(Math.max(256, nth(net.calls.used))));
    this.until[nth(call)] = net.now + net.params[this.fields.timeoutMs] / 1000;
    this.line.append(call);
    if (net.params[this.fields.replication] === REPLICATION.semi) this.setTimer();
  }

  /** A replica tells the primary how far it has the log. */
  tell(i: number, upTo: number, primary: number, seconds: number): void {
    const { net } = this.ctx;
    const chore = net.chore(primary, upTo);
    net.calls.cls[chore] = CLASS.job;
    net.calls.memo[chore] = upTo;
    net.calls.scratch[chore] = i;
    net.calls.stage[chore] = RECEIPT;
    net.serve(chore, seconds);
  }

  /** It has been told. */
  heard(i: number, upTo: number): void {
    if (upTo > this.known[i]) this.known[i] = upTo;
  }

  /**
   * The first call whose write is safe by now, out of the line; -1 = none. To be asked until then.
   * @param isHeard false for a second primary, whom nobody answers
   */
  nextSafe(primary: number, isHeard = true): number {
    const { calls } = this.ctx.net;
    const upTo = isHeard ? this.safeUpTo(primary) : 0;
    const isAlone = this.alone[primary - this.ctx.firstSlot] === 1;
    for (let call = this.line.first; call >= 0; call = this.line.next(call)) {
      if (calls.to[call] !== primary) continue;
      if (!isAlone && calls.version[call] > upTo) return -1;
      this.line.remove(call);
      return call;
    }
    return -1;
  }

  /** A primary that had gone on alone waits again once somebody has all that it has. */
  rejoin(primary: number): void {
    const i = primary - this.ctx.firstSlot;
    if (this.alone[i] === 1 && this.safeUpTo(primary) >= this.ledger.last) this.alone[i] = 0;
  }

  /** A timer of `TIMER.semi` rang. @param isUp whether a server goes on alone */
  ring(isUp: (slot: number) => boolean): void {
    const { net, firstSlot, node } = this.ctx;
    if (this.timerAt[0] !== net.now) return;
    this.timerAt[0] = -1;
    if (net.params[this.fields.replication] !== REPLICATION.semi) return;
    for (let call = this.line.first; call >= 0; call = this.line.next(call)) {
      const i = net.calls.to[call] - firstSlot;
      if (this.until[nth(call)] > net.now || this.alone[i] === 1 || !isUp(net.calls.to[call])) continue;
      this.alone[i] = 1;
      net.journal.note('went-async', node, i, 0);
    }
    this.setTimer();
  }

  /** Writes that wait at a server will never be safe: it leads no more. They are written, but nobody is told. */
  giveUp(slot: number): void {
    const { calls } = this.ctx.net;
    for (let call = this.line.first; call >= 0; call = this.line.next(call)) {
      if (calls.to[call] !== slot || calls.version[call] === 0) continue;
      this.ledger.settle(calls.version[call], false);
      calls.version[call] = 0;
    }
    this.alone[slot - this.ctx.firstSlot] = 0;
  }

  /** As `giveUp`, and takes the first such call out of the line; -1 = none is left. */
  nextDismissed(slot: number): number {
    this.giveUp(slot);
    for (let call = this.line.first; call >= 0; call = this.line.next(call)) {
      if (this.ctx.net.calls.to[call] !== slot) continue;
      this.line.remove(call);
      return call;
    }
    return -1;
  }

  /** The oldest write that waits; Infinity = none. */
  get oldest(): number {
    const { calls } = this.ctx.net;
    for (let call = this.line.first; call >= 0; call = this.line.next(call)) if (calls.version[call] > 0) return calls.version[call];
    return Infinity;
  }

  /** What a server says of itself holds no longer: another leads now, or it was copied anew. */
  forget(i: number, upTo: number): void {
    this.known[i] = upTo;
  }

  private others(primary: number, onlyAlive: boolean): number {
    const { instances } = this.ctx.net;
    let count = 0;
    for (let slot = this.ctx.firstSlot; slot < this.ctx.firstSlot + this.ctx.slots; slot++) {
      if (slot === primary || instances.exists[slot] === 0) continue;
      if (!onlyAlive || (this.isCopy(slot) && instances.health[slot] !== HEALTH.crashed)) count++;
    }
    return count;
  }

  private safeUpTo(primary: number): number {
    const { net, firstSlot, slots } = this.ctx;
    const { health } = net.instances;
    const mode = net.params[this.fields.replication];
    if (mode === REPLICATION.sync && net.params[this.fields.syncBy] === ALL) {
      let least = Infinity;
      for (let i = 0; i < slots; i++) {
        const slot = firstSlot + i;
        if (!this.isCopy(slot) || health[slot] === HEALTH.crashed) continue;
        if (this.known[i] < least) least = this.known[i];
      }
      return least;
    }
    const others = this.others(primary, false);
    const needed = mode === REPLICATION.sync ? (others + 1) >> 1 : 1;
    return this.knownBy(primary, needed);
  }

  /** The write up to which at least so many replicas are known to have the log. */
  private knownBy(primary: number, needed: number): number {
    const { net, firstSlot, slots } = this.ctx;
    let best = 0;
    for (let i = 0; i < slots; i++) {
      if (firstSlot + i === primary || net.instances.exists[firstSlot + i] === 0 || this.known[i] <= best) continue;
      let count = 0;
      for (let other = 0; other < slots; other++) {
        const counts = firstSlot + other !== primary && net.instances.exists[firstSlot + other] === 1;
        if (counts && this.known[other] >= this.known[i]) count++;
      }
      if (count >= needed) best = this.known[i];
    }
    return best;
  }

  private setTimer(): void {
    const { net, node } = this.ctx;
    let first = Infinity;
    for (let call = this.line.first; call >= 0 && first === Infinity; call = this.line.next(call)) {
      if (this.until[nth(call)] > net.now) first = this.until[nth(call)];
    }
    if (first === Infinity || (this.timerAt[0] >= 0 && this.timerAt[0] <= first)) return;
    this.timerAt[0] = first;
    net.wake(node, TIMER.semi, 0, first);
  }
}
