/**
 * Who is woken by an alert, and how often. Every alert may be a message of its own, or one per part, or one per incident: from the first
 * alert until none fires any more or a human has dealt with it. Messages are read one after the other, by one human.
 */

import type { Memory } from '../../engine/memory.ts';

/** In the order of the option. */
const GROUPING = { rule: 0, part: 1, incident: 2 } as const;

export class Paging {
  /** 1 per part that somebody has been told of, and for all of them together. */
  private readonly told: Uint8Array;
  /** When the last message will have been read. */
  private readonly readAt: Float64Array;
  /** What stands for all parts together. */
  readonly all: number;

  constructor(memory: Memory, parts: number) {
    this.all = parts;
    this.told = memory.u8(parts + 1);
    this.readAt = memory.f64(1);
  }

  /**
   * An alert of a part: what a message is sent about.
   * @returns the part, `all`, or -1 where somebody has been told already
   */
  about(part: number, grouping: number): number {
    if (grouping === GROUPING.rule) return part;
    const group = grouping === GROUPING.part ? part : this.all;
    if (this.told[group] === 1) return -1;
    this.told[group] = 1;
    return group;
  }

  /** A human has dealt with it, or nothing of it fires any more: the next alert is news again. */
  settled(group: number): void {
    this.told[group] = 0;
  }

  /** @returns seconds from now until a message that is sent now has been read: those before it come first */
  secondsToRead(now: number, seconds: number): number {
    this.readAt[0] = Math.max(now, this.readAt[0]) + seconds;
    return this.readAt[0] - now;
  }
}
