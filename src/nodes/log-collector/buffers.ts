/**
 * What the hosts hold and have not shipped: how many lines, and how long ago they were written, in 64 cells that widen when a host waits
 * longer. So the lag of a line is known to a sixty-fourth of the time its host held it.
 */

import type { Memory } from '../../engine/memory.ts';
import type { Tallies } from '../../engine/tallies.ts';

const cells = 64;

export class Buffers {
  /** Lines held, by host. */
  readonly held: Float64Array;
  private readonly counts: Float64Array;
  private readonly since: Float64Array;
  private readonly width: Float64Array;

  constructor(memory: Memory, hosts: number) {
    this.held = memory.f64(hosts);
    this.counts = memory.f64(hosts * cells);
    this.since = memory.f64(hosts);
    this.width = memory.f64(hosts).fill(1);
  }

  /** A host begins with nothing, and means to ship in so many seconds. */
  begin(host: number, now: number, seconds: number): void {
    this.held[host] = 0;
    this.counts.fill(0, host * cells, (host + 1) * cells);
    this.since[host] = now;
    this.width[host] = Math.max(seconds, 1e-3) / cells;
  }

  write(host: number, now: number, lines: number): void {
    let cell = Math.floor((now - this.since[host]) / this.width[host]);
    while (cell >= cells) {
      this.widen(host);
      cell >>= 1;
    }
    this.counts[host * cells + cell] += lines;
    this.held[host] += lines;
  }

  /** Adds the lag of every line held to a histogram, if it is found at a moment. */
  tell(host: number, foundAt: number, into: Tallies): void {
    for (let cell = 0; cell < cells; cell++) {
      const lines = this.counts[host * cells + cell];
      if (lines > 0) into.addMany(0, Math.max(0, foundAt - this.since[host] - (cell + 0.5) * this.width[host]), lines);
    }
  }

  private widen(host: number): void {
    const from = host * cells;
    const { counts } = this;
    for (let cell = 0; cell < cells / 2; cell++) counts[from + cell] = counts[from + 2 * cell] + counts[from + 2 * cell + 1];
    counts.fill(0, from + cells / 2, from + cells);
    this.width[host] *= 2;
  }
}
