/** What a queue holds: messages waiting in the order they were published, and messages handed out and not acknowledged. */

import type { Memory } from '../../engine/memory.ts';

const WAITING_COUNT = 0;
const OUT_COUNT = 1;
const HEAD = 2;
const TAIL = 3;
const FREE = 4;
const USED = 5;
const RETURNED = 6;

const STATE = { free: 0, waiting: 1, out: 2 } as const;

export class Messages {
  key = new Int32Array(256);
  /** Number of the user's request that published it. */
  request = new Int32Array(256);
  /** When it was published. */
  at = new Float64Array(256);
  /** How often it has been handed out. */
  tries = new Int32Array(256);
  private next = new Int32Array(256);
  private state = new Uint8Array(256);
  private readonly scalars: Int32Array;

  constructor(memory: Memory) {
    memory.grows(this as unknown as Record<string, Int32Array>, 'key', 'request', 'tries', 'next');
    memory.grows(this as unknown as Record<'at', Float64Array>, 'at');
    memory.grows(this as unknown as Record<'state', Uint8Array>, 'state');
    this.scalars = memory.i32(7);
    this.forgetAll();
  }

  get waiting(): number {
    return this.scalars[WAITING_COUNT];
  }

  get out(): number {
    return this.scalars[OUT_COUNT];
  }

  /** When the message was published that is handed out next; Infinity when none waits. */
  get oldestAt(): number {
    return this.scalars[HEAD] < 0 ? Infinity : this.at[this.scalars[HEAD]];
  }

  publish(key: number, request: number, now: number): void {
    const message = this.take();
    this.key[message] = key;
    this.request[message] = request;
    this.at[message] = now;
    this.tries[message] = 0;
    this.insertAfter(this.scalars[TAIL], message);
  }

  /** Hands out the one published first. @returns its number, good until `acknowledge`; -1 when none waits */
  handOut(): number {
    const message = this.scalars[HEAD];
    if (message < 0) return -1;
    this.scalars[HEAD] = this.next[message];
    if (this.scalars[HEAD] < 0) this.scalars[TAIL] = -1;
    this.scalars[WAITING_COUNT]--;
    this.scalars[OUT_COUNT]++;
    this.state[message] = STATE.out;
    this.tries[message]++;
    return message;
  }

  acknowledge(message: number): void {
    this.scalars[OUT_COUNT]--;
    this.state[message] = STATE.free;
    this.next[message] = this.scalars[FREE];
    this.scalars[FREE] = message;
  }

  /** A message handed out in vain takes its old place in the line again. */
  putBack(message: number): void {
    this.scalars[OUT_COUNT]--;
    const hint = this.scalars[RETURNED];
    // many come back one after the other, in order: the place is mostly right behind the last one
    let before = hint >= 0 && this.state[hint] === STATE.waiting && this.at[hint] <= this.at[message] ? hint : -1;
    for (let after = this.after(before); after >= 0 && this.at[after] <= this.at[message]; after = this.after(before)) before = after;
    this.insertAfter(before, message);
    this.scalars[RETURNED] = message;
  }

  /** Nobody will acknowledge what was handed out: all of it waits again. @returns how many */
  putAllBack(): number {
    const count = this.out;
    for (let message = 0; message < this.scalars[USED]; message++) if (this.state[message] === STATE.out) this.putBack(message);
    return count;
  }

  forgetAll(): void {
    this.state.fill(STATE.free);
    this.scalars.fill(0);
    this.scalars[HEAD] = -1;
    this.scalars[TAIL] = -1;
    this.scalars[FREE] = -1;
    this.scalars[RETURNED] = -1;
  }

  private after(message: number): number {
    return message < 0 ? this.scalars[HEAD] : this.next[message];
  }

  /** @param before the waiting message in front of it, -1 for the head of the line */
  private insertAfter(before: number, message: number): void {
    const after = this.after(before);
    this.next[message] = after;
    if (before < 0) this.scalars[HEAD] = message;
    else this.next[before] = message;
    if (after < 0) this.scalars[TAIL] = message;
    this.state[message] = STATE.waiting;
    this.scalars[WAITING_COUNT]++;
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
    const length = this.at.length * 2;
    for (const column of ['key', 'request', 'tries', 'next'] as const) {
      const longer = new Int32Array(length);
      longer.set(this[column]);
      this[column] = longer;
    }
    const at = new Float64Array(length);
    at.set(this.at);
    this.at = at;
    const state = new Uint8Array(length);
    state.set(this.state);
    this.state = state;
  }
}
