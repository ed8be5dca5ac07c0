/**
 * Rows on the way from one shard to another, a batch after the other: the old shard reads it, the new one writes it, and from then on it is
 * asked for there. Both use their CPUs for that, like for anything else, and neither gives nor takes more than so many MB a second.
 */

import { ASK } from '../../engine/asks.ts';
import type { NodeContext } from '../../engine/behavior.ts';
import { longer } from '../../engine/memory.ts';
import { CLASS, OUTCOME } from '../../engine/plan.ts';
import type { Columns } from './columns.ts';
import type { Placement } from './placement.ts';
import { ROW, type ShardMap } from './shardMap.ts';

/** What a writer of a row that is being copied does: the order of the spec's `whileMoving`. */
export const MOVE = { doubleWrite: 0, lock: 1 } as const;

/** A batch takes so long at the rate. */
const stepSeconds = 0.1;

/** Of a shard's batch. */
const PHASE = { none: 0, reads: 1, writes: 2, travels: 3 } as const;

const LEFT = 0;
const BATCHES = 1;
const NOTED = 2;

export class Moving {
  private readonly ctx: NodeContext;
  private readonly columns: Columns;
  private readonly placement: Placement;
  private readonly map: ShardMap;
  private readonly timer: number;
  private readonly shards: number;
  /** Rows that wait, in chains: by `from * shards + to` the first, by row the next; -1 ends. */
  private readonly heads: Int32Array;
  private next = new Int32Array(0);
  /** By shard that gives: its batch. */
  private readonly phase: Uint8Array;
  private readonly to: Int32Array;
  private readonly first: Int32Array;
  private readonly slot: Int32Array;
  private readonly batch: Float64Array;
  private readonly megabytes: Float64Array;
  /** By shard that takes: 1 while it is sent a batch. */
  private readonly takes: Uint8Array;
  /** By shard: when it may give, and take, again. */
  private readonly mayGive: Float64Array;
  private readonly mayTake: Float64Array;
  /** [rows that are not where they belong; batches so far; rows moved since that was last said] */
  private readonly cells: Float64Array;
  /** The next look; -1 = none. */
  private readonly lookAt: Float64Array;
  private readonly fields;
  private readonly metrics;

  /** @param timer code to be woken with */
  constructor(ctx: NodeContext, columns: Columns, placement: Placement, map: ShardMap, timer: number) {
    const { memory } = ctx;
    this.ctx = ctx;
    this.columns = columns;
    this.placement = placement;
    this.map = map;
    this.timer = timer;
    this.shards = map.links.length;
    this.heads = memory.i32(this.shards * this.shards).fill(-1);
    this.phase = memory.u8(this.shards);
    this.to = memory.i32(this.shards);
    this.first = memory.i32(this.shards);
    this.slot = memory.i32(this.shards);
    this.batch = memory.f64(this.shards);
    this.megabytes = memory.f64(this.shards);
    this.takes = memory.u8(this.shards);
    this.mayGive = memory.f64(this.shards);
    this.mayTake = memory.f64(this.shards);
    this.cells = memory.f64(3);
    this.lookAt = memory.f64(1).fill(-1);
    memory.grows(this as unknown as Record<'next', Int32Array>, 'next');
    this.fields = {
      rate: ctx.param('migrationMBps'),
      copyMs: ctx.param('copyCpuMs'),
      millionRows: ctx.param('millionRows'),
      rowKB: ctx.param('rowKB'),
      again: ctx.param('againSeconds'),
    };
    this.metrics = { keys: ctx.metric('movedKeys'), megabytes: ctx.metric('movedMb') };
  }

  /** Rows that are not where they belong yet. */
  get left(): number {
    return this.cells[LEFT];
  }

  /** Of the table, for each key of the workload. */
  get megabytesPerKey(): number {
    const { params } = this.ctx.net;
    return (params[this.fields.millionRows] * 1e6 * params[this.fields.rowKB]) / 1000 / this.columns.count;
  }

