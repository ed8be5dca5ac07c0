/** What both ways of handing messages out share: the settings, the counters, and how a message becomes a call. */

import { jobMemo } from '../../engine/asks.ts';
import type { NodeContext } from '../../engine/behavior.ts';
import { CLASS } from '../../engine/plan.ts';
import { Tallies } from '../../engine/tallies.ts';
import type { Brokers } from './brokers.ts';
import { classMarked, isMarkedPoison } from './mark.ts';

/** Timers of the queue: see who answers to them. */
export const TIMER = { look: 0, unhold: 1, copied: 2, elect: 3, beat: 4, rebalanced: 5, retry: 6, prolong: 7, pace: 8 } as const;

/** In place of a call's number: none is under way; one has failed and will be sent again over the same wire. */
export const NO_CALL = -1;
export const CALL_PAUSES = -2;

/** One message on its way out. */
export interface Parcel {
  key: number;
  request: number;
  number: number;
  mark: number;
  tries: number;
}

/** A way of handing messages out. */
export interface Delivery {
  /** Messages that nobody has in hand, and all that are kept. */
  readonly waiting: number;
  readonly all: number;
  start(): void;
  /** The message is safe and can be read from now on. */
  publish(key: number, request: number, at: number, number: number, mark: number): void;
  returned(child: number, outcome: number): void;
  failed(child: number): void;
  again(child: number): void;
  offered(consumer: number): void;
  wake(code: number, arg: number): void;
  /** Hands out as much as can be handed out now. */
  dispatch(): void;
  /** A broker is no more: nobody waits for the answers to what it handed out. */
  brokerGone(slot: number): void;
  changed(): void;
  /** Drops what is older than it may be. */
  expire(): void;
  /** @returns how many messages are gone */
  forgetAll(): number;
  forgetAfter(moment: number): number;
  /** Gives every message to `each`, oldest first where that is known, and keeps none. */
  handOver(each: (key: number, request: number, at: number, number: number, mark: number) => void): void;
  measure(): void;
}

/** The order of the spec's options; and a queue that keeps the order of each key. */
export const MODE = { queue: 0, topic: 1, ordered: 2 } as const;

const fieldNames = [
  'publishMs',
  'maxBacklog',
  'visibilitySeconds',
  'heartbeat',
  'durable',
  'pollMs',
  'mode',
  'partitions',
  'brokers',
  'acks',
  'replicaLagMs',
  'electionSeconds',
  'flushMs',
  'maxReceive',
  'failures',
  'fifo',
  'fifoPerSecond',
  'redeliverySeconds',
  'retentionHours',
  'topicRetentionHours',
  'maxPerSecond',
  'poisonPercent',
  'sessionSeconds',
  'maxPollSeconds',
  'rebalanceSeconds',
] as const;
type FieldName = (typeof fieldNames)[number];

const metricNames = [
  'published',
  'delivered',
  'acknowledged',
  'redelivered',
  'lostMessages',
  'deadLetters',
  'expired',
  'rebalances',
  'backlog',
  'oldestSeconds',
  'jobP50',
  'jobP99',
  'worstLag',
  'lag1',
] as const;
type MetricName = (typeof metricNames)[number];

const jobQuantiles = [0.5, 0.99] as const;

export class Desk {
  readonly ctx: NodeContext;
  readonly brokers: Brokers;
  private readonly places: Readonly<Record<FieldName, number>>;
  private readonly meterAt: Readonly<Record<MetricName, number>>;
  /** From publishing to acknowledgement, of this frame. */
  private readonly jobTimes: Tallies;

  constructor(ctx: NodeContext, brokers: Brokers) {
    this.ctx = ctx;
    this.brokers = brokers;
    this.places = Object.fromEntries(fieldNames.map((name) => [name, ctx.param(name)])) as Record<FieldName, number>;
    this.meterAt = Object.fromEntries(metricNames.map((name) => [name, ctx.metric(name)])) as Record<MetricName, number>;
    this.jobTimes = new Tallies(ctx.memory, 1);
  }

  value(field: FieldName): number {
    return this.ctx.net.params[this.places[field]];
  }

  count(metric: MetricName, by = 1): void {
    this.ctx.net.meters.values[this.meterAt[metric]] += by;
  }

  /** @param beside so many metrics further, for those that stand in a row */
  show(metric: MetricName, value: number, beside = 0): void {
    this.ctx.net.meters.values[this.meterAt[metric] + beside] = value;
  }

  /** Published before this moment, it is too old now. */
  get oldestKept(): number {
    return this.ctx.net.now - this.value(this.value('mode') === MODE.topic ? 'topicRetentionHours' : 'retentionHours') * 3600;
  }

  /**
   * Sends a message to a consumer, who has room.
   * @param scratch what the delivery wants to find in the call again
   * @param patience seconds until it counts as failed; Infinity = whoever sends it sees to that
   */
  send(link: number, from: number, to: number, parcel: Parcel, scratch: number, patience: number): number {
    const { net } = this.ctx;
    net.instances.room[to]--;
    this.count('delivered');
    const call = net.send(link, from, -1, to, CLASS.job, parcel.key, parcel.request, parcel.tries);
    net.calls.memo[call] = jobMemo(parcel.number, isMarkedPoison(parcel.mark));
    net.calls.scratch[call] = scratch;
    if (patience < Infinity) {
      net.calls.giveUpAt[call] = net.now + patience;
      net.limit(call);
    }
    return call;
  }

  /** @param at when the message was published that is acknowledged now */
  acknowledged(at: number, mark: number): void {
    const { net, node } = this.ctx;
    net.waits?.done(node, net.now - at);
    this.count('acknowledged');
    this.jobTimes.add(0, net.now - at);
    const cls = classMarked(mark);
    if (cls >= 0) net.audience.partTimes.add(node, cls, net.now - at);
  }

  measure(): void {
    const quantiles = new Float64Array(2);
    this.jobTimes.quantiles(0, jobQuantiles, quantiles, 0);
    this.jobTimes.clear(0);
    this.show('jobP50', quantiles[0]);
    this.show('jobP99', quantiles[1]);
  }
}
