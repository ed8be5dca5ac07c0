/**
 * The future event list, ordered by (time, insertion). Ties are common, since many delays are constant, and insertion order is
 * what makes a run independent of the list's inner layout.
 *
 * An event is the number of a cell: in the calls' tables, `reals` has its time there and `others` which event is the next of its list. A call
 * has one in its own row, at `REAL.due`, and that needs nothing else; any other is a timer (timers.ts). 0 is no event: the first row is a
 * call's.
 *
 * Three places hold the events. A wheel of narrow buckets holds those of the near future, unsorted; its next bucket that is not
 * empty is sorted into `near` when its turn comes, most often a single event; what lies beyond the wheel waits in a heap. Which
 * of them an event belongs to is decided by one number that grows with its time, the bucket's, never by comparing times with a
 * bucket's edge: that can lose the order at the edges. How wide a bucket is, and how many there are, follows the events and
 * changes no order. Measured against a heap alone in docs/performance.md.
 */

import type { Calls } from './calls.ts';
import { Distant } from './distant.ts';
import type { Memory } from './memory.ts';
import type { Moments } from './moments.ts';
import { sortedByTime } from './timeOrder.ts';
import { isOfCall, Timers } from './timers.ts';
import { bucketsFor, bucketsPerSecond, fits, leastBuckets } from './wheelSize.ts';

/** So few that all of their events, and so few events that all of them, may be moved in one go. */
const smallWheel = 1 << 14;
/** Events that move into an opening wheel at one time, more or less. */
const fewEvents = 8;
const shortestPeriod = 4096;
/** Bucket numbers stay below twice this, so that they are small integers to the compiler of every browser. */
const highestBucket = 1 << 29;

const wholeFields = ['near', 'finger', 'current', 'turnsAt', 'placed', 'countdown', 'period', 'nextLimit', 'pocket'] as const;

export class Agenda {
  /** Newest event of each bucket; 0 = empty, as a new array is: to write to a long one takes long. */
  private heads = new Int32Array(leastBuckets);
  /** One bit per bucket: not empty. */
  private filled = new Int32Array(leastBuckets >> 5);
  /** The wheel that takes over at `limit`, while there is one: its buckets begin where this one's end. */
  private nextHeads = new Int32Array(0);
  private nextFilled = new Int32Array(0);
  private nextLimit = 0;
  private readonly distant: Distant;
  /** First of the events whose turn it is, in order; 0 = none. */
  private near = 0;
  /** The newest event put into `near` after it was sorted, 0 = none: the next one often belongs right behind it. */
  private finger = 0;
  /** Number of the bucket that `near` was made of. Buckets count from `Moments.base` on, and stand in the wheel modulo its size. */
  private current = 0;
  /** From this bucket on the wheel is looked at before the next one has its turn: it is turned on, or its successor opens. */
  private turnsAt = 0;
  /** Events that waited at the last look at how wide the buckets should be, and all put in since. */
  private placed = 0;
  /** Events to take out until the next look, and how many there were to begin with. */
  private countdown = leastBuckets;
  private period = leastBuckets;
  /** An event that is due now with none due before it: it needs no place among the others. 0 = none. */
  private pocket = 0;
  private readonly moments: Moments;
  private readonly calls: Calls;
  readonly timers: Timers;

  constructor(memory: Memory, moments: Moments, calls: Calls) {
    this.moments = moments;
    this.calls = calls;
    moments.taken = -1;
    // a guess for the first moments
    moments.perSecond = 10_000;
    this.setLimit(leastBuckets);
    const wheels = this as unknown as Record<'heads' | 'filled' | 'nextHeads' | 'nextFilled', Int32Array>;
    memory.grows(wheels, 'heads', 'filled', 'nextHeads', 'nextFilled');
    memory.whole(this as unknown as Record<(typeof wholeFields)[number], number>, ...wholeFields);
    this.distant = new Distant(memory);
    this.timers = new Timers(memory, moments, calls);
  }

  /** Events waiting. */
  get size(): number {
    return this.pocket === 0 ? this.waiting : this.waiting + 1;
  }

  private get waiting(): number {
    return this.placed - (this.period - this.countdown);
  }

  /**
   * A timer is to ring.
   * @param time simulated seconds, never before the event being handled @param what, arg any numbers of 32 bits
   * @returns the event
   */
  push(time: number, what: number, arg: number): number {
    this.moments.given = time;
    return this.insertTimer(what, arg);
  }

  /** As `push`, with the time in `Moments.given`. */
  insertTimer(what: number, arg: number): number {
    const event = this.timers.make(what, arg);
    this.insert(event);
    return event;
  }

  /** An event whose cell says `Moments.given` already is to happen then. It must not be waiting. */
  insert(event: number): void {
    const { moments } = this;
    const bucket = (moments.given - moments.base) * moments.perSecond;
    // by far most; what is due at the moment of the event taken out last is in the current bucket or behind it
    if (bucket < moments.limit && (bucket | 0) > this.current) {
      this.placed++;
      this.putInWheel(event, bucket | 0);
    } else this.insertElsewhere(event);
  }