  /** The settings changed: rows that belong elsewhere now will go there. @param shards that there shall be */
  replan(shards: number): void {
    const { map, placement } = this;
    map.remember();
    const rows = map.state.length;
    if (this.next.length < rows) this.next = longer(this.next, new Int32Array(rows));
    for (let row = 0; row < rows; row++) map.from[row] = map.home(row);
    this.breakOff();
    this.heads.fill(-1);
    if (placement.rows !== this.columns.count) map.recount();
    map.hot.adopt();
    placement.settle(shards);
    this.cells[LEFT] = 0;
    for (let row = rows - 1; row >= 0; row--) {
      map.state[row] = ROW.settled;
      if (row < this.columns.count && map.belongs(row) !== map.from[row]) this.enlist(row);
    }
    this.say();
  }

  /** A row belongs elsewhere from now on than where it is. */
  reassign(row: number, from: number): void {
    const { map } = this;
    map.remember();
    if (this.next.length < map.state.length) this.next = longer(this.next, new Int32Array(map.state.length));
    if (map.state[row] !== ROW.settled || map.belongs(row) === from) return;
    map.from[row] = from;
    this.enlist(row);
    this.say();
  }

  /** Begins what may begin now. */
  look(): void {
    const { net } = this.ctx;
    if (this.lookAt[0] !== net.now) return;
    this.lookAt[0] = -1;
    if (this.cells[LEFT] === 0) return;
    const slot = this.worker();
    const start = this.cells[BATCHES];
    for (let i = 0; i < this.shards; i++) {
      const from = (i + start) % this.shards;
      if (this.phase[from] === PHASE.travels && this.mayGive[from] <= net.now) this.cutOver(from);
      if (slot >= 0) this.begin(from, slot);
    }
    this.lookAgain();
  }

  /** A call of `ASK.carry` is over. */
  returned(child: number, outcome: number): void {
    const { net } = this.ctx;
    const shard = net.calls.scratch[child] === ASK.carry ? this.giverOf(child) : -1;
    if (shard < 0) return;
    if (outcome !== OUTCOME.ok) this.giveBack(shard);
    else if (this.phase[shard] === PHASE.reads) this.write(shard);
    else if (this.mayGive[shard] <= net.now) this.cutOver(shard);
    else this.phase[shard] = PHASE.travels;
    if (this.phase[shard] === PHASE.none) this.lookNow();
    else this.lookAgain();
  }

  /** A call of a batch is tried again, and says again how much it brings. */
  again(child: number): void {
    const { calls } = this.ctx.net;
    const shard = calls.scratch[child] === ASK.carry ? this.giverOf(child) : -1;
    if (shard >= 0 && this.phase[shard] === PHASE.writes) calls.version[child] = this.megabytes[shard] / 1024;
  }

  /** What an instance of the router was copying is to be copied anew. */
  crashed(slot: number): void {
    for (let shard = 0; shard < this.shards; shard++)
      if (this.phase[shard] !== PHASE.none && this.slot[shard] === slot) this.giveBack(shard);
  }

  private enlist(row: number): void {
    const { map } = this;
    const pair = map.from[row] * this.shards + map.belongs(row);
    map.state[row] = ROW.waits;
    this.next[row] = this.heads[pair];
    this.heads[pair] = row;
    this.cells[LEFT]++;
  }

  private say(): void {
    const { net, node } = this.ctx;
    if (this.cells[LEFT] === 0) return;
    this.cells[NOTED] = 0;
    net.journal.note('reshard-started', node, -1, this.cells[LEFT]);
    this.lookNow();
  }

  private lookNow(): void {
    const { net, node } = this.ctx;
    this.lookAt[0] = net.now;
    net.wake(node, this.timer, 0, net.now);
  }

  /** At the next moment at which something may begin or end. */
  private lookAgain(): void {
    const { now } = this.ctx.net;
    if (this.cells[LEFT] === 0) return;
    let at = now + stepSeconds;
    for (let shard = 0; shard < this.shards; shard++) {
      if (this.mayGive[shard] > now) at = Math.min(at, this.mayGive[shard]);
      if (this.mayTake[shard] > now) at = Math.min(at, this.mayTake[shard]);
    }
    if (this.lookAt[0] > now && this.lookAt[0] <= at) return;
    this.lookAt[0] = at;
    this.ctx.net.wake(this.ctx.node, this.timer, 0, at);
  }

  /** An instance of the router that is up; -1 = none. */
  private worker(): number {
    const { net, firstSlot, slots } = this.ctx;
    for (let slot = firstSlot; slot < firstSlot + slots; slot++)
      if (net.instances.exists[slot] === 1 && net.instances.isUp(slot)) return slot;
    return -1;
  }

