/**
 * What a queue holds: messages waiting in the order they were published, messages handed out and not acknowledged, and messages that
 * came back and may not go out again before their time.
 */

import { longer, type Memory } from '../../engine/memory.ts';

const WAITING_COUNT = 0;
const OUT_COUNT = 1;
const HEAD = 2;
const TAIL = 3;
const FREE = 4;
const USED = 5;
const RETURNED = 6;
const HELD_COUNT = 7;

export const STATE = { free: 0, waiting: 1, out: 2, held: 3, behind: 4 } as const;

const ints = ['key', 'request', 'number', 'tries', 'call', 'next'] as const;
const floats = ['at', 'heldUntil'] as const;
const bytes = ['mark', 'state'] as const;

export class Messages {
  key = new Int32Array(256);
  /** Number of the user's request that published it. */
  request = new Int32Array(256);
  /** When it was published. */
  at = new Float64Array(256);
  /** Number of the message, dense from 0 on, and what it says of itself (`mark.ts`). */
  number = new Int32Array(256);
  mark = new Uint8Array(256);
  /** How often it has been handed out, and by which call; -1 when no call is answerable for it. */
  tries = new Int32Array(256);
  call = new Int32Array(256);
  /** When one that is held may go out again; of one that is out, until when its consumer has it. */
  heldUntil = new Float64Array(256);
  private next = new Int32Array(256);
  protected state = new Uint8Array(256);
  private readonly scalars: Int32Array;

  constructor(memory: Memory) {
    memory.grows(this as unknown as Record<string, Int32Array>, ...ints);
    memory.grows(this as unknown as Record<string, Float64Array>, ...floats);
    memory.grows(this as unknown as Record<string, Uint8Array>, ...bytes);
    this.scalars = memory.i32(8);
    this.empty();
  }

  /** Messages that could go out now. */
  get ready(): number {
    return this.scalars[WAITING_COUNT];
  }

  /** Messages in nobody's hands that are not held. */
  get waiting(): number {
    return this.ready;
  }

  get out(): number {
    return this.scalars[OUT_COUNT];
  }

  get held(): number {
    return this.scalars[HELD_COUNT];
  }

  /** All that it holds, in whatever state. */
  get all(): number {
    return this.waiting + this.out + this.held;
  }

  isOut(message: number): boolean {
    return this.state[message] === STATE.out;
  }

  /** Calls `each` for every message it holds. */
  forEach(each: (message: number) => void): void {
    for (let message = 0; message < this.scalars[USED]; message++) if (this.state[message] !== STATE.free) each(message);
  }

  /** When the message was published that is handed out next; Infinity when none waits. */
  get oldestAt(): number {
    return this.scalars[HEAD] < 0 ? Infinity : this.at[this.scalars[HEAD]];
  }

  /** When the message was published that has waited longest; Infinity when none waits. */
  get waitsSince(): number {
    return this.oldestAt;
  }

  /** @returns its number, good until `acknowledge` */
  publish(key: number, request: number, now: number, number = 0, mark = 0): number {
    const message = this.write(key, request, now, number, mark);
    this.insertAfter(this.scalars[TAIL], message);
    return message;
  }

  /** @returns a message that stands nowhere yet */
  protected write(key: number, request: number, now: number, number: number, mark: number): number {
    const message = this.take();
    this.key[message] = key;
    this.request[message] = request;
    this.at[message] = now;
    this.number[message] = number;
    this.mark[message] = mark;
    this.tries[message] = 0;
    this.call[message] = -1;
    return message;
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
    this.release(message);
  }

  /** Forgets the message that would be handed out next. */
  dropHead(): void {
    const message = this.handOut();
    if (message >= 0) this.acknowledge(message);
  }

  /** A message handed out in vain may not go out again before a moment: `unhold` then. */
  hold(message: number, until: number): void {
    this.scalars[OUT_COUNT]--;
    this.scalars[HELD_COUNT]++;
    this.state[message] = STATE.held;
    this.call[message] = -1;
    this.heldUntil[message] = until;
  }

  /** A held message takes its old place in the line, if its time has come just now. @returns whether it has */
  unhold(message: number, now: number): boolean {
    if (this.state[message] !== STATE.held || this.heldUntil[message] !== now) return false;
    this.scalars[HELD_COUNT]--;
    this.scalars[OUT_COUNT]++;
    this.putBack(message);
    return true;
  }

  /** Forgets those published after a moment; all others wait again. @returns how many it forgot */
  forgetAfter(moment: number): number {
    const before = this.all;
    this.putAllBack();
    for (let message = 0; message < this.scalars[USED]; message++) {
      if (this.state[message] === STATE.held) this.unhold(message, this.heldUntil[message]);
    }
    let last = -1;
    for (let message = this.scalars[HEAD]; message >= 0; ) {
      const after = this.next[message];
      if (this.at[message] <= moment) {
        last = message;
      } else {
        if (last < 0) this.scalars[HEAD] = after;
        else this.next[last] = after;
        this.scalars[WAITING_COUNT]--;
        this.release(message);
      }
      message = after;
    }
    this.scalars[TAIL] = last;
    this.scalars[RETURNED] = -1;
    return before - this.all;
  }

  /** A message handed out in vain takes its old place in the line again. */
  putBack(message: number): void {
    this.scalars[OUT_COUNT]--;
    this.call[message] = -1;
    this.line(message);
  }

  /** Gives a message the place in the line that its age gives it. */
  protected line(message: number): void {
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
    this.empty();
  }

  private empty(): void {
    this.state.fill(STATE.free);
    this.scalars.fill(0);
    this.scalars[HEAD] = -1;
    this.scalars[TAIL] = -1;
    this.scalars[FREE] = -1;
    this.scalars[RETURNED] = -1;
  }

  protected release(message: number): void {
    this.state[message] = STATE.free;
    this.next[message] = this.scalars[FREE];
    this.scalars[FREE] = message;
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

  protected grow(): void {
    const length = this.at.length * 2;
    for (const column of ints) this[column] = longer(this[column], new Int32Array(length));
    for (const column of floats) this[column] = longer(this[column], new Float64Array(length));
    for (const column of bytes) this[column] = longer(this[column], new Uint8Array(length));
  }
}
