/** How an operation runs: all that keep its row are asked, enough answers settle it, and whoever missed a write is brought it later. */

import type { NodeContext } from '../../engine/behavior.ts';
import { SPENT } from '../../engine/follow/story.ts';
import { HEALTH, OUTCOME } from '../../engine/plan.ts';
import type { Hints } from './hints.ts';
import { copyOf, type Labour, operationOf, STAGE } from './labour.ts';
import type { Members } from './members.ts';
import { isWriting, KIND, mostCopies, type Operations } from './operations.ts';
import type { RowTable } from './rowTable.ts';

/** Bit of `Operations.busy` beyond those of the copies: they are still being asked, nothing can be settled yet. */
const asking = 1 << mostCopies;

export interface Parts {
  readonly labour: Labour;
  readonly ops: Operations;
  readonly table: RowTable;
  readonly members: Members;
  readonly hints: Hints;
  /** Enough copies have answered, and whoever coordinates is up; the operation's caller, if it has one, is to be answered now. */
  enough(op: number): void;
  /** Nobody waits for the operation any more and nobody is at it: its numbers are readable for the last time. */
  over(op: number): void;
}

export class Quorums {
  private readonly ctx: NodeContext;
  private readonly parts: Parts;
  private readonly fields;
  private readonly metrics;

  constructor(ctx: NodeContext, parts: Parts) {
    this.ctx = ctx;
    this.parts = parts;
    this.fields = { hopMs: ctx.param('hopMs'), readRepair: ctx.param('readRepair') };
    this.metrics = { unavailable: ctx.metric('unavailable'), late: ctx.metric('lateQuorums'), repairs: ctx.metric('repairs') };
  }

  /** Asks the `copies` that `members.find` has just found. */
  begin(op: number, copies: number, request: number, salt: number): void {
    const { ops, members } = this.parts;
    ops.copies[op] = copies;
    for (let k = 0; k < copies; k++) ops.keeper[op * mostCopies + k] = this.ctx.firstSlot + members.keepers[k];
    ops.busy[op] = asking;
    for (let k = 0; k < copies; k++) this.ask(op, k, request, salt);
    ops.busy[op] &= ~asking;
    this.settle(op);
  }

  /** A node has done a piece of work, or it has come over the way between two of them. */
  served(work: number): void {
    const { net, firstSlot } = this.ctx;
    const { calls } = net;
    const { labour } = this.parts;
    const slot = calls.to[work];
    switch (calls.stage[work]) {
      case STAGE.out:
        calls.stage[work] = STAGE.asked;
        if (!labour.enter(work)) this.refused(work);
        return;
      case STAGE.asked:
        labour.leave(slot);
        this.apply(work);
        if (!this.isFar(work)) break;
        calls.stage[work] = STAGE.back;
        net.serve(work, this.hopSeconds);
        net.follower?.doing(work, SPENT.distance);
        return;
      case STAGE.back:
        break;
      default:
        this.brought(work, slot - firstSlot);
        return;
    }
    this.answered(work);
  }

  crashed(slot: number): void {
    const { ops, labour, hints } = this.parts;
    const i = slot - this.ctx.firstSlot;
    labour.crashed(slot);
    hints.interrupted(i);
    for (let op = 0; op < ops.used; op++) {
      if (ops.kind[op] === KIND.free) continue;
      if (ops.slot[op] === slot) ops.endWait(op);
      for (let k = 0; k < ops.copies[op]; k++) {
        const bit = 1 << k;
        if (ops.keeper[op * mostCopies + k] !== slot || (ops.busy[op] & bit) === 0) continue;
        ops.busy[op] &= ~bit;
        if (isWriting(ops.kind[op])) hints.add(i, ops.row[op], ops.write[op], ops.stamp[op]);
      }
      this.settle(op);
    }
  }

  recovered(slot: number): void {
    const { ops } = this.parts;
    this.bringHint(slot - this.ctx.firstSlot);
    for (let op = 0; op < ops.used; op++) {
      if (ops.kind[op] === KIND.free || ops.slot[op] !== slot || ops.call[op] < 0) continue;
      if (ops.got[op] < ops.need[op] && ops.dueAt[op] <= this.ctx.net.now) this.runOut(op);
      else this.settle(op);
    }
  }

  /** Patience has ended, but who is silent itself notices only when it comes to itself. */
  expire(op: number): void {
    if (this.ctx.net.instances.health[this.parts.ops.slot[op]] !== HEALTH.hung) this.runOut(op);
  }

  end(op: number, outcome: number): void {
    const call = this.parts.ops.call[op];
    this.parts.ops.endWait(op);
    this.ctx.net.reply(call, outcome);
  }

  private get hopSeconds(): number {
    return this.ctx.net.params[this.fields.hopMs] / 1000;
  }

  /** Whether work for an operation is at another node than who coordinates it. */
  private isFar(work: number): boolean {
    const { calls } = this.ctx.net;
    const op = operationOf(calls.scratch[work]);
    return this.hopSeconds > 0 && this.parts.ops.slot[op] !== calls.to[work];
  }

