/**
 * The future event list, ordered by (time, insertion). Ties are common, since many delays are constant, and insertion order is
 * what makes a run independent of the list's inner layout. An event is three numbers: when, what and on whom.
 *
 * Three places hold the events. A wheel of narrow buckets holds those of the near future, unsorted; its next bucket that is not
 * empty is sorted into `near` when its turn comes, most often a single event; what lies beyond the wheel waits in a heap. Which
 * of them an event belongs to is decided by one number that grows with its time, the bucket's, never by comparing times with a
 * bucket's edge: that can lose the order at the edges. How wide a bucket is, and how many there are, follows the events and
 * changes no order. Measured against a heap alone in docs/performance.md.
 */

import { Distant } from './distant.ts';
import type { Cells, Memory } from './memory.ts';
import type { Moments } from './moments.ts';
import { stretch } from './stretch.ts';
import { sortedByTime } from './timeOrder.ts';
import { bucketsFor, bucketsPerSecond, fits, leastBuckets } from './wheelSize.ts';

/** Of an event, in the order in which they are lengthened. */
const columns = ['times', 'whats', 'following'] as const;
const columnCells = [1, 2, 1];

const firstEvents = 256;
/** So many that `stretch` has nothing to do for them. */
const firstFree = 224;
/** So few that all of their events, and so few events that all of them, may be moved in one go. */
const smallWheel = 1 << 14;
/** Events that move into an opening wheel at one time, more or less. */
const fewEvents = 8;
const shortestPeriod = 4096;
/** Bucket numbers stay below twice this, so that they are small integers to the compiler of every browser. */
const highestBucket = 1 << 29;

const wholeFields = [
  ...(['near', 'finger', 'current', 'turnsAt', 'free', 'used', 'placed'] as const),
  ...(['countdown', 'period', 'nextLimit', 'pocketWhat', 'pocketArg'] as const),
];

/** What no event is about. */
const nothing = 7;

export class Agenda {
  private times = new Float64Array(firstEvents);
  /** What each is about, two cells an event: the second only where the first is negative. */
  private whats = new Int32Array(2 * firstEvents);
  /** Next of the list an event stands in: `near`, a bucket or the free ones. */
  private following = new Int32Array(firstEvents);
  /** Newest event of each bucket plus one; 0 = empty, as a new array is: to write to a long one takes long. */
  private heads = new Int32Array(leastBuckets);
  /** One bit per bucket: not empty. */
  private filled = new Int32Array(leastBuckets >> 5);
  /** The wheel that takes over at `limit`, while there is one: its buckets begin where this one's end. */
  private nextHeads = new Int32Array(0);
  private nextFilled = new Int32Array(0);
  private nextLimit = 0;
  private readonly distant: Distant;
  /** First of the events whose turn it is, in order; -1 = none. */
  private near = -1;
  /** The newest event put into `near` after it was sorted, -1 = none: the next one often belongs right behind it. */
  private finger = -1;
  /** Number of the bucket that `near` was made of. Buckets count from `Moments.base` on, and stand in the wheel modulo its size. */
  private current = 0;
  /** From this bucket on the wheel is looked at before the next one has its turn: it is turned on, or its successor opens. */
  private turnsAt = 0;
  private free = 0;
  private used = firstFree;
  /** Events that waited at the last look at how wide the buckets should be, and all put in since. */
  private placed = 0;
  /** Events to take out until the next look, and how many there were to begin with. */
  private countdown = leastBuckets;
  private period = leastBuckets;
  /** An event that is due now with none due before it: it needs no place among the others. */
  private pocketWhat = nothing;
  private pocketArg = 0;
  private readonly moments: Moments;

  /** The event that `next` took out: what it is about, and, where that is a negative number, one number more. */
  what = 0;
  arg = 0;

  constructor(memory: Memory, moments: Moments) {
    this.moments = moments;
    // as in `Calls`: free from the start
    for (let event = 0; event < this.used; event++) this.following[event] = event + 1 < this.used ? event + 1 : -1;
    moments.taken = -1;
    // a guess for the first moments
    moments.perSecond = 10_000;
    this.setLimit(leastBuckets);
    const own = this as unknown as Record<(typeof columns)[number], Cells>;
    for (let i = 0; i < columns.length; i++) memory.growsTo(() => this.used * columnCells[i], own, columns[i]);
    const wheels = this as unknown as Record<'heads' | 'filled' | 'nextHeads' | 'nextFilled', Int32Array>;
    memory.grows(wheels, 'heads', 'filled', 'nextHeads', 'nextFilled');
    memory.whole(this as unknown as Record<(typeof wholeFields)[number], number>, ...wholeFields);
    this.distant = new Distant(memory);
  }

  /** Events waiting. */
  get size(): number {
    return this.pocketWhat === nothing ? this.waiting : this.waiting + 1;
  }

  private get waiting(): number {
    return this.placed - (this.period - this.countdown);
  }

  /** @param time simulated seconds, never before the event being handled @param what any number but 7 @param arg kept where `what` is negative */
  push(time: number, what: number, arg: number): void {
    this.moments.given = time;
    this.insert(what, arg);
  }

