import { ASK } from '../../engine/asks.ts';
import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import { Ledger } from '../../engine/ledger.ts';
import { duration, integerBelow } from '../../engine/luck.ts';
import { MeteredStations } from '../../engine/meteredStations.ts';
import { HEALTH, OUTCOME } from '../../engine/plan.ts';
import { Rows } from '../../engine/rows.ts';
import { ENTRY } from '../../engine/stations.ts';
import { Copies, TIMER } from './copies.ts';
import { Failover } from './failover.ts';
import { databaseSpec } from './spec.ts';

export const databaseBehavior: Behavior = {
  kind: databaseSpec.kind,
  role: databaseSpec.role,
  fields: databaseSpec.fields,
  metrics: databaseSpec.metrics,
  create: createDatabase,
};

/** Steps of a statement: `calls.stage`. */
const STEP = { cpu: 0, disk: 1 } as const;

/** The order of the spec's `readsFrom` options. */
const READS_FROM = { replicas: 0, primary: 1 } as const;

function createDatabase(ctx: NodeContext): Actor {
  const { net, memory, firstSlot, slots } = ctx;
  const { calls, instances, meters, params } = net;
  const cpu = new MeteredStations(memory, net, firstSlot, slots);
  const ledger = new Ledger(memory);
  net.ledgers[ctx.node] = ledger;
  const copies = new Copies(ctx, ledger, cpu);
  const failover = new Failover(ctx, copies);
  const rows = new Rows(ctx);
  const service = ctx.stream('service');
  const placing = ctx.stream('place');
  const place = {
    vcpu: ctx.param('vcpu'),
    readMs: ctx.param('cpuReadMs'),
    writeMs: ctx.param('cpuWriteMs'),
    fsyncMs: ctx.param('fsyncMs'),
    form: ctx.param('service'),
    spread: ctx.param('serviceSpread'),
    queueLimit: ctx.param('queueLimit'),
    readsFrom: ctx.param('readsFrom'),
  };
  const meter = {
    reads: ctx.metric('reads'),
    writes: ctx.metric('writes'),
    staleReads: ctx.metric('staleReads'),
    refused: ctx.metric('refusedWrites'),
    acknowledged: ctx.metric('acknowledgedWrites'),
    lag: ctx.metric('lag'),
    isPrimary: ctx.metric('isPrimary'),
  };
  cpu.setServers(params[place.vcpu]);

  const isWrite = (call: number): boolean => calls.scratch[call] === ASK.write;
  const isChore = (call: number): boolean => calls.link[call] < 0;

  /** A driver knows which replicas refuse connections, and leaves them out; silence it does not notice. */
  const isOffered = (slot: number): boolean => copies.isCopy(slot) && instances.health[slot] !== HEALTH.crashed;

  function placeRead(call: number): number {
    if (params[place.readsFrom] === READS_FROM.primary) return copies.primary;
    let offered = 0;
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) if (isOffered(slot)) offered++;
    if (offered === 0) return copies.primary;
    let nth = integerBelow(placing, calls.request[call], net.saltOf(call), offered);
    let slot = firstSlot;
    while (!isOffered(slot) || nth-- > 0) slot++;
    return slot;
  }

  function compute(call: number): void {
    if (isChore(call)) {
      net.serve(call, copies.applySeconds(call));
      return;
    }
    const mean = params[isWrite(call) ? place.writeMs : place.readMs] / 1000;
    const seconds = duration(service, calls.request[call], net.saltOf(call), params[place.form], mean, params[place.spread]);
    net.serve(call, seconds * instances.slow[calls.to[call]]);
  }

  function read(call: number): void {
    const slot = calls.to[call];
    const row = rows.of(calls.key[call]);
    const newest = ledger.newestOf(row);
    const seen = copies.isPrimary(slot) ? newest : ledger.asOf(row, copies.appliedAt(slot));
    calls.version[call] = seen;
    meters.values[meter.reads + slot - firstSlot]++;
    if (seen !== newest) {
      calls.stale[call] = 1;
      meters.values[meter.staleReads + slot - firstSlot]++;
    }
    net.reply(call, OUTCOME.ok);
  }

  function commit(call: number): void {
    const slot = calls.to[call];
    const told = calls.waiting[call] === 1;
    calls.version[call] = copies.commit(rows.of(calls.key[call]), told);
    meters.values[meter.writes + slot - firstSlot]++;
    if (told) meters.values[meter.acknowledged]++;
    net.reply(call, OUTCOME.ok);
  }

  function write(call: number): void {
    const slot = calls.to[call];
    const disk = (params[place.fsyncMs] / 1000) * instances.slow[slot];
    if (!copies.isPrimary(slot)) {
      net.reply(call, OUTCOME.error);
    } else if (calls.stage[call] === STEP.cpu && disk > 0) {
      calls.stage[call] = STEP.disk;
      net.serve(call, disk);
    } else {
      commit(call);
    }
  }

  return {
    place: (call) => {
      if (!isWrite(call)) return placeRead(call);
      if (instances.health[copies.primary] !== HEALTH.up) meters.values[meter.refused]++;
      return copies.primary;
    },

    receive: (call) => {
      // held at the door of a primary that was silent until another had taken over
      if (isWrite(call) && !copies.isPrimary(calls.to[call])) {
        net.reply(call, OUTCOME.error);
        return;
      }
      const entry = cpu.enter(call, params[place.queueLimit]);
      if (entry === ENTRY.served) compute(call);
      else if (entry === ENTRY.full) net.reply(call, OUTCOME.shed);
    },

    served: (call) => {
      if (calls.stage[call] === STEP.cpu) {
        const next = cpu.leave(calls.to[call]);
        if (next >= 0) compute(next);
      }
      if (isChore(call)) copies.appliedBy(call);
      else if (isWrite(call)) write(call);
      else read(call);
    },

    wake: (code, arg) => {
      if (code === TIMER.arrival) copies.arrive(arg);
      else failover.ring();
    },

    crashed: (slot) => {
      cpu.clear(slot);
      copies.interrupt(slot, true);
      failover.lost(slot);
    },

    hung: (slot) => {
      copies.interrupt(slot, false);
      failover.lost(slot);
    },

    recovered: (slot) => failover.recovered(slot),

    changed: () => {
      cpu.setServers(params[place.vcpu]);
      failover.changed();
      for (let slot = firstSlot; slot < firstSlot + slots; slot++) {
        for (let call = cpu.admit(slot); call >= 0; call = cpu.admit(slot)) compute(call);
      }
    },

    measure: () => {
      for (let i = 0; i < slots; i++) {
        meters.values[meter.lag + i] = copies.lagAt(firstSlot + i);
        meters.values[meter.isPrimary + i] = instances.primary[firstSlot + i];
      }
    },
  };
}
