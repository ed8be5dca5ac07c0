/** The partitions of a topic: in each, messages in the order they were published, kept until every group has read them. */

import { longer, type Memory } from '../../engine/memory.ts';

const FREE = 0;
const USED = 1;
const COUNT = 2;

const ints = ['key', 'request', 'number', 'readers', 'next'] as const;
const bytes = ['mark'] as const;
const ends = ['head', 'tail'] as const;

export class Log {
  key = new Int32Array(0);
  request = new Int32Array(0);
  number = new Int32Array(0);
  /** Groups that have not read it yet. */
  readers = new Int32Array(0);
  /** The one published after it in the same partition; -1 = it is the newest. */
  next = new Int32Array(0);
  at = new Float64Array(0);
  mark = new Uint8Array(0);
  /** By partition: oldest and newest message; -1 = it is empty. */
  head = new Int32Array(0);
  tail = new Int32Array(0);
  private readonly scalars: Int32Array;

  constructor(memory: Memory) {
    memory.grows(this as unknown as Record<string, Int32Array>, ...ints, ...ends);
    memory.grows(this as unknown as Record<'at', Float64Array>, 'at');
    memory.grows(this as unknown as Record<string, Uint8Array>, ...bytes);
    this.scalars = memory.i32(3);
    this.scalars[FREE] = -1;
  }

  /** Messages in all partitions. */
  get count(): number {
    return this.scalars[COUNT];
  }

  /** How many partitions there have ever been. */
  get partitions(): number {
    return this.head.length;
  }

  /** From now on there are at least so many partitions. */
  widen(partitions: number): void {
    if (partitions <= this.head.length) return;
    const before = this.head.length;
    for (const column of ends) this[column] = longer(this[column], new Int32Array(partitions)).fill(-1, before);
  }

  /** @returns the message */
  append(partition: number, key: number, request: number, at: number, number: number, mark: number, readers: number): number {
    const message = this.take();
    this.key[message] = key;
    this.request[message] = request;
    this.at[message] = at;
    this.number[message] = number;
    this.mark[message] = mark;
    this.readers[message] = readers;
    this.next[message] = -1;
    const last = this.tail[partition];
    if (last < 0) this.head[partition] = message;
    else this.next[last] = message;
    this.tail[partition] = message;
    this.scalars[COUNT]++;
    return message;
  }

  /** The oldest message of a partition is kept no longer. */
  dropHead(partition: number): void {
    const message = this.head[partition];
    this.head[partition] = this.next[message];
    if (this.head[partition] < 0) this.tail[partition] = -1;
    this.free(message);
  }

  /** Everything behind a message is kept no longer. @param message -1 = all of the partition. @returns how many that were */
  cutAfter(partition: number, message: number): number {
    const before = this.count;
    let gone = message < 0 ? this.head[partition] : this.next[message];
    if (message < 0) this.head[partition] = -1;
    else this.next[message] = -1;
    this.tail[partition] = message;
    while (gone >= 0) {
      const next = this.next[gone];
      this.free(gone);
      gone = next;
    }
    return before - this.count;
  }

  private free(message: number): void {
    this.next[message] = this.scalars[FREE];
    this.scalars[FREE] = message;
    this.scalars[COUNT]--;
  }

  private take(): number {
    const free = this.scalars[FREE];
    if (free >= 0) {
      this.scalars[FREE] = this.next[free];
      return free;
    }
    const message = this.scalars[USED]++;
    if (message === this.at.length) this.grow();
    return message;
  }

  private grow(): void {
    const length = Math.max(256, this.at.length * 2);
    for (const column of ints) this[column] = longer(this[column], new Int32Array(length));
    for (const column of bytes) this[column] = longer(this[column], new Uint8Array(length));
    this.at = longer(this.at, new Float64Array(length));
  }
}
