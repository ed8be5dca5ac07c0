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

/** Waiting times, added up. */
export class WaitTally {
  /** Times as in `histogram.ts`, in seconds. */
  readonly counts = new Float64Array(bucketCount);
  total = 0;
  /** How many began at once. */
  none = 0;
  sum = 0;
  squares = 0;

  /** A service begins after a wait of `seconds`. */
  add(seconds: number): void {
    this.counts[bucketOf(seconds)]++;
    this.total++;
    if (seconds === 0) this.none++;
    this.sum += seconds;
    this.squares += seconds * seconds;
  }

  /** Forgets everything so far. */
  clear(): void {
    this.counts.fill(0);
    this.total = 0;
    this.none = 0;
    this.sum = 0;
    this.squares = 0;
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
    if (instances.nodeOf[calls.to[call]] === this.node) this.add(now - calls.arrivedAt[call]);
  }
}
