/**
 * All calls under way, slots reused. A call is one node asking another: it travels over a link, is inside the callee, and travels back.
 * A user's request is its first call; retries are calls of their own.
 *
 * What is known of a call stands side by side in a row of eight cells in each of four tables, and a call is known by the number of its
 * row's first cell: 0, 8, 16 and so on. `calls.to[call]` is the same cell as `calls.wholes[call | WHOLE.to]`. The first is how everybody
 * reads it; the second is for the engine's innermost functions, which need many facts of one call and look up one address for all of
 * them (docs/performance.md).
 */

import type { Follower } from './follow/follower.ts';
import type { Cells, Memory } from './memory.ts';
import { stretch } from './stretch.ts';

/** Where a call is. `none`: its slot is free. `lost`: it, or its answer, went under on the way, and its caller still waits;
 * `turnedAway`, `inLine`: by its caller's own policy, before it set out. */
export const AT = { none: 0, travelling: 1, inside: 2, returning: 3, backoff: 4, frozen: 5, lost: 6, turnedAway: 7, inLine: 8 } as const;

/** In `waitBefore`: stands in no list of callers whose patience ends some day. */
export const notListed = -2;

/** Cells of a row in each table: from one call to the next. */
export const rowCells = 8;

/** Calls counted one by one, for whoever keeps tables of one cell a call. */
export const nth = (call: number): number => call >> 3;

/** Places in a row of numbers with fractions, of whole numbers, and of small ones. */
export const REAL = { bornAt: 0, arrivedAt: 1, giveUpAt: 2, deadline: 3, due: 4, version: 5, memo: 6, departAt: 7 } as const;
export const WHOLE = { request: 0, parent: 1, from: 2, to: 3, link: 4, key: 5, salt: 6, next: 7 } as const;
/** `nextEvent` lies in its row where `REAL.due` does: the agenda's numbers of events are good for both tables. */
export const OTHER = { waitBefore: 0, waitAfter: 1, scratch: 2, session: 3, nextEvent: 4, stale: 5, beside: 6, leftOp: 7 } as const;
export const FLAG = { at: 0, dueOp: 1, waiting: 2, outcome: 3, stage: 4, cls: 5, attempt: 6, visit: 7 } as const;

/** In the order in which they are lengthened. */
const tables = ['reals', 'wholes', 'others', 'flags'] as const;
const cellsOfRow = tables.map(() => rowCells);

const firstCells = 512 * rowCells;
/** So many that `stretch` has nothing to do for them, nor for some rows of timers after them. */
const firstFree = 440 * rowCells;

/** What a column is before it is laid over its table: fields that are made with all others are the fastest to read. */
const noReals: Float64Array = new Float64Array(0);
const noWholes: Int32Array = new Int32Array(0);
const noFlags: Uint8Array = new Uint8Array(0);

/** More calls under way at once than there is room for. Nothing that was begun can be ended in order: the run is over. */
export class TooManyCalls extends Error {}

export class Calls {
  reals: Float64Array = new Float64Array(firstCells);
  wholes: Int32Array = new Int32Array(firstCells);
  others: Int32Array = new Int32Array(firstCells);
  flags: Uint8Array = new Uint8Array(firstCells);
  /** The flags of a call as one number: 0 is none of them. */
  private rowsOfFlags = noReals;

  /** When the user meant to send the request: response times count from here. */
  bornAt = noReals;
  /** When it reached the callee. */
  arrivedAt = noReals;
  /** After this moment nobody tries again. Infinity inside the system. */
  giveUpAt = noReals;
  /** When the caller stops waiting for this attempt. Infinity = never. */
  deadline = noReals;
  /**
   * Time of the event that stands in its own row, -1 = none does. Almost always that is what happens to it next: ask `dueAt` for that. Its
   * code is `dueOp`.
   */
  due = noReals;
  /** Newest write this answer knows of, for counting stale reads. */
  version = noReals;
  /** When its answer leaves the callee: may lie ahead where a kind knows the end of its service at once. */
  departAt = noReals;
  /** The callee's own number. */
  memo = noReals;

