import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import { METER } from '../../engine/network.ts';
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

/** How often consumers that had no room, or were away, are looked at again while messages wait. */
const pollSeconds = 0.2;
const POLL = 0;

function createQueue(ctx: NodeContext): Actor {
  const { net, firstSlot: slot, memory } = ctx;
  const { calls, instances, links, meters, params } = net;
  const messages = new Messages(memory);
  const consumers = ctx.linksTo('consumer');
  const place = {
    publishMs: ctx.param('publishMs'),
    maxBacklog: ctx.param('maxBacklog'),
    visibilitySeconds: ctx.param('visibilitySeconds'),
    durable: ctx.param('durable'),
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
  /** [whose turn it is, 1 while a poll is set] */
  const cells = memory.i32(2);

  /** The line is as long as there are messages waiting; a crash empties the meter. */
  const showBacklog = (): void => meters.shift(queueLevel, messages.waiting - meters.values[queueLevel]);

  function handOutTo(link: number, consumer: number): void {
    const message = messages.handOut();
    instances.room[consumer]--;
    meters.values[meter.delivered]++;
    const salt = messages.tries[message];
    const call = net.send(link, slot, -1, consumer, CLASS.job, messages.key[message], messages.request[message], salt);
    calls.memo[call] = message;
    net.limit(call, net.now + params[place.visibilitySeconds]);
  }

  const hasRoom = (consumer: number): boolean => instances.room[consumer] > 0 && instances.isUp(consumer);

  /** Hands out as much as consumers take, one each in turn; those that are away ask for nothing. */
  function dispatch(): void {
    if (!instances.isUp(slot)) return;
    let refusals = 0;
    while (messages.waiting > 0 && refusals < ring.length) {
      const consumer = ring[cells[0]];
      cells[0] = (cells[0] + 1) % ring.length;
      if (hasRoom(consumer.slot)) {
        handOutTo(consumer.link, consumer.slot);
        refusals = 0;
      } else {
        refusals++;
      }
    }
    rest();
  }

  /** What cannot be handed out now waits. */
  function rest(): void {
    showBacklog();
    if (messages.waiting === 0 || cells[1] === 1) return;
    cells[1] = 1;
    net.wake(ctx.node, POLL, 0, net.now + pollSeconds);
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
      else net.serve(call, (params[place.publishMs] / 1000) * instances.slow[slot]);
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
        messages.acknowledge(message);
        meters.values[meter.acknowledged]++;
      } else {
        messages.putBack(message);
        meters.values[meter.redelivered]++;
      }
      const consumer = calls.to[child];
      while (messages.waiting > 0 && consumer >= 0 && hasRoom(consumer)) handOutTo(calls.link[child], consumer);
      // as before: when more than this one wait, nobody else has room
      if (messages.waiting === 1) dispatch();
      else rest();
    },

    wake: () => {
      cells[1] = 0;
      // while the queue itself is silent or dead it does nothing: `recovered` goes on
      dispatch();
    },

    crashed,
    recovered: dispatch,
    changed: dispatch,

    measure: () => {
      meters.values[meter.backlog] = messages.waiting;
      meters.values[meter.oldest] = messages.waiting > 0 ? net.now - messages.oldestAt : 0;
    },
  };
}
