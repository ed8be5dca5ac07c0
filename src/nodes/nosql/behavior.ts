/**
 * A store of equals. Whichever node a driver asks coordinates: it asks all nodes that keep the row and answers when enough of them have
 * (Gifford 1979; DeCandia and others 2007). Of two writes the one with the later time stamp stays. A store wired to another of its kind
 * tells it of every write, after the fact: each answers with its own nodes, and what it has from elsewhere is a little behind.
 */

import { ASK } from '../../engine/asks.ts';
import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import { MET } from '../../engine/follow/story.ts';
import { Lately } from '../../engine/lately.ts';
import { integerBelow, type Stream } from '../../engine/luck.ts';
import { Outbox } from '../../engine/outbox.ts';
import { parcelOf } from '../../engine/parcels.ts';
import { OUTCOME } from '../../engine/plan.ts';
import { Rows } from '../../engine/rows.ts';
import { instancesShown, packRows } from '../../engine/rowsView.ts';
import { Shipping } from '../../engine/shipping.ts';
import { type Truth, truthOf } from '../../engine/truth.ts';
import { Hints } from './hints.ts';
import { Labour } from './labour.ts';
import { Limits } from './limits.ts';
import { Members } from './members.ts';
import { KIND, Operations } from './operations.ts';
import { Quorums } from './quorums.ts';
import { RowTable } from './rowTable.ts';
import { nosqlSpec } from './spec.ts';
import { TestReads } from './testReads.ts';

export const nosqlBehavior: Behavior = {
  kind: nosqlSpec.kind,
  role: nosqlSpec.role,
  fields: nosqlSpec.fields,
  metrics: nosqlSpec.metrics,
  create: (ctx) => new Nosql(ctx),
};

const TIMER = { patience: 0, shipping: 1, test: 2, outbox: 3 } as const;

class Nosql implements Actor {
  private readonly ctx: NodeContext;
  private readonly truth: Truth;
  private readonly labour: Labour;
  private readonly ops: Operations;
  private readonly table: RowTable;
  private readonly members: Members;
  private readonly hints: Hints;
  private readonly limits: Limits;
  private readonly quorums: Quorums;
  private readonly shipping: Shipping;
  private readonly testReads: TestReads;
  private readonly outbox: Outbox;
  private readonly lately: Lately;
  private readonly rows: Rows;
  private readonly placing: Stream;
  /** One cell: when the next caller's patience ends; Infinity = no timer is set. */
  private readonly armed: Float64Array;
  private readonly fields;
  private readonly metrics;

  constructor(ctx: NodeContext) {
    const { memory, net, slots } = ctx;
    this.ctx = ctx;
    this.truth = truthOf(ctx, net.truths);
    net.ledgers[ctx.node] = this.truth;
    this.labour = new Labour(ctx);
    this.ops = new Operations(memory);
    this.table = new RowTable(memory, slots);
    this.members = new Members(ctx);
    this.hints = new Hints(ctx);
    this.limits = new Limits(ctx);
    const { labour, ops, table, members, hints } = this;
    const [enough, over] = [(op: number) => this.enough(op), (op: number) => this.over(op)];
    this.quorums = new Quorums(ctx, { labour, ops, table, members, hints, enough, over });
    this.shipping = new Shipping(ctx, this.truth.parcels, members, TIMER.shipping);
    this.testReads = new TestReads(ctx, TIMER.test);
    this.truth.lookers.set(ctx.node, this.testReads);
    const isLost = () => false;
    this.outbox = new Outbox(ctx, { isLost, speaker: () => members.speaker() }, TIMER.outbox);
    this.lately = new Lately(memory);
    this.rows = new Rows(ctx);
    this.placing = ctx.stream('place');
    this.armed = memory.f64(1).fill(Infinity);
    this.fields = {
      writeQuorum: ctx.param('writeQuorum'),
      readQuorum: ctx.param('readQuorum'),
      timeoutMs: ctx.param('quorumTimeoutMs'),
    };
    this.metrics = {
      reads: ctx.metric('reads'),
      writes: ctx.metric('writes'),
      staleReads: ctx.metric('staleReads'),
      acknowledged: ctx.metric('acknowledgedWrites'),
      lost: ctx.metric('lostWrites'),
      unavailable: ctx.metric('unavailable'),
      throttled: ctx.metric('throttled'),
      hints: ctx.metric('hints'),
      taken: ctx.metric('copiesTaken'),
      overruled: ctx.metric('overruled'),
      waiting: ctx.metric('copiesWaiting'),
      lag: ctx.metric('copyLag'),
    };
  }

  /** Drivers know which nodes refuse connections or are said to be dead, and leave them out; fresh silence nobody has noticed. */
  place(call: number): number {
    const { net } = this.ctx;
    const there = this.members.countThere();
    if (there === 0) return -1;
    return this.members.nthThere(integerBelow(this.placing, net.calls.request[call], net.saltOf(call), there));
  }

