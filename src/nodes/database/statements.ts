/** The way of a statement through a server: a connection, a lock if it writes what all want, CPU, disk, receipts of replicas, answer. */

import { ASK, isWriting } from '../../engine/asks.ts';
import type { NodeContext } from '../../engine/behavior.ts';
import { type Shape, serviceSeconds, shapeOf } from '../../engine/durations.ts';
import { MET, SPENT } from '../../engine/follow/story.ts';
import { Homes } from '../../engine/homes.ts';
import type { Lately } from '../../engine/lately.ts';
import type { Ledger } from '../../engine/ledger.ts';
import type { Stream } from '../../engine/luck.ts';
import type { MeteredStations } from '../../engine/meteredStations.ts';
import type { Network } from '../../engine/network.ts';
import type { Outbox } from '../../engine/outbox.ts';
import { OUTCOME } from '../../engine/plan.ts';
import { Rows } from '../../engine/rows.ts';
import { HOLD, type Siblings } from '../../engine/siblings.ts';
import { Sold } from '../../engine/sold.ts';
import { ENTRY } from '../../engine/stations.ts';
import { Connections, DOOR } from './connections.ts';
import type { Copies } from './copies.ts';
import { Crowding } from './crowding.ts';
import type { Disk } from './disk.ts';
import type { DiskLine } from './diskLine.ts';
import { HotRow } from './hotRow.ts';
import type { Readers } from './readers.ts';
import { Stock } from './stock.ts';

/** Steps of a statement: `calls.stage`. Those of what travels between servers, and of a write that waits, come after these. */
export const STEP = { cpu: 0, disk: 1 } as const;

/** What statements work with. */
export interface Parts {
  cpu: MeteredStations;
  ledger: Ledger;
  disk: Disk;
  diskLine: DiskLine;
  copies: Copies;
  outbox: Outbox;
  siblings: Siblings;
  readers: Readers;
  lately: Lately;
}

export class Statements {
  readonly connections: Connections;
  readonly hotRow: HotRow;
  private readonly ctx: NodeContext;
  private readonly net: Network;
  private readonly parts: Parts;
  private readonly shape: Shape;
  private readonly crowding: Crowding;
  private readonly rows: Rows;
  private readonly stock: Stock;
  private readonly settleTold: (call: number, isTold: boolean) => void;
  private readonly homes: Homes;
  private readonly service: Stream;
  private readonly fields;
  private readonly metrics;

  constructor(ctx: NodeContext, parts: Parts) {
    this.ctx = ctx;
    this.net = ctx.net;
    this.parts = parts;
    this.connections = new Connections(ctx);
    this.hotRow = new HotRow(ctx);
    this.shape = shapeOf(ctx);
    this.crowding = new Crowding(ctx);
    this.rows = new Rows(ctx);
    this.stock = new Stock(ctx, parts.ledger, parts.siblings.sold ?? new Sold(ctx.memory));
    this.settleTold = (call, isTold) => this.told(call, isTold);
    this.homes = new Homes(ctx, parts.ledger);
    this.service = ctx.stream('service');
    this.fields = {
      readMs: ctx.param('cpuReadMs'),
      joinMs: ctx.param('cpuJoinMs'),
      writeMs: ctx.param('cpuWriteMs'),
      fsyncMs: ctx.param('fsyncMs'),
      queueLimit: ctx.param('queueLimit'),
      holds: ctx.param('holds'),
    };
    this.metrics = {
      reads: ctx.metric('reads'),
      writes: ctx.metric('writes'),
      staleReads: ctx.metric('staleReads'),
      missing: ctx.metric('missingRows'),
      acknowledged: ctx.metric('acknowledgedWrites'),
      lost: ctx.metric('lostWrites'),
    };
  }

  isWrite(call: number): boolean {
    return isWriting(this.net.calls.scratch[call]);
  }

  /** Rows that a router brings or takes away: work of the servers for each other, over connections of their own. */
  private isCarried(call: number): boolean {
    return this.net.calls.scratch[call] === ASK.carry;
  }

  /** Databases speak to each other over connections of their own. */
  private isInternal(call: number): boolean {
    return this.isCarried(call) || this.isFromElsewhere(call);
  }

  /** A write that another store has made. */
  private isFromElsewhere(call: number): boolean {
    return this.net.calls.scratch[call] === ASK.copy;
  }

  /** A call has come to a server. */
  enter(call: number): void {
    if (this.isInternal(call)) {
      this.queue(call);
      return;
    }
    const door = this.connections.enter(call);
    if (door === DOOR.open) this.connected(call);
    else if (door === DOOR.shut) this.net.reply(call, OUTCOME.shed);
  }

  private connected(call: number): void {
    if (!this.isWrite(call) || this.hotRow.enter(call)) this.queue(call);
  }

  private queue(call: number): void {
    const entry = this.parts.cpu.enter(call, this.net.params[this.fields.queueLimit]);
    if (entry === ENTRY.served) this.compute(call);
    else if (entry === ENTRY.full) this.end(call, OUTCOME.shed);
  }

