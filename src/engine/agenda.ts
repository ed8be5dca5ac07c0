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
import { stretch } from './stretch.ts';
import { sortedByTime } from './timeOrder.ts';

/** Times, kept in an array so that a snapshot has them. */
const BASE = 0;
const BUCKETS_PER_SECOND = 1;
const PERIOD_START = 2;
/** Of the event taken out last. */
const TAKEN = 3;
/** As the first two, of the successor. */
const NEXT_BASE = 4;
const NEXT_PER_SECOND = 5;

/** Of an event, in the order in which they are lengthened. */
const columns = ['times', 'ops', 'args', 'following'] as const;

const firstEvents = 256;
const leastBuckets = 256;
const mostBuckets = 1 << 20;
/** So few that all of their events, and so few events that all of them, may be moved in one go. */
const smallWheel = 1 << 14;
const shortestPeriod = 4096;
/** Bucket numbers stay below twice this, so that they are small integers to the compiler of every browser. */
const highestBucket = 1 << 29;

type WholeField =
  | ('near' | 'finger' | 'current' | 'limit' | 'free' | 'used' | 'waiting' | 'countdown' | 'period' | 'nextLimit')
  | ('pocketOp' | 'pocketArg');

export class Agenda {
  private times = new Float64Array(firstEvents);
  private ops = new Int32Array(firstEvents);
  private args = new Int32Array(firstEvents);
  /** Next of the list an event stands in: `near`, a bucket or the free ones. */
  private following = new Int32Array(firstEvents);
  /** Newest event of each bucket, -1 = empty. */
  private heads = new Int32Array(leastBuckets).fill(-1);
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
  /** Number of the bucket that `near` was made of. Buckets count from `BASE` on, and stand in the wheel modulo its size. */
  private current = 0;
  /** First bucket number that is not in the wheel. */
  private limit = leastBuckets;
  private free = -1;
  private used = 0;
  private waiting = 0;
  /** Events until the next look at how wide the buckets should be, and how many there were to begin with. */
  private countdown = leastBuckets;
  private period = leastBuckets;
  /** An event that is due now with none due before it: it needs no place among the others. Code -1 = there is none. */
  private pocketOp = -1;
  private pocketArg = 0;
  private readonly scale: Float64Array;
  private readonly clock: Float64Array;

  /** The event that `next` took out. */
  op = 0;
  arg = 0;
  /**
   * One cell: when what is inserted next is due, in simulated seconds and never before the event being handled. A number handed to a
   * function that the compiler does not fit in would be an object each time.
   */
  readonly at = new Float64Array(1);

  /** @param clock one cell: the simulated time, moved by the run */
  constructor(memory: Memory, clock: Float64Array) {
    this.clock = clock;
    this.scale = memory.f64(6);
    this.scale[TAKEN] = -1;
    // a guess for the first moments
    this.scale[BUCKETS_PER_SECOND] = 10_000;
    const used = () => this.used;
    memory.growsTo(used, this as unknown as Record<'times', Float64Array>, 'times');
    memory.growsTo(used, this as unknown as Record<'ops' | 'args' | 'following', Int32Array>, 'ops', 'args', 'following');
    const wheels = this as unknown as Record<'heads' | 'filled' | 'nextHeads' | 'nextFilled', Int32Array>;
    memory.grows(wheels, 'heads', 'filled', 'nextHeads', 'nextFilled');
    memory.whole(
      this as unknown as Record<WholeField, number>,
      'near',
      'finger',
      'current',
      'limit',
      'free',
      'used',
      'waiting',
      'countdown',
      'period',
      'nextLimit',
      'pocketOp',
      'pocketArg',
    );
    this.distant = new Distant(memory);
  }

  /** Events waiting. */
  get size(): number {
    return this.pocketOp < 0 ? this.waiting : this.waiting + 1;
  }

  /** @param time simulated seconds, never before the event being handled @param op what and where, 0 or more @param arg on whom */
  push(time: number, op: number, arg: number): void {
    this.at[0] = time;
    this.insert(op, arg);
  }

  /** As `push`, with the time in `at`. */
  insert(op: number, arg: number): void {
    const time = this.at[0];
    // what is due at the moment of the event taken out last stands in `near` or nowhere
    if (time === this.scale[TAKEN] && this.pocketOp < 0 && (this.near < 0 || this.times[this.near] > time)) {
      this.pocketOp = op;
      this.pocketArg = arg;
      return;
    }
    let event = this.free;
    if (event >= 0) this.free = this.following[event];
    else event = this.fresh();
    this.waiting++;
    this.times[event] = time;
    this.ops[event] = op;
    this.args[event] = arg;
    this.place(event);
  }