  receive(call: number): void {
    const { net } = this.ctx;
    const { calls, meters } = net;
    const row = this.rows.of(calls.key[call]);
    const asked = calls.scratch[call];
    // what goes wrong by chance has changed nothing
    if (net.errs(call)) {
      net.reply(call, OUTCOME.error);
      return;
    }
    if (asked === ASK.copy) {
      this.takeCopy(call, row);
      return;
    }
    // the rest of what writes ask changes nothing of what is read here, and costs what a read costs
    const isWrite = asked === ASK.write || asked === ASK.settle;
    if (!this.limits.take(row, isWrite)) {
      meters.values[this.metrics.throttled]++;
      net.reply(call, OUTCOME.limited);
      return;
    }
    const op = this.begin(isWrite ? KIND.write : KIND.read, call, row);
    if (op < 0) return;
    const copies = this.members.find(row);
    if (isWrite) {
      const base = this.table.heldBy(this.table.latest(row, this.members.keepers, copies), row);
      this.ops.write[op] = this.truth.number();
      this.lately.add(row);
      this.ops.stamp[op] = net.now + this.members.clockAhead(calls.to[call]);
      this.shipping.send(calls.to[call], this.ops.write[op], this.ops.stamp[op], base, call);
    } else this.ops.known[op] = this.truth.newestOf(row);
    this.quorums.begin(op, copies, calls.request[call], net.saltOf(call));
  }

  served(work: number): void {
    this.quorums.served(work);
  }

  returned(_: number, child: number, outcome: number): void {
    if (this.isShipped(child)) this.shipping.returned(child, outcome);
    else this.outbox.returned(child, outcome);
  }

  again(child: number): void {
    if (this.isShipped(child)) this.shipping.again(child);
    else this.outbox.again(child);
  }

  wake(code: number, arg: number): void {
    if (code === TIMER.patience) this.endPatience();
    else if (code === TIMER.shipping) this.shipping.ring(arg);
    else if (code === TIMER.test) this.test();
    else this.outbox.ring();
  }

  crashed(slot: number): void {
    this.quorums.crashed(slot);
    this.shipping.crashed(slot);
    // whoever spoke for all, the next one begins anew
    this.outbox.forgetCalls();
    this.outbox.goOn();
  }

  hung(slot: number): void {
    this.members.fellSilent(slot);
  }

  recovered(slot: number): void {
    this.quorums.recovered(slot);
    this.shipping.recovered();
    this.outbox.goOn();
  }

  changed(): void {
    this.labour.changed();
    this.limits.changed();
    if (this.members.changed()) {
      this.table.resettle((row, into) => {
        const count = this.members.find(row);
        for (let k = 0; k < count; k++) into[k] = this.members.keepers[k];
        return count;
      });
    }
  }

  show(): Float64Array {
    const { ctx, table, members } = this;
    const shown = Math.min(ctx.net.instances.reachOf(ctx.firstSlot, ctx.slots), instancesShown);
    return packRows(
      this.lately.rows().map((row) => {
        const versions = new Array<number>(shown).fill(-1);
        const copies = members.find(row);
        for (let k = 0; k < copies; k++)
          if (members.keepers[k] < shown) versions[members.keepers[k]] = table.heldBy(members.keepers[k], row);
        return { row, newest: this.truth.newestOf(row), versions };
      }),
    );
  }

  measure(): void {
    const { values } = this.ctx.net.meters;
    for (let i = 0; i < this.ctx.slots; i++) {
      this.hints.expire(i);
      values[this.metrics.hints + i] = this.hints.countOf(i);
    }
    if (this.shipping.links.length === 0) return;
    values[this.metrics.waiting] = this.shipping.count;
    values[this.metrics.lag] = this.shipping.lag;
  }

  /** Whether a call goes to another store, and not to a queue. */
  private isShipped(child: number): boolean {
    return this.shipping.links.includes(this.ctx.net.calls.link[child]);
  }

  /** An operation whose caller waits. @returns -1 = too few copies are there, and the caller has been told */
  private begin(kind: number, call: number, row: number): number {
    const { net } = this.ctx;
    const { params } = net;
    const copies = this.members.find(row);
    const need = Math.min(copies, params[kind === KIND.read ? this.fields.readQuorum : this.fields.writeQuorum]);
    if (this.members.countOfFound(copies) < need) {
      net.meters.values[this.metrics.unavailable]++;
      net.reply(call, OUTCOME.error);
      return -1;
    }
    const op = this.ops.take(kind, call, net.calls.to[call], row);
    this.ops.need[op] = need;
    net.follower?.met(call, MET.quorum, need);
    this.ops.await(op, net.now + params[this.fields.timeoutMs] / 1000);
    this.arm(this.ops.dueAt[op]);
    return op;
  }