  /** A CPU begins with a call. */
  compute(call: number): void {
    const { net } = this;
    const slot = net.calls.to[call];
    const asked = net.calls.scratch[call];
    if (asked === ASK.carry) {
      net.serve(call, net.calls.memo[call] * net.instances.slow[slot] * this.crowding.at(slot));
      return;
    }
    const field =
      asked === ASK.write || asked === ASK.prepare || asked === ASK.copy
        ? this.fields.writeMs
        : asked === ASK.join
          ? this.fields.joinMs
          : this.fields.readMs;
    if (asked === ASK.write && this.stock.isOn) {
      const row = this.rows.of(net.calls.key[call]);
      this.stock.looks(call, row, this.parts.copies.seenAt(slot, row));
    }
    const mean = net.params[field] / 1000;
    const seconds = serviceSeconds(this.service, net.calls.request[call], net.saltOf(call), net.params, this.shape, mean);
    // of a copy it is the sender's
    const opening = this.isFromElsewhere(call) ? 0 : net.calls.memo[call];
    net.serve(call, (seconds + opening) * net.instances.slow[slot] * this.crowding.at(slot));
  }

  /** The CPU or the disk has done its part. */
  goOn(call: number): void {
    if (this.isWrite(call)) this.write(call);
    else this.fetch(call);
  }

  /** From memory, or after the disk has brought the page. */
  private fetch(call: number): void {
    const { calls, instances } = this.net;
    const slot = calls.to[call];
    const { disk, diskLine } = this.parts;
    const seconds = calls.stage[call] === STEP.disk ? 0 : disk.secondsToRead(slot, this.rows.of(calls.key[call]));
    if (seconds === 0) {
      this.read(call);
      return;
    }
    calls.stage[call] = STEP.disk;
    this.net.serve(call, seconds * instances.slow[slot] * diskLine.slowness(slot) + diskLine.take(slot, 1));
    this.net.follower?.doing(call, SPENT.disk);
  }

  private read(call: number): void {
    const { calls, meters } = this.net;
    if (this.net.errs(call)) {
      this.end(call, OUTCOME.error);
      return;
    }
    const slot = calls.to[call];
    const row = this.rows.of(calls.key[call]);
    if (this.net.params[this.fields.holds] === 1 && this.homes.lacks(row)) {
      meters.values[this.metrics.missing]++;
      this.end(call, OUTCOME.error);
      return;
    }
    const seen = this.parts.copies.seenAt(slot, row);
    calls.version[call] = seen;
    meters.values[this.metrics.reads + slot - this.ctx.firstSlot]++;
    if (this.parts.ledger.isOld(row, seen) || this.parts.siblings.isBehind(row)) {
      calls.stale[call] = 1;
      this.net.follower?.met(call, MET.behind, this.parts.copies.lagAt(slot));
      meters.values[this.metrics.staleReads + slot - this.ctx.firstSlot]++;
    }
    this.parts.readers.read(call, row, seen);
    this.end(call, OUTCOME.ok);
  }

  private write(call: number): void {
    const { net } = this;
    const slot = net.calls.to[call];
    const { disk, diskLine, copies } = this.parts;
    const isCarried = this.isCarried(call);
    if (!copies.takesWrites(slot) || (disk.isFull(slot) && !(isCarried && net.calls.version[call] < 0))) {
      this.end(call, OUTCOME.error);
      return;
    }
    if (isCarried) {
      disk.carry(net.calls.version[call]);
      this.end(call, OUTCOME.ok);
      return;
    }
    if (net.calls.stage[call] === STEP.cpu) {
      const seconds =
        (net.params[this.fields.fsyncMs] / 1000) * net.instances.slow[slot] * diskLine.slowness(slot) + diskLine.take(slot, 2);
      if (seconds > 0) {
        net.calls.stage[call] = STEP.disk;
        net.serve(call, seconds);
        net.follower?.doing(call, SPENT.disk);
        return;
      }
    }
    this.commit(call);
  }

