/** A queue or a topic: takes messages from publishers, keeps them on its brokers, and hands them out by one of three `Delivery`s. */

import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import { AT, type Calls, rowCells } from '../../engine/calls.ts';
import { SPENT } from '../../engine/follow/story.ts';
import { type Stream, uniform } from '../../engine/luck.ts';
import { type Network, OP } from '../../engine/network.ts';
import { OUTCOME } from '../../engine/plan.ts';
import { Brokers } from './brokers.ts';
import { Copying } from './copying.ts';
import { type Delivery, Desk, MODE, NO_CALL, TIMER } from './desk.ts';
import { Intake } from './intake.ts';
import { leftBy, markOf } from './mark.ts';
import { Messages } from './messages.ts';
import { Ordered } from './ordered.ts';
import { Pace } from './pace.ts';
import { Sharing } from './sharing.ts';
import { queueSpec } from './spec.ts';
import { Topic } from './topic.ts';

export const queueBehavior: Behavior = {
  kind: queueSpec.kind,
  role: queueSpec.role,
  fields: queueSpec.fields,
  metrics: queueSpec.metrics,
  faults: queueSpec.faults,
  create: (ctx) => new Queue(ctx),
};

/** The order of the spec's options. */
const ACKS = { all: 0, leader: 1, none: 2 } as const;

/** In the order of the spec's faults. */
const FAULT = { poison: 0, diskFull: 1 } as const;

/** Step of a publisher's call: the broker that has it leads no more. */
const REFUSED = 1;

/** Whole numbers of the queue's own. */
const CELL = { published: 0, mode: 1, poisonNext: 2 } as const;

/** Takes messages and makes them safe; a `Delivery` hands them out. */
class Queue implements Actor {
  private readonly ctx: NodeContext;
  private readonly net: Network;
  private readonly calls: Calls;
  private readonly brokers: Brokers;
  private readonly desk: Desk;
  private readonly intake: Intake;
  private readonly copying: Copying;
  private readonly sharing: Sharing;
  private readonly ordered: Sharing;
  /** How fast a queue that keeps an order takes messages. */
  private readonly pace: Pace;
  private readonly topic: Topic;
  private readonly poison: Stream;
  private readonly cells: Int32Array;

  constructor(ctx: NodeContext) {
    this.ctx = ctx;
    this.net = ctx.net;
    this.calls = ctx.net.calls;
    this.brokers = new Brokers(ctx);
    this.desk = new Desk(ctx, this.brokers);
    this.intake = new Intake(ctx, this.desk);
    this.copying = new Copying(ctx.memory);
    this.sharing = new Sharing(this.desk, new Messages(ctx.memory), null);
    this.ordered = new Sharing(this.desk, new Ordered(ctx.memory), new Pace(ctx.memory));
    this.pace = new Pace(ctx.memory);
    this.topic = new Topic(this.desk);
    this.poison = ctx.stream('poison');
    this.cells = ctx.memory.i32(3);
    this.cells[CELL.mode] = this.modeSet;
  }

  private get modeSet(): number {
    const mode = this.desk.value('mode');
    return mode === MODE.queue && this.desk.value('fifo') === 1 ? MODE.ordered : mode;
  }

  /** As of the last change, not of the setting: messages move when it changes. */
  private get delivery(): Delivery {
    const mode = this.cells[CELL.mode];
    return mode === MODE.topic ? this.topic : mode === MODE.ordered ? this.ordered : this.sharing;
  }

  private leaderFor(key: number): number {
    return this.brokers.leaderOf(this.cells[CELL.mode] === MODE.topic ? this.topic.partitionOf(key) : 0);
  }

  start(): void {
    this.cells[CELL.mode] = this.modeSet;
    this.delivery.start();
  }

  place(call: number): number {
    return this.leaderFor(this.calls.key[call]);
  }