  /** A write that another store has made. */
  private takeCopy(call: number, row: number): void {
    const { net } = this.ctx;
    const { parcels } = this.truth;
    const memo = net.calls.memo[call];
    if (parcels.isOver(memo)) {
      net.reply(call, OUTCOME.ok);
      return;
    }
    const op = this.begin(KIND.copy, call, row);
    if (op < 0) return;
    const parcel = parcelOf(memo);
    const copies = this.members.find(row);
    const latest = this.table.latest(row, this.members.keepers, copies);
    this.ops.write[op] = parcels.write[parcel];
    this.lately.add(row);
    this.ops.stamp[op] = parcels.stamp[parcel];
    // the latest was made here and whoever made the other did not know of it: one of two acknowledged writes goes
    const own = this.table.ownOf(row);
    const isUnknown = own > parcels.base[parcel] && this.table.heldBy(latest, row) === own;
    if (isUnknown && this.table.stampAt(latest, row) < this.ops.stamp[op]) net.meters.values[this.metrics.overruled]++;
    this.quorums.begin(op, copies, net.calls.request[call], net.saltOf(call));
  }

  /** Test reads whose moment has come. */
  private test(): void {
    const { testReads, ops } = this;
    for (let test = testReads.take(); test >= 0; test = testReads.take()) {
      const row = testReads.row[test];
      const there = this.members.countThere();
      const copies = this.members.find(row);
      const need = Math.min(copies, this.ctx.net.params[this.fields.readQuorum]);
      if (this.members.countOfFound(copies) < need) {
        testReads.count(false);
        continue;
      }
      const op = ops.take(KIND.test, -1, this.members.nthThere(testReads.write[test] % there), row);
      ops.need[op] = need;
      ops.known[op] = testReads.write[test];
      this.quorums.begin(op, copies, testReads.request[test], testReads.write[test]);
    }
  }

  private arm(at: number): void {
    if (at >= this.armed[0]) return;
    this.armed[0] = at;
    this.ctx.net.wake(this.ctx.node, TIMER.patience, 0, at);
  }

  private endPatience(): void {
    const { net } = this.ctx;
    if (this.armed[0] !== net.now) return;
    this.armed[0] = Infinity;
    const { ops } = this;
    for (let op = ops.waiting.first; op >= 0; ) {
      const next = ops.waiting.next(op);
      if (ops.dueAt[op] > net.now) {
        this.arm(ops.dueAt[op]);
        return;
      }
      this.quorums.expire(op);
      op = next;
    }
  }

  /** Enough copies have answered. */
  private enough(op: number): void {
    switch (this.ops.kind[op]) {
      case KIND.write:
        this.acknowledge(op);
        break;
      case KIND.copy:
        if (this.truth.parcels.take(this.ctx.net.calls.memo[this.ops.call[op]])) this.ctx.net.meters.values[this.metrics.taken]++;
        break;
      case KIND.read:
        this.answerRead(op);
        break;
      default:
        this.judge(op);
        return;
    }
    this.quorums.end(op, OUTCOME.ok);
  }

  private over(op: number): void {
    if (this.ops.kind[op] === KIND.test) this.judge(op);
  }

  private acknowledge(op: number): void {
    const { ops, metrics } = this;
    const { calls, meters } = this.ctx.net;
    const call = ops.call[op];
    const row = ops.row[op];
    calls.version[call] = ops.write[op];
    meters.values[metrics.writes + ops.slot[op] - this.ctx.firstSlot]++;
    this.outbox.add(ops.write[op], calls.key[call], calls.request[call]);
    if (calls.waiting[call] === 0) return;
    meters.values[metrics.acknowledged]++;
    this.truth.acknowledge(row, ops.write[op]);
    this.table.acknowledge(row, ops.write[op]);
    if (ops.isBeaten(op)) meters.values[metrics.lost]++;
    for (const link of this.shipping.links)
      this.truth.lookers.get(this.ctx.plan.links[link].to)?.expect(row, ops.write[op], calls.request[call]);
  }

  private answerRead(op: number): void {
    const { ops } = this;
    const { calls, meters } = this.ctx.net;
    calls.version[ops.call[op]] = ops.seen[op];
    meters.values[this.metrics.reads + ops.slot[op] - this.ctx.firstSlot]++;
    if (ops.seen[op] >= ops.known[op]) return;
    calls.stale[ops.call[op]] = 1;
    meters.values[this.metrics.staleReads]++;
  }

  /** A test read has its answers: once. */
  private judge(op: number): void {
    const { ops } = this;
    if (ops.known[op] === 0) return;
    this.testReads.count(ops.got[op] >= ops.need[op] && ops.seen[op] >= ops.known[op]);
    ops.known[op] = 0;
  }
}