  private begin(from: number, slot: number): void {
    const { now } = this.ctx.net;
    if (this.phase[from] !== PHASE.none || this.mayGive[from] > now) return;
    for (let i = 0; i < this.shards; i++) {
      const to = (from + 1 + i) % this.shards;
      if (this.heads[from * this.shards + to] < 0 || this.takes[to] === 1 || this.mayTake[to] > now) continue;
      this.fill(from, to, slot);
      return;
    }
  }

  private fill(from: number, to: number, slot: number): void {
    const { net } = this.ctx;
    const rate = net.params[this.fields.rate];
    const perKey = this.megabytesPerKey;
    const pair = from * this.shards + to;
    let megabytes = 0;
    this.first[from] = this.heads[pair];
    let last = -1;
    for (let row = this.heads[pair]; row >= 0 && (last < 0 || megabytes + perKey <= rate * stepSeconds); row = this.next[row]) {
      this.map.state[row] = ROW.copied;
      megabytes += perKey;
      last = row;
    }
    this.heads[pair] = this.next[last];
    this.next[last] = -1;
    this.to[from] = to;
    this.slot[from] = slot;
    this.megabytes[from] = megabytes;
    this.takes[to] = 1;
    this.batch[from] = ++this.cells[BATCHES];
    const seconds = megabytes / rate;
    this.mayGive[from] = net.now + seconds;
    this.mayTake[to] = net.now + seconds;
    this.phase[from] = PHASE.reads;
    this.send(from, from, 0);
  }

  private write(from: number): void {
    this.phase[from] = PHASE.writes;
    this.send(from, this.to[from], this.megabytes[from] / 1024);
  }

  private send(from: number, shard: number, gigabytes: number): void {
    const { net } = this.ctx;
    const { calls } = net;
    const key = this.columns.keyOf(this.first[from]);
    const child = net.send(this.map.links[shard], this.slot[from], -1, -1, CLASS.job, key, this.batch[from], this.phase[from]);
    calls.scratch[child] = ASK.carry;
    calls.memo[child] = (this.megabytes[from] * net.params[this.fields.copyMs]) / 1000;
    calls.version[child] = gigabytes;
  }

  /** The shard whose batch a call belongs to. */
  private giverOf(child: number): number {
    const batch = this.ctx.net.calls.request[child];
    for (let from = 0; from < this.shards; from++) if (this.phase[from] !== PHASE.none && this.batch[from] === batch) return from;
    return -1;
  }

  private cutOver(from: number): void {
    const { net, node } = this.ctx;
    let moved = 0;
    for (let row = this.first[from]; row >= 0; row = this.next[row]) {
      this.map.arrived(row);
      moved++;
    }
    this.leave(from, -this.megabytes[from] / 1024);
    net.meters.values[this.metrics.keys] += moved;
    net.meters.values[this.metrics.megabytes] += this.megabytes[from];
    this.end(from);
    this.cells[LEFT] -= moved;
    this.cells[NOTED] += moved;
    if (this.cells[LEFT] === 0) net.journal.note('resharded', node, -1, this.cells[NOTED]);
  }

  /** The old shard's room is free again. Nobody waits for that. */
  private leave(from: number, gigabytes: number): void {
    const { net } = this.ctx;
    const { calls } = net;
    const key = this.columns.keyOf(this.first[from]);
    const child = net.tell(this.map.links[from], this.slot[from], CLASS.job, key, this.batch[from], PHASE.writes + 1);
    calls.scratch[child] = ASK.carry;
    calls.memo[child] = 0;
    calls.version[child] = gigabytes;
  }

  /** A batch has failed: its rows wait again. */
  private giveBack(from: number): void {
    const pair = from * this.shards + this.to[from];
    for (let row = this.first[from]; row >= 0; ) {
      const next = this.next[row];
      this.map.state[row] = ROW.waits;
      this.next[row] = this.heads[pair];
      this.heads[pair] = row;
      row = next;
    }
    this.mayGive[from] = this.ctx.net.now + this.ctx.net.params[this.fields.again];
    this.end(from);
  }

  private breakOff(): void {
    for (let shard = 0; shard < this.shards; shard++) if (this.phase[shard] !== PHASE.none) this.end(shard);
  }

  private end(from: number): void {
    this.phase[from] = PHASE.none;
    this.takes[this.to[from]] = 0;
  }
}
