/** One line of messages that all consumers share: each message goes to one of them, who has it until it is acknowledged or overdue. */

import { type Stream, uniform } from '../../engine/luck.ts';
import { METER } from '../../engine/network.ts';
import { CLASS, OUTCOME } from '../../engine/plan.ts';
import { CALL_PAUSES, type Delivery, type Desk, type Parcel, TIMER } from './desk.ts';
import type { Messages } from './messages.ts';
import type { Pace } from './pace.ts';

/** Nobody looks more often than this: a timer that rings for ever at one moment would stop the run's clock. */
const shortestSleep = 0.0001;

/** The order of the spec's options. */
const FAILURES = { told: 0, unnoticed: 1 } as const;

interface Consumer {
  readonly link: number;
  readonly slot: number;
}

export class Sharing implements Delivery {
  private readonly desk: Desk;
  private readonly messages: Messages;
  /** How fast it may hand out, of a queue that has a limit for that. */
  private readonly pace: Pace | null;
  private readonly phase: Stream;
  /** All places of all consumers in one row; the turn goes round. */
  private readonly ring: readonly Consumer[];
  /** Where each wire's consumers begin in the ring; -1 for wires that are not ours. */
  private readonly ringAt: Int32Array;
  /** [whose turn it is] */
  private readonly cells: Int32Array;
  /** By place in the ring: when a consumer that found nothing will look again; 0 = it is awake. */
  private readonly sleepsUntil: Float64Array;
  private readonly parcel: Parcel = { key: 0, request: 0, number: 0, mark: 0, tries: 0 };

  constructor(desk: Desk, messages: Messages, pace: Pace | null) {
    const { memory, net } = desk.ctx;
    const { links, instances } = net;
    this.desk = desk;
    this.messages = messages;
    this.pace = pace;
    this.phase = desk.ctx.stream('poll');
    this.ring = desk.ctx.linksTo('consumer').flatMap((link) =>
      Array.from({ length: instances.first[links.to[link] + 1] - instances.first[links.to[link]] }, (_, i) => ({
        link,
        slot: instances.first[links.to[link]] + i,
      })),
    );
    this.ringAt = Int32Array.from(links.to, (_, link) => this.ring.findIndex((consumer) => consumer.link === link));
    this.cells = memory.i32(1);
    this.sleepsUntil = memory.f64(this.ring.length);
  }

  get waiting(): number {
    return this.messages.waiting + this.messages.held;
  }

  get all(): number {
    return this.messages.all;
  }

  private get net() {
    return this.desk.ctx.net;
  }

