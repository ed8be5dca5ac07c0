/**
 * A log that every group of consumers reads for itself. Within a partition a group has one message in hand at a time, so that order is
 * kept; a partition is read by one member of a group, and what a member cannot finish stops everything behind it.
 */

import { integerBelow, type Stream } from '../../engine/luck.ts';
import { longer } from '../../engine/memory.ts';
import { METER } from '../../engine/network.ts';
import { CLASS, OUTCOME } from '../../engine/plan.ts';
import { CALL_PAUSES, type Delivery, type Desk, NO_CALL, type Parcel, TIMER } from './desk.ts';
import { Log } from './log.ts';
import { Members } from './members.ts';
import { shownLags } from './spec.ts';

const ints = ['next', 'call', 'owner', 'tries', 'lag'] as const;
const floats = ['handedAt', 'retryAt'] as const;

export class Topic implements Delivery {
  /** By partition and group (`place`): the message to read next, -1 = all are read; the call that has it; who reads. */
  next = new Int32Array(0);
  call = new Int32Array(0);
  owner = new Int32Array(0);
  /** … how often that message has been handed out, and when last; when it may be again; and how many messages are not read yet. */
  tries = new Int32Array(0);
  handedAt = new Float64Array(0);
  retryAt = new Float64Array(0);
  lag = new Int32Array(0);
  private readonly desk: Desk;
  private readonly log: Log;
  private readonly links: readonly number[];
  private readonly members: Members;
  private readonly dealing: Stream;
  private readonly parcel: Parcel = { key: 0, request: 0, number: 0, mark: 0, tries: 0 };
  /** By group: the partition after the one that was served last, so that none is always first. */
  private readonly turn: Int32Array;

  constructor(desk: Desk) {
    const { memory } = desk.ctx;
    this.desk = desk;
    this.log = new Log(memory);
    this.links = desk.ctx.linksTo('consumer');
    this.members = new Members(desk, this.links, (group) => this.deal(group));
    this.dealing = desk.ctx.stream('partition');
    this.turn = memory.i32(this.links.length);
    memory.grows(this as unknown as Record<string, Int32Array>, ...ints);
    memory.grows(this as unknown as Record<string, Float64Array>, ...floats);
  }

  get waiting(): number {
    return this.log.count;
  }

  get all(): number {
    return this.log.count;
  }

  private get net() {
    return this.desk.ctx.net;
  }

  private get groups(): number {
    return this.links.length;
  }

  private place(partition: number, group: number): number {
    return partition * this.groups + group;
  }

  partitionOf(key: number): number {
    return integerBelow(this.dealing, key, 0, this.desk.value('partitions'));
  }

  /** There is room for all partitions that there are now. */
  private widen(): void {
    const { log } = this;
    log.widen(this.desk.value('partitions'));
    const before = this.next.length;
    const length = log.partitions * this.groups;
    if (length <= before) return;
    for (const column of ints) this[column] = longer(this[column], new Int32Array(length));
    for (const column of floats) this[column] = longer(this[column], new Float64Array(length));
    for (const column of ['next', 'call', 'owner'] as const) this[column].fill(-1, before);
  }

  start(): void {
    this.widen();
    this.members.start();
  }

  publish(key: number, request: number, at: number, number: number, mark: number): void {
    const partition = this.partitionOf(key);
    const message = this.log.append(partition, key, request, at, number, mark, this.groups);
    for (let group = 0; group < this.groups; group++) {
      const place = this.place(partition, group);
      this.lag[place]++;
      if (this.next[place] < 0) this.next[place] = message;
      this.tryHand(partition, group);
    }
    this.showBacklog();
  }

  private tryHand(partition: number, group: number): void {
    const { net, desk, parcel, log } = this;
    const place = this.place(partition, group);
    const owner = this.owner[place];
    if (this.next[place] < 0 || this.call[place] !== NO_CALL || this.retryAt[place] > net.now || owner < 0) return;
    if (!this.members.reads(group) || !this.members.isMember(group, owner) || !desk.brokers.leadsNow(partition)) return;
    if (net.instances.room[owner] <= 0 || !net.instances.isUp(owner)) return;
    this.expireIn(partition);
    const message = this.next[place];
    if (message < 0) return;
    this.tries[place]++;
    this.handedAt[place] = net.now;
    parcel.key = log.key[message];
    parcel.request = log.request[message];
    parcel.number = log.number[message];
    parcel.mark = log.mark[message];
    parcel.tries = this.tries[place];
    net.waits?.takeUp(desk.ctx.node, net.now - log.at[message], CLASS.job);
    this.call[place] = desk.send(
      this.links[group],
      desk.brokers.leaderOf(partition),
      owner,
      parcel,
      partition,
      desk.value('maxPollSeconds'),
    );
  }

