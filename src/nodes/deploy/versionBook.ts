/** How two versions of a part do, compared over the last seconds: answers, failures, and mean time inside (by Little's law). */

import type { NodeContext } from '../../engine/behavior.ts';
import type { Instances } from '../../engine/instances.ts';
import type { Meters } from '../../engine/meters.ts';
import { METER } from '../../engine/network.ts';

/** Sums fade by this each second: about ten seconds count. */
const fading = 0.9;

/** Rows of the sums, per version compared. */
const ANSWERED = 0;
const FAILED = 1;
const INSIDE = 2;
const rows = 3;

export class VersionBook {
  private readonly instances: Instances;
  private readonly meters: Meters;
  private readonly first: number;
  private readonly slots: number;
  /** Per row and slot: summed up in closed frames, and as it was at the last look. */
  private readonly closed: Float64Array;
  private readonly seen: Float64Array;
  /** Faded sums of the others, then of the version that is looked at. */
  private readonly sums: Float64Array;
  /** Room to work in: what has come since the last look. */
  private readonly grown = new Float64Array(2 * rows);

  constructor(ctx: NodeContext, node: number) {
    const { net, memory, plan } = ctx;
    this.instances = net.instances;
    this.meters = net.meters;
    this.first = net.instances.first[node];
    this.slots = plan.nodes[node].slots;
    this.closed = memory.f64(rows * this.slots);
    this.seen = memory.f64(rows * this.slots);
    this.sums = memory.f64(2 * rows);
  }

  /** A frame is about to close: its meters begin again at 0. */
  keep(): void {
    for (let row = 0; row < rows; row++) for (let i = 0; i < this.slots; i++) this.closed[row * this.slots + i] += this.open(row, i);
  }

  /**
   * Once a second.
   * @param version the one that is compared with all others
   * @returns failures at instances that run it, since the last look
   */
  look(version: number): number {
    const { grown, sums } = this;
    grown.fill(0);
    for (let row = 0; row < rows; row++) {
      for (let i = 0; i < this.slots; i++) {
        const at = row * this.slots + i;
        const total = this.closed[at] + this.open(row, i);
        grown[(this.instances.version[this.first + i] === version ? rows : 0) + row] += total - this.seen[at];
        this.seen[at] = total;
      }
    }
    // who answers nobody keeps the name it made for itself
    for (const from of [0, rows]) {
      if (grown[from + ANSWERED] + grown[from + FAILED] === 0) continue;
      for (let row = from; row < from + rows; row++) sums[row] = sums[row] * fading + grown[row];
    }
    return grown[rows + FAILED];
  }

  /** What is known of the version that is looked at now belongs to another. */
  forgetNew(): void {
    this.sums.fill(0, rows);
  }

  /** Share of answers that were failures, 0 while there are none. */
  errorShare(which: 'old' | 'new'): number {
    const from = which === 'new' ? rows : 0;
    const answers = this.sums[from + ANSWERED] + this.sums[from + FAILED];
    return answers > 0.5 ? this.sums[from + FAILED] / answers : 0;
  }

  /** Mean seconds inside, 0 while nobody was answered. */
  meanSeconds(which: 'old' | 'new'): number {
    const from = which === 'new' ? rows : 0;
    const answers = this.sums[from + ANSWERED] + this.sums[from + FAILED];
    return answers > 0.5 ? this.sums[from + INSIDE] / answers : 0;
  }

  private open(row: number, i: number): number {
    const slot = this.first + i;
    const { count } = this.instances;
    if (row === INSIDE) return this.meters.areaOf(METER.inside * count + slot);
    return this.meters.values[(row === ANSWERED ? METER.completed : METER.failed) * count + slot];
  }
}
