import { ALERT } from '../../engine/alerts.ts';
import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import { packBoard } from '../../engine/boardView.ts';
import { recover } from '../../engine/faults.ts';
import { uniform } from '../../engine/luck.ts';
import type { Network } from '../../engine/network.ts';
import { HEALTH, OUTCOME } from '../../engine/plan.ts';
import { type Readings, Watched, type Watcher } from '../../engine/watched.ts';
import { Burning } from './burning.ts';
import { Exporters } from './exporters.ts';
import { Paging } from './paging.ts';
import { seriesOf } from './series.ts';
import { monitorSpec } from './spec.ts';

export const monitorBehavior: Behavior = { ...monitorSpec, create: (ctx) => new Monitor(ctx) };

/** In the order of the options. */
const RULES = { threshold: 0, burnRate: 1, both: 2 } as const;
const ACTION = { notify: 0, human: 1, automatic: 2 } as const;

/** Timers. */
const SCRAPE = 0;
const SILENT = 1;
const EVALUATE = 2;
const HUMAN = 3;

/** A node that is watched: its instances among the exporters', from one to before another. */
interface Tier {
  readonly node: number;
  readonly from: number;
  readonly to: number;
}

class Monitor implements Actor, Watcher, Readings {
  private readonly ctx: NodeContext;
  private readonly net: Network;
  private readonly tiers: readonly Tier[];
  private readonly tierOf = new Map<number, number>();
  private readonly exporters: Exporters;
  private readonly burning: Burning;
  private readonly paging: Paging;
  /** p99 of each tier as it was put together at the last look, and when that was; -1 = never. */
  private readonly tierP99: Float64Array;
  private readonly lookedAt: Float64Array;
  /** Per tier and rule: since when it holds, -1 = it does not. */
  private readonly holdsSince: Float64Array;
  private readonly at;
  private readonly meter;

  constructor(ctx: NodeContext) {
    const { net, memory, plan } = ctx;
    this.ctx = ctx;
    this.net = net;
    const tiers: Tier[] = [];
    const slots: number[] = [];
    net.watched ??= ctx.links.length > 0 ? new Watched() : null;
    // tools that it tells what it knows have nothing to be asked
    const told = ctx.linksTo('operator');
    for (const link of ctx.links) {
      if (told.includes(link)) continue;
      const node = plan.links[link].to;
      const from = slots.length;
      for (let slot = net.instances.first[node]; slot < net.instances.first[node + 1]; slot++) slots.push(slot);
      this.tierOf.set(node, tiers.length);
      tiers.push({ node, from, to: slots.length });
      net.watched?.add(net, node, this, this);
    }
    this.tiers = tiers;
    this.exporters = new Exporters(ctx, slots);
    this.burning = new Burning(memory, tiers.length);
    this.paging = new Paging(memory, tiers.length);
    this.tierP99 = memory.f64(tiers.length).fill(-1);
    this.lookedAt = memory.f64(tiers.length).fill(-1);
    this.holdsSince = memory.f64(tiers.length * ALERT.count).fill(-1);
    this.at = {
      scrapeSeconds: ctx.param('scrapeSeconds'),
      timeoutSeconds: ctx.param('timeoutSeconds'),
      evalSeconds: ctx.param('evalSeconds'),
      forSeconds: ctx.param('forSeconds'),
      aggregation: ctx.param('aggregation'),
      labels: ctx.param('labels'),
      grouping: ctx.param('grouping'),
      pageSeconds: ctx.param('pageSeconds'),
      rules: ctx.param('rules'),
      alertErrorPercent: ctx.param('alertErrorPercent'),
      alertP99Ms: ctx.param('alertP99Ms'),
      alertCpuPercent: ctx.param('alertCpuPercent'),
      alertWhenDown: ctx.param('alertWhenDown'),
      sloPercent: ctx.param('sloPercent'),
      burnWindowSeconds: ctx.param('burnWindowSeconds'),
      action: ctx.param('action'),
      reactionSeconds: ctx.param('reactionSeconds'),
    };
    this.meter = {
      scrapes: ctx.metric('scrapes'),
      failed: ctx.metric('failedScrapes'),
      firing: ctx.metric('alertsFiring'),
      raised: ctx.metric('alertsRaised'),
      pages: ctx.metric('pages'),
      series: ctx.metric('series'),
      repairs: ctx.metric('repairs'),
    };
  }

  private setting(name: keyof Monitor['at']): number {
    return this.net.params[this.at[name]];
  }

  private get isUp(): boolean {
    return this.net.instances.isUp(this.ctx.firstSlot);
  }

  /** Looks and rules begin anywhere in their intervals: a run begins in the midst of a monitor's life. */
  start(): void {
    const { net, ctx } = this;
    const phase = ctx.stream('phase');
    net.wake(ctx.node, SCRAPE, 0, net.now + uniform(phase, 0, 0) * this.setting('scrapeSeconds'));
    net.wake(ctx.node, EVALUATE, 0, net.now + uniform(phase, 1, 0) * this.setting('evalSeconds'));
  }