  /** As `push`, with the time in `Moments.given`. */
  insert(what: number, arg: number): void {
    const { given: time, taken } = this.moments;
    // what is due at the moment of the event taken out last stands in `near` or nowhere
    if (time === taken && this.pocketWhat === nothing && (this.near < 0 || this.times[this.near] > time)) {
      this.pocketWhat = what;
      this.pocketArg = arg;
      return;
    }
    let event = this.free;
    if (event >= 0) this.free = this.following[event];
    else event = this.fresh();
    this.placed++;
    this.times[event] = time;
    this.whats[event << 1] = what;
    if (what < 0) this.whats[(event << 1) | 1] = arg;
    this.place(event);
  }

  /**
   * Takes the next event before a moment out into `what` and `arg`, and moves the clock to it.
   * @param horizon simulated seconds
   * @returns whether there was one
   */
  next(horizon: number): boolean {
    this.moments.horizon = horizon;
    return this.take();
  }

  /** As `next`, with the moment in `Moments.horizon`. */
  take(): boolean {
    const { moments } = this;
    if (this.pocketWhat !== nothing) return this.takePocket();
    if (this.near < 0 && !this.refill()) return false;
    const event = this.near;
    const time = this.times[event];
    if (time >= moments.horizon) return false;
    moments.now = moments.taken = time;
    const { following, whats } = this;
    this.near = following[event];
    if (this.finger === event) this.finger = -1;
    following[event] = this.free;
    this.free = event;
    const what = whats[event << 1];
    this.what = what;
    if (what < 0) this.arg = whats[(event << 1) | 1];
    if (--this.countdown === 0) this.review();
    return true;
  }

  private takePocket(): boolean {
    // a run may be asked to play to a moment that it has passed
    if (this.moments.taken >= this.moments.horizon) return false;
    this.what = this.pocketWhat;
    this.arg = this.pocketArg;
    this.pocketWhat = nothing;
    return true;
  }

  /**
   * Lays the wheel out anew, which changes no order. The agenda does this by itself; open to tests.
   * @param buckets a power of two, at least 64 @param perSecond buckets per simulated second
   */
  layOut(buckets: number, perSecond: number): void {
    const { moments, heads, near, nextHeads, nextLimit } = this;
    this.endSuccession();
    this.heads = new Int32Array(buckets);
    this.filled = new Int32Array(buckets >> 5);
    this.near = this.finger = -1;
    this.current = 0;
    this.setLimit(buckets);
    moments.base = moments.now;
    moments.perSecond = perSecond;
    this.placeAll(near);
    for (const wheel of [heads, nextHeads.subarray(0, nextLimit)]) {
      for (let b = 0; b < wheel.length; b++) if (wheel[b] > 0) this.placeAll(sortedByTime(wheel[b] - 1, this.times, this.following));
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
    for (let event = first, after = first; event >= 0; event = after) {
      after = this.following[event];
      this.place(event);
    }
  }

  /** Puts an event where it belongs, behind all that were inserted before it for the same time. */
  private place(event: number): void {
    const { moments } = this;
    const bucket = (this.times[event] - moments.base) * moments.perSecond;
    if (bucket >= moments.limit) {
      this.placeBeyond(event);
      return;
    }
    const whole = bucket | 0;
    if (whole <= this.current) {
      this.putNear(event);
    } else {
      const { heads } = this;
      const b = whole & (heads.length - 1);
      this.following[event] = heads[b] - 1;
      heads[b] = event + 1;
      this.filled[b >> 5] |= 1 << b;
    }
  }

  /** Puts an event where it belongs that is due after the wheel's end. */
  private placeBeyond(event: number): void {
    const { moments, nextHeads } = this;
    const bucket = (this.times[event] - moments.nextBase) * moments.nextPerSecond;
    if (bucket >= this.nextLimit || this.nextLimit === 0) {
      this.distant.push(this.times[event], event);
      return;
    }
    // not before its first bucket, however the end of the wheel was rounded
    const b = bucket < 0 ? 0 : bucket | 0;
    this.following[event] = nextHeads[b] - 1;
    nextHeads[b] = event + 1;
    this.nextFilled[b >> 5] |= 1 << b;
  }

  private putNear(event: number): void {
    const { times, following } = this;
    const time = times[event];
    let before = this.finger;
    if (before >= 0 && times[before] > time) before = -1;
    let after = before < 0 ? this.near : following[before];
    while (after >= 0 && times[after] <= time) {
      before = after;
      after = following[after];
    }
    following[event] = after;
    if (before < 0) this.near = event;
    else following[before] = event;
    this.finger = event;
  }

  /** Fills `near`, which is empty, with the next bucket. @returns whether there was one */
  private refill(): boolean {
    if (this.current >= this.turnsAt) {
      if (this.nextHeads.length > 0) this.openNext();
      else this.turnOn();
      // that may have moved everything
      if (this.near >= 0) return true;
    }
    return this.fill();
  }

  private fill(): boolean {
    const { heads, filled, following } = this;
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
    const event = heads[b] - 1;
    heads[b] = 0;
    this.near = following[event] < 0 ? event : sortedByTime(event, this.times, following);
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

  private fresh(): number {
    const event = this.used++;
    stretch(this as unknown as Record<(typeof columns)[number], Cells>, columns, event, columnCells);
    return event;
  }
}
