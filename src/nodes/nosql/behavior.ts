/**
 * A store of equals. Whichever node a driver asks coordinates: it asks all nodes that keep the row and answers when enough of them have
 * (Gifford 1979; DeCandia and others 2007). Of two writes the one with the later time stamp stays.
 */

import { ASK } from '../../engine/asks.ts';
import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import { integerBelow, type Stream } from '../../engine/luck.ts';
import { HEALTH, OUTCOME } from '../../engine/plan.ts';
import { Rows } from '../../engine/rows.ts';
import { Hints } from './hints.ts';
import { copyOf, Labour, operationOf, STAGE } from './labour.ts';
import { Limits } from './limits.ts';
import { Members } from './members.ts';
import { KIND, mostCopies, Operations } from './operations.ts';
import { RowTable } from './rowTable.ts';
import { nosqlSpec } from './spec.ts';

export const nosqlBehavior: Behavior = {
  kind: nosqlSpec.kind,
  role: nosqlSpec.role,
  fields: nosqlSpec.fields,
  metrics: nosqlSpec.metrics,
  create: (ctx) => new Nosql(ctx),
};

const PATIENCE = 0;
/** Bit of `Operations.busy` beyond those of the copies: they are still being asked, nothing can be settled yet. */
const asking = 1 << mostCopies;

class Nosql implements Actor {
  private readonly ctx: NodeContext;
  private readonly labour: Labour;
  private readonly ops: Operations;
  private readonly table: RowTable;
  private readonly members: Members;
  private readonly hints: Hints;
  private readonly limits: Limits;
  private readonly rows: Rows;
  private readonly placing: Stream;
  /** One cell: when the next caller's patience ends; Infinity = no timer is set. */
  private readonly armed: Float64Array;
  private readonly fields;
  private readonly metrics;

  constructor(ctx: NodeContext) {
    const { memory, net, slots } = ctx;
    this.ctx = ctx;
    this.labour = new Labour(ctx);
    this.ops = new Operations(memory);
    this.table = new RowTable(memory, slots);
    net.ledgers[ctx.node] = this.table;
    this.members = new Members(ctx);
    this.hints = new Hints(ctx);
    this.limits = new Limits(ctx);
    this.rows = new Rows(ctx);
    this.placing = ctx.stream('place');
    this.armed = memory.f64(1).fill(Infinity);
    this.fields = {
      writeQuorum: ctx.param('writeQuorum'),
      readQuorum: ctx.param('readQuorum'),
      hopMs: ctx.param('hopMs'),
      timeoutMs: ctx.param('quorumTimeoutMs'),
      readRepair: ctx.param('readRepair'),
    };
    this.metrics = {
      reads: ctx.metric('reads'),
      writes: ctx.metric('writes'),
      staleReads: ctx.metric('staleReads'),
      acknowledged: ctx.metric('acknowledgedWrites'),
      lost: ctx.metric('lostWrites'),
      unavailable: ctx.metric('unavailable'),
      late: ctx.metric('lateQuorums'),
      throttled: ctx.metric('throttled'),
      repairs: ctx.metric('repairs'),
      hints: ctx.metric('hints'),
    };
  }