  receive(call: number): void {
    const { net, calls, intake } = this;
    const slot = calls.to[call];
    calls.stage[call] = 0;
    calls.visit[call] = leftBy(calls, calls.parent[call]);
    if (slot !== this.leaderFor(calls.key[call])) {
      net.reply(call, OUTCOME.error);
      return;
    }
    if (!intake.hasRoom(slot, this.delivery.waiting)) {
      this.delivery.expire();
      if (!intake.hasRoom(slot, this.delivery.waiting)) {
        net.reply(call, OUTCOME.shed);
        return;
      }
    }
    if (!intake.canWrite(slot)) {
      this.cannotWrite(call);
      return;
    }
    if (this.cells[CELL.mode] === MODE.ordered && !this.pace.takes(net.now, this.desk.value('fifoPerSecond'))) {
      net.reply(call, OUTCOME.shed);
      return;
    }
    const at = intake.takenAt(slot);
    net.follower?.books(call, at - intake.ownSeconds(slot), at);
    // no `serve`: nobody waits to publish, and what is heard to wait here are the messages
    if (this.desk.value('acks') !== ACKS.none) {
      net.schedule(call, OP.served, at);
      return;
    }
    const chore = net.chore(slot, calls.request[call]);
    calls.key[chore] = calls.key[call];
    calls.visit[chore] = calls.visit[call];
    intake.promised(slot);
    this.desk.count('published');
    net.schedule(chore, OP.served, at);
    net.reply(call, OUTCOME.ok);
  }

  /** Nobody is told who did not want to know. */
  private cannotWrite(call: number): void {
    const isAwaited = this.desk.value('acks') !== ACKS.none;
    if (!isAwaited) {
      this.desk.count('published');
      this.lose(1);
    }
    this.net.reply(call, isAwaited ? OUTCOME.error : OUTCOME.ok);
  }

  /** The leader has written it. */
  served(call: number): void {
    const { calls, desk, net } = this;
    const slot = calls.to[call];
    const isChore = calls.link[call] < 0;
    const key = calls.key[call];
    const request = calls.request[call];
    if (slot !== this.leaderFor(key)) {
      this.tooLate(call, slot);
      return;
    }
    const number = this.cells[CELL.published]++;
    const mark = markOf(this.isPoison(request), calls.visit[call]);
    const lag = desk.value('replicaLagMs') / 1000;
    const isCopied = lag > 0 && this.brokers.followersOf(slot) > 0;
    const waits = !isChore && isCopied && desk.value('acks') === ACKS.all;
    if (isChore) {
      this.intake.settled(slot);
      calls.free(call);
    } else if (!waits) {
      desk.count('published');
      net.reply(call, OUTCOME.ok);
    }
    if (!isCopied) {
      this.delivery.publish(key, request, net.now, number, mark);
      return;
    }
    if (waits) net.follower?.doing(call, SPENT.copies);
    const { copying } = this;
    const item = copying.add();
    copying.key[item] = key;
    copying.request[item] = request;
    copying.number[item] = number;
    copying.mark[item] = mark;
    copying.leader[item] = slot;
    copying.call[item] = waits ? call : NO_CALL;
    copying.accepted[item] = waits ? 0 : 1;
    copying.at[item] = net.now;
    copying.copyAt[item] = net.now + lag;
    net.wake(this.ctx.node, TIMER.copied, item, copying.copyAt[item]);
  }

  /** Another broker leads by now: who was answered already is not told. */
  private tooLate(call: number, slot: number): void {
    if (this.calls.link[call] >= 0) {
      this.net.reply(call, OUTCOME.error);
      return;
    }
    this.intake.settled(slot);
    this.calls.free(call);
    this.lose(1);
  }

  private isPoison(request: number): boolean {
    if (this.cells[CELL.poisonNext] > 0) {
      this.cells[CELL.poisonNext]--;
      return true;
    }
    const share = this.desk.value('poisonPercent');
    return share > 0 && uniform(this.poison, request, 0) * 100 < share;
  }

  /** Poison: the next so many messages are. A full disk: until it is over. */
  struck(fault: number, slot: number, value: number): void {
    if (fault === FAULT.poison) this.cells[CELL.poisonNext] += value;
    else this.intake.setFull(slot, true);
  }

  mended(_fault: number, slot: number): void {
    this.intake.setFull(slot, false);
  }

  /** All brokers have it. */
  private copied(item: number): void {
    const { copying } = this;
    const call = copying.call[item];
    if (copying.accepted[item] === 0) {
      this.desk.count('published');
      if (call >= 0) this.net.reply(call, OUTCOME.ok);
    }
    const [key, request, at, number] = [copying.key[item], copying.request[item], copying.at[item], copying.number[item]];
    copying.remove(item);
    this.delivery.publish(key, request, at, number, copying.mark[item]);
  }

  /** What only this broker has, and had not written down at a moment, is gone. */
  private dropUncopied(slot: number, moment: number, isDead: boolean): void {
    const { copying, calls } = this;
    let lost = 0;
    copying.forEachOf(slot, (item) => {
      const call = copying.call[item];
      // of a dead one the engine has told the publishers already
      if (isDead) copying.call[item] = NO_CALL;
      if (copying.at[item] <= moment) return;
      if (copying.accepted[item] === 1) lost++;
      if (!isDead && call >= 0) calls.stage[call] = REFUSED;
      copying.remove(item);
    });
    this.lose(lost);
  }