  /** The group is done with the message it was to read next. */
  private advance(partition: number, group: number): void {
    const { log } = this;
    const place = this.place(partition, group);
    const message = this.next[place];
    this.next[place] = log.next[message];
    this.call[place] = NO_CALL;
    this.tries[place] = 0;
    this.retryAt[place] = 0;
    this.lag[place]--;
    // groups read in order: what the last of them has read is the oldest
    if (--log.readers[message] === 0) log.dropHead(partition);
  }

  returned(child: number, outcome: number): void {
    const { calls } = this.net;
    const group = this.links.indexOf(calls.link[child]);
    const partition = calls.scratch[child];
    const place = this.place(partition, group);
    // otherwise another one reads the partition by now
    if (this.call[place] === child) {
      if (outcome === OUTCOME.ok) {
        this.desk.acknowledged(this.log.at[this.next[place]], this.log.mark[this.next[place]]);
        this.advance(partition, group);
      } else {
        this.failedIn(partition, group, calls.to[child], outcome);
      }
      this.tryHand(partition, group);
    }
    if (calls.to[child] >= 0) this.serve(group, calls.to[child]);
    this.showBacklog();
  }

  private failedIn(partition: number, group: number, consumer: number, outcome: number): void {
    const { desk, net } = this;
    const place = this.place(partition, group);
    const most = desk.value('maxReceive');
    this.call[place] = NO_CALL;
    if (most > 0 && this.tries[place] >= most) {
      desk.count('deadLetters');
      this.advance(partition, group);
    } else {
      desk.count('redelivered');
      const pause = desk.value('redeliverySeconds');
      if (pause > 0) {
        this.retryAt[place] = net.now + pause;
        net.wake(desk.ctx.node, TIMER.retry, place, this.retryAt[place]);
      }
    }
    const overdue = outcome === OUTCOME.timeout && net.now >= this.handedAt[place] + desk.value('maxPollSeconds');
    if (overdue && consumer >= 0) this.members.expel(group, consumer);
  }

  failed(child: number): void {
    const place = this.placeOf(child);
    if (this.call[place] === child) this.call[place] = CALL_PAUSES;
  }

  again(child: number): void {
    const place = this.placeOf(child);
    if (this.call[place] === CALL_PAUSES) this.call[place] = child;
  }

  private placeOf(child: number): number {
    const { calls } = this.net;
    return this.place(calls.scratch[child], this.links.indexOf(calls.link[child]));
  }

  /** A member takes of its partitions as much as it has room for, in turn. */
  private serve(group: number, slot: number): void {
    const { instances } = this.net;
    const { partitions } = this.log;
    const start = this.turn[group];
    for (let i = 0; i < partitions && instances.room[slot] > 0; i++) {
      const partition = (start + i) % partitions;
      if (this.owner[this.place(partition, group)] !== slot || this.call[this.place(partition, group)] !== NO_CALL) continue;
      this.tryHand(partition, group);
      this.turn[group] = (partition + 1) % partitions;
    }
  }

  offered(consumer: number): void {
    const { net } = this;
    for (let group = 0; group < this.groups; group++) {
      if (net.links.to[this.links[group]] !== net.instances.nodeOf[consumer]) continue;
      this.members.look(group);
      this.serve(group, consumer);
    }
    this.showBacklog();
  }

  wake(code: number, arg: number): void {
    if (code === TIMER.beat) this.members.beat(arg);
    else if (code === TIMER.rebalanced) this.members.rebalanced(arg);
    else if (this.retryAt[arg] === this.net.now) this.tryHand(Math.floor(arg / this.groups), arg % this.groups);
    this.showBacklog();
  }

  /** Each member gets every so many-th partition. What somebody has in hand who is no member any more is handed out anew. */
  private deal(group: number): void {
    const { calls } = this.net;
    const readers = this.members.of(group);
    for (let partition = 0; partition < this.log.partitions; partition++) {
      const place = this.place(partition, group);
      this.owner[place] = readers.length === 0 ? -1 : readers[partition % readers.length];
      const call = this.call[place];
      if (call >= 0 && !(calls.to[call] >= 0 && this.members.isMember(group, calls.to[call]))) this.takeBack(place);
      this.tryHand(partition, group);
    }
  }

  private takeBack(place: number): void {
    this.call[place] = NO_CALL;
    this.desk.count('redelivered');
  }

