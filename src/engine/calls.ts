/**
 * All calls under way, one column per fact, slots reused. A call is one node asking another: it travels over a link, is
 * inside the callee, and travels back. A user's request is its first call; retries are calls of their own.
 */

import type { Cells, Memory } from './memory.ts';
import { stretch } from './stretch.ts';

/** Where a call is. `none`: its slot is free. `lost`: it, or its answer, went under on the way, and its caller still waits;
 * `turnedAway`, `inLine`: by its caller's own policy, before it set out. */
export const AT = { none: 0, travelling: 1, inside: 2, returning: 3, backoff: 4, frozen: 5, lost: 6, turnedAway: 7, inLine: 8 } as const;

/** In `waitBefore`: stands in no list of callers whose patience ends some day. */
export const notListed = -2;

const floats = ['bornAt', 'arrivedAt', 'giveUpAt', 'deadline', 'due', 'version', 'memo', 'departAt'] as const;
const ints = ['request', 'parent', 'from', 'to', 'link', 'key', 'next', 'waitBefore', 'waitAfter', 'scratch', 'salt', 'session'] as const;
const bytes = ['at', 'dueOp', 'waiting', 'outcome', 'stage', 'cls', 'attempt', 'stale', 'visit'] as const;

/** In the order in which they are lengthened. */
const columns = [...floats, ...ints, ...bytes];

const firstCapacity = 512;

/** More calls under way at once than there is room for. Nothing that was begun can be ended in order: the run is over. */
export class TooManyCalls extends Error {}

export class Calls {
  /** When the user meant to send the request: response times count from here. */
  bornAt = new Float64Array(firstCapacity);
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
  /** Keeps this call's draws apart from every other call of the same request. */
  salt = new Int32Array(firstCapacity);
  /** Number of the user session it is made for, see `sessions.ts`; -1 = for nobody's. */
  session = new Int32Array(firstCapacity);

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

  /** First free slot, how many calls there are, and how many slots were ever used. */
  private unused = -1;
  private count = 0;
  private reached = 0;

  private readonly most: number;

  /** @param most calls at once; the one beyond throws `TooManyCalls` */
  constructor(memory: Memory, most = Infinity) {
    this.most = most;
    memory.whole(this as unknown as Record<'unused' | 'count' | 'reached', number>, 'unused', 'count', 'reached');
    const used = () => this.reached;
    memory.growsTo(used, this as unknown as Record<string, Float64Array>, ...floats);
    memory.growsTo(used, this as unknown as Record<string, Int32Array>, ...ints);
    memory.growsTo(used, this as unknown as Record<string, Uint8Array>, ...bytes);
  }

  get alive(): number {
    return this.count;
  }

  /** Slots that may hold a call: 0 to this, free ones among them. */
  get used(): number {
    return this.reached;
  }

  /** A slot for a call that nobody waits for yet and that was sent to no certain instance. */
  take(link: number, from: number, cls: number, key: number, request: number, salt: number): number {
    let call = this.unused;
    if (call >= 0) this.unused = this.next[call];
    else call = this.fresh();
    this.count++;
    this.link[call] = link;
    this.from[call] = from;
    this.cls[call] = cls;
    this.key[call] = key;
    this.request[call] = request;
    this.salt[call] = salt;
    this.giveUpAt[call] = Infinity;
    this.waitBefore[call] = notListed;
    this.to[call] = -1;
    this.parent[call] = -1;
    this.session[call] = -1;
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
    this.next[call] = this.unused;
    this.unused = call;
    this.count--;
  }

  private fresh(): number {
    const call = this.reached++;
    if (call >= this.most) throw new TooManyCalls();
    stretch(this as unknown as Record<(typeof columns)[number], Cells>, columns, call);
    return call;
  }
}
