import { ASK } from '../../engine/asks.ts';
import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import type { Calls } from '../../engine/calls.ts';
import { type Shape, serviceSeconds, shapeOf } from '../../engine/durations.ts';
import type { Instances } from '../../engine/instances.ts';
import { Ledger } from '../../engine/ledger.ts';
import { integerBelow, type Stream } from '../../engine/luck.ts';
import { MeteredStations } from '../../engine/meteredStations.ts';
import type { Meters } from '../../engine/meters.ts';
import type { Network } from '../../engine/network.ts';
import { HEALTH, OUTCOME } from '../../engine/plan.ts';
import { Rows } from '../../engine/rows.ts';
import { ENTRY } from '../../engine/stations.ts';
import { Copies, TIMER } from './copies.ts';
import { Disk } from './disk.ts';
import { Failover } from './failover.ts';
import { Outbox } from './outbox.ts';
import { databaseSpec } from './spec.ts';
import { ON_ITS_WAY } from './travel.ts';

export const databaseBehavior: Behavior = {
  kind: databaseSpec.kind,
  role: databaseSpec.role,
  fields: databaseSpec.fields,
  metrics: databaseSpec.metrics,
  faults: databaseSpec.faults,
  create: (ctx) => new Database(ctx),
};

/** Steps of a statement: `calls.stage`. */
const STEP = { cpu: 0, disk: 1 } as const;

/** The order of the spec's `readsFrom` options. */
const READS_FROM = { replicas: 0, primary: 1 } as const;

class Database implements Actor {
  private readonly net: Network;
  private readonly calls: Calls;
  private readonly instances: Instances;
  private readonly meters: Meters;
  private readonly params: Float64Array;
  private readonly firstSlot: number;
  private readonly slots: number;
  private readonly cpu: MeteredStations;
  private readonly shape: Shape;
  private readonly ledger: Ledger;
  private readonly disk: Disk;
  private readonly copies: Copies;
  private readonly failover: Failover;
  private readonly outbox: Outbox;
  private readonly rows: Rows;
  private readonly service: Stream;
  private readonly placing: Stream;
  private readonly fields;
  private readonly metrics;

  constructor(ctx: NodeContext) {
    const { net, memory, firstSlot, slots } = ctx;
    this.net = net;
    this.calls = net.calls;
    this.instances = net.instances;
    this.meters = net.meters;
    this.params = net.params;
    this.firstSlot = firstSlot;
    this.slots = slots;
    this.cpu = new MeteredStations(memory, net, firstSlot, slots);
    this.shape = shapeOf(ctx);
    this.ledger = new Ledger(memory);
    net.ledgers[ctx.node] = this.ledger;
    this.disk = new Disk(ctx);
    this.copies = new Copies(ctx, this.ledger, this.cpu, this.disk);
    this.failover = new Failover(ctx, this.copies);
    this.outbox = new Outbox(ctx, this.ledger, this.copies);
    this.rows = new Rows(ctx);
    this.service = ctx.stream('service');
    this.placing = ctx.stream('place');
    this.fields = {
      vcpu: ctx.param('vcpu'),
      readMs: ctx.param('cpuReadMs'),
      joinMs: ctx.param('cpuJoinMs'),
      writeMs: ctx.param('cpuWriteMs'),
      fsyncMs: ctx.param('fsyncMs'),
      queueLimit: ctx.param('queueLimit'),
      readsFrom: ctx.param('readsFrom'),
    };
    this.metrics = {
      reads: ctx.metric('reads'),
      writes: ctx.metric('writes'),
      staleReads: ctx.metric('staleReads'),
      refused: ctx.metric('refusedWrites'),
      acknowledged: ctx.metric('acknowledgedWrites'),
      lag: ctx.metric('lag'),
      memory: ctx.metric('memoryMb'),
      isPrimary: ctx.metric('isPrimary'),
    };
    this.cpu.setServers(net.params[this.fields.vcpu]);
  }

  private isWrite(call: number): boolean {
    return this.calls.scratch[call] === ASK.write;
  }

  /** The field that says what a statement costs. */
  private fieldOf(asked: number): number {
    if (asked === ASK.write) return this.fields.writeMs;
    return asked === ASK.join ? this.fields.joinMs : this.fields.readMs;
  }

  private isChore(call: number): boolean {
    return this.calls.link[call] < 0;
  }

  /** A driver knows which replicas refuse connections, and leaves them out; silence it does not notice. */
  private isOffered(slot: number): boolean {
    return this.copies.isCopy(slot) && this.instances.health[slot] !== HEALTH.crashed;
  }

  private placeRead(call: number): number {
    if (this.params[this.fields.readsFrom] === READS_FROM.primary) return this.copies.primary;
    let offered = 0;
    for (let slot = this.firstSlot; slot < this.firstSlot + this.slots; slot++) if (this.isOffered(slot)) offered++;
    if (offered === 0) return this.copies.primary;
    let nth = integerBelow(this.placing, this.calls.request[call], this.net.saltOf(call), offered);
    let slot = this.firstSlot;
    while (!this.isOffered(slot) || nth-- > 0) slot++;
    return slot;
  }

  private compute(call: number): void {
    if (this.isChore(call)) {
      this.net.serve(call, this.copies.applying.seconds(call));
      return;
    }
    const mean = this.params[this.fieldOf(this.calls.scratch[call])] / 1000;
    const seconds = serviceSeconds(this.service, this.calls.request[call], this.net.saltOf(call), this.params, this.shape, mean);
    this.net.serve(call, seconds * this.instances.slow[this.calls.to[call]]);
  }

