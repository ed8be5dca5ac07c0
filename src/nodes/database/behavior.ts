import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import type { Calls } from '../../engine/calls.ts';
import type { Instances } from '../../engine/instances.ts';
import { Lately } from '../../engine/lately.ts';
import { type Book, Ledger } from '../../engine/ledger.ts';
import { MeteredStations } from '../../engine/meteredStations.ts';
import type { Network } from '../../engine/network.ts';
import { Outbox } from '../../engine/outbox.ts';
import { HEALTH, OUTCOME } from '../../engine/plan.ts';
import { instancesShown, packRows } from '../../engine/rowsView.ts';
import { Siblings } from '../../engine/siblings.ts';
import { Copies } from './copies.ts';
import { CUT } from './cuts.ts';
import { Disk } from './disk.ts';
import { DiskLine } from './diskLine.ts';
import { Failover } from './failover.ts';
import { Readers } from './readers.ts';
import { RECEIPT } from './receipts.ts';
import { Resizing } from './resizing.ts';
import { TIMER } from './shipping.ts';
import { databaseSpec } from './spec.ts';
import { STEP, Statements } from './statements.ts';
import { ON_ITS_WAY } from './travel.ts';

export const databaseBehavior: Behavior = {
  kind: databaseSpec.kind,
  role: databaseSpec.role,
  fields: databaseSpec.fields,
  metrics: databaseSpec.metrics,
  faults: databaseSpec.faults,
  create: (ctx) => new Database(ctx),
};

/** In the order of the spec. */
const FAULT = { diskFull: 0, cutOff: 1, deaf: 2, mute: 3, longLock: 4, backup: 5 } as const;
const cutOf: Readonly<Record<number, number>> = { [FAULT.cutOff]: CUT.off, [FAULT.deaf]: CUT.deaf, [FAULT.mute]: CUT.mute };

class Database implements Actor {
  private readonly net: Network;
  private readonly calls: Calls;
  private readonly instances: Instances;
  private readonly firstSlot: number;
  private readonly slots: number;
  private readonly cpu: MeteredStations;
  private readonly disk: Disk;
  private readonly diskLine: DiskLine;
  private readonly copies: Copies;
  private readonly failover: Failover;
  private readonly outbox: Outbox;
  private readonly siblings: Siblings;
  private readonly lately: Lately;
  private readonly book: Book;
  private readonly readers: Readers;
  private readonly statements: Statements;
  private readonly resizing: Resizing;
  private readonly metrics;

  constructor(ctx: NodeContext) {
    const { net, memory, firstSlot, slots } = ctx;
    this.net = net;
    this.calls = net.calls;
    this.instances = net.instances;
    this.firstSlot = firstSlot;
    this.slots = slots;
    this.cpu = new MeteredStations(memory, net, firstSlot, slots);
    const ledger = new Ledger(memory);
    this.disk = new Disk(ctx);
    this.diskLine = new DiskLine(ctx);
    this.copies = new Copies(ctx, ledger, this.cpu, this.disk);
    ledger.seenAt = (i, row) => {
      const slot = firstSlot + i;
      return this.copies.isPrimary(slot) || this.copies.isCopy(slot) ? this.copies.seenAt(slot, row) : -1;
    };
    this.failover = new Failover(ctx, this.copies);
    this.outbox = new Outbox(ctx, this.copies, TIMER.outbox);
    this.siblings = new Siblings(ctx, this.copies, TIMER.siblings);
    net.ledgers[ctx.node] = this.siblings.bookOf(ledger);
    this.readers = new Readers(ctx, this.copies, ledger, this.failover.addresses);
    this.lately = new Lately(memory);
    this.book = net.ledgers[ctx.node] as Book;
    const { cpu, disk, diskLine, copies, outbox, siblings, readers } = this;
    this.statements = new Statements(ctx, { cpu, ledger, disk, diskLine, copies, outbox, siblings, readers, lately: this.lately });
    this.resizing = new Resizing(ctx, this.copies);
    this.metrics = {
      refused: ctx.metric('refusedWrites'),
      lag: ctx.metric('lag'),
      toApply: ctx.metric('writesToApply'),
      memory: ctx.metric('memoryMb'),
      reads: ctx.metric('reads'),
      diskReads: ctx.metric('diskReads'),
      bufferHit: ctx.metric('bufferHit'),
      isPrimary: ctx.metric('isPrimary'),
    };
  }

  private isChore(call: number): boolean {
    return this.calls.link[call] < 0;
  }

  /** A CPU begins with a call, or with a write of the primary. */
  private compute(call: number): void {
    if (!this.isChore(call)) this.statements.compute(call);
    else this.net.serve(call, this.copies.applying.seconds(call));
  }

  place(call: number): number {
    if (!this.statements.isWrite(call)) return this.readers.place(call);
    const { split, primary } = this.copies;
    const slot = split.isStray(call) ? split.slot : this.failover.addresses.of(call, primary);
    if (this.instances.health[slot] !== HEALTH.up || !this.copies.takesWrites(slot)) this.net.meters.values[this.metrics.refused]++;
    return slot;
  }

  receive(call: number): void {
    // of a primary that has been replaced, or may write no more
    if (this.statements.isWrite(call) && !this.copies.takesWrites(this.calls.to[call])) this.net.reply(call, OUTCOME.error);
    else this.statements.enter(call);
  }

  served(call: number): void {
    const stage = this.calls.stage[call];
    if (stage === ON_ITS_WAY) {
      this.copies.arriveApart(call);
      return;
    }
    if (stage === RECEIPT) {
      this.hear(call);
      return;
    }
    if (stage === STEP.cpu) {
      const next = this.cpu.leave(this.calls.to[call]);
      if (next >= 0) this.compute(next);
    }
    if (this.isChore(call)) {
      this.diskLine.take(this.calls.to[call], 2);
      this.copies.appliedBy(call);
      this.failover.applied();
    } else {
      this.statements.goOn(call);
    }
  }

