/** The way of what a cache does not answer at once: rows that it gets from the store behind it, and writes that it hands on or keeps. */

import { ASK, FOUND } from '../../engine/asks.ts';
import type { NodeContext } from '../../engine/behavior.ts';
import type { Calls } from '../../engine/calls.ts';
import { type Network, OP } from '../../engine/network.ts';
import { OUTCOME } from '../../engine/plan.ts';
import type { Dirty } from './dirty.ts';
import type { Entries } from './entries.ts';
import { type Fetching, failureOr } from './fetching.ts';
import type { Line } from './line.ts';
import { PATTERN } from './patterns.ts';
import type { Shelf } from './shelf.ts';
import { type Leases, STAMPEDE } from './stampede.ts';

/** Steps of a call that is not answered at once: `calls.stage`. */
const STEP = { none: 0, toRead: 1, reads: 2, toWrite: 3, writes: 4, toKeep: 5 } as const;

/** What it works with. */
export interface Parts {
  rows: Entries;
  line: Line;
  shelves: readonly Shelf[];
  leases: Leases;
  fetching: Fetching;
  dirty: Dirty;
}

export class Through {
  private readonly net: Network;
  private readonly calls: Calls;
  private readonly params: Float64Array;
  private readonly firstSlot: number;
  private readonly parts: Parts;
  private readonly fields;
  private readonly metrics;

  constructor(ctx: NodeContext, parts: Parts) {
    this.net = ctx.net;
    this.calls = ctx.net.calls;
    this.params = ctx.net.params;
    this.firstSlot = ctx.firstSlot;
    this.parts = parts;
    this.fields = { pattern: ctx.param('pattern'), stampede: ctx.param('stampede') };
    this.metrics = { loads: ctx.metric('loads'), refusedSets: ctx.metric('refusedSets') };
  }

  /** What it does for its store; without one it stands aside. */
  get pattern(): number {
    return this.parts.fetching.hasStore ? this.params[this.fields.pattern] : PATTERN.aside;
  }

  /** What it does against stampedes: one of `STAMPEDE`. */
  get stampede(): number {
    return this.params[this.fields.stampede];
  }

  /** A row is not here: whoever asks waits for the store. */
  read(call: number, row: number): void {
    const { calls, stampede } = this;
    this.parts.line.book(call);
    const isShared = stampede === STAMPEDE.single || stampede === STAMPEDE.lease;
    if (isShared && this.parts.fetching.waitsFor(call, row)) {
      calls.stage[call] = STEP.reads;
      return;
    }
    calls.stage[call] = STEP.toRead;
    this.net.schedule(call, OP.served, this.parts.line.freeAt[calls.to[call] - this.firstSlot]);
  }

  /** A caller writes. */
  write(call: number): void {
    const isTaken = this.pattern >= PATTERN.writeThrough;
    this.parts.line.book(call, isTaken ? this.parts.rows.ofCall(call) : -1);
    const doneAt = this.parts.line.freeAt[this.calls.to[call] - this.firstSlot];
    // told so by a caller that does not know yet that it shall not
    if (!isTaken) {
      this.net.replyAt(call, OUTCOME.error, doneAt);
      return;
    }
    this.calls.stage[call] = this.pattern === PATTERN.writeThrough ? STEP.toWrite : STEP.toKeep;
    this.net.schedule(call, OP.served, doneAt);
  }

  /** A row has come from its store. @param begunAt when it began to be read */
  keep(i: number, row: number, version: number, store: number, begunAt: number, call: number): void {
    this.net.meters.values[this.metrics.loads]++;
    if (this.stampede === STAMPEDE.lease && !this.parts.leases.accepts(row, begunAt)) {
      this.net.meters.values[this.metrics.refusedSets]++;
      return;
    }
    if (this.stampede === STAMPEDE.stale) this.parts.leases.end(row);
    this.parts.shelves[i].put(row, version, store, this.net.now - begunAt, call);
  }