  /** An event that is due at once, or far ahead: not within the wheel. */
  private insertElsewhere(event: number): void {
    const { given: time, taken } = this.moments;
    // what is due at the moment of the event taken out last stands in `near` or nowhere
    if (time === taken && this.pocket === 0 && (this.near === 0 || this.calls.reals[this.near] > time)) {
      this.pocket = event;
      return;
    }
    this.placed++;
    this.place(event);
  }

  private putInWheel(event: number, bucket: number): void {
    const { heads } = this;
    const b = bucket & (heads.length - 1);
    this.calls.others[event] = heads[b];
    heads[b] = event;
    this.filled[b >> 5] |= 1 << b;
  }

  /**
   * Takes the next event before a moment out, and moves the clock to it.
   * @param horizon simulated seconds
   * @returns whether there was one; if it was a timer, it is opened
   */
  next(horizon: number): boolean {
    this.moments.horizon = horizon;
    const event = this.take();
    if (event !== 0 && !isOfCall(event)) this.timers.open(event);
    return event !== 0;
  }

  /** As `next`, with the moment in `Moments.horizon`. @returns the event, 0 = none; a timer must be opened at once */
  take(): number {
    const { moments } = this;
    if (this.pocket !== 0) return this.takePocket();
    if (this.near === 0 && !this.refill()) return 0;
    const event = this.near;
    const { reals } = this.calls;
    const time = reals[event];
    if (time >= moments.horizon) return 0;
    moments.now = moments.taken = time;
    reals[event] = -1;
    this.near = this.calls.others[event];
    if (this.finger === event) this.finger = 0;
    if (--this.countdown === 0) this.review();
    return event;
  }

  private takePocket(): number {
    // a run may be asked to play to a moment that it has passed
    if (this.moments.taken >= this.moments.horizon) return 0;
    const event = this.pocket;
    this.pocket = 0;
    this.calls.reals[event] = -1;
    return event;
  }

  /**
   * Lays the wheel out anew, which changes no order. The agenda does this by itself; open to tests.
   * @param buckets a power of two, at least 64 @param perSecond buckets per simulated second
   */
  layOut(buckets: number, perSecond: number): void {
    const { moments, heads, near, nextHeads, nextLimit } = this;
    const { reals, others } = this.calls;
    this.endSuccession();
    this.heads = new Int32Array(buckets);
    this.filled = new Int32Array(buckets >> 5);
    this.near = this.finger = 0;
    this.current = 0;
    this.setLimit(buckets);
    moments.base = moments.now;
    moments.perSecond = perSecond;
    this.placeAll(near);
    for (const wheel of [heads, nextHeads.subarray(0, nextLimit)]) {
      for (let b = 0; b < wheel.length; b++) if (wheel[b] > 0) this.placeAll(sortedByTime(wheel[b], reals, others));
    }
    this.pull();
  }

  /**
   * As `layOut`, without moving anything: the wheel is turned on no further, what is due after its end goes into another one, and when
   * this one is empty the other takes its place. Equal times stand in the same bucket of either, so they stay together.
   */
  succeed(buckets: number, perSecond: number): void {
    if (this.nextHeads.length > 0) return;
    const { moments } = this;
    this.nextHeads = new Int32Array(buckets);
    this.nextFilled = new Int32Array(buckets >> 5);
    this.nextLimit = 0;
    moments.nextBase = moments.base + moments.limit / moments.perSecond;
    moments.nextPerSecond = perSecond;
    // at every bucket
    this.turnsAt = -1;
  }

  private endSuccession(): void {
    this.nextHeads = this.nextFilled = new Int32Array(0);
    this.nextLimit = 0;
  }

  /** The successor opens a little further for what was too far ahead; nothing is in it that could come after that. */
  private openNext(): void {
    const { distant, moments, nextHeads } = this;
    if (this.nextLimit === nextHeads.length) return;
    const end = Math.min(nextHeads.length, this.nextLimit + Math.max(leastBuckets, nextHeads.length >> 7));
    // this is done for every bucket that has its turn, a thousand times in a slice of work: a few events each time
    for (let moved = 0; moved < fewEvents && this.nextLimit < end; ) {
      this.nextLimit = Math.min(end, this.nextLimit + leastBuckets);
      for (; (distant.time - moments.nextBase) * moments.nextPerSecond < this.nextLimit; moved++) this.placeBeyond(distant.pop());
    }
  }

  /** The wheel is empty: its successor takes over. */
  private takeOver(): void {
    const { moments } = this;
    this.heads = this.nextHeads;
    this.filled = this.nextFilled;
    this.setLimit(this.nextLimit);
    // before its first bucket, for as long as it takes to find the first that is filled
    this.current = -1;
    moments.base = moments.nextBase;
    moments.perSecond = moments.nextPerSecond;
    this.endSuccession();
  }

  /** All of a list, in its order. */
  private placeAll(first: number): void {
    for (let event = first, after = first; event !== 0; event = after) {
      after = this.calls.others[event];
      this.place(event);
    }
  }