  /** Asks one of the copies. Who is away misses a write, and gets it later. */
  private ask(op: number, k: number, request: number, salt: number): void {
    const { net, firstSlot } = this.ctx;
    const { ops, hints, labour, members } = this.parts;
    const slot = ops.keeper[op * mostCopies + k];
    if (!net.instances.isUp(slot)) {
      if (isWriting(ops.kind[op])) hints.add(slot - firstSlot, ops.row[op], ops.write[op], ops.stamp[op]);
      // silence is not known for what it is until patience ends
      if (members.isThere(slot)) ops.silent[op] |= 1 << k;
      return;
    }
    ops.busy[op] |= 1 << k;
    const work = labour.forOperation(slot, request, op, k, salt);
    if (ops.call[op] >= 0) net.follower?.isFor(work, ops.call[op]);
    if (this.isFar(work)) {
      net.serve(work, this.hopSeconds);
      net.follower?.doing(work, SPENT.distance);
    } else {
      net.calls.stage[work] = STAGE.asked;
      if (!labour.enter(work)) this.refused(work);
    }
  }

  /** A node does what an operation asks of it. */
  private apply(work: number): void {
    const { ops, table } = this.parts;
    const { calls } = this.ctx.net;
    const op = operationOf(calls.scratch[work]);
    const k = copyOf(calls.scratch[work]);
    const i = calls.to[work] - this.ctx.firstSlot;
    if (isWriting(ops.kind[op])) {
      if (table.put(i, ops.row[op], ops.write[op], ops.stamp[op])) ops.beaten[op] |= 1 << k;
      return;
    }
    ops.found[op * mostCopies + k] = table.heldBy(i, ops.row[op]);
    ops.foundStamp[op * mostCopies + k] = table.stampAt(i, ops.row[op]);
  }

  /** A node has no room for what an operation asks of it: it misses a write, and gets it when its turn comes. */
  private refused(work: number): void {
    const { ops, hints } = this.parts;
    const { calls } = this.ctx.net;
    const op = operationOf(calls.scratch[work]);
    const i = calls.to[work] - this.ctx.firstSlot;
    calls.free(work);
    ops.busy[op] &= ~(1 << copyOf(calls.scratch[work]));
    if (isWriting(ops.kind[op])) hints.add(i, ops.row[op], ops.write[op], ops.stamp[op]);
    this.settle(op);
    this.bringHint(i);
  }

  /** A copy's answer has reached who coordinates. */
  private answered(work: number): void {
    const { ops } = this.parts;
    const { calls } = this.ctx.net;
    const op = operationOf(calls.scratch[work]);
    const k = copyOf(calls.scratch[work]);
    calls.free(work);
    ops.busy[op] &= ~(1 << k);
    ops.got[op]++;
    const at = op * mostCopies + k;
    if (!isWriting(ops.kind[op]) && ops.foundStamp[at] > ops.seenStamp[op]) {
      ops.seenStamp[op] = ops.foundStamp[at];
      ops.seen[op] = ops.found[at];
    }
    this.settle(op);
  }

  /** Settles an operation if enough copies have answered, gives up if enough never will, and ends what is over. */
  private settle(op: number): void {
    const { ops } = this.parts;
    const { net } = this.ctx;
    if ((ops.busy[op] & asking) !== 0) return;
    const isHeard = ops.kind[op] === KIND.test || (ops.call[op] >= 0 && net.instances.health[ops.slot[op]] === HEALTH.up);
    if (isHeard) {
      if (ops.got[op] >= ops.need[op]) this.parts.enough(op);
      else if (ops.call[op] >= 0 && ops.isHopeless(op)) {
        net.meters.values[this.metrics.unavailable]++;
        this.end(op, OUTCOME.error);
      }
    }
    if (!ops.isDone(op)) return;
    this.parts.over(op);
    if (!isWriting(ops.kind[op]) && net.params[this.fields.readRepair] === 1) this.repair(op);
    ops.free(op);
  }

  private runOut(op: number): void {
    this.ctx.net.meters.values[this.metrics.late]++;
    this.end(op, OUTCOME.error);
    this.settle(op);
  }

  /** All copies that were read have answered: those that are behind get what the newest has. */
  private repair(op: number): void {
    const { ops, table, labour } = this.parts;
    const { net, firstSlot } = this.ctx;
    if (ops.seen[op] === 0) return;
    for (let k = 0; k < ops.copies[op]; k++) {
      const at = op * mostCopies + k;
      const slot = ops.keeper[at];
      if (ops.found[at] < 0 || ops.foundStamp[at] >= ops.seenStamp[op] || !net.instances.isUp(slot)) continue;
      // another read may have had it repaired meanwhile
      if (table.stampAt(slot - firstSlot, ops.row[op]) >= ops.seenStamp[op]) continue;
      net.meters.values[this.metrics.repairs]++;
      labour.bring(slot, STAGE.repair, ops.row[op], ops.seen[op], ops.seenStamp[op]);
    }
  }

  /** A hint or a repair has been applied. */
  private brought(work: number, i: number): void {
    const { calls } = this.ctx.net;
    const { labour, table, hints } = this.parts;
    const isHint = calls.stage[work] === STAGE.hint;
    labour.leave(calls.to[work]);
    table.put(i, calls.key[work], calls.memo[work], calls.version[work]);
    calls.free(work);
    if (isHint) hints.arrived(i);
    if (isHint) this.bringHint(i);
  }

  /** The next write that a node missed while it was away. */
  private bringHint(i: number): void {
    const { hints, labour } = this.parts;
    const slot = this.ctx.firstSlot + i;
    if (!this.ctx.net.instances.isUp(slot)) return;
    const hint = hints.next(i);
    if (hint >= 0) labour.bring(slot, STAGE.hint, hints.row[hint], hints.write[hint], hints.stamp[hint]);
  }
}
