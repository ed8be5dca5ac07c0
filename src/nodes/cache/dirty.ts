/**
 * Write-back: rows that were written here, acknowledged, and are not in their store yet. A while after its first write a row goes out,
 * however often it was written meanwhile. What a server that dies had not sent is lost, and every acknowledged write of it is counted.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import { AT } from '../../engine/calls.ts';
import { Chain } from '../../engine/chain.ts';
import { longer } from '../../engine/memory.ts';
import { OUTCOME } from '../../engine/plan.ts';

const STATE = {
  clean: 0,
  /** Waits for its time. */
  waits: 1,
  /** On its way to the store. */
  out: 2,
  /** The same, and written again since. */
  outAndWritten: 3,
} as const;

/** Seconds: a row that cannot go must not be looked at for ever in one moment. */
const shortestWait = 0.001;

/** Sends a row to its store. @returns the call */
type Send = (row: number, instance: number, request: number) => number;

export class Dirty {
  private readonly ctx: NodeContext;
  private readonly send: Send;
  private readonly timer: number;
  private readonly flushSeconds: number;
  /** Those that wait, by the moment at which they go. */
  private readonly order: Chain;
  /** By row. */
  private state = new Uint8Array(0);
  private instance = new Uint8Array(0);
  private dueAt = new Float64Array(0);
  /** Acknowledged writes that are only here, and those that are on their way. */
  private here = new Int32Array(0);
  private sent = new Int32Array(0);
  /** Of the newest write: its request; of what is on its way: the call. */
  private request = new Int32Array(0);
  private call = new Int32Array(0);
  /** When the timer rings; Infinity = it does not. */
  private readonly ringsAt: Float64Array;
  /** Rows per instance, and of all. */
  private readonly counts: Int32Array;

  /** @param timer code of the wake-ups this may ask for; they are for `rings` */
  constructor(ctx: NodeContext, timer: number, send: Send) {
    const { memory } = ctx;
    this.ctx = ctx;
    this.send = send;
    this.timer = timer;
    this.flushSeconds = ctx.param('flushSeconds');
    this.order = new Chain(memory);
    this.ringsAt = memory.f64(1).fill(Infinity);
    this.counts = memory.i32(ctx.slots + 1);
    memory.grows(this as unknown as Record<'state' | 'instance', Uint8Array>, 'state', 'instance');
    memory.grows(this as unknown as Record<'dueAt', Float64Array>, 'dueAt');
    memory.grows(this as unknown as Record<'here' | 'sent' | 'request' | 'call', Int32Array>, 'here', 'sent', 'request', 'call');
  }

  /** Rows that one instance has and the store has not. */
  countAt(instance: number): number {
    return this.counts[instance];
  }

  get count(): number {
    return this.counts[this.ctx.slots];
  }

  has(row: number): boolean {
    return this.count > 0 && row < this.state.length && this.state[row] !== STATE.clean;
  }

  /** A row is written. @param told whether its caller learns of it */
  write(row: number, instance: number, request: number, told: boolean): void {
    if (row >= this.state.length) this.grow(row);
    if (this.state[row] === STATE.clean) {
      this.change(instance, 1);
      this.wait(row);
    } else {
      // rows move when servers come and go: the newest write says where it is
      this.change(this.instance[row], -1);
      this.change(instance, 1);
      if (this.state[row] === STATE.out) this.state[row] = STATE.outAndWritten;
    }
    this.instance[row] = instance;
    this.request[row] = request;
    if (told) this.here[row]++;
  }

  /** Its time has come for some. */
  rings(): void {
    const { net, firstSlot } = this.ctx;
    if (this.ringsAt[0] !== net.now) return;
    this.ringsAt[0] = Infinity;
    for (let row = this.order.first; row >= 0 && this.dueAt[row] <= net.now; row = this.order.first) {
      this.order.remove(row);
      if (!net.instances.isUp(firstSlot + this.instance[row])) {
        // silent: it will go on when it comes to itself
        this.wait(row);
        continue;
      }
      this.state[row] = STATE.out;
      this.sent[row] = this.here[row];
      this.here[row] = 0;
      this.call[row] = this.send(row, this.instance[row], this.request[row]);
    }
    this.arm();
  }

  /** What was on its way has failed, and departs again later as another call (-1 until it does). */
  isSentAs(row: number, call: number): void {
    if (row < this.call.length) this.call[row] = call;
  }

  /** The store has answered. @returns whether the row is the same there as here now */
  settled(row: number, ok: boolean): boolean {
    if (row >= this.state.length || this.state[row] < STATE.out) return false;
    const isWritten = this.state[row] === STATE.outAndWritten;
    if (!ok) this.here[row] += this.sent[row];
    this.sent[row] = 0;
    if (isWritten || !ok) {
      this.wait(row);
      return false;
    }
    this.state[row] = STATE.clean;
    this.change(this.instance[row], -1);
    return true;
  }

  /** An instance has forgotten everything. @returns acknowledged writes that are lost with it */
  lose(instance: number): number {
    let lost = 0;
    if (this.counts[instance] === 0) return lost;
    for (let row = 0; row < this.state.length; row++) {
      if (this.state[row] === STATE.clean || this.instance[row] !== instance) continue;
      lost += this.here[row];
      if (this.state[row] === STATE.waits) this.order.remove(row);
      else if (!this.arrives(row)) lost += this.sent[row];
      this.state[row] = STATE.clean;
      this.here[row] = 0;
      this.sent[row] = 0;
      this.change(instance, -1);
    }
    return lost;
  }

  /** Whether what was sent gets there: it has been answered well, or is still on its way and nobody can call it back. */
  private arrives(row: number): boolean {
    const { calls } = this.ctx.net;
    const call = this.call[row];
    if (call < 0) return false;
    const at = calls.at[call];
    return at === AT.returning ? calls.outcome[call] === OUTCOME.ok : at === AT.travelling || at === AT.inside || at === AT.frozen;
  }

  private wait(row: number): void {
    const { net } = this.ctx;
    this.state[row] = STATE.waits;
    this.dueAt[row] = net.now + Math.max(shortestWait, net.params[this.flushSeconds]);
    this.order.append(row);
    if (this.ringsAt[0] === Infinity) this.arm();
  }

  private arm(): void {
    const { net, node } = this.ctx;
    const { first } = this.order;
    if (first < 0 || this.ringsAt[0] < Infinity) return;
    // a shorter wait that came later stands behind a longer one; both go when the longer is over
    this.ringsAt[0] = Math.max(net.now, this.dueAt[first]);
    net.wake(node, this.timer, 0, this.ringsAt[0]);
  }

  private change(instance: number, by: number): void {
    this.counts[instance] += by;
    this.counts[this.ctx.slots] += by;
  }

  private grow(row: number): void {
    let length = Math.max(1024, this.state.length);
    while (length <= row) length *= 2;
    this.state = longer(this.state, new Uint8Array(length));
    this.instance = longer(this.instance, new Uint8Array(length));
    this.dueAt = longer(this.dueAt, new Float64Array(length));
    this.here = longer(this.here, new Int32Array(length));
    this.sent = longer(this.sent, new Int32Array(length));
    this.request = longer(this.request, new Int32Array(length));
    this.call = longer(this.call, new Int32Array(length));
  }
}