  /** Puts an event where it belongs, behind all that were inserted before it for the same time. */
  private place(event: number): void {
    const { moments } = this;
    const bucket = (this.calls.reals[event] - moments.base) * moments.perSecond;
    if (bucket >= moments.limit) this.placeBeyond(event);
    else if ((bucket | 0) <= this.current) this.putNear(event);
    else this.putInWheel(event, bucket | 0);
  }

  /** Puts an event where it belongs that is due after the wheel's end. */
  private placeBeyond(event: number): void {
    const { moments, nextHeads } = this;
    const { reals, others } = this.calls;
    const bucket = (reals[event] - moments.nextBase) * moments.nextPerSecond;
    if (bucket >= this.nextLimit || this.nextLimit === 0) {
      this.distant.push(reals[event], event);
      return;
    }
    // not before its first bucket, however the end of the wheel was rounded
    const b = bucket < 0 ? 0 : bucket | 0;
    others[event] = nextHeads[b];
    nextHeads[b] = event;
    this.nextFilled[b >> 5] |= 1 << b;
  }

  private putNear(event: number): void {
    const { reals, others } = this.calls;
    const time = reals[event];
    let before = this.finger;
    if (before !== 0 && reals[before] > time) before = 0;
    let after = before === 0 ? this.near : others[before];
    while (after !== 0 && reals[after] <= time) {
      before = after;
      after = others[after];
    }
    others[event] = after;
    if (before === 0) this.near = event;
    else others[before] = event;
    this.finger = event;
  }

  /** Fills `near`, which is empty, with the next bucket. @returns whether there was one */
  private refill(): boolean {
    if (this.current >= this.turnsAt) {
      if (this.nextHeads.length > 0) this.openNext();
      else this.turnOn();
      // that may have moved everything
      if (this.near !== 0) return true;
    }
    return this.fill();
  }

  private fill(): boolean {
    const { heads, filled } = this;
    const { reals, others } = this.calls;
    const words = filled.length - 1;
    const from = this.current + 1;
    let word = (from >> 5) & words;
    let all = filled[word];
    let bits = all & (-1 << from);
    // once round, and the first word's lower half at last
    for (let left = words; bits === 0; left--) {
      if (left < 0) return this.goOn();
      word = (word + 1) & words;
      all = bits = filled[word];
    }
    const bit = bits & -bits;
    filled[word] = all ^ bit;
    const b = (word << 5) | (31 - Math.clz32(bit));
    this.current = from + ((b - from) & ((words << 5) | 31));
    const event = heads[b];
    heads[b] = 0;
    this.near = others[event] === 0 ? event : sortedByTime(event, reals, others);
    return true;
  }

  /** No bucket of the wheel is filled: its successor takes over, or it begins anew. @returns whether there is an event at all */
  private goOn(): boolean {
    if (this.nextHeads.length === 0) return this.leap();
    this.takeOver();
    return this.fill();
  }

  /** @param limit first number of a bucket that is not in the wheel */
  private setLimit(limit: number): void {
    const buckets = this.heads.length;
    this.moments.limit = limit;
    // a large wheel is turned on little by little
    this.turnsAt = limit - (buckets > smallWheel ? buckets - (buckets >> 8) : buckets >> 1) + 1;
  }

  /** A part of the wheel is behind: room for what was too far ahead. Of a large wheel a small part, so that never many events move at once. */
  private turnOn(): void {
    const { heads, moments } = this;
    if (this.current > highestBucket) {
      this.change(heads.length, moments.perSecond);
      return;
    }
    const whole = this.current + heads.length;
    this.setLimit(heads.length > smallWheel ? Math.min(whole, moments.limit + (heads.length >> 7)) : whole);
    this.pull();
  }

  /** The wheel is empty: it begins anew at the earliest of the distant events. @returns whether there is one */
  private leap(): boolean {
    const { distant } = this;
    if (distant.time === Infinity) return false;
    this.moments.base = distant.time;
    this.current = 0;
    this.setLimit(Math.min(this.heads.length, smallWheel));
    this.pull();
    return true;
  }

  /** Brings in the distant events that the wheel has come near to. */
  private pull(): void {
    const { distant, moments } = this;
    while ((distant.time - moments.base) * moments.perSecond < moments.limit) this.place(distant.pop());
  }

  /** Looks back at the events since the last time: how many buckets should there be, and how wide? */
  private review(): void {
    const { moments, waiting } = this;
    const gap = (moments.now - moments.periodStart) / this.period;
    moments.periodStart = moments.now;
    this.period = Math.max(shortestPeriod, 2 * waiting);
    this.countdown = this.period;
    this.placed = waiting;
    // all at one moment, or nothing to come: nothing to be learnt from
    if (!(gap > 0) || waiting === 0) return;
    const buckets = bucketsFor(waiting);
    const perSecond = bucketsPerSecond(buckets, waiting, gap);
    if (!fits(this.heads.length, buckets, perSecond / moments.perSecond)) this.change(buckets, perSecond);
  }

  private change(buckets: number, perSecond: number): void {
    if (this.waiting > smallWheel) this.succeed(buckets, perSecond);
    else this.layOut(buckets, perSecond);
  }
}