  private commit(call: number): void {
    const { calls, meters } = this.net;
    // a write that goes wrong has changed nothing
    if (this.net.errs(call)) {
      this.end(call, OUTCOME.error);
      return;
    }
    if (calls.scratch[call] === ASK.prepare) {
      this.end(call, OUTCOME.ok);
      return;
    }
    const { copies, disk, siblings, outbox } = this.parts;
    const slot = calls.to[call];
    const row = this.rows.of(calls.key[call]);
    const isElsewhere = this.isFromElsewhere(call);
    if (isElsewhere && !siblings.takes(call, row)) {
      this.end(call, OUTCOME.ok);
      return;
    }
    if (this.stock.isOn) {
      const seen = copies.seenAt(slot, row);
      if (!isElsewhere && this.stock.isSoldOut(call, row, seen)) {
        calls.version[call] = seen;
        this.end(call, OUTCOME.ok);
        return;
      }
      this.stock.take(row, seen);
    }
    const isAwaited = copies.receipts.isAwaited(slot);
    const isPending = isAwaited || (!isElsewhere && siblings.isAwaited);
    const told = calls.waiting[call] === 1 && !isPending && !isElsewhere;
    disk.wrote(slot, row);
    this.parts.lately.add(row);
    const write = copies.commit(slot, row, told, isPending);
    calls.version[call] = write;
    meters.values[this.metrics.writes + slot - this.ctx.firstSlot]++;
    if (isAwaited) copies.receipts.wait(call);
    if (isPending) this.net.follower?.doing(call, SPENT.copies);
    if (slot !== copies.split.slot) copies.ship(write);
    if (!isElsewhere) {
      siblings.made(call, row);
      outbox.add(write, calls.key[call], calls.request[call]);
    }
    if (!isPending) this.acknowledge(call, told);
    else if (!isAwaited) this.safe(call);
  }

  /** Whatever is known to be safe by now is acknowledged. */
  release(): void {
    const { copies } = this.parts;
    this.releaseAt(copies.primary, true);
    if (copies.split.isOn) this.releaseAt(copies.split.slot, false);
    copies.receipts.rejoin(copies.primary);
  }

  private releaseAt(slot: number, isHeard: boolean): void {
    const { copies } = this.parts;
    if (!this.net.instances.isUp(slot) || !copies.takesWrites(slot)) return;
    for (let call = copies.receipts.nextSafe(slot, isHeard); call >= 0; call = copies.receipts.nextSafe(slot, isHeard)) {
      this.safe(call);
    }
  }

  /** The store itself has a write as safely as it is meant to be; other stores may have to have it, too, before it is acknowledged. */
  private safe(call: number): void {
    const hold = this.isFromElsewhere(call) ? HOLD.none : this.parts.siblings.holds(call);
    if (hold !== HOLD.waits) this.told(call, hold === HOLD.none);
  }

  /** Other stores have a write, or could not be told: then it is written, but nobody knows. */
  private told(call: number, isTold: boolean): void {
    const { calls, meters } = this.net;
    const { ledger, copies } = this.parts;
    const write = calls.version[call];
    const isGood = isTold && copies.takesWrites(calls.to[call]);
    const told = isGood && calls.waiting[call] === 1 && !this.isFromElsewhere(call);
    ledger.settle(write, told);
    // another primary's write of the same row has won meanwhile
    if (told && ledger.isLost(write)) meters.values[this.metrics.lost]++;
    if (isGood) this.acknowledge(call, told);
    else this.end(call, OUTCOME.error);
  }

  /** A call to another store has its outcome. */
  returned(child: number, outcome: number): void {
    this.parts.siblings.returned(child, outcome, this.settleTold);
  }

  private acknowledge(call: number, told: boolean): void {
    const { calls, meters } = this.net;
    const row = this.rows.of(calls.key[call]);
    if (told) {
      meters.values[this.metrics.acknowledged]++;
      this.stock.told(row);
      this.parts.siblings.acknowledged(call, row);
    }
    if (!this.isFromElsewhere(call)) this.parts.readers.wrote(call, row, calls.version[call]);
    this.end(call, OUTCOME.ok);
  }

  /** A server that leads no more tells those who wait there that it cannot know. */
  dismiss(slot: number): void {
    const { receipts } = this.parts.copies;
    for (let call = receipts.nextDismissed(slot); call >= 0; call = receipts.nextDismissed(slot)) this.end(call, OUTCOME.error);
    for (let call = this.hotRow.nextDismissed(slot); call >= 0; call = this.hotRow.nextDismissed(slot)) this.end(call, OUTCOME.error);
  }

  /** The answer; whoever stood behind the call goes on. */
  private end(call: number, outcome: number): void {
    const { net } = this;
    const slot = net.calls.to[call];
    const isInternal = this.isInternal(call);
    const far = this.parts.copies.distances.extraSeconds(slot - this.ctx.firstSlot);
    this.hotRow.leave(call);
    if (far > 0) {
      net.follower?.doing(call, SPENT.distance);
      net.replyAt(call, outcome, net.now + far);
    } else net.reply(call, outcome);
    const next = isInternal ? -1 : this.connections.leave(slot);
    if (next >= 0) this.connected(next);
    if (this.hotRow.isAwaited) this.unlock();
  }

  /** Writes that nothing locks any more go on. */
  unlock(): void {
    for (let call = this.hotRow.next(); call >= 0; call = this.hotRow.next()) this.queue(call);
  }

  /** There may be more connections than before. */
  admit(slot: number): void {
    for (let call = this.connections.admit(slot); call >= 0; call = this.connections.admit(slot)) this.connected(call);
  }

  crashed(slot: number): void {
    const { receipts } = this.parts.copies;
    while (receipts.nextDismissed(slot) >= 0);
    this.hotRow.crashed(slot);
    this.connections.crashed(slot);
  }
}