  /** From memory, or after the disk has brought the page. */
  private fetch(call: number): void {
    const slot = this.calls.to[call];
    const seconds = this.calls.stage[call] === STEP.disk ? 0 : this.disk.secondsToRead(slot, this.rows.of(this.calls.key[call]));
    if (seconds === 0) {
      this.read(call);
      return;
    }
    this.calls.stage[call] = STEP.disk;
    this.net.serve(call, seconds * this.instances.slow[slot]);
  }

  private read(call: number): void {
    if (this.net.errs(call)) {
      this.net.reply(call, OUTCOME.error);
      return;
    }
    const slot = this.calls.to[call];
    const row = this.rows.of(this.calls.key[call]);
    const newest = this.ledger.newestOf(row);
    const seen = this.copies.seenAt(slot, row);
    this.calls.version[call] = seen;
    this.meters.values[this.metrics.reads + slot - this.firstSlot]++;
    if (seen !== newest) {
      this.calls.stale[call] = 1;
      this.meters.values[this.metrics.staleReads + slot - this.firstSlot]++;
    }
    this.net.reply(call, OUTCOME.ok);
  }

  private commit(call: number): void {
    // a write that goes wrong has changed nothing
    if (this.net.errs(call)) {
      this.net.reply(call, OUTCOME.error);
      return;
    }
    const slot = this.calls.to[call];
    const told = this.calls.waiting[call] === 1;
    this.disk.wrote(slot, this.rows.of(this.calls.key[call]));
    this.calls.version[call] = this.copies.commit(this.rows.of(this.calls.key[call]), told);
    this.meters.values[this.metrics.writes + slot - this.firstSlot]++;
    if (told) this.meters.values[this.metrics.acknowledged]++;
    this.outbox.add(this.calls.version[call], this.calls.key[call], this.calls.request[call]);
    this.net.reply(call, OUTCOME.ok);
  }

  private write(call: number): void {
    const slot = this.calls.to[call];
    const disk = (this.params[this.fields.fsyncMs] / 1000) * this.instances.slow[slot];
    if (!this.copies.isPrimary(slot) || this.disk.isFull(slot)) {
      this.net.reply(call, OUTCOME.error);
    } else if (this.calls.stage[call] === STEP.cpu && disk > 0) {
      this.calls.stage[call] = STEP.disk;
      this.net.serve(call, disk);
    } else {
      this.commit(call);
    }
  }

  place(call: number): number {
    if (!this.isWrite(call)) return this.placeRead(call);
    if (this.instances.health[this.copies.primary] !== HEALTH.up) this.meters.values[this.metrics.refused]++;
    return this.copies.primary;
  }

  receive(call: number): void {
    // held at the door of a primary that was silent until another had taken over
    if (this.isWrite(call) && !this.copies.isPrimary(this.calls.to[call])) {
      this.net.reply(call, OUTCOME.error);
      return;
    }
    const entry = this.cpu.enter(call, this.params[this.fields.queueLimit]);
    if (entry === ENTRY.served) this.compute(call);
    else if (entry === ENTRY.full) this.net.reply(call, OUTCOME.shed);
  }

  served(call: number): void {
    if (this.calls.stage[call] === ON_ITS_WAY) {
      this.copies.arriveApart(call);
      return;
    }
    if (this.calls.stage[call] === STEP.cpu) {
      const next = this.cpu.leave(this.calls.to[call]);
      if (next >= 0) this.compute(next);
    }
    if (this.isChore(call)) this.copies.appliedBy(call);
    else if (this.isWrite(call)) this.write(call);
    else this.fetch(call);
  }

  wake(code: number, arg: number): void {
    if (code === TIMER.arrival) this.copies.arrive(arg);
    else if (code === TIMER.outbox) this.outbox.ring();
    else {
      const before = this.copies.primary;
      this.failover.ring();
      if (this.copies.primary !== before) this.outbox.forgetCalls();
      this.outbox.goOn();
    }
  }

  crashed(slot: number): void {
    this.cpu.clear(slot);
    this.disk.crashed(slot);
    this.copies.interrupt(slot, true);
    if (this.copies.isPrimary(slot)) this.outbox.forgetCalls();
    this.failover.lost(slot);
  }

  hung(slot: number): void {
    this.copies.interrupt(slot, false);
    this.failover.lost(slot);
  }

  struck(_: number, slot: number): void {
    this.disk.setFull(slot, true);
  }

  mended(_: number, slot: number): void {
    this.disk.setFull(slot, false);
    this.copies.catchUp(slot);
  }

  returned(_: number, child: number, outcome: number): void {
    this.outbox.returned(child, outcome);
  }

  again(child: number): void {
    this.outbox.again(child);
  }

  recovered(slot: number): void {
    this.failover.recovered(slot);
    this.outbox.goOn();
  }

  changed(): void {
    this.cpu.setServers(this.params[this.fields.vcpu]);
    this.disk.changed();
    this.failover.changed();
    for (let slot = this.firstSlot; slot < this.firstSlot + this.slots; slot++) {
      for (let call = this.cpu.admit(slot); call >= 0; call = this.cpu.admit(slot)) this.compute(call);
    }
  }

  measure(): void {
    for (let i = 0; i < this.slots; i++) {
      const slot = this.firstSlot + i;
      const runs = this.instances.exists[slot] === 1 && this.instances.health[slot] !== HEALTH.crashed;
      this.meters.values[this.metrics.memory + i] = runs ? this.disk.megabytes(slot) : 0;
      this.meters.values[this.metrics.lag + i] = this.copies.lagAt(this.firstSlot + i);
      this.meters.values[this.metrics.isPrimary + i] = this.instances.primary[this.firstSlot + i];
    }
  }
}
