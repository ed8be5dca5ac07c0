/** The newest lines, a bounded number of them: those a host still holds, and those of the index. Lines of failures have a ring of their own. */

import type { LogLine } from '../../engine/logView.ts';
import type { Memory } from '../../engine/memory.ts';

const width = 5;

/** Several rings of one length, overwriting their oldest. */
class Rings {
  private readonly rows: Float64Array;
  private readonly written: Float64Array;
  readonly length: number;

  constructor(memory: Memory, rings: number, length: number) {
    this.rows = memory.f64(rings * length * width);
    this.written = memory.f64(rings);
    this.length = length;
  }

  put(ring: number, time: number, slot: number, version: number, message: number, request: number): void {
    const at = (ring * this.length + (this.written[ring] % this.length)) * width;
    this.rows[at] = time;
    this.rows[at + 1] = slot;
    this.rows[at + 2] = version;
    this.rows[at + 3] = message;
    this.rows[at + 4] = request;
    this.written[ring]++;
  }

  /** Oldest first, into another; then this one is empty. */
  pour(ring: number, into: Rings, other: number): void {
    const { rows } = this;
    for (let i = Math.max(0, this.written[ring] - this.length); i < this.written[ring]; i++) {
      const at = (ring * this.length + (i % this.length)) * width;
      into.put(other, rows[at], rows[at + 1], rows[at + 2], rows[at + 3], rows[at + 4]);
    }
    this.written[ring] = 0;
  }

  clear(ring: number): void {
    this.written[ring] = 0;
  }

  lines(ring: number): LogLine[] {
    const held = Math.min(this.written[ring], this.length);
    return Array.from({ length: held }, (_, i) => {
      const [time, slot, version, message, request] = this.rows.subarray((ring * this.length + i) * width);
      return { time, slot, version, message, request };
    });
  }
}

const perHost = 16;
const inIndex = 256;

export class Newest {
  private readonly onHosts: Rings;
  private readonly found: Rings;

  constructor(memory: Memory, hosts: number) {
    this.onHosts = new Rings(memory, 2 * hosts, perHost);
    this.found = new Rings(memory, 2, inIndex);
  }

  write(host: number, isFailure: boolean, time: number, slot: number, version: number, message: number, request: number): void {
    this.onHosts.put(2 * host + (isFailure ? 1 : 0), time, slot, version, message, request);
  }

  ship(host: number): void {
    this.onHosts.pour(2 * host, this.found, 0);
    this.onHosts.pour(2 * host + 1, this.found, 1);
  }

  lose(host: number): void {
    this.onHosts.clear(2 * host);
    this.onHosts.clear(2 * host + 1);
  }

  /** Newest first. */
  lines(): LogLine[] {
    return [...this.found.lines(0), ...this.found.lines(1)].sort((a, b) => b.time - a.time || b.request - a.request || a.slot - b.slot);
  }
}
