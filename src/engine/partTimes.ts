/**
 * How long it took, part by part and class by class: the answers of one population among several, the jobs of a queue by the class of the requests
 * that left them. Histograms of one frame, each there from its first duration on: where nobody counts, neither run nor photograph pays for it.
 */

import { bucketCount, bucketOf } from './histogram.ts';
import { longer, type Memory } from './memory.ts';

/** Classes are told apart by so many bits of a key. */
const classBits = 3;

/** What a pair of `Frame.partTimes` begins with, without its bucket. @param cls number of a request class */
export const partKey = (node: number, cls: number): number => (node << classBits) | cls;
export const nodeOfKey = (key: number): number => key >>> classBits;
export const classOfKey = (key: number): number => key & ((1 << classBits) - 1);

export class PartTimes {
  /** By key: its histogram plus one, 0 = none yet. */
  private readonly histogramOf: Int32Array;
  /** By histogram: its key, and the lowest and highest bucket that the frame has touched. */
  private keys = new Int32Array(0);
  private low = new Int32Array(0);
  private high = new Int32Array(0);
  private counts = new Uint32Array(0);
  /** What is handed on, see `Moments.given`. */
  private readonly given = new Float64Array(1);

  constructor(memory: Memory, nodes: number) {
    this.histogramOf = memory.i32(nodes << classBits);
    memory.grows(this as unknown as Record<'keys' | 'low' | 'high', Int32Array>, 'keys', 'low', 'high');
    memory.grows(this as unknown as Record<'counts', Uint32Array>, 'counts');
  }

  add(node: number, cls: number, seconds: number): void {
    this.given[0] = seconds;
    this.note(partKey(node, cls));
  }

  private note(key: number): void {
    const bucket = bucketOf(this.given[0]);
    const at = this.histogramOf[key] > 0 ? this.histogramOf[key] - 1 : this.begin(key);
    this.counts[at * bucketCount + bucket]++;
    if (bucket < this.low[at]) this.low[at] = bucket;
    if (bucket > this.high[at]) this.high[at] = bucket;
  }

  private begin(key: number): number {
    const at = this.keys.length;
    this.keys = longer(this.keys, new Int32Array(at + 1));
    this.low = longer(this.low, new Int32Array(at + 1));
    this.high = longer(this.high, new Int32Array(at + 1));
    this.counts = longer(this.counts, new Uint32Array((at + 1) * bucketCount));
    this.keys[at] = key;
    this.empty(at);
    this.histogramOf[key] = at + 1;
    return at;
  }

  private empty(at: number): void {
    this.low[at] = bucketCount;
    this.high[at] = -1;
  }

  /** All of the frame as pairs (key * 65536 + bucket, count); null where nobody has ever counted. */
  pack(): Uint32Array | null {
    if (this.keys.length === 0) return null;
    const pairs: number[] = [];
    for (let at = 0; at < this.keys.length; at++) {
      const first = at * bucketCount;
      for (let bucket = this.low[at]; bucket <= this.high[at]; bucket++) {
        const count = this.counts[first + bucket];
        if (count > 0) pairs.push(this.keys[at] * 65536 + bucket, count);
      }
    }
    return Uint32Array.from(pairs);
  }

  /** A new frame begins. */
  clear(): void {
    for (let at = 0; at < this.keys.length; at++) {
      const first = at * bucketCount;
      if (this.high[at] >= 0) this.counts.fill(0, first + this.low[at], first + this.high[at] + 1);
      this.empty(at);
    }
  }
}
