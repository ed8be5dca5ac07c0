import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import { uniform } from '../../engine/luck.ts';
import { METER, OP } from '../../engine/network.ts';
import { CLASS, OUTCOME } from '../../engine/plan.ts';
import { Messages } from './messages.ts';
import { queueSpec } from './spec.ts';

export const queueBehavior: Behavior = {
  kind: queueSpec.kind,
  role: queueSpec.role,
  fields: queueSpec.fields,
  metrics: queueSpec.metrics,
  create: createQueue,
};

/** Timer: the consumer at a place of the ring looks again. */
const LOOK = 0;

/** Nobody looks more often than this: a timer that rings for ever at one moment would stop the run's clock. */
const shortestSleep = 0.0001;

function createQueue(ctx: NodeContext): Actor {
  const { net, firstSlot: slot, memory } = ctx;
  const { calls, instances, links, meters, params } = net;
  const messages = new Messages(memory);
  const consumers = ctx.linksTo('consumer');
  const phase = ctx.stream('poll');
  const place = {
    publishMs: ctx.param('publishMs'),
    maxBacklog: ctx.param('maxBacklog'),
    visibilitySeconds: ctx.param('visibilitySeconds'),
    durable: ctx.param('durable'),
    pollMs: ctx.param('pollMs'),
  };
  const meter = {
    published: ctx.metric('published'),
    delivered: ctx.metric('delivered'),
    acknowledged: ctx.metric('acknowledged'),
    redelivered: ctx.metric('redelivered'),
    lost: ctx.metric('lostMessages'),
    backlog: ctx.metric('backlog'),
    oldest: ctx.metric('oldestSeconds'),
  };
  const queueLevel = METER.queue * instances.count + slot;
  const insideLevel = METER.inside * instances.count + slot;
  /** All places of all consumers in one row; the turn goes round. */
  const ring = consumers.flatMap((link) =>
    Array.from({ length: instances.first[links.to[link] + 1] - instances.first[links.to[link]] }, (_, i) => ({
      link,
      slot: instances.first[links.to[link]] + i,
    })),
  );
  /** Where each wire's consumers begin in the ring; -1 for wires that are not ours. */
  const ringAt = Int32Array.from(links.to, (_, link) => ring.findIndex((consumer) => consumer.link === link));
  /** [whose turn it is] */
  const cells = memory.i32(1);
  /** By place in the ring: when a consumer that found nothing will look again; 0 = it is awake. */
  const sleepsUntil = memory.f64(ring.length);

  /** The line is as long as there are messages waiting; a crash empties the meter. */
  const showBacklog = (): void => meters.shift(queueLevel, messages.waiting - meters.values[queueLevel]);

  /** Would take a message now: it is there, awake, and has room. */
  const asks = (at: number): boolean => sleepsUntil[at] === 0 && instances.room[ring[at].slot] > 0 && instances.isUp(ring[at].slot);

  function handOutTo(at: number): void {
    const consumer = ring[at];
    const message = messages.handOut();
    instances.room[consumer.slot]--;
    meters.values[meter.delivered]++;
    net.waits?.takeUp(ctx.node, net.now - messages.at[message], CLASS.job);
    const salt = messages.tries[message];
    const call = net.send(consumer.link, slot, -1, consumer.slot, CLASS.job, messages.key[message], messages.request[message], salt);
    calls.memo[call] = message;
    net.limit(call, net.now + params[place.visibilitySeconds]);
  }

  function sleep(at: number, part: number): void {
    sleepsUntil[at] = net.now + part * Math.max(shortestSleep, params[place.pollMs] / 1000);
    net.wake(ctx.node, LOOK, at, sleepsUntil[at]);
  }

  /** A consumer takes what there is; one that polls and has found too little goes to sleep. */
  function look(at: number): void {
    while (messages.waiting > 0 && asks(at)) handOutTo(at);
    if (params[place.pollMs] > 0 && asks(at)) sleep(at, 1);
  }

  /** Hands out as much as consumers take, one each in turn; those that are away or asleep ask for nothing. */
  function dispatch(): void {
    if (!instances.isUp(slot)) return;
    let refusals = 0;
    while (messages.waiting > 0 && refusals < ring.length) {
      const at = cells[0];
      cells[0] = (at + 1) % ring.length;
      if (asks(at)) {
        handOutTo(at);
        refusals = 0;
      } else {
        refusals++;
      }
    }
    if (params[place.pollMs] > 0) for (let at = 0; at < ring.length; at++) look(at);
    showBacklog();
  }

  function crashed(): void {
    if (params[place.durable] === 1) {
      meters.values[meter.redelivered] += messages.putAllBack();
      return;
    }
    const lost = messages.waiting + messages.out;
    meters.values[meter.lost] += lost;
    if (lost > 0) net.journal.note('messages-lost', ctx.node, 0, lost);
    messages.forgetAll();
  }

  return {
    receive: (call) => {
      if (messages.waiting + meters.values[insideLevel] > params[place.maxBacklog]) net.reply(call, OUTCOME.shed);
      // no `serve`: nobody waits to publish, and what is heard to wait here are the messages
      else net.schedule(call, OP.served, net.now + (params[place.publishMs] / 1000) * instances.slow[slot]);
    },

    served: (call) => {
      const somebodyWaits = messages.waiting > 0;
      messages.publish(calls.key[call], calls.request[call], net.now);
      meters.values[meter.published]++;
      net.reply(call, OUTCOME.ok);
      // when others wait already, nobody has room
      if (somebodyWaits) showBacklog();
      else dispatch();
    },

    returned: (_, child, outcome) => {
      const message = calls.memo[child];
      if (outcome === OUTCOME.ok) {
        net.waits?.done(ctx.node, net.now - messages.at[message]);
        messages.acknowledge(message);
        meters.values[meter.acknowledged]++;
      } else {
        messages.putBack(message);
        meters.values[meter.redelivered]++;
      }
      const consumer = calls.to[child];
      const link = calls.link[child];
      if (consumer >= 0) look(ringAt[link] + consumer - instances.first[links.to[link]]);
      // as before: when more than this one wait, nobody else has room
      if (messages.waiting === 1) dispatch();
      else showBacklog();
    },

    offered: (consumer) => {
      if (!instances.isUp(slot)) return;
      for (let at = 0; at < ring.length; at++) if (ring[at].slot === consumer) look(at);
      showBacklog();
    },

    start: () => {
      if (params[place.pollMs] === 0) return;
      // those who poll do not do it all at once
      for (let at = 0; at < ring.length; at++) sleep(at, uniform(phase, at, 0));
    },

    wake: (_, at) => {
      // awake already: it was told not to poll any more
      if (sleepsUntil[at] !== net.now) return;
      sleepsUntil[at] = 0;
      if (instances.isUp(slot)) look(at);
      else sleep(at, 1);
      showBacklog();
    },

    crashed,
    recovered: dispatch,
    changed: () => {
      if (params[place.pollMs] === 0) sleepsUntil.fill(0);
      dispatch();
    },

    measure: () => {
      meters.values[meter.backlog] = messages.waiting;
      meters.values[meter.oldest] = messages.waiting > 0 ? net.now - messages.oldestAt : 0;
    },
  };
}