  /**
   * Takes the next event before `horizon` out into `op` and `arg`, and moves the clock to it.
   * @returns whether there was one
   */
  next(horizon: number): boolean {
    if (this.pocketOp >= 0) return this.takePocket(horizon);
    if (this.near < 0 && !this.refill()) return false;
    const event = this.near;
    const time = this.times[event];
    if (time >= horizon) return false;
    this.clock[0] = time;
    this.scale[TAKEN] = time;
    this.near = this.following[event];
    if (this.finger === event) this.finger = -1;
    this.following[event] = this.free;
    this.free = event;
    this.waiting--;
    this.op = this.ops[event];
    this.arg = this.args[event];
    if (--this.countdown === 0) this.review();
    return true;
  }

  private takePocket(horizon: number): boolean {
    // a run may be asked to play to a moment that it has passed
    if (this.scale[TAKEN] >= horizon) return false;
    this.op = this.pocketOp;
    this.arg = this.pocketArg;
    this.pocketOp = -1;
    return true;
  }

  /**
   * Lays the wheel out anew, which changes no order. The agenda does this by itself; open to tests.
   * @param buckets a power of two, at least 64 @param perSecond buckets per simulated second
   */
  layOut(buckets: number, perSecond: number): void {
    const { scale, heads, nextHeads, nextLimit } = this;
    const { near } = this;
    this.endSuccession();
    this.heads = new Int32Array(buckets).fill(-1);
    this.filled = new Int32Array(buckets >> 5);
    this.near = -1;
    this.finger = -1;
    this.current = 0;
    this.limit = buckets;
    scale[BASE] = this.clock[0];
    scale[BUCKETS_PER_SECOND] = perSecond;
    this.placeAll(near);
    for (const wheel of [heads, nextHeads.subarray(0, nextLimit)]) {
      for (let b = 0; b < wheel.length; b++) if (wheel[b] >= 0) this.placeAll(sortedByTime(wheel[b], this.times, this.following));
    }
    this.pull();
  }

  /**
   * As `layOut`, without moving anything: the wheel is turned on no further, what is due after its end goes into another one, and when
   * this one is empty the other takes its place. Equal times stand in the same bucket of either, so they stay together.
   */
  succeed(buckets: number, perSecond: number): void {
    const { scale } = this;
    if (this.nextHeads.length > 0) return;
    // written to as it opens: all at once would take long
    this.nextHeads = new Int32Array(buckets);
    this.nextFilled = new Int32Array(buckets >> 5);
    this.nextLimit = 0;
    scale[NEXT_BASE] = scale[BASE] + this.limit / scale[BUCKETS_PER_SECOND];
    scale[NEXT_PER_SECOND] = perSecond;
  }

  private endSuccession(): void {
    this.nextHeads = this.nextFilled = new Int32Array(0);
    this.nextLimit = 0;
  }

  /** The successor opens a little further for what was too far ahead; nothing is in it that could come after that. */
  private openNext(): void {
    const { distant, scale, nextHeads } = this;
    if (this.nextLimit === nextHeads.length) return;
    const from = this.nextLimit;
    this.nextLimit = Math.min(nextHeads.length, from + Math.max(leastBuckets, nextHeads.length >> 7));
    nextHeads.fill(-1, from, this.nextLimit);
    while ((distant.time - scale[NEXT_BASE]) * scale[NEXT_PER_SECOND] < this.nextLimit) this.placeBeyond(distant.pop());
  }

  /** The wheel is empty: its successor takes over. */
  private takeOver(): void {
    const { scale } = this;
    this.heads = this.nextHeads.fill(-1, this.nextLimit);
    this.filled = this.nextFilled;
    this.limit = this.nextLimit;
    // before its first bucket, for as long as it takes to find the first that is filled
    this.current = -1;
    scale[BASE] = scale[NEXT_BASE];
    scale[BUCKETS_PER_SECOND] = scale[NEXT_PER_SECOND];
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
    const { scale } = this;
    const time = this.times[event];
    const bucket = (time - scale[BASE]) * scale[BUCKETS_PER_SECOND];
    if (bucket >= this.limit) {
      this.placeBeyond(event);
    } else if (bucket < this.current + 1) {
      this.putNear(event);
    } else {
      const { heads } = this;
      const b = (bucket | 0) & (heads.length - 1);
      this.following[event] = heads[b];
      heads[b] = event;
      this.filled[b >> 5] |= 1 << b;
    }
  }