  /** Number of the user's request: the counter of its keyed draws and what the traffic layer follows. */
  request = noWholes;
  /** The call on whose behalf it was made, inside the caller; -1 for users and for what nobody waits for. */
  parent = noWholes;
  /** Instance slots of caller and callee; the callee's is -1 until it is chosen. */
  from = noWholes;
  to = noWholes;
  link = noWholes;
  key = noWholes;
  /** Next in the one queue it stands in. */
  next = noWholes;
  /** Neighbours among the calls that wait on the same link, in order of deadline. */
  waitBefore = noWholes;
  waitAfter = noWholes;
  /** The callee's own whole number. */
  scratch = noWholes;
  /** Keeps this call's draws apart from every other call of the same request. */
  salt = noWholes;
  /**
   * What happens to the call next, while something stands in its row that does not: the event, beside the row; -1 = nothing. 0 = it is what stands
   * in the row, if anything does. And the code of what is left over in the row. Both are the row's: a call takes them over. See `strays.ts`.
   */
  beside = noWholes;
  leftOp = noWholes;
  /** Number of the user session it is made for, see `sessions.ts`; -1 = for nobody's. */
  session = noWholes;

  at = noFlags;
  dueOp = noFlags;
  /** 1 while somebody waits for the answer. */
  waiting = noFlags;
  outcome = noFlags;
  /** The callee's own step. */
  stage = noFlags;
  cls = noFlags;
  /** 0 for the first try. */
  attempt = noFlags;
  /** 1 when the answer is older than the newest acknowledged write was at reading. */
  stale = noWholes;
  /** How many draws the callee has made for it; keeps its draws apart. */
  visit = noFlags;

  /** Null unless requests are written down, see `follow/follower.ts`. */
  follower: Follower | null = null;

  /**
   * Events of calls that are not what their call waits for in its own row: left over, since it is gone or waits for another, or beside the
   * row. While there is none nobody needs to look. See `strays.ts`.
   */
  strays = 0;

  /** First free slot, how many calls there are, and how many slots stand or once stood in the list of free ones. */
  private unused = 0;
  private count = 0;
  private reached = 0;

  private readonly most: number;
  private readonly owner: TableOwner;

  /** @param most calls at once; the one beyond throws `TooManyCalls` */
  constructor(memory: Memory, most = Infinity) {
    this.most = most;
    for (const table of tables) this.lay(table, this[table]);
    // free from the start: what seldom happens in a run (`fresh`) must not be what happens first, or the compiler makes room for it
    this.reached = Math.min(most * rowCells, firstFree);
    for (let call = 0; call < this.reached; call += rowCells) {
      this.clear(call);
      this.next[call] = call + rowCells < this.reached ? call + rowCells : -1;
    }
    memory.whole(this as unknown as Record<'unused' | 'count' | 'reached' | 'strays', number>, 'unused', 'count', 'reached', 'strays');
    this.owner = new TableOwner(this);
    for (const table of tables) memory.growsTo(() => this.reached, this.owner as unknown as Record<string, Cells>, table);
  }

  get alive(): number {
    return this.count;
  }

  /** Rows that may hold a call, free ones among them: from 0 to this in steps of `rowCells`. */
  get used(): number {
    return this.reached;
  }

  /** A slot for a call that nobody waits for yet and that was sent to no certain instance. */
  take(link: number, from: number, cls: number, key: number, request: number, salt: number): number {
    let call = this.unused;
    if (call >= 0) this.unused = this.wholes[call | WHOLE.next];
    else call = this.fresh();
    this.count++;
    const { reals, wholes, others, flags } = this;
    this.rowsOfFlags[nth(call)] = 0;
    // to a compiler that does not know where they come from they might be fractions, and to make whole numbers of those takes longer
    flags[call | FLAG.cls] = cls | 0;
    wholes[call | WHOLE.link] = link | 0;
    wholes[call | WHOLE.from] = from | 0;
    wholes[call | WHOLE.key] = key | 0;
    wholes[call | WHOLE.request] = request | 0;
    wholes[call | WHOLE.salt] = salt | 0;
    wholes[call | WHOLE.to] = -1;
    wholes[call | WHOLE.parent] = -1;
    others[call | OTHER.session] = -1;
    others[call | OTHER.stale] = 0;
    reals[call | REAL.giveUpAt] = Infinity;
    reals[call | REAL.version] = 0;
    this.follower?.taken(call);
    return call;
  }

  free(call: number): void {
    this.follower?.freed(call);
    this.flags[call | FLAG.at] = AT.none;
    this.forgo(call);
    this.wholes[call | WHOLE.next] = this.unused;
    this.unused = call;
    this.count--;
  }

  /** When what happens to a call next is due, in simulated seconds; -1 = nothing is to happen. */
  dueAt(call: number): number {
    const beside = this.beside[call];
    return beside === 0 ? this.due[call] : beside > 0 ? this.reals[beside] : -1;
  }

  /** What was to happen to a call next does not. */
  forgo(call: number): void {
    if (this.reals[call | REAL.due] >= 0 || this.strays > 0) this.leaveOver(call);
  }