  /** A replica says how far it has the log. */
  private hear(chore: number): void {
    const { to, scratch, memo } = this.calls;
    const { copies } = this;
    const i = scratch[chore];
    const upTo = memo[chore];
    const isHeard = copies.isPrimary(to[chore]) && copies.isCopy(this.firstSlot + i) && copies.cuts.carries(i, to[chore] - this.firstSlot);
    this.calls.free(chore);
    if (!isHeard) return;
    copies.receipts.heard(i, upTo);
    this.statements.release();
  }

  wake(code: number, arg: number): void {
    if (code === TIMER.arrival) this.copies.shipping.arrive(arg);
    else if (code === TIMER.outbox) this.outbox.ring();
    else if (code === TIMER.siblings) this.siblings.ring(arg);
    else if (code === TIMER.repointed) this.failover.repointed(arg);
    else if (code === TIMER.resize) this.resizing.ring();
    else if (code === TIMER.semi) {
      this.copies.receipts.ring((slot) => this.instances.isUp(slot));
      this.statements.release();
    } else {
      this.leading(() => {
        if (code === TIMER.failover) this.failover.ring();
        else if (code === TIMER.lease) this.failover.ringLease();
        else this.failover.ringSplit();
      });
    }
  }

  /** Does something that may change who takes writes, and what follows from that. */
  private leading(change: () => void): void {
    const before = this.copies.primary;
    change();
    const { primary } = this.copies;
    if (primary !== before) {
      this.outbox.forgetCalls();
      this.statements.connections.reopened(primary);
    }
    for (let slot = this.firstSlot; slot < this.firstSlot + this.slots; slot++) {
      if (this.instances.isUp(slot) && !this.copies.takesWrites(slot)) this.statements.dismiss(slot);
    }
    this.outbox.goOn();
    this.siblings.goOn();
    this.statements.release();
  }

  crashed(slot: number): void {
    this.cpu.clear(slot);
    this.disk.crashed(slot);
    this.diskLine.crashed(slot);
    this.statements.crashed(slot);
    this.copies.interrupt(slot, true);
    if (this.copies.isPrimary(slot)) this.outbox.forgetCalls();
    this.siblings.crashed(slot);
    this.leading(() => this.failover.lost(slot));
    this.statements.unlock();
  }

  hung(slot: number): void {
    this.copies.interrupt(slot, false);
    this.failover.lost(slot);
  }

  struck(fault: number, slot: number, value: number): void {
    this.strike(fault, slot, true, value);
  }

  mended(fault: number, slot: number): void {
    this.strike(fault, slot, false, 1);
  }

  private strike(fault: number, slot: number, isOn: boolean, value: number): void {
    if (fault === FAULT.diskFull) {
      this.disk.setFull(slot, isOn);
      if (!isOn) this.copies.catchUp(slot);
    } else if (fault === FAULT.longLock) {
      this.statements.hotRow.setShut(isOn);
      this.statements.unlock();
    } else if (fault === FAULT.backup) {
      this.diskLine.slowDown(slot, value);
    } else {
      this.copies.cuts.set(slot, cutOf[fault], isOn);
      this.leading(() => this.failover.rewired());
    }
  }

  returned(_: number, child: number, outcome: number): void {
    if (this.siblings.isTelling(child)) this.statements.returned(child, outcome);
    else this.outbox.returned(child, outcome);
  }

  again(child: number): void {
    if (this.siblings.isTelling(child)) this.siblings.again(child);
    else this.outbox.again(child);
  }

  recovered(slot: number): void {
    this.leading(() => this.failover.recovered(slot));
  }

  changed(): void {
    this.resizing.changed();
    this.disk.changed();
    for (let slot = this.firstSlot; slot < this.firstSlot + this.slots; slot++) if (this.disk.hasRoomAgain(slot)) this.copies.catchUp(slot);
    this.leading(() => this.failover.changed());
    for (let slot = this.firstSlot; slot < this.firstSlot + this.slots; slot++) {
      for (let call = this.cpu.admit(slot); call >= 0; call = this.cpu.admit(slot)) this.compute(call);
      this.statements.admit(slot);
    }
  }

  show(): Float64Array {
    const shown = Math.min(this.instances.reachOf(this.firstSlot, this.slots), instancesShown);
    const seen = (i: number, row: number) => (this.instances.exists[this.firstSlot + i] === 1 ? (this.book.seenAt?.(i, row) ?? -1) : -1);
    return packRows(
      this.lately.rows().map((row) => ({
        row,
        newest: this.book.newestOf(row),
        versions: Array.from({ length: shown }, (_, i) => seen(i, row)),
      })),
    );
  }

  measure(): void {
    const { values } = this.net.meters;
    this.siblings.measure();
    for (let i = 0; i < this.slots; i++) {
      const slot = this.firstSlot + i;
      const runs = this.instances.exists[slot] === 1 && this.instances.health[slot] !== HEALTH.crashed;
      values[this.metrics.memory + i] = runs ? this.disk.megabytes(slot) : 0;
      if (this.instances.exists[slot] === 1) this.disk.measure(slot);
      const reads = values[this.metrics.reads + i];
      values[this.metrics.bufferHit + i] = reads > 0 ? 1 - values[this.metrics.diskReads + i] / reads : -1;
      values[this.metrics.lag + i] = this.copies.lagAt(slot);
      values[this.metrics.toApply + i] = this.copies.queueAt(slot);
      values[this.metrics.isPrimary + i] = this.instances.primary[slot];
    }
  }
}
