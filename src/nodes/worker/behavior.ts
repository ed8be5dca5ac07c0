import { ASK } from '../../engine/asks.ts';
import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import { serviceSeconds, shapeOf } from '../../engine/durations.ts';
import { integerBelow } from '../../engine/luck.ts';
import { MeteredStations } from '../../engine/meteredStations.ts';
import { offer } from '../../engine/offers.ts';
import { CLASS, OUTCOME } from '../../engine/plan.ts';
import { Rows } from '../../engine/rows.ts';
import { ENTRY } from '../../engine/stations.ts';
import { workerSpec } from './spec.ts';

export const workerBehavior: Behavior = {
  kind: workerSpec.kind,
  role: workerSpec.role,
  fields: workerSpec.fields,
  metrics: workerSpec.metrics,
  create: createWorker,
};

/**
 * A job occupies one of `concurrency` servers until its result is written. How many more messages an instance would take is
 * `instances.room`: whoever hands it one takes one off, the worker gives it back when the job is over.
 */
function createWorker(ctx: NodeContext): Actor {
  const { net, firstSlot, slots } = ctx;
  const { calls, instances, params } = net;
  const rows = new Rows(ctx);
  const service = ctx.stream('service');
  const shape = shapeOf(ctx);
  const sharding = ctx.stream('shard');
  const stores = ctx.linksTo('store');
  const servers = new MeteredStations(ctx.memory, net, firstSlot, slots);
  const place = {
    concurrency: ctx.param('concurrency'),
    jobMs: ctx.param('jobMs'),
    prefetch: ctx.param('prefetch'),
  };
  const jobsDone = ctx.metric('jobsDone');
  /** Messages an instance holds at most, as of the last change. */
  const limit = ctx.memory.f64(1);
  const crashed = ctx.memory.u8(slots);

  function takeParams(): void {
    const most = params[place.concurrency] + params[place.prefetch];
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) instances.room[slot] += most - limit[0];
    limit[0] = most;
    servers.setServers(params[place.concurrency]);
  }
  takeParams();

  function work(call: number): void {
    const mean = params[place.jobMs] / 1000;
    const seconds = serviceSeconds(service, calls.request[call], net.saltOf(call), params, shape, mean);
    net.serve(call, seconds * instances.slow[calls.to[call]]);
  }

  function finish(call: number, outcome: number): void {
    const slot = calls.to[call];
    instances.room[slot] = Math.min(limit[0], instances.room[slot] + 1);
    const next = servers.leave(slot);
    if (next >= 0) work(next);
    if (outcome === OUTCOME.ok) net.meters.values[jobsDone + slot - firstSlot]++;
    const unheard = calls.waiting[call] === 0;
    net.reply(call, outcome);
    // who gave the job away has given up on it: no answer tells that there is room again
    if (unheard) offer(net, slot);
  }

  return {
    /** Only a message that is sent again over the wire comes without an address. */
    place: () => {
      let best = -1;
      for (let slot = firstSlot; slot < firstSlot + slots; slot++) {
        if (instances.isUp(slot) && (best < 0 || instances.room[slot] > instances.room[best])) best = slot;
      }
      if (best >= 0) instances.room[best]--;
      return best;
    },

    receive: (call) => {
      if (servers.enter(call, Infinity) === ENTRY.served) work(call);
    },

    served: (call) => {
      if (stores.length === 0) {
        finish(call, OUTCOME.ok);
        return;
      }
      const row = rows.of(calls.key[call]);
      const link = stores.length === 1 ? stores[0] : stores[integerBelow(sharding, row, 0, stores.length)];
      const salt = net.saltBelow(call);
      const child = net.send(link, calls.to[call], call, -1, CLASS.write, calls.key[call], calls.request[call], salt);
      calls.scratch[child] = ASK.write;
    },

    returned: (call, _, outcome) => finish(call, outcome === OUTCOME.ok ? OUTCOME.ok : OUTCOME.error),

    crashed: (slot) => {
      servers.clear(slot);
      instances.room[slot] = 0;
      crashed[slot - firstSlot] = 1;
    },

    recovered: (slot) => {
      // after a hang or slowness everything is still inside
      if (crashed[slot - firstSlot] === 1) instances.room[slot] = limit[0];
      crashed[slot - firstSlot] = 0;
      offer(net, slot);
    },

    changed: () => {
      takeParams();
      for (let slot = firstSlot; slot < firstSlot + slots; slot++) {
        for (let call = servers.admit(slot); call >= 0; call = servers.admit(slot)) work(call);
        offer(net, slot);
      }
    },
  };
}
