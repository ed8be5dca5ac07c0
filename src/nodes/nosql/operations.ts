/**
 * Reads and writes under way: who asked for them, which nodes keep the row, who of them is still at it and what they have said. One
 * lives until nobody is at it any more and its caller has been answered, or is gone.
 */

import { Chain } from '../../engine/chain.ts';
import { longer, type Memory } from '../../engine/memory.ts';

/** Nodes that may keep one row: the most that the field `copies` allows. */
export const mostCopies = 7;

/** `copy`: a write that was made in another store. `test`: a read that nobody waits for. */
export const KIND = { free: 0, read: 1, write: 2, copy: 3, test: 4 } as const;

export const isWriting = (kind: number): boolean => kind === KIND.write || kind === KIND.copy;

const ints = ['kind', 'call', 'slot', 'row', 'need', 'got', 'copies', 'busy', 'silent', 'seen', 'known', 'write', 'beaten'] as const;
const floats = ['stamp', 'seenStamp', 'dueAt'] as const;

export class Operations {
  /** One of `KIND`. */
  kind = new Int32Array(0);
  /** The call to be answered; -1 = has been, or nobody is there to do it. */
  call = new Int32Array(0);
  /** Instance slot of who coordinates. */
  slot = new Int32Array(0);
  row = new Int32Array(0);
  /** How many copies must have answered, and how many have. */
  need = new Int32Array(0);
  got = new Int32Array(0);
  /** How many nodes keep the row. */
  copies = new Int32Array(0);
  /** Bits: copies that are at it; copies that were asked and will not answer. */
  busy = new Int32Array(0);
  silent = new Int32Array(0);
  /** Newest write among the answers, and the one that they should know: the newest that had been acknowledged when the read came. */
  seen = new Int32Array(0);
  known = new Int32Array(0);
  /** Number of the write. */
  write = new Int32Array(0);
  /** Bits: copies that hold a later stamp of an earlier write. */
  beaten = new Int32Array(0);
  /** Time stamp of the write, and of the newest write among the answers. */
  stamp = new Float64Array(0);
  seenStamp = new Float64Array(0);
  dueAt = new Float64Array(0);
  /** `operation * mostCopies + copy`: the slots that keep the row; what each has answered to a read, -1 = nothing yet. */
  keeper = new Int32Array(0);
  found = new Int32Array(0);
  foundStamp = new Float64Array(0);
  /** Those whose callers wait, in order of their patience. */
  readonly waiting: Chain;
  private readonly unused: Chain;

  constructor(memory: Memory) {
    memory.grows(this as unknown as Record<string, Int32Array>, ...ints, 'keeper', 'found');
    memory.grows(this as unknown as Record<string, Float64Array>, ...floats, 'foundStamp');
    this.waiting = new Chain(memory);
    this.unused = new Chain(memory);
  }

  /** Numbers of operations are below this; those of kind `free` are none. */
  get used(): number {
    return this.kind.length;
  }

  /** A new operation whose copies are still to be named. */
  take(kind: number, call: number, slot: number, row: number): number {
    if (this.unused.first < 0) this.grow();
    const op = this.unused.first;
    this.unused.remove(op);
    this.kind[op] = kind;
    this.call[op] = call;
    this.slot[op] = slot;
    this.row[op] = row;
    for (const column of ['need', 'got', 'copies', 'busy', 'silent', 'seen', 'known', 'write', 'beaten'] as const) this[column][op] = 0;
    this.stamp[op] = 0;
    this.seenStamp[op] = -1;
    this.found.fill(-1, op * mostCopies, (op + 1) * mostCopies);
    return op;
  }

  /** Its caller waits until a moment, or as long as whoever waits already where that is longer. */
  await(op: number, until: number): void {
    const last = this.waiting.last;
    this.dueAt[op] = last < 0 ? until : Math.max(until, this.dueAt[last]);
    this.waiting.append(op);
  }

  /** Its caller is answered, or gone. */
  endWait(op: number): void {
    if (this.call[op] < 0) return;
    this.call[op] = -1;
    this.waiting.remove(op);
  }

  /** Too few are left who may still answer. */
  isHopeless(op: number): boolean {
    return this.got[op] + bits(this.busy[op] | this.silent[op]) < this.need[op];
  }

  /** Every copy that has the write keeps an earlier one with a later stamp. */
  isBeaten(op: number): boolean {
    return bits(this.beaten[op]) === this.got[op];
  }

  /** Nobody is at it any more, and nobody waits for it. */
  isDone(op: number): boolean {
    return this.busy[op] === 0 && this.call[op] < 0;
  }

  free(op: number): void {
    this.kind[op] = KIND.free;
    this.unused.append(op);
  }

  private grow(): void {
    const before = this.kind.length;
    const length = Math.max(64, before * 2);
    for (const column of ints) this[column] = longer(this[column], new Int32Array(length));
    for (const column of floats) this[column] = longer(this[column], new Float64Array(length));
    this.keeper = longer(this.keeper, new Int32Array(length * mostCopies));
    this.found = longer(this.found, new Int32Array(length * mostCopies));
    this.foundStamp = longer(this.foundStamp, new Float64Array(length * mostCopies));
    for (let op = before; op < length; op++) this.unused.append(op);
  }
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