  /** What was to happen to a call next, if anything was, is left over. */
  leaveOver(call: number): void {
    const isInRow = this.reals[call | REAL.due] >= 0;
    const beside = this.beside[call];
    if (beside > 0) this.beside[call] = isInRow ? -1 : 0;
    else if (beside === 0 && isInRow) {
      this.beside[call] = -1;
      this.leftOp[call] = this.dueOp[call];
      this.strays++;
    }
  }

  /** A row that no call will ever have, for the agenda. Its flags stay 0, so nobody who looks through all calls takes it for one. */
  rowOfNone(): number {
    return this.lengthen();
  }

  /** A table has been replaced by another: its columns are laid over that. */
  lay(table: (typeof tables)[number], cells: Cells): void {
    if (table === 'reals') this.layReals(cells as Float64Array);
    else if (table === 'wholes') this.layWholes(cells as Int32Array);
    else if (table === 'others') this.layOthers(cells as Int32Array);
    else this.layFlags(cells as Uint8Array);
  }

  private layReals(reals: Float64Array): void {
    this.reals = reals;
    this.bornAt = reals.subarray(REAL.bornAt);
    this.arrivedAt = reals.subarray(REAL.arrivedAt);
    this.giveUpAt = reals.subarray(REAL.giveUpAt);
    this.deadline = reals.subarray(REAL.deadline);
    this.due = reals.subarray(REAL.due);
    this.version = reals.subarray(REAL.version);
    this.memo = reals.subarray(REAL.memo);
    this.departAt = reals.subarray(REAL.departAt);
  }

  private layWholes(wholes: Int32Array): void {
    this.wholes = wholes;
    this.request = wholes.subarray(WHOLE.request);
    this.parent = wholes.subarray(WHOLE.parent);
    this.from = wholes.subarray(WHOLE.from);
    this.to = wholes.subarray(WHOLE.to);
    this.link = wholes.subarray(WHOLE.link);
    this.key = wholes.subarray(WHOLE.key);
    this.salt = wholes.subarray(WHOLE.salt);
    this.next = wholes.subarray(WHOLE.next);
  }

  private layOthers(others: Int32Array): void {
    this.others = others;
    this.waitBefore = others.subarray(OTHER.waitBefore);
    this.waitAfter = others.subarray(OTHER.waitAfter);
    this.scratch = others.subarray(OTHER.scratch);
    this.session = others.subarray(OTHER.session);
    this.stale = others.subarray(OTHER.stale);
    this.beside = others.subarray(OTHER.beside);
    this.leftOp = others.subarray(OTHER.leftOp);
  }

  private layFlags(flags: Uint8Array): void {
    this.flags = flags;
    this.at = flags.subarray(FLAG.at);
    this.dueOp = flags.subarray(FLAG.dueOp);
    this.waiting = flags.subarray(FLAG.waiting);
    this.outcome = flags.subarray(FLAG.outcome);
    this.stage = flags.subarray(FLAG.stage);
    this.cls = flags.subarray(FLAG.cls);
    this.attempt = flags.subarray(FLAG.attempt);
    this.visit = flags.subarray(FLAG.visit);
    this.rowsOfFlags = new Float64Array(flags.buffer);
  }

  private fresh(): number {
    if (this.count >= this.most) throw new TooManyCalls();
    return this.lengthen();
  }

  private lengthen(): number {
    const row = this.reached;
    this.reached += rowCells;
    stretch(this.owner as unknown as Record<(typeof tables)[number], Cells>, tables, nth(row), cellsOfRow);
    this.clear(row);
    return row;
  }

  /** What is true of every free row: nothing happens to it, and nobody waits for it. */
  private clear(call: number): void {
    this.reals[call | REAL.due] = -1;
    this.others[call | OTHER.waitBefore] = notListed;
  }
}

/** Calls as whoever lengthens their tables, or puts others there, sees them: not as the innermost functions do, for which these are plain fields. */
class TableOwner {
  private readonly calls: Calls;

  constructor(calls: Calls) {
    this.calls = calls;
  }

  get reals(): Cells {
    return this.calls.reals;
  }

  set reals(cells: Cells) {
    this.calls.lay('reals', cells);
  }

  get wholes(): Cells {
    return this.calls.wholes;
  }

  set wholes(cells: Cells) {
    this.calls.lay('wholes', cells);
  }

  get others(): Cells {
    return this.calls.others;
  }

  set others(cells: Cells) {
    this.calls.lay('others', cells);
  }

  get flags(): Cells {
    return this.calls.flags;
  }

  set flags(cells: Cells) {
    this.calls.lay('flags', cells);
  }
}