  /** Drivers know which nodes refuse connections or are said to be dead, and leave them out; fresh silence nobody has noticed. */
  place(call: number): number {
    const { net, firstSlot, slots } = this.ctx;
    let there = 0;
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) if (this.members.isThere(slot)) there++;
    if (there === 0) return -1;
    let nth = integerBelow(this.placing, net.calls.request[call], net.saltOf(call), there);
    let slot = firstSlot;
    while (!this.members.isThere(slot) || nth-- > 0) slot++;
    return slot;
  }

  receive(call: number): void {
    const { net, firstSlot } = this.ctx;
    const { calls, params, meters } = net;
    const row = this.rows.of(calls.key[call]);
    const isWrite = calls.scratch[call] === ASK.write;
    // what goes wrong by chance has changed nothing
    if (net.errs(call)) {
      net.reply(call, OUTCOME.error);
      return;
    }
    if (!this.limits.take(row, isWrite)) {
      meters.values[this.metrics.throttled]++;
      net.reply(call, OUTCOME.limited);
      return;
    }
    const { keepers } = this.members;
    const copies = this.members.find(row);
    const need = Math.min(copies, params[isWrite ? this.fields.writeQuorum : this.fields.readQuorum]);
    let there = 0;
    for (let k = 0; k < copies; k++) if (this.members.isThere(firstSlot + keepers[k])) there++;
    if (there < need) {
      meters.values[this.metrics.unavailable]++;
      net.reply(call, OUTCOME.error);
      return;
    }
    const op = this.ops.take(isWrite ? KIND.write : KIND.read, call, calls.to[call], row);
    this.ops.copies[op] = copies;
    this.ops.need[op] = need;
    if (isWrite) {
      this.ops.write[op] = this.table.number();
      this.ops.stamp[op] = net.now + this.members.clockAhead(calls.to[call]);
    } else {
      this.ops.known[op] = this.table.newestOf(row);
    }
    this.ops.await(op, net.now + params[this.fields.timeoutMs] / 1000);
    this.arm(this.ops.dueAt[op]);
    for (let k = 0; k < copies; k++) this.ops.keeper[op * mostCopies + k] = firstSlot + keepers[k];
    const salt = net.saltOf(call);
    const request = calls.request[call];
    this.ops.busy[op] = asking;
    for (let k = 0; k < copies; k++) this.ask(op, k, request, salt);
    this.ops.busy[op] &= ~asking;
    this.settle(op);
  }

  served(work: number): void {
    const { net } = this.ctx;
    const { calls } = net;
    const slot = calls.to[work];
    const i = slot - this.ctx.firstSlot;
    switch (calls.stage[work]) {
      case STAGE.out:
        calls.stage[work] = STAGE.asked;
        if (!this.labour.enter(work)) this.refused(work);
        return;
      case STAGE.asked:
        this.labour.leave(slot);
        this.apply(work);
        if (!this.isFar(work)) break;
        calls.stage[work] = STAGE.back;
        net.serve(work, this.hopSeconds);
        return;
      case STAGE.back:
        break;
      default: {
        const isHint = calls.stage[work] === STAGE.hint;
        this.labour.leave(slot);
        this.table.put(i, calls.key[work], calls.memo[work], calls.version[work]);
        calls.free(work);
        if (isHint) this.hints.arrived(i);
        if (isHint) this.bringHint(i);
        return;
      }
    }
    this.answered(work);
  }

  wake(): void {
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
      // one that is silent itself notices when it comes to itself
      if (net.instances.health[ops.slot[op]] !== HEALTH.hung) this.runOut(op);
      op = next;
    }
  }

  crashed(slot: number): void {
    const { ops } = this;
    const i = slot - this.ctx.firstSlot;
    this.labour.crashed(slot);
    this.hints.interrupted(i);
    for (let op = 0; op < ops.used; op++) {
      if (ops.kind[op] === KIND.free) continue;
      if (ops.slot[op] === slot) ops.endWait(op);
      for (let k = 0; k < ops.copies[op]; k++) {
        const bit = 1 << k;
        if (ops.keeper[op * mostCopies + k] !== slot || (ops.busy[op] & bit) === 0) continue;
        ops.busy[op] &= ~bit;
        if (ops.kind[op] === KIND.write) this.hints.add(i, ops.row[op], ops.write[op], ops.stamp[op]);
      }
      this.settle(op);
    }
  }

  hung(slot: number): void {
    this.members.fellSilent(slot);
  }

  recovered(slot: number): void {
    const { net } = this.ctx;
    const { ops } = this;
    this.bringHint(slot - this.ctx.firstSlot);
    for (let op = 0; op < ops.used; op++) {
      if (ops.kind[op] === KIND.free || ops.slot[op] !== slot || ops.call[op] < 0) continue;
      if (ops.got[op] < ops.need[op] && ops.dueAt[op] <= net.now) this.runOut(op);
      else this.settle(op);
    }
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

  measure(): void {
    for (let i = 0; i < this.ctx.slots; i++) {
      this.hints.expire(i);
      this.ctx.net.meters.values[this.metrics.hints + i] = this.hints.countOf(i);
    }
  }

  private get hopSeconds(): number {
    return this.ctx.net.params[this.fields.hopMs] / 1000;
  }

  /** Whether work for an operation is at another node than who coordinates it. */
  private isFar(work: number): boolean {
    const { calls } = this.ctx.net;
    const op = operationOf(calls.scratch[work]);
    return this.hopSeconds > 0 && this.ops.slot[op] !== calls.to[work];
  }

  private arm(at: number): void {
    if (at >= this.armed[0]) return;
    this.armed[0] = at;
    this.ctx.net.wake(this.ctx.node, PATIENCE, 0, at);
  }

  /** Asks one of the copies. Who is away misses a write, and gets it later. */
  private ask(op: number, k: number, request: number, salt: number): void {
    const { net, firstSlot } = this.ctx;
    const { ops } = this;
    const { calls } = net;
    const slot = ops.keeper[op * mostCopies + k];
    if (!net.instances.isUp(slot)) {
      if (ops.kind[op] === KIND.write) this.hints.add(slot - firstSlot, ops.row[op], ops.write[op], ops.stamp[op]);
      // silence is not known for what it is until patience ends
      if (this.members.isThere(slot)) ops.silent[op] |= 1 << k;
      return;
    }
    ops.busy[op] |= 1 << k;
    const work = this.labour.forOperation(slot, request, op, k, salt);
    if (this.isFar(work)) {
      net.serve(work, this.hopSeconds);
    } else {
      calls.stage[work] = STAGE.asked;
      if (!this.labour.enter(work)) this.refused(work);
    }
  }

  /** A node does what an operation asks of it. */
  private apply(work: number): void {
    const { ops, table } = this;
    const { calls } = this.ctx.net;
    const op = operationOf(calls.scratch[work]);
    const k = copyOf(calls.scratch[work]);
    const i = calls.to[work] - this.ctx.firstSlot;
    if (ops.kind[op] === KIND.write) {
      if (table.put(i, ops.row[op], ops.write[op], ops.stamp[op])) ops.beaten[op] |= 1 << k;
      return;
    }
    ops.found[op * mostCopies + k] = table.heldBy(i, ops.row[op]);
    ops.foundStamp[op * mostCopies + k] = table.stampAt(i, ops.row[op]);
  }

  /** A node has no room for what an operation asks of it: it misses a write, and gets it when its turn comes. */
  private refused(work: number): void {
    const { ops } = this;
    const { calls } = this.ctx.net;
    const op = operationOf(calls.scratch[work]);
    const i = calls.to[work] - this.ctx.firstSlot;
    calls.free(work);
    ops.busy[op] &= ~(1 << copyOf(calls.scratch[work]));
    if (ops.kind[op] === KIND.write) this.hints.add(i, ops.row[op], ops.write[op], ops.stamp[op]);
    this.settle(op);
    this.bringHint(i);
  }

  /** A copy's answer has reached who coordinates. */
  private answered(work: number): void {
    const { ops } = this;
    const { calls } = this.ctx.net;
    const op = operationOf(calls.scratch[work]);
    const k = copyOf(calls.scratch[work]);
    calls.free(work);
    ops.busy[op] &= ~(1 << k);
    ops.got[op]++;
    const at = op * mostCopies + k;
    if (ops.kind[op] === KIND.read && ops.foundStamp[at] > ops.seenStamp[op]) {
      ops.seenStamp[op] = ops.foundStamp[at];
      ops.seen[op] = ops.found[at];
    }
    this.settle(op);
  }

  /** Answers an operation's caller if enough copies have, gives up if enough never will, and ends what is over. */
  private settle(op: number): void {
    const { ops } = this;
    const { net } = this.ctx;
    if ((ops.busy[op] & asking) !== 0) return;
    if (ops.call[op] >= 0 && net.instances.health[ops.slot[op]] === HEALTH.up) {
      if (ops.got[op] >= ops.need[op]) this.reply(op);
      else if (ops.isHopeless(op)) {
        net.meters.values[this.metrics.unavailable]++;
        this.end(op, OUTCOME.error);
      }
    }
    if (!ops.isDone(op)) return;
    if (ops.kind[op] === KIND.read && net.params[this.fields.readRepair] === 1) this.repair(op);
    ops.free(op);
  }

  /** Patience has ended. */
  private runOut(op: number): void {
    this.ctx.net.meters.values[this.metrics.late]++;
    this.end(op, OUTCOME.error);
    this.settle(op);
  }

  private end(op: number, outcome: number): void {
    const call = this.ops.call[op];
    this.ops.endWait(op);
    this.ctx.net.reply(call, outcome);
  }

  private reply(op: number): void {
    const { ops, table } = this;
    const { calls, meters } = this.ctx.net;
    const call = ops.call[op];
    const i = ops.slot[op] - this.ctx.firstSlot;
    if (ops.kind[op] === KIND.write) {
      calls.version[call] = ops.write[op];
      meters.values[this.metrics.writes + i]++;
      if (calls.waiting[call] === 1) {
        meters.values[this.metrics.acknowledged]++;
        table.acknowledge(ops.row[op], ops.write[op]);
        if (ops.isBeaten(op)) meters.values[this.metrics.lost]++;
      }
    } else {
      calls.version[call] = ops.seen[op];
      meters.values[this.metrics.reads + i]++;
      if (ops.seen[op] < ops.known[op]) {
        calls.stale[call] = 1;
        meters.values[this.metrics.staleReads]++;
      }
    }
    this.end(op, OUTCOME.ok);
  }

  /** All copies that were read have answered: those that are behind get what the newest has. */
  private repair(op: number): void {
    const { ops } = this;
    const { net, firstSlot } = this.ctx;
    if (ops.seen[op] === 0) return;
    for (let k = 0; k < ops.copies[op]; k++) {
      const at = op * mostCopies + k;
      const slot = ops.keeper[at];
      if (ops.found[at] < 0 || ops.foundStamp[at] >= ops.seenStamp[op] || !net.instances.isUp(slot)) continue;
      // another read may have had it repaired meanwhile
      if (this.table.stampAt(slot - firstSlot, ops.row[op]) >= ops.seenStamp[op]) continue;
      net.meters.values[this.metrics.repairs]++;
      this.labour.bring(slot, STAGE.repair, ops.row[op], ops.seen[op], ops.seenStamp[op]);
    }
  }

  /** The next write that a node missed while it was away. */
  private bringHint(i: number): void {
    const slot = this.ctx.firstSlot + i;
    if (!this.ctx.net.instances.isUp(slot)) return;
    const hint = this.hints.next(i);
    if (hint >= 0) this.labour.bring(slot, STAGE.hint, this.hints.row[hint], this.hints.write[hint], this.hints.stamp[hint]);
  }
}
