/**
 * Listens to one node of a run: how long calls wait there before their service begins. No part of the run: nothing in the run
 * reads it, so the frames of a run that is listened to are those of one that is not.
 */

import type { Calls } from './calls.ts';
import { bucketCount, bucketOf } from './histogram.ts';
import type { Instances } from './instances.ts';

/** What it needs to know of the network. */
interface Heard {
  readonly now: number;
  readonly calls: Calls;
  readonly instances: Instances;
}

/** Classes a call can have. */
const classes = 4;

/** Waiting times, added up. */
export class WaitTally {
  /** Times as in `histogram.ts`, in seconds. */
  readonly counts = new Float64Array(bucketCount);
  total = 0;
  /** How many began at once. */
  none = 0;
  sum = 0;
  squares = 0;
  /** The same by class of call: number and sum. */
  readonly totals = new Float64Array(classes);
  readonly sums = new Float64Array(classes);
  /** Those who left the line unserved, and how long they had waited. */
  left = 0;
  leftSum = 0;
  /** Those who were served to the end, of kinds that tell: how long from arrival to end, and that over the work it was. */
  ended = 0;
  endedSum = 0;
  slowdownSum = 0;
  /** Services begun by key; empty unless `countKeys` was called. */
  keys = new Float64Array(0);

  /** From now on, how often each of `count` keys is asked for is counted, too. */
  countKeys(count: number): void {
    this.keys = new Float64Array(count);
  }

  /** A service begins after a wait of `seconds`. */
  add(seconds: number, cls: number): void {
    this.totals[cls]++;
    this.sums[cls] += seconds;
    this.counts[bucketOf(seconds)]++;
    this.total++;
    if (seconds === 0) this.none++;
    this.sum += seconds;
    this.squares += seconds * seconds;
  }

  /** What another tally heard is heard here, too; but for `keys`, which may differ in number. */
  merge(other: WaitTally): void {
    for (let b = 0; b < bucketCount; b++) this.counts[b] += other.counts[b];
    for (let c = 0; c < classes; c++) {
      this.totals[c] += other.totals[c];
      this.sums[c] += other.sums[c];
    }
    this.total += other.total;
    this.none += other.none;
    this.sum += other.sum;
    this.squares += other.squares;
    this.left += other.left;
    this.leftSum += other.leftSum;
    this.ended += other.ended;
    this.endedSum += other.endedSum;
    this.slowdownSum += other.slowdownSum;
  }

  /** Forgets everything so far. */
  clear(): void {
    this.counts.fill(0);
    this.total = 0;
    this.none = 0;
    this.sum = 0;
    this.squares = 0;
    this.totals.fill(0);
    this.sums.fill(0);
    this.left = 0;
    this.leftSum = 0;
    this.ended = 0;
    this.endedSum = 0;
    this.slowdownSum = 0;
    this.keys.fill(0);
  }
}

export class Waits extends WaitTally {
  private readonly net: Heard;
  private readonly node: number;

  constructor(net: Heard, node: number) {
    super();
    this.net = net;
    this.node = node;
  }

  /** A service begins somewhere; only those at the node count. */
  hear(call: number): void {
    const { calls, instances, now } = this.net;
    if (instances.nodeOf[calls.to[call]] !== this.node) return;
    this.add(now - calls.arrivedAt[call], calls.cls[call]);
    if (this.keys.length > 0) this.keys[calls.key[call]]++;
  }

  /** A call leaves the line it stands in unserved. */
  leave(call: number): void {
    const { calls, instances, now } = this.net;
    if (instances.nodeOf[calls.to[call]] !== this.node) return;
    this.left++;
    this.leftSum += now - calls.arrivedAt[call];
  }

  /** A service ends now that took `work` seconds of one server. */
  end(call: number, work: number): void {
    const { calls, instances, now } = this.net;
    if (instances.nodeOf[calls.to[call]] !== this.node) return;
    const seconds = now - calls.arrivedAt[call];
    this.ended++;
    this.endedSum += seconds;
    if (work > 0) this.slowdownSum += seconds / work;
  }

  /** At a node where things wait that are no calls: one of them has waited `seconds` and is taken up now. */
  takeUp(node: number, seconds: number, cls: number): void {
    if (node === this.node) this.add(seconds, cls);
  }

  /** And is done, `seconds` after it came. */
  done(node: number, seconds: number): void {
    if (node !== this.node) return;
    this.ended++;
    this.endedSum += seconds;
  }
}