  /** Nobody calls a monitor. */
  receive(call: number): void {
    this.net.reply(call, OUTCOME.error);
  }

  answered(call: number, slot: number, outcome: number, at: number): void {
    this.exporters.answered(call, slot, outcome, at);
  }

  died(slot: number): void {
    this.exporters.died(slot);
  }

  wake(code: number, arg: number): void {
    const { net, ctx } = this;
    if (code === SCRAPE) {
      if (this.isUp) this.look();
      net.wake(ctx.node, SCRAPE, 0, net.now + this.setting('scrapeSeconds'));
    } else if (code === EVALUATE) {
      if (this.isUp) for (let tier = 0; tier < this.tiers.length; tier++) this.judge(tier);
      net.wake(ctx.node, EVALUATE, 0, net.now + this.setting('evalSeconds'));
    } else if (code === SILENT) {
      if (this.isUp && this.net.instances.health[this.exporters.slots[arg]] === HEALTH.hung) this.miss(arg);
    } else if (code === HUMAN) {
      this.paging.settled(arg);
      const [from, to] = arg === this.paging.all ? [0, this.tiers.length] : [arg, arg + 1];
      for (let tier = from; tier < to; tier++) this.dealWith(tier);
    }
  }

  private dealWith(tier: number): void {
    const { net } = this;
    const { node } = this.tiers[tier];
    if (!net.alerts.any(node)) return;
    net.journal.note('human-acts', node, -1, this.setting('reactionSeconds'));
    this.repair(node);
  }

  /** Asks every instance at once. A dead one is known at once, a silent one when the patience ends. */
  private look(): void {
    const { net, exporters } = this;
    const { instances } = net;
    this.tiers.forEach(({ node, from, to }, tier) => {
      let answers = 0;
      let failures = 0;
      for (let i = from; i < to; i++) {
        const slot = exporters.slots[i];
        if (instances.exists[slot] === 0) continue;
        net.meters.values[this.meter.scrapes]++;
        if (instances.health[slot] === HEALTH.hung) {
          net.wake(this.ctx.node, SILENT, i, net.now + this.setting('timeoutSeconds'));
        } else if (instances.health[slot] === HEALTH.crashed) {
          this.miss(i);
        } else {
          exporters.take(i);
          answers += exporters.perSecond[i];
          failures += exporters.failedPerSecond[i];
        }
      }
      this.tierP99[tier] = exporters.together(from, to, this.setting('aggregation'));
      for (let i = from; i < to; i++) if (instances.health[exporters.slots[i]] !== HEALTH.hung) exporters.clear(i);
      const seconds = this.setting('scrapeSeconds');
      this.burning.add(tier, net.now, this.setting('burnWindowSeconds'), answers * seconds, failures * seconds);
      this.lookedAt[tier] = net.now;
      if (!instances.exists.subarray(instances.first[node], instances.first[node + 1]).includes(1)) this.lookedAt[tier] = -1;
    });
  }

  private miss(i: number): void {
    this.exporters.miss(i);
    this.net.meters.values[this.meter.failed]++;
  }

  /** Every rule for one tier: what has held for long enough becomes an alert, what holds no more ends one. */
  private judge(tier: number): void {
    if (this.lookedAt[tier] < 0) return;
    const { node } = this.tiers[tier];
    const which = this.setting('rules');
    const byThreshold = which !== RULES.burnRate;
    const failed = this.failedShare(node);
    const p99 = this.tierP99[tier];
    const busy = this.utilization(node);
    const down = this.downOf(tier);
    const slowMs = this.setting('alertP99Ms');
    const budget = 1 - this.setting('sloPercent') / 100;
    this.hold(tier, ALERT.errors, byThreshold && failed * 100 > this.setting('alertErrorPercent'), failed);
    this.hold(tier, ALERT.latency, byThreshold && slowMs > 0 && p99 * 1000 > slowMs, p99);
    this.hold(tier, ALERT.cpu, byThreshold && busy * 100 > this.setting('alertCpuPercent'), busy);
    this.hold(tier, ALERT.down, byThreshold && this.setting('alertWhenDown') === 1 && down > 0, down);
    const burns = which !== RULES.threshold && this.burning.isBurning(tier, budget);
    this.hold(tier, ALERT.burn, burns, burns ? this.burning.rate(tier, 1, budget) : 0);
  }

