/** Keeps rows in memory for whoever asks by key, and, if told to, reads and writes the store behind it itself. */

import { ASK, FOUND } from '../../engine/asks.ts';
import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import type { Calls } from '../../engine/calls.ts';
import { MET } from '../../engine/follow/story.ts';
import type { Instances } from '../../engine/instances.ts';
import type { Meters } from '../../engine/meters.ts';
import type { Network } from '../../engine/network.ts';
import { OUTCOME } from '../../engine/plan.ts';
import { Dirty } from './dirty.ts';
import { Entries } from './entries.ts';
import { Fetching } from './fetching.ts';
import { HotKey } from './hotKey.ts';
import { Line } from './line.ts';
import { movesRow, PATTERN, standsFor } from './patterns.ts';
import { Placing } from './placing.ts';
import { SEEN, Shelf } from './shelf.ts';
import { cacheSpec } from './spec.ts';
import { Leases, STAMPEDE } from './stampede.ts';
import { Through } from './through.ts';

export const cacheBehavior: Behavior = {
  kind: cacheSpec.kind,
  role: cacheSpec.role,
  fields: cacheSpec.fields,
  metrics: cacheSpec.metrics,
  faults: cacheSpec.faults,
  create: (ctx) => new Cache(ctx),
};

const TIMER = { leaveOut: 0, flush: 1 } as const;

class Cache implements Actor {
  private readonly ctx: NodeContext;
  private readonly net: Network;
  private readonly calls: Calls;
  private readonly instances: Instances;
  private readonly meters: Meters;
  private readonly params: Float64Array;
  private readonly firstSlot: number;
  private readonly slots: number;
  private readonly fields;
  private readonly metrics;
  private readonly rows: Entries;
  private readonly line: Line;
  private readonly placing: Placing;
  private readonly shelves: readonly Shelf[];
  private readonly leases: Leases;
  private readonly fetching: Fetching;
  private readonly dirty: Dirty;
  private readonly through: Through;
  private readonly hotKey: HotKey;
  /** By instance: the oldest copy that was served stale since the frame began. */
  private readonly staleAge: Float64Array;

  constructor(ctx: NodeContext) {
    const { net, memory, slots } = ctx;
    this.ctx = ctx;
    this.net = net;
    this.calls = net.calls;
    this.instances = net.instances;
    this.meters = net.meters;
    this.params = net.params;
    this.firstSlot = ctx.firstSlot;
    this.slots = slots;
    this.fields = {
      valueKB: ctx.param('valueKB'),
      ttlByClass: ctx.param('ttlByClass'),
    };
    this.metrics = {
      hits: ctx.metric('hits'),
      misses: ctx.metric('misses'),
      staleHits: ctx.metric('staleHits'),
      evictions: ctx.metric('evictions'),
      expirations: ctx.metric('expirations'),
      stored: ctx.metric('stored'),
      staleAge: ctx.metric('staleAge'),
      hotKeyRate: ctx.metric('hotKeyRate'),
      memory: ctx.metric('memoryMb'),
      dirty: ctx.metric('dirty'),
      lostWrites: ctx.metric('lostWrites'),
    };
    this.rows = new Entries(ctx);
    this.line = new Line(ctx);
    this.placing = new Placing(ctx, TIMER.leaveOut);
    this.shelves = Array.from({ length: slots }, (_, i) => new Shelf(ctx, i));
    this.leases = new Leases(ctx);
    this.fetching = new Fetching(ctx, this.rows);
    this.dirty = new Dirty(ctx, TIMER.flush, (row, i, request) => this.fetching.flush(row, this.firstSlot + i, request));
    const { rows, line, shelves, leases, fetching, dirty } = this;
    this.through = new Through(ctx, { rows, line, shelves, leases, fetching, dirty });
    this.hotKey = new HotKey(ctx);
    this.staleAge = memory.f64(slots);
    this.takeParams();
  }

  private takeParams(): void {
    const { instances, ctx } = this;
    instances.standsFor[ctx.node] = standsFor(this.through.pattern, this.params[this.fields.ttlByClass] === 1);
    this.placing.changed();
    this.line.changed();
    for (let i = 0; i < this.slots; i++) {
      // taken away: should it come again, it comes empty
      if (instances.exists[this.firstSlot + i] === 0 && (this.shelves[i].size > 0 || this.dirty.countAt(i) > 0)) this.empty(i);
      this.shelves[i].changed();
    }
  }

  /** An instance forgets everything, what was not written back included. */
  private empty(i: number): void {
    this.shelves[i].clear();
    this.leases.forget((row) => this.placing.of(row) === this.firstSlot + i);
    this.meters.values[this.metrics.lostWrites] += this.dirty.lose(i);
  }

  place(call: number): number {
    return this.placing.of(this.rows.ofCall(call));
  }

  receive(call: number): void {
    const slot = this.calls.to[call];
    if (this.line.isFull(slot)) {
      this.net.reply(call, OUTCOME.shed);
      return;
    }
    const i = slot - this.firstSlot;
    if (this.calls.scratch[call] === ASK.get) this.get(call, i);
    else this.take(call, i);
  }

  /** Somebody asks for a row: by far most calls do. */
  private get(call: number, i: number): void {
    const row = this.rows.of(this.calls.key[call]);
    this.hotKey.count(row, i);
    if (this.lookUp(call, i, row)) this.answer(call, i, row);
  }

