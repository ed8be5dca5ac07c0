/**
 * All calls under way, one column per fact, slots reused. A call is one node asking another: it travels over a link, is
 * inside the callee, and travels back. A user's request is its first call; retries are calls of their own.
 */

import type { Memory } from './memory.ts';

/** Where a call is. `none`: its slot is free. */
export const AT = { none: 0, travelling: 1, inside: 2, returning: 3, backoff: 4, frozen: 5 } as const;

const floats = ['bornAt', 'sentAt', 'arrivedAt', 'giveUpAt', 'deadline', 'due', 'version', 'memo', 'departAt'] as const;
const ints = ['request', 'parent', 'from', 'to', 'link', 'key', 'next', 'waitBefore', 'waitAfter', 'scratch', 'ticket', 'salt'] as const;
const bytes = ['at', 'dueOp', 'waiting', 'outcome', 'stage', 'cls', 'attempt', 'stale', 'visit'] as const;

const firstCapacity = 512;

export class Calls {
  /** When the user meant to send the request: response times count from here. */
  bornAt = new Float64Array(firstCapacity);
  /** When this attempt left the caller. */
  sentAt = new Float64Array(firstCapacity);
  /** When it reached the callee. */
  arrivedAt = new Float64Array(firstCapacity);
  /** After this moment nobody tries again. Infinity inside the system. */
  giveUpAt = new Float64Array(firstCapacity);
  /** When the caller stops waiting for this attempt. Infinity = never. */
  deadline = new Float64Array(firstCapacity);
  /** Time of the one event that may happen to it next, with `dueOp` its code; any other event for it is stale. */
  due = new Float64Array(firstCapacity);
  /** Newest write this answer knows of, for counting stale reads. */
  version = new Float64Array(firstCapacity);
  /** When its answer leaves the callee: may lie ahead where a kind knows the end of its service at once. */
  departAt = new Float64Array(firstCapacity);
  /** The callee's own number. */
  memo = new Float64Array(firstCapacity);

  /** Number of the user's request: the counter of its keyed draws and what the traffic layer follows. */
  request = new Int32Array(firstCapacity);
  /** The call on whose behalf it was made, inside the caller; -1 for users and for what nobody waits for. */
  parent = new Int32Array(firstCapacity);
  /** Instance slots of caller and callee; the callee's is -1 until it is chosen. */
  from = new Int32Array(firstCapacity);
  to = new Int32Array(firstCapacity);
  link = new Int32Array(firstCapacity);
  key = new Int32Array(firstCapacity);
  /** Next in the one queue it stands in. */
  next = new Int32Array(firstCapacity);
  /** Neighbours among the calls that wait on the same link, in order of deadline. */
  waitBefore = new Int32Array(firstCapacity);
  waitAfter = new Int32Array(firstCapacity);
  /** The callee's own whole number. */
  scratch = new Int32Array(firstCapacity);
  /** Tells one user of the slot from the next: survives reuse, grows by one. */
  ticket = new Int32Array(firstCapacity);

  /** Keeps this call's draws apart from every other call of the same request. */
  salt = new Int32Array(firstCapacity);

  at = new Uint8Array(firstCapacity);
  dueOp = new Uint8Array(firstCapacity);
  /** 1 while somebody waits for the answer. */
  waiting = new Uint8Array(firstCapacity);
  outcome = new Uint8Array(firstCapacity);
  /** The callee's own step. */
  stage = new Uint8Array(firstCapacity);
  cls = new Uint8Array(firstCapacity);
  /** 0 for the first try. */
  attempt = new Uint8Array(firstCapacity);
  /** 1 when the answer is older than the newest acknowledged write was at reading. */
  stale = new Uint8Array(firstCapacity);
  /** How many draws the callee has made for it; keeps its draws apart. */
  visit = new Uint8Array(firstCapacity);

  /** [first free slot, calls alive, slots ever used] */
  private readonly pool: Int32Array;

  constructor(memory: Memory) {
    this.pool = memory.i32(3);
    this.pool[0] = -1;
    memory.grows(this as unknown as Record<string, Float64Array>, ...floats);
    memory.grows(this as unknown as Record<string, Int32Array>, ...ints);
    memory.grows(this as unknown as Record<string, Uint8Array>, ...bytes);
  }

  get alive(): number {
    return this.pool[1];
  }

  /** Slots that may hold a call: 0 to this, free ones among them. */
  get used(): number {
    return this.pool[2];
  }

  /** A slot with everything unset but the ticket. */
  take(): number {
    let call = this.pool[0];
    if (call >= 0) {
      this.pool[0] = this.next[call];
    } else {
      call = this.pool[2]++;
      if (call === this.at.length) this.grow();
    }
    this.pool[1]++;
    this.to[call] = -1;
    this.parent[call] = -1;
    this.next[call] = -1;
    this.due[call] = -1;
    this.outcome[call] = 0;
    this.stage[call] = 0;
    this.stale[call] = 0;
    this.visit[call] = 0;
    this.attempt[call] = 0;
    this.waiting[call] = 0;
    this.version[call] = 0;
    return call;
  }

  free(call: number): void {
    this.at[call] = AT.none;
    this.due[call] = -1;
    this.ticket[call]++;
    this.next[call] = this.pool[0];
    this.pool[0] = call;
    this.pool[1]--;
  }

  private grow(): void {
    const length = this.at.length * 2;
    for (const key of floats) this[key] = longer(this[key], new Float64Array(length));
    for (const key of ints) this[key] = longer(this[key], new Int32Array(length));
    for (const key of bytes) this[key] = longer(this[key], new Uint8Array(length));
  }
}

function longer<C extends Float64Array | Int32Array | Uint8Array>(old: C, fresh: C): C {
  fresh.set(old);
  return fresh;
}
