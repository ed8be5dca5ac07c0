import { ASK } from '../../engine/asks.ts';
import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import { AT, rowCells } from '../../engine/calls.ts';
import { serviceSeconds, shapeOf } from '../../engine/durations.ts';
import { integerBelow } from '../../engine/luck.ts';
import { MeteredStations } from '../../engine/meteredStations.ts';
import { CLASS, HEALTH, OUTCOME } from '../../engine/plan.ts';
import { ENTRY } from '../../engine/stations.ts';
import { Tallies } from '../../engine/tallies.ts';
import { Heap } from './heap.ts';
import { searchIndexSpec } from './spec.ts';

export const searchIndexBehavior: Behavior = {
  kind: searchIndexSpec.kind,
  role: searchIndexSpec.role,
  fields: searchIndexSpec.fields,
  metrics: searchIndexSpec.metrics,
  faults: searchIndexSpec.faults,
  create: createSearchIndex,
};

/** Timers: a query has waited long enough; a heap is collected, or has been. */
const DEADLINE = 0;
const HEAP = 1;

/** Apart from each other, the draws for the shards of one query. */
const shardSalt = 0x10000;

const lagQuantiles = [0.5, 0.99] as const;

/**
 * A query or a document reaches one instance, which asks the others on its behalf: for each shard a chore at an instance that has a copy
 * (a query), or at all that have one (a document). Chores name their call in `scratch` and when it came in `version`, because calls
 * are reused. The call counts chores still out in `scratch` and shards without an answer in `visit`.
 */