  private hold(tier: number, rule: number, holds: boolean, value: number): void {
    const { net, ctx } = this;
    const at = tier * ALERT.count + rule;
    const { node } = this.tiers[tier];
    if (!holds) {
      this.holdsSince[at] = -1;
      const wasFiring = net.alerts.isFiring(node, rule);
      net.alerts.set(node, rule, false, 0);
      if (wasFiring) this.calm(tier);
      return;
    }
    if (this.holdsSince[at] < 0) this.holdsSince[at] = net.now;
    // a burn rate has its own windows for that
    const forSeconds = rule === ALERT.burn ? 0 : this.setting('forSeconds');
    if (net.now - this.holdsSince[at] < forSeconds - 1e-9 || net.alerts.isFiring(node, rule)) return;
    net.meters.values[this.meter.raised]++;
    net.alerts.set(node, rule, true, value);
    const action = this.setting('action');
    const about = this.paging.about(tier, this.setting('grouping'));
    if (about >= 0) net.meters.values[this.meter.pages]++;
    if (action === ACTION.automatic) this.repair(node);
    else if (action === ACTION.human && about >= 0) {
      const seconds = this.paging.secondsToRead(net.now, this.setting('pageSeconds')) + this.setting('reactionSeconds');
      net.wake(ctx.node, HUMAN, about, net.now + seconds);
    }
  }

  /** An alert of a part is over: perhaps that of all. */
  private calm(tier: number): void {
    const { alerts } = this.net;
    if (!alerts.any(this.tiers[tier].node)) this.paging.settled(tier);
    if (!this.tiers.some(({ node }) => alerts.any(node))) this.paging.settled(this.paging.all);
  }

  /** Starts anew whatever is dead, silent or slow in a node. */
  private repair(node: number): void {
    const { net } = this;
    const { instances } = net;
    for (let slot = instances.first[node]; slot < instances.first[node + 1]; slot++) {
      if (instances.exists[slot] === 0 || (instances.health[slot] === HEALTH.up && instances.slow[slot] === 1)) continue;
      net.meters.values[this.meter.repairs]++;
      net.journal.note('restarted', node, slot - instances.first[node], 1);
      recover(net, slot);
    }
  }

  private downOf(tier: number): number {
    const { from, to } = this.tiers[tier];
    let down = 0;
    for (let i = from; i < to; i++) if (this.isThere(i) && this.exporters.up[i] === 0) down++;
    return down;
  }

  private isThere(i: number): boolean {
    return this.net.instances.exists[this.exporters.slots[i]] === 1;
  }

  isWorking(): boolean {
    return this.isUp;
  }

  utilization(node: number): number {
    const { from, to } = this.known(node);
    let sum = 0;
    let count = 0;
    for (let i = from; i < to; i++) {
      if (!this.isThere(i) || this.exporters.up[i] === 0 || this.exporters.utilization[i] < 0) continue;
      sum += this.exporters.utilization[i];
      count++;
    }
    return count === 0 ? -1 : sum / count;
  }

  failedShare(node: number): number {
    const answers = this.answersPerSecond(node);
    return answers > 0 ? this.sum(node, this.exporters.failedPerSecond) / answers : 0;
  }

  answersPerSecond(node: number): number {
    return this.sum(node, this.exporters.perSecond);
  }

  p99(node: number): number {
    return this.tierP99[this.tierOf.get(node) ?? 0];
  }

  private known(node: number): Tier {
    return this.tiers[this.tierOf.get(node) ?? 0];
  }

  private sum(node: number, values: Float64Array): number {
    const { from, to } = this.known(node);
    let sum = 0;
    for (let i = from; i < to; i++) if (this.isThere(i)) sum += values[i];
    return sum;
  }

  measure(): void {
    const { net, meter } = this;
    this.exporters.measure();
    let there = 0;
    for (let i = 0; i < this.exporters.slots.length; i++) if (this.isThere(i)) there++;
    net.meters.values[meter.series] = seriesOf(there, this.setting('labels'));
    let firing = 0;
    for (const { node } of this.tiers) for (let rule = 0; rule < ALERT.count; rule++) if (net.alerts.isFiring(node, rule)) firing++;
    net.meters.values[meter.firing] = firing;
  }

  show(): Float64Array {
    const { net, exporters } = this;
    const tiers = this.tiers.map(({ node, from, to }, tier) => {
      let firing = 0;
      for (let rule = 0; rule < ALERT.count; rule++) if (net.alerts.isFiring(node, rule)) firing += 1 << rule;
      let there = 0;
      for (let i = from; i < to; i++) if (this.isThere(i)) there++;
      return {
        node,
        at: this.lookedAt[tier],
        up: there - this.downOf(tier),
        there,
        answersPerSecond: this.answersPerSecond(node),
        failedShare: this.failedShare(node),
        utilization: this.utilization(node),
        p99: this.tierP99[tier],
        firing,
      };
    });
    const hosts = exporters.slots.flatMap((slot, i) =>
      this.isThere(i)
        ? [
            {
              slot,
              up: exporters.up[i],
              answersPerSecond: exporters.perSecond[i],
              failedShare: exporters.perSecond[i] > 0 ? exporters.failedPerSecond[i] / exporters.perSecond[i] : 0,
              utilization: exporters.utilization[i],
              p99: exporters.p99[i],
            },
          ]
        : [],
    );
    return packBoard({ tiers, hosts });
  }
}