  private take(call: number, i: number): void {
    const row = this.rows.ofCall(call);
    if (this.calls.scratch[call] !== ASK.count) this.hotKey.count(row, i);
    switch (this.calls.scratch[call]) {
      case ASK.count:
        break;
      case ASK.set:
      case ASK.found:
        this.set(call, i, row);
        break;
      case ASK.invalidate:
        this.shelves[i].remove(row);
        this.leases.end(row);
        break;
      case ASK.write:
        this.through.write(call);
        return;
      default:
        if (!this.lookUp(call, i, row)) return;
    }
    this.answer(call, i, row);
  }

  private answer(call: number, i: number, row: number): void {
    const moved = this.line.hasBig && movesRow(this.calls.scratch[call], this.calls.memo[call]) ? row : -1;
    this.line.book(call, moved);
    this.net.replyAt(call, OUTCOME.ok, this.line.freeAt[i]);
  }

  /** @returns whether the answer is known at once */
  private lookUp(call: number, i: number, row: number): boolean {
    if (this.dirty.has(row)) {
      this.calls.memo[call] = FOUND.yes;
      this.meters.values[this.metrics.hits + i]++;
      return true;
    }
    const seen = this.shelves[i].look(row, call);
    if (seen === SEEN.none) {
      this.meters.values[this.metrics.misses + i]++;
      this.net.follower?.met(call, MET.miss, 0);
      return this.miss(call, row);
    }
    this.hit(call, i, row);
    if (seen === SEEN.expired && this.leases.take(row)) this.renew(call, row);
    return true;
  }

  private hit(call: number, i: number, row: number): void {
    const shelf = this.shelves[i];
    this.calls.memo[call] = FOUND.yes;
    this.calls.version[call] = shelf.version;
    this.meters.values[this.metrics.hits + i]++;
    const isStale = shelf.isStale(row);
    this.net.follower?.met(call, isStale ? MET.staleHit : MET.hit, shelf.age);
    if (!isStale) return;
    this.calls.stale[call] = 1;
    this.meters.values[this.metrics.staleHits + i]++;
    this.staleAge[i] = Math.max(this.staleAge[i], shelf.age);
  }

  /** The row served is past its time: somebody gets it anew while nobody waits. */
  private renew(call: number, row: number): void {
    if (this.through.pattern === PATTERN.aside || this.rows.isResult(call)) this.calls.memo[call] = FOUND.refresh;
    else this.fetching.refresh(call, row);
  }

  private miss(call: number, row: number): boolean {
    const { calls, through } = this;
    const { stampede } = through;
    if (through.pattern !== PATTERN.aside && !this.rows.isResult(call)) {
      through.read(call, row);
      return false;
    }
    calls.memo[call] = FOUND.no;
    if (stampede === STAMPEDE.single) {
      calls.memo[call] = FOUND.share;
    } else if (stampede === STAMPEDE.lease && !this.leases.take(row) && !this.leases.isLongEnough(calls.visit[call])) {
      calls.memo[call] = FOUND.wait;
      calls.version[call] = this.leases.waitSeconds;
    }
    return true;
  }

  /** A caller brings a row. */
  private set(call: number, i: number, row: number): void {
    const { version, memo, bornAt } = this.calls;
    this.through.keep(i, row, version[call], memo[call], bornAt[call], call);
  }

  served(call: number): void {
    this.through.served(call);
  }

  returned(call: number, child: number, outcome: number): void {
    this.through.returned(call, child, outcome);
  }

  failed(call: number): void {
    this.through.isFlushedAs(call, -1);
  }

  again(call: number): void {
    this.through.isFlushedAs(call, call);
  }

  wake(code: number, arg: number): void {
    if (code === TIMER.flush) this.dirty.rings();
    else this.placing.rings(arg);
  }

  /** `flush`: everything is forgotten at once, but it goes on serving. */
  struck(_fault: number, slot: number): void {
    for (let i = 0; i < this.slots; i++) if (slot < 0 || slot === this.firstSlot + i) this.empty(i);
  }

  crashed(slot: number): void {
    this.line.crashed(slot);
    this.fetching.crashed(slot);
    this.empty(slot - this.firstSlot);
    this.placing.lost(slot);
  }

  hung(slot: number): void {
    this.placing.lost(slot);
  }

  recovered(slot: number): void {
    this.placing.back(slot);
  }

  changed(): void {
    this.takeParams();
  }

  measure(): void {
    const { metrics, meters, net } = this;
    for (let i = 0; i < this.slots; i++) {
      const shelf = this.shelves[i];
      this.line.measure(this.firstSlot + i);
      shelf.expire();
      meters.values[metrics.evictions + i] += shelf.takeEvictions();
      meters.values[metrics.expirations + i] += shelf.takeExpirations();
      meters.values[metrics.stored + i] = shelf.size;
      meters.values[metrics.staleAge + i] = this.staleAge[i];
      meters.values[metrics.hotKeyRate + i] = this.hotKey.rateAt(i, net.now);
      meters.values[metrics.memory + i] = ((shelf.size + this.dirty.countAt(i)) * this.params[this.fields.valueKB]) / 1024;
    }
    meters.values[metrics.dirty] = this.dirty.count;
    this.staleAge.fill(0);
    this.hotKey.begin(net.now);
  }
}
