/**
 * The future event list: a binary heap over flat arrays, ordered by (time, insertion). Ties are common, since many delays
 * are constant, and insertion order is what makes a run independent of the heap's inner layout. An event is four numbers.
 *
 * The popped root stays a hole until the next push, which usually follows at once and fills it: one sift less per event.
 * What is due at this very moment does not enter the heap: it was inserted after everything in it, so a plain queue behind the
 * heap's events of the same time keeps exactly the same order.
 */

import type { Memory } from './memory.ts';

/** Scalars kept in an array so that a snapshot has them. */
const SIZE = 0;
const HOLE = 1;
const SERIAL = 2;
const NOW_HEAD = 3;
const NOW_SIZE = 4;

export class Agenda {
  /** Infinity from `size` on, so that the last parent may be asked for a right child that is not there. */
  private times = new Float64Array(1024).fill(Infinity);
  private serials = new Int32Array(1024);
  private ops = new Int32Array(1024);
  private args = new Int32Array(1024);
  /** Due now, as a ring of (op, arg). */
  private ring = new Int32Array(256);
  private readonly scalars: Int32Array;
  private readonly clock: Float64Array;

  /** The event that `next` took out. */
  op = 0;
  arg = 0;

  /** @param clock one cell: the simulated time, moved by the run */
  constructor(memory: Memory, clock: Float64Array) {
    this.clock = clock;
    this.scalars = memory.i32(5);
    memory.grows(this as unknown as Record<'times', Float64Array>, 'times');
    memory.grows(this as unknown as Record<'serials' | 'ops' | 'args' | 'ring', Int32Array>, 'serials', 'ops', 'args', 'ring');
  }

  /** Events waiting. */
  get size(): number {
    return this.scalars[SIZE] - this.scalars[HOLE] + this.scalars[NOW_SIZE];
  }

  /** @param time simulated seconds, never before the event being handled @param op what and where, @param arg on whom */
  push(time: number, op: number, arg: number): void {
    if (time === this.clock[0]) {
      this.append(op, arg);
      return;
    }
    const serial = this.scalars[SERIAL];
    this.scalars[SERIAL] = (serial + 1) | 0;
    if (this.scalars[HOLE] === 1) {
      this.scalars[HOLE] = 0;
      this.sink(time, serial, op, arg);
      return;
    }
    const size = this.scalars[SIZE];
    if (size + 1 === this.times.length) this.grow();
    this.scalars[SIZE] = size + 1;
    const times = this.times;
    const serials = this.serials;
    const ops = this.ops;
    const args = this.args;
    let i = size;
    while (i > 0) {
      const up = (i - 1) >> 1;
      const t = times[up];
      // equal times keep the parent first: it was inserted earlier
      if (t <= time) break;
      times[i] = t;
      serials[i] = serials[up];
      ops[i] = ops[up];
      args[i] = args[up];
      i = up;
    }
    times[i] = time;
    serials[i] = serial;
    ops[i] = op;
    args[i] = arg;
  }

  /**
   * Takes the next event before `horizon` out into `op` and `arg`, and moves the clock to it.
   * @returns whether there was one
   */
  next(horizon: number): boolean {
    const { scalars, times, clock } = this;
    if (scalars[HOLE] === 1) this.fill();
    if (scalars[NOW_SIZE] > 0 && times[0] !== clock[0]) {
      if (clock[0] >= horizon) return false;
      this.takeNow();
      return true;
    }
    const time = times[0];
    if (time >= horizon) return false;
    clock[0] = time;
    this.op = this.ops[0];
    this.arg = this.args[0];
    scalars[HOLE] = 1;
    return true;
  }

  private takeNow(): void {
    const { scalars, ring } = this;
    const head = scalars[NOW_HEAD];
    this.op = ring[2 * head];
    this.arg = ring[2 * head + 1];
    scalars[NOW_HEAD] = (head + 1) & (ring.length / 2 - 1);
    scalars[NOW_SIZE]--;
  }

  private fill(): void {
    this.scalars[HOLE] = 0;
    const size = --this.scalars[SIZE];
    const time = this.times[size];
    this.times[size] = Infinity;
    if (size > 0) this.sink(time, this.serials[size], this.ops[size], this.args[size]);
  }

  /** Lets an event sink from the empty root to its place. */
  private sink(time: number, serial: number, op: number, arg: number): void {
    const { times, serials, ops, args } = this;
    const half = this.scalars[SIZE] >> 1;
    let i = 0;
    while (i < half) {
      let down = 2 * i + 1;
      const left = times[down];
      const right = times[down + 1];
      // which child is earlier is a coin's toss: added as a number it costs the processor no mispredicted branch
      if (left !== right) down += +(right < left);
      else if (left !== Infinity && ((serials[down + 1] - serials[down]) | 0) < 0) down++;
      const t = times[down];
      if (time < t || (time === t && ((serial - serials[down]) | 0) < 0)) break;
      times[i] = t;
      serials[i] = serials[down];
      ops[i] = ops[down];
      args[i] = args[down];
      i = down;
    }
    times[i] = time;
    serials[i] = serial;
    ops[i] = op;
    args[i] = arg;
  }

  private append(op: number, arg: number): void {
    const size = this.scalars[NOW_SIZE];
    const room = this.ring.length / 2;
    if (size === room) {
      const wider = new Int32Array(room * 4);
      for (let i = 0; i < size; i++) {
        const at = (this.scalars[NOW_HEAD] + i) & (room - 1);
        wider[2 * i] = this.ring[2 * at];
        wider[2 * i + 1] = this.ring[2 * at + 1];
      }
      this.ring = wider;
      this.scalars[NOW_HEAD] = 0;
    }
    const tail = (this.scalars[NOW_HEAD] + size) & (this.ring.length / 2 - 1);
    this.ring[2 * tail] = op;
    this.ring[2 * tail + 1] = arg;
    this.scalars[NOW_SIZE] = size + 1;
  }

  private grow(): void {
    const length = this.times.length * 2;
    const times = new Float64Array(length).fill(Infinity);
    times.set(this.times);
    this.times = times;
    for (const key of ['serials', 'ops', 'args'] as const) {
      const longer = new Int32Array(length);
      longer.set(this[key]);
      this[key] = longer;
    }
  }
}