function createSearchIndex(ctx: NodeContext): Actor {
  const { net, memory, firstSlot, slots } = ctx;
  const { calls, instances, params, meters } = net;
  const cpu = new MeteredStations(memory, net, firstSlot, slots);
  const service = ctx.stream('service');
  const shape = shapeOf(ctx);
  const choosing = ctx.stream('copy');
  const dealing = ctx.stream('shard');
  const lags = new Tallies(memory, 1);
  const heap = new Heap(ctx, HEAP);
  const place = {
    vcpu: ctx.param('vcpu'),
    shards: ctx.param('shards'),
    replicas: ctx.param('replicas'),
    queryMs: ctx.param('cpuPerShardQueryMs'),
    docMs: ctx.param('cpuPerDocMs'),
    refresh: ctx.param('refreshSeconds'),
    deadline: ctx.param('deadlineMs'),
    queueLimit: ctx.param('queueLimit'),
  };
  const meter = {
    queries: ctx.metric('queries'),
    partial: ctx.metric('partial'),
    documents: ctx.metric('documents'),
    rejected: ctx.metric('rejected'),
    lagP50: ctx.metric('lagP50'),
    lagP99: ctx.metric('lagP99'),
  };
  cpu.setServers(params[place.vcpu]);

  function existing(): number {
    let count = 0;
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) count += instances.exists[slot];
    return Math.max(1, count);
  }

  /** Copies of a shard stand on neighbouring instances. */
  const copiesOf = (nodes: number): number => Math.min(nodes, params[place.replicas] + 1);
  const holder = (shard: number, copy: number, nodes: number): number => firstSlot + ((shard + copy) % nodes);

  /** An instance that has a copy of a shard and is there: one of them by chance; silence is not noticed. -1 = there is none. */
  function copyFor(call: number, shard: number, nodes: number): number {
    const copies = copiesOf(nodes);
    const first = integerBelow(choosing, calls.request[call], net.saltOf(call) + shard * shardSalt, copies);
    for (let i = 0; i < copies; i++) {
      const slot = holder(shard, (first + i) % copies, nodes);
      if (instances.exists[slot] === 1 && instances.health[slot] !== HEALTH.crashed) return slot;
    }
    return -1;
  }

  function compute(chore: number): void {
    const isDocument = calls.cls[chore] === CLASS.write;
    const mean = params[isDocument ? place.docMs : place.queryMs] / 1000;
    const draw = serviceSeconds(service, calls.request[chore], calls.salt[chore], params, shape, mean);
    net.serve(chore, draw * instances.slow[calls.to[chore]]);
  }

  /** @returns whether an instance has taken it on */
  function ask(call: number, slot: number, shard: number): boolean {
    const chore = net.chore(slot, calls.request[call]);
    calls.cls[chore] = isDocument(call) ? CLASS.write : CLASS.search;
    calls.salt[chore] = net.saltOf(call) + shard * shardSalt;
    calls.scratch[chore] = call;
    calls.version[chore] = calls.arrivedAt[call];
    calls.arrivedAt[chore] = net.now;
    net.follower?.isFor(chore, call);
    const entry = cpu.enter(chore, params[place.queueLimit]);
    if (entry === ENTRY.full) {
      meters.values[meter.rejected]++;
      calls.free(chore);
      return false;
    }
    // counted before the end of it can come
    calls.scratch[call]++;
    if (entry === ENTRY.served) compute(chore);
    return true;
  }

  const isDocument = (call: number): boolean => calls.stage[call] === 1;

  function query(call: number): void {
    const nodes = existing();
    for (let shard = 0; shard < params[place.shards]; shard++) {
      const slot = copyFor(call, shard, nodes);
      if (slot < 0 || !ask(call, slot, shard)) calls.visit[call]++;
    }
    if (calls.scratch[call] === 0) answer(call);
    else if (params[place.deadline] > 0) {
      calls.memo[call] = net.now + params[place.deadline] / 1000;
      net.wake(ctx.node, DEADLINE, call, calls.memo[call]);
    }
  }

  function document(call: number): void {
    const nodes = existing();
    const shard = integerBelow(dealing, calls.key[call], 0, params[place.shards]);
    for (let copy = 0; copy < copiesOf(nodes); copy++) {
      const slot = holder(shard, copy, nodes);
      if (instances.isUp(slot)) ask(call, slot, copy);
    }
    if (calls.scratch[call] === 0) net.reply(call, OUTCOME.shed);
  }

  /** All that will come has come. Without any shard there is no answer. */
  function answer(call: number): void {
    if (isDocument(call)) {
      meters.values[meter.documents]++;
      const refresh = params[place.refresh];
      lags.add(0, (Math.floor(net.now / refresh) + 1) * refresh - calls.arrivedAt[call]);
      net.reply(call, OUTCOME.ok);
      return;
    }
    meters.values[meter.queries]++;
    if (calls.visit[call] + calls.scratch[call] > 0) meters.values[meter.partial]++;
    const all = params[place.shards];
    net.reply(call, calls.visit[call] + calls.scratch[call] >= all ? OUTCOME.shed : OUTCOME.ok);
  }

  /** The call that a chore was for; -1 when it has been answered already. */
  function askerOf(chore: number): number {
    const call = calls.scratch[chore];
    const isThere = calls.at[call] === AT.inside && calls.arrivedAt[call] === calls.version[chore] && calls.link[call] >= 0;
    return isThere && instances.nodeOf[calls.to[call]] === ctx.node ? call : -1;
  }

  function ended(chore: number, isAnswered: boolean): void {
    const call = askerOf(chore);
    if (call < 0) return;
    calls.scratch[call]--;
    if (!isAnswered) calls.visit[call]++;
    if (calls.scratch[call] === 0) answer(call);
  }

  return {
    place: (call) => {
      const first = integerBelow(choosing, calls.request[call], net.saltOf(call), slots);
      for (let i = 0; i < slots; i++) {
        const slot = firstSlot + ((first + i) % slots);
        if (instances.isUp(slot)) return slot;
      }
      return firstSlot;
    },

    receive: (call) => {
      const isWrite = calls.scratch[call] === ASK.write;
      calls.stage[call] = isWrite ? 1 : 0;
      calls.scratch[call] = 0;
      calls.visit[call] = 0;
      calls.memo[call] = 0;
      if (isWrite) document(call);
      else query(call);
    },

    served: (chore) => {
      const next = cpu.leave(calls.to[chore]);
      if (next >= 0) compute(next);
      ended(chore, true);
      calls.free(chore);
    },

    wake: (code, call) => {
      if (code === HEAP) {
        heap.wake(call);
        return;
      }
      const isOurs = calls.at[call] === AT.inside && calls.link[call] >= 0 && net.links.to[calls.link[call]] === ctx.node;
      if (isOurs && calls.memo[call] === net.now && instances.isUp(calls.to[call])) answer(call);
    },

    crashed: (slot) => {
      cpu.clear(slot);
      heap.crashed(slot);
      // the engine frees the chores after this: who waits for them goes on without
      for (let chore = 0; chore < calls.used; chore += rowCells) {
        const isChore =
          calls.to[chore] === slot && calls.link[chore] < 0 && (calls.at[chore] === AT.inside || calls.at[chore] === AT.frozen);
        if (isChore && askerOf(chore) >= 0 && calls.to[calls.scratch[chore]] !== slot) ended(chore, false);
      }
    },

    recovered: (slot) => heap.recovered(slot),
    struck: (_fault, slot, percent) => heap.struck(slot, percent),
    mended: (_fault, slot) => heap.mended(slot),

    changed: () => {
      cpu.setServers(params[place.vcpu]);
      for (let slot = firstSlot; slot < firstSlot + slots; slot++) {
        for (let chore = cpu.admit(slot); chore >= 0; chore = cpu.admit(slot)) compute(chore);
      }
    },

    measure: () => {
      const quantiles = new Float64Array(2);
      lags.quantiles(0, lagQuantiles, quantiles, 0);
      lags.clear(0);
      meters.values[meter.lagP50] = quantiles[0];
      meters.values[meter.lagP99] = quantiles[1];
    },
  };
}