  /** The line is as long as there are messages waiting; it stands at the broker that leads. */
  private showBacklog(): void {
    const { meters, instances } = this.net;
    const { firstSlot, slots } = this.desk.ctx;
    const leader = this.desk.brokers.leaderOf(0);
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) {
      const level = METER.queue * instances.count + slot;
      if (slot === leader) meters.shift(level, this.messages.waiting - meters.values[level]);
      else if (meters.values[level] !== 0) meters.shift(level, -meters.values[level]);
    }
  }

  private get handsOut(): boolean {
    return this.desk.brokers.leadsNow(0);
  }

  /** Would take a message now: it is there, awake, and has room. */
  private asks(at: number): boolean {
    const { instances } = this.net;
    const { slot } = this.ring[at];
    return this.sleepsUntil[at] === 0 && instances.room[slot] > 0 && instances.isUp(slot);
  }

  /** There is a message that may go out now. Where only the pace forbids it, it is tried again when that allows it. */
  private get hasOne(): boolean {
    const { messages, pace, net } = this;
    if (messages.ready === 0) return false;
    if (pace === null) return true;
    const opensAt = pace.opensAt(this.desk.value('fifoPerSecond'));
    if (opensAt <= net.now) return true;
    if (pace.ringsAt(opensAt, net.now)) net.wake(this.desk.ctx.node, TIMER.pace, 0, opensAt);
    return false;
  }

  private handOutTo(at: number): void {
    const { messages, parcel, net } = this;
    const { link, slot } = this.ring[at];
    this.pace?.take(net.now, this.desk.value('fifoPerSecond'));
    const message = messages.handOut();
    net.waits?.takeUp(this.desk.ctx.node, net.now - messages.at[message], CLASS.job);
    parcel.key = messages.key[message];
    parcel.request = messages.request[message];
    parcel.number = messages.number[message];
    parcel.mark = messages.mark[message];
    parcel.tries = messages.tries[message];
    const seconds = this.desk.value('visibilitySeconds');
    const prolonged = this.desk.value('heartbeat') === 1;
    const leader = this.desk.brokers.leaderOf(0);
    messages.heldUntil[message] = net.now + seconds;
    messages.call[message] = this.desk.send(link, leader, slot, parcel, message, prolonged ? Infinity : seconds);
    if (prolonged) net.wake(this.desk.ctx.node, TIMER.prolong, message, messages.heldUntil[message]);
  }

  /** A consumer that is still there keeps what it has; one that says nothing has had it. */
  private prolong(message: number): void {
    const { messages, net } = this;
    if (!messages.isOut(message) || messages.heldUntil[message] !== net.now) return;
    const call = messages.call[message];
    const consumer = call < 0 ? -1 : net.calls.to[call];
    if (consumer >= 0 && !net.instances.isUp(consumer)) {
      net.calls.giveUpAt[call] = net.now;
      net.limit(call);
      return;
    }
    messages.heldUntil[message] = net.now + this.desk.value('visibilitySeconds');
    net.wake(this.desk.ctx.node, TIMER.prolong, message, messages.heldUntil[message]);
  }

  private sleep(at: number, part: number): void {
    this.sleepsUntil[at] = this.net.now + part * Math.max(shortestSleep, this.desk.value('pollMs') / 1000);
    this.net.wake(this.desk.ctx.node, TIMER.look, at, this.sleepsUntil[at]);
  }

  /** A consumer takes what there is; one that polls and has found too little goes to sleep. */
  private look(at: number): void {
    if (!this.handsOut) return;
    this.expire();
    while (this.hasOne && this.asks(at)) this.handOutTo(at);
    if (this.desk.value('pollMs') > 0 && this.asks(at)) this.sleep(at, 1);
  }

  /** Hands out as much as consumers take, one each in turn; those that are away or asleep ask for nothing. */
  dispatch(): void {
    if (!this.handsOut) return;
    this.expire();
    let refusals = 0;
    while (refusals < this.ring.length && this.hasOne) {
      const at = this.cells[0];
      this.cells[0] = (at + 1) % this.ring.length;
      if (this.asks(at)) {
        this.handOutTo(at);
        refusals = 0;
      } else {
        refusals++;
      }
    }
    if (this.desk.value('pollMs') > 0) for (let at = 0; at < this.ring.length; at++) this.look(at);
    this.showBacklog();
  }

  /** One more may go out. When others could already, nobody has room. */
  private oneMore(): void {
    if (this.messages.ready === 1) this.dispatch();
    else this.showBacklog();
  }

  publish(key: number, request: number, at: number, number: number, mark: number): void {
    this.messages.publish(key, request, at, number, mark);
    this.oneMore();
  }

  private failedFor(message: number): void {
    const { desk, messages, net } = this;
    const most = desk.value('maxReceive');
    if (most > 0 && messages.tries[message] >= most) {
      messages.acknowledge(message);
      desk.count('deadLetters');
      return;
    }
    desk.count('redelivered');
    const until = desk.value('failures') === FAILURES.unnoticed ? messages.heldUntil[message] : net.now + desk.value('redeliverySeconds');
    if (until <= net.now) {
      messages.putBack(message);
      return;
    }
    messages.hold(message, until);
    net.wake(desk.ctx.node, TIMER.unhold, message, until);
  }

  returned(child: number, outcome: number): void {
    const { messages, net } = this;
    const { calls, links, instances } = net;
    const message = calls.scratch[child];
    // otherwise it was given to somebody else meanwhile
    if (messages.call[message] === child && messages.isOut(message)) {
      if (outcome === OUTCOME.ok) {
        this.desk.acknowledged(messages.at[message], messages.mark[message]);
        messages.acknowledge(message);
      } else {
        this.failedFor(message);
      }
    }
    const consumer = calls.to[child];
    const link = calls.link[child];
    if (consumer >= 0) this.look(this.ringAt[link] + consumer - instances.first[links.to[link]]);
    this.oneMore();
  }

  failed(child: number): void {
    const message = this.net.calls.scratch[child];
    if (this.messages.call[message] === child) this.messages.call[message] = CALL_PAUSES;
  }

  again(child: number): void {
    const message = this.net.calls.scratch[child];
    if (this.messages.call[message] === CALL_PAUSES) this.messages.call[message] = child;
  }

  offered(consumer: number): void {
    if (!this.handsOut) return;
    for (let at = 0; at < this.ring.length; at++) if (this.ring[at].slot === consumer) this.look(at);
    this.showBacklog();
  }

  start(): void {
    if (this.desk.value('pollMs') === 0) return;
    // those who poll do not do it all at once
    for (let at = 0; at < this.ring.length; at++) this.sleep(at, uniform(this.phase, at, 0));
  }

  wake(code: number, arg: number): void {
    if (code === TIMER.prolong) {
      this.prolong(arg);
      return;
    }
    if (code === TIMER.unhold) {
      if (this.messages.unhold(arg, this.net.now)) this.oneMore();
      return;
    }
    if (code === TIMER.pace) {
      if (this.messages.ready > 0) this.dispatch();
      return;
    }
    // awake already: it was told not to poll any more
    if (this.sleepsUntil[arg] !== this.net.now) return;
    this.sleepsUntil[arg] = 0;
    if (this.handsOut) this.look(arg);
    else this.sleep(arg, 1);
    this.showBacklog();
  }

  brokerGone(slot: number): void {
    if (this.desk.brokers.leaderOf(0) === slot) this.desk.count('redelivered', this.messages.putAllBack());
  }

  changed(): void {
    if (this.desk.value('pollMs') === 0) this.sleepsUntil.fill(0);
    this.dispatch();
  }

  expire(): void {
    const { messages, desk } = this;
    const oldest = desk.oldestKept;
    if (messages.oldestAt > oldest) return;
    for (; messages.oldestAt <= oldest; messages.dropHead()) desk.count('expired');
    this.showBacklog();
  }

  forgetAll(): number {
    const count = this.messages.all;
    this.messages.forgetAll();
    return count;
  }

  forgetAfter(moment: number): number {
    return this.messages.forgetAfter(moment);
  }

  handOver(each: (key: number, request: number, at: number, number: number, mark: number) => void): void {
    const { messages } = this;
    messages.forgetAfter(Infinity);
    for (let message = messages.handOut(); message >= 0; message = messages.handOut()) {
      messages.acknowledge(message);
      each(messages.key[message], messages.request[message], messages.at[message], messages.number[message], messages.mark[message]);
    }
    this.showBacklog();
  }

  measure(): void {
    this.expire();
    this.desk.show('backlog', this.waiting);
    this.desk.show('oldestSeconds', this.messages.waiting > 0 ? this.net.now - this.messages.waitsSince : 0);
  }
}