  dispatch(): void {
    for (let partition = 0; partition < this.log.partitions; partition++) {
      for (let group = 0; group < this.groups; group++) this.tryHand(partition, group);
    }
    this.showBacklog();
  }

  brokerGone(slot: number): void {
    for (let partition = 0; partition < this.log.partitions; partition++) {
      if (this.desk.brokers.leaderOf(partition) !== slot) continue;
      for (let group = 0; group < this.groups; group++) {
        const place = this.place(partition, group);
        if (this.call[place] !== NO_CALL) this.takeBack(place);
      }
    }
  }

  changed(): void {
    const before = this.log.partitions;
    this.widen();
    for (let group = 0; group < this.groups; group++) {
      this.members.look(group);
      if (this.log.partitions > before) this.deal(group);
    }
    this.dispatch();
  }

  private expireIn(partition: number): void {
    const { log, desk } = this;
    const oldest = desk.oldestKept;
    while (log.head[partition] >= 0 && log.at[log.head[partition]] <= oldest) this.forgetHead(partition);
  }

  /** Groups that have not read the oldest message of a partition never will. */
  private forgetHead(partition: number): void {
    const { log, desk } = this;
    const message = log.head[partition];
    for (let group = 0; group < this.groups; group++) {
      const place = this.place(partition, group);
      if (this.next[place] !== message) continue;
      desk.count('expired');
      this.next[place] = log.next[message];
      this.call[place] = NO_CALL;
      this.tries[place] = 0;
      this.retryAt[place] = 0;
      this.lag[place]--;
    }
    if (this.groups === 0) desk.count('expired');
    log.dropHead(partition);
  }

  expire(): void {
    for (let partition = 0; partition < this.log.partitions; partition++) this.expireIn(partition);
  }

  forgetAll(): number {
    return this.forgetAfter(-Infinity);
  }

  forgetAfter(moment: number): number {
    let gone = 0;
    for (let partition = 0; partition < this.log.partitions; partition++) gone += this.cutAfter(partition, moment);
    return gone;
  }

  private cutAfter(partition: number, moment: number): number {
    const { log } = this;
    let last = -1;
    for (let message = log.head[partition]; message >= 0 && log.at[message] <= moment; message = log.next[message]) last = message;
    for (let group = 0; group < this.groups; group++) {
      const place = this.place(partition, group);
      const first = this.next[place];
      // how many of those that go this group has not read
      for (let message = last < 0 ? log.head[partition] : log.next[last], seen = false; message >= 0; message = log.next[message]) {
        seen ||= message === first || (first >= 0 && log.at[first] <= moment);
        if (seen) this.lag[place]--;
      }
      if (first >= 0 && log.at[first] > moment) {
        this.next[place] = -1;
        this.call[place] = NO_CALL;
        this.tries[place] = 0;
      }
    }
    return log.cutAfter(partition, last);
  }

  handOver(each: (key: number, request: number, at: number, number: number, mark: number) => void): void {
    const { log } = this;
    for (let partition = 0; partition < log.partitions; partition++) {
      for (let message = log.head[partition]; message >= 0; message = log.next[message]) {
        each(log.key[message], log.request[message], log.at[message], log.number[message], log.mark[message]);
      }
    }
    this.forgetAll();
    this.showBacklog();
  }

  /** Messages that no group has read and that are in nobody's hands, at the broker that leads the first partition. */
  private showBacklog(): void {
    const { meters, instances } = this.net;
    const { firstSlot, slots } = this.desk.ctx;
    const leader = this.desk.brokers.leaderOf(0);
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) {
      const level = METER.queue * instances.count + slot;
      const length = slot === leader ? this.log.count : 0;
      if (meters.values[level] !== length) meters.shift(level, length - meters.values[level]);
    }
  }

  measure(): void {
    this.expire();
    let [backlog, worst, oldestAt] = [0, 0, this.net.now];
    const shown = new Float64Array(shownLags);
    for (let place = 0; place < this.next.length; place++) {
      const lag = this.lag[place];
      const partition = Math.floor(place / this.groups);
      backlog += lag;
      worst = Math.max(worst, lag);
      if (partition < shownLags) shown[partition] = Math.max(shown[partition], lag);
      if (this.next[place] >= 0) oldestAt = Math.min(oldestAt, this.log.at[this.next[place]]);
    }
    this.desk.show('backlog', backlog);
    this.desk.show('oldestSeconds', this.net.now - oldestAt);
    this.desk.show('worstLag', worst);
    for (let partition = 0; partition < shownLags; partition++) this.desk.show('lag1', shown[partition], partition);
    this.showBacklog();
  }
}