  private lose(count: number): void {
    if (count === 0) return;
    this.desk.count('lostMessages', count);
    this.net.journal.note('messages-lost', this.ctx.node, 0, count);
  }

  /** What was written down before this moment survives the death of a broker. */
  private get safeUntil(): number {
    if (this.desk.value('durable') === 0) return -Infinity;
    const flush = this.desk.value('flushMs') / 1000;
    return flush === 0 ? Infinity : Math.floor(this.net.now / flush) * flush;
  }

  crashed(slot: number): void {
    const { delivery, brokers } = this;
    const isLast = brokers.followersOf(slot) === 0;
    const safeUntil = this.safeUntil;
    this.dropUncopied(slot, safeUntil, true);
    let lost = this.intake.crashed(slot);
    if (isLast && safeUntil === -Infinity) {
      lost += delivery.forgetAll();
      brokers.startAfresh();
    } else {
      delivery.brokerGone(slot);
      if (isLast && safeUntil < Infinity) lost += delivery.forgetAfter(safeUntil);
      if (!isLast) this.awaitElection(slot);
    }
    this.lose(lost);
  }

  hung(slot: number): void {
    if (this.brokers.followersOf(slot) > 0) this.awaitElection(slot);
  }

  private awaitElection(slot: number): void {
    const at = this.net.now + this.desk.value('electionSeconds');
    this.brokers.fallBehind(slot, at);
    this.net.wake(this.ctx.node, TIMER.elect, slot, at);
  }

  private elect(slot: number): void {
    const { brokers, net, ctx } = this;
    if (!brokers.isDue(slot, net.now) || brokers.followersOf(slot) === 0) return;
    this.delivery.brokerGone(slot);
    const successor = brokers.replace(slot);
    if (successor < 0) return;
    this.dropUncopied(slot, -Infinity, false);
    net.journal.note('promoted', ctx.node, successor - ctx.firstSlot, this.desk.value('electionSeconds'));
    this.delivery.dispatch();
  }

  recovered(slot: number): void {
    const { net, copying } = this;
    this.brokers.recovered(slot);
    this.refuse(slot);
    copying.forEachOf(slot, (item) => {
      if (copying.copyAt[item] <= net.now) this.copied(item);
    });
    this.delivery.dispatch();
  }

  /** Answers whoever waits for a copy that nobody makes any more. */
  private refuse(slot: number): void {
    const { calls, net } = this;
    for (let call = 0; call < calls.used; call += rowCells) {
      if (calls.to[call] === slot && calls.at[call] === AT.inside && calls.stage[call] === REFUSED) net.reply(call, OUTCOME.error);
    }
  }

  returned(_: number, child: number, outcome: number): void {
    this.delivery.returned(child, outcome);
  }

  failed(child: number): void {
    this.delivery.failed(child);
  }

  again(child: number): void {
    this.delivery.again(child);
  }

  offered(consumer: number): void {
    this.delivery.offered(consumer);
  }

  wake(code: number, arg: number): void {
    switch (code) {
      case TIMER.copied:
        if (this.copying.copyAt[arg] === this.net.now && this.net.instances.isUp(this.copying.leader[arg])) this.copied(arg);
        return;
      case TIMER.elect:
        this.elect(arg);
        return;
      case TIMER.look:
      case TIMER.unhold:
      case TIMER.prolong:
      case TIMER.pace:
        (this.cells[CELL.mode] === MODE.ordered ? this.ordered : this.sharing).wake(code, arg);
        return;
      default:
        this.topic.wake(code, arg);
    }
  }

  changed(): void {
    for (const slot of this.brokers.changed()) {
      this.delivery.brokerGone(slot);
      this.dropUncopied(slot, -Infinity, false);
      this.refuse(slot);
    }
    if (this.modeSet !== this.cells[CELL.mode]) this.changeMode();
    this.delivery.changed();
  }

  /** What is kept moves over; what is in somebody's hands is handed out anew. */
  private changeMode(): void {
    const before = this.delivery;
    this.cells[CELL.mode] = this.modeSet;
    this.delivery.start();
    before.handOver((key, request, at, number, mark) => this.delivery.publish(key, request, at, number, mark));
  }

  measure(): void {
    this.desk.measure();
    this.delivery.measure();
  }
}