  /** Puts an event where it belongs that is due after the wheel's end. */
  private placeBeyond(event: number): void {
    const { scale, nextHeads } = this;
    const bucket = (this.times[event] - scale[NEXT_BASE]) * scale[NEXT_PER_SECOND];
    if (bucket >= this.nextLimit || this.nextLimit === 0) {
      this.distant.push(this.times[event], event);
      return;
    }
    // not before its first bucket, however the end of the wheel was rounded
    const b = bucket < 0 ? 0 : bucket | 0;
    this.following[event] = nextHeads[b];
    nextHeads[b] = event;
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
    const buckets = this.heads.length;
    if (this.nextHeads.length > 0) this.openNext();
    else if (this.limit - this.current < (buckets > smallWheel ? buckets - (buckets >> 8) : buckets >> 1)) this.turnOn();
    // turning on may have moved everything
    if (this.near >= 0) return true;
    let b = this.firstFilled();
    if (b < 0 && this.nextHeads.length > 0) {
      this.takeOver();
      b = this.firstFilled();
    }
    if (b < 0) return this.leap();
    const { heads, following } = this;
    this.current += 1 + ((b - this.current - 1) & (heads.length - 1));
    const event = heads[b];
    heads[b] = -1;
    this.filled[b >> 5] &= ~(1 << b);
    this.near = following[event] < 0 ? event : sortedByTime(event, this.times, following);
    return true;
  }

  /** The next bucket that is not empty, as its place in the wheel; -1 = none. */
  private firstFilled(): number {
    const { filled } = this;
    const words = filled.length - 1;
    const from = this.current + 1;
    let word = (from >> 5) & words;
    let bits = filled[word] & (-1 << from);
    // once round, and the first word's lower half at last
    for (let left = words; bits === 0; left--) {
      if (left < 0) return -1;
      word = (word + 1) & words;
      bits = filled[word];
    }
    return (word << 5) | (31 - Math.clz32(bits & -bits));
  }

  /** A part of the wheel is behind: room for what was too far ahead. Of a large wheel a small part, so that never many events move at once. */
  private turnOn(): void {
    const { heads } = this;
    if (this.current > highestBucket) {
      this.change(heads.length, this.scale[BUCKETS_PER_SECOND]);
      return;
    }
    const whole = this.current + heads.length;
    this.limit = heads.length > smallWheel ? Math.min(whole, this.limit + (heads.length >> 7)) : whole;
    this.pull();
  }

  /** The wheel is empty: it begins anew at the earliest of the distant events. @returns whether there is one */
  private leap(): boolean {
    const { distant } = this;
    if (distant.time === Infinity) return false;
    this.scale[BASE] = distant.time;
    this.current = 0;
    this.limit = Math.min(this.heads.length, smallWheel);
    this.pull();
    return true;
  }

  /** Brings in the distant events that the wheel has come near to. */
  private pull(): void {
    const { distant, scale } = this;
    while ((distant.time - scale[BASE]) * scale[BUCKETS_PER_SECOND] < this.limit) this.place(distant.pop());
  }

  /**
   * Buckets of half the mean gap between events, so many that nearly all events find room: eight times as far as an event lies ahead on
   * average, which is by Little's law the number waiting times the gap. Narrower was measured to gain little, wider costs sorting.
   */
  private review(): void {
    const { scale } = this;
    const gap = (this.clock[0] - scale[PERIOD_START]) / this.period;
    const { waiting } = this;
    scale[PERIOD_START] = this.clock[0];
    this.period = Math.max(shortestPeriod, 2 * waiting);
    this.countdown = this.period;
    // all at one moment, or nothing to come: nothing to be learnt from
    if (!(gap > 0) || waiting === 0) return;
    let buckets = leastBuckets;
    while (buckets < 16 * waiting && buckets < mostBuckets) buckets *= 2;
    const perSecond = Math.min(2 / gap, buckets / (4 * waiting * gap));
    const change = perSecond / scale[BUCKETS_PER_SECOND];
    const isFitting = change < 2.5 && change > 0.4 && buckets < 4 * this.heads.length && this.heads.length < 8 * buckets;
    if (!isFitting) this.change(buckets, perSecond);
  }

  private change(buckets: number, perSecond: number): void {
    if (this.waiting > smallWheel) this.succeed(buckets, perSecond);
    else this.layOut(buckets, perSecond);
  }

  private fresh(): number {
    const event = this.used++;
    stretch(this as unknown as Record<(typeof columns)[number], Cells>, columns, event);
    return event;
  }
}