  /** The server has done its part of a call that is not answered at once. */
  served(call: number): void {
    const { calls, net } = this;
    const row = this.parts.rows.ofCall(call);
    switch (calls.stage[call]) {
      case STEP.toRead:
        calls.stage[call] = STEP.reads;
        if (this.stampede === STAMPEDE.lease) {
          this.parts.leases.end(row);
          this.parts.leases.take(row);
        }
        this.parts.fetching.read(call, row);
        return;
      case STEP.toWrite:
        calls.stage[call] = STEP.writes;
        this.parts.fetching.write(call, row);
        return;
      default:
        // what goes wrong has changed nothing
        if (net.errs(call)) {
          net.reply(call, OUTCOME.error);
          return;
        }
        this.parts.shelves[calls.to[call] - this.firstSlot].remove(row);
        this.parts.dirty.write(row, calls.to[call] - this.firstSlot, calls.request[call], calls.waiting[call] === 1);
        net.reply(call, OUTCOME.ok);
    }
  }

  /** The store has answered. @param call who waits for it, -1 for nobody */
  returned(call: number, child: number, outcome: number): void {
    const { calls } = this;
    const ok = outcome === OUTCOME.ok;
    const row = this.parts.rows.of(calls.key[child]);
    const i = calls.from[child] - this.firstSlot;
    const store = this.net.links.to[calls.link[child]];
    if (call >= 0 && calls.stage[call] === STEP.writes) this.written(call, child, outcome);
    else if (call >= 0) this.fetched(call, child, outcome);
    else if (calls.scratch[child] === ASK.write) {
      if (this.parts.dirty.settled(row, ok)) this.parts.shelves[i].put(row, calls.version[child], store, 0, child);
    } else if (ok) {
      this.keep(i, row, calls.version[child], store, calls.bornAt[child], child);
    } else {
      this.parts.leases.end(row);
    }
  }

  /** A row that is written back departs again later as another call, -1 until it does. */
  isFlushedAs(call: number, now: number): void {
    const { calls } = this;
    if (calls.parent[call] < 0 && calls.scratch[call] === ASK.write) this.parts.dirty.isSentAs(this.parts.rows.ofCall(call), now);
  }

  /** The store has the write, or has not: the answer follows. */
  private written(call: number, child: number, outcome: number): void {
    const { calls } = this;
    const slot = calls.to[call];
    const row = this.parts.rows.ofCall(call);
    // whatever is being read meanwhile is old
    this.parts.leases.end(row);
    if (outcome === OUTCOME.ok) {
      calls.version[call] = calls.version[child];
      this.parts.shelves[slot - this.firstSlot].put(row, calls.version[child], this.net.links.to[calls.link[child]], 0, call);
    } else {
      // nobody knows what the store has now
      this.parts.shelves[slot - this.firstSlot].remove(row);
    }
    this.parts.line.book(call);
    this.net.replyAt(call, failureOr(outcome), this.parts.line.freeAt[slot - this.firstSlot]);
  }

  /** A row has come from the store, or not: the call that went for it and those that waited are answered. */
  private fetched(call: number, child: number, outcome: number): void {
    const { calls, net } = this;
    const slot = calls.to[call];
    const row = this.parts.rows.ofCall(call);
    let waiting = this.parts.fetching.land(call);
    if (outcome === OUTCOME.ok)
      this.keep(slot - this.firstSlot, row, calls.version[child], net.links.to[calls.link[child]], this.parts.fetching.begunAt(call), call);
    else this.parts.leases.end(row);
    this.parts.line.book(call, row);
    const doneAt = this.parts.line.freeAt[slot - this.firstSlot];
    this.bring(call, child, outcome, doneAt);
    while (waiting >= 0) {
      const next = calls.next[waiting];
      this.bring(waiting, child, outcome, doneAt);
      waiting = next;
    }
  }

  private bring(call: number, child: number, outcome: number, doneAt: number): void {
    const { calls } = this;
    calls.memo[call] = FOUND.yes;
    calls.version[call] = calls.version[child];
    calls.stale[call] = calls.stale[child];
    this.net.replyAt(call, failureOr(outcome), doneAt);
  }
}
