/** Turns the meters of one interval into a frame, and says which column is what. */

import type { Behavior, MetricForm } from './behavior.ts';
import {
  type Column,
  completedColumn,
  type Frame,
  type FrameLayout,
  failedColumn,
  nodeQuantileColumns,
  offeredColumn,
  runColumns,
  runCounters,
} from './frame.ts';
import { linkMetrics } from './linkMetrics.ts';
import type { Memory } from './memory.ts';
import { METER, type Network } from './network.ts';
import { outcomes, type Plan, requestClasses } from './plan.ts';
import { BORDER } from './traffic.ts';
import { Watch } from './watch.ts';

/** Names of the meters every instance has, in the order of `METER`. */
const common = ['arrived', 'completed', 'failed', 'utilization', 'queue', 'inside'] as const;
const commonForm = {
  arrived: 'counter',
  completed: 'counter',
  failed: 'counter',
  utilization: 'level',
  queue: 'level',
  inside: 'level',
} as const;

/** Where each node's own metrics begin in the meters. */
export interface MetricPlaces {
  /** Per node: metric name to meter. */
  readonly of: readonly ReadonlyMap<string, number>[];
  readonly total: number;
}

/** Lays the meters out: first the common ones of all instances, then each node's own. */
export function placeMetrics(plan: Plan, behaviors: readonly Behavior[], slots: number): MetricPlaces {
  let next = METER.count * slots;
  const of = plan.nodes.map((node) => {
    const places = new Map<string, number>();
    for (const [name, { per }] of Object.entries(behaviors[node.kind].metrics)) {
      places.set(name, next);
      next += per === 'instance' ? node.slots : 1;
    }
    return places;
  });
  return { of, total: next };
}

interface OwnMetric {
  readonly form: MetricForm['form'];
  /** Its first meter, and how many it has: one, or one per instance. */
  readonly first: number;
  readonly count: number;
}

/** What the first of `nodeQuantileColumns` hold; the last is the mean. */
const nodeQuantiles = [0.5, 0.95, 0.99] as const;

export class FrameWriter {
  readonly layout: FrameLayout;
  private readonly net: Network;
  private readonly plan: Plan;
  private readonly behaviors: readonly Behavior[];
  /** Per node, its own metrics in the order of the columns. */
  private readonly own: readonly (readonly OwnMetric[])[];
  /** The same of wires with a policy. */
  private readonly ofLinks: readonly (readonly OwnMetric[])[];
  private readonly watch: Watch;
  /** Each slot's utilization in the newest frame; for glances, no state of the run. */
  readonly utilization: Float64Array;

  constructor(memory: Memory, net: Network, plan: Plan, behaviors: readonly Behavior[], places: MetricPlaces) {
    this.net = net;
    this.plan = plan;
    this.behaviors = behaviors;
    this.own = plan.nodes.map(({ kind, slots }, n) =>
      Object.entries(behaviors[kind].metrics).map(([name, { form, per }]) => {
        return { form, first: places.of[n].get(name) ?? 0, count: per === 'node' ? 1 : slots };
      }),
    );
    this.ofLinks = net.policies.callers.meterOf
      .filter((first) => first >= 0)
      .map((first) => Object.values(linkMetrics).map((form, m) => ({ form, first: first + m, count: 1 })));
    this.utilization = new Float64Array(net.instances.count);
    this.watch = new Watch(memory, net, plan.nodes.length);
    this.layout = { columns: this.columns() };
  }

  private columns(): Column[] {
    const columns: Column[] = [];
    const add = (scope: Column['scope'], node: number, instance: number, metric: string, form: Column['form']) =>
      columns.push({ scope, node, instance, metric, form });
    for (const c of requestClasses) {
      add('run', -1, -1, offeredColumn(c), 'counter');
      add('run', -1, -1, completedColumn(c), 'counter');
      for (const reason of outcomes.slice(1)) add('run', -1, -1, failedColumn(c, reason), 'counter');
    }
    for (const name of runColumns) add('run', -1, -1, name, runCounters.includes(name) ? 'counter' : 'gauge');
    this.plan.nodes.forEach((node, n) => {
      for (const name of nodeQuantileColumns) add('node', n, -1, name, 'gauge');
      add('node', n, -1, 'vain', 'counter');
      for (let i = 0; i < node.slots; i++) for (const name of common) add('instance', n, i, name, commonForm[name]);
      for (const [name, { per, form }] of Object.entries(this.behaviors[node.kind].metrics)) {
        if (per === 'node') add('node', n, -1, name, form);
        else for (let i = 0; i < node.slots; i++) add('instance', n, i, name, form);
      }
    });
    this.plan.links.forEach((_, link) => {
      if (this.net.policies.callers.meterOf[link] < 0) return;
      for (const [metric, form] of Object.entries(linkMetrics)) columns.push({ scope: 'link', node: -1, instance: -1, link, metric, form });
    });
    return columns;
  }

  /** Closes the frame that ends now; counters start again from zero. */
  close(index: number, start: number): Frame {
    for (const actor of this.net.actors) actor.measure?.();
    this.watch.look(this.net.now - start);
    const frame = this.read(index, start);
    this.turn(frame);
    return frame;
  }

  /**
   * The frame as it would be if it ended now, and changes nothing, whoever looks: counters since it began, levels over the part of it that has passed,
   * gauges as the frame before left them. What is booked ahead of its time (cache lines, processors of balancers) counts where it was booked.
   * @param start simulated seconds, before now
   */
  read(index: number, start: number): Frame {
    const { net } = this;
    const { audience, instances, meters } = net;
    const end = net.now;
    const seconds = end - start;
    const values = new Float64Array(this.layout.columns.length);
    let at = 0;
    for (let c = 0; c < requestClasses.length; c++) {
      values[at++] = audience.offered[c];
      for (let o = 0; o < outcomes.length; o++) values[at++] = audience.ended[c * outcomes.length + o];
    }
    values[at++] = audience.counts[2];
    values[at++] = audience.counts[1];
    values[at++] = audience.counts[0];
    for (let border = 0; border < BORDER.count; border++) values[at++] = net.links.traffic.crossed[border] / 1000;
    this.plan.nodes.forEach((node, n) => {
      at = this.readResponse(values, at, n);
      values[at++] = net.links.vain.answers[n];
      for (let i = 0; i < node.slots; i++) {
        const slot = instances.first[n] + i;
        for (let m = 0; m < METER.count; m++) {
          const meter = m * instances.count + slot;
          if (m < METER.utilization) values[at++] = meters.values[meter];
          else if (m === METER.utilization) values[at++] = this.utilizationOf(slot, seconds);
          else values[at++] = meters.areaOf(meter) / seconds;
        }
      }
      at = this.readMeters(values, at, this.own[n], seconds);
    });
    for (const wire of this.ofLinks) at = this.readMeters(values, at, wire, seconds);
    const partTimes = audience.partTimes.pack();
    return { index, start, end, values, latency: audience.latency.pack(), ...(partTimes && { partTimes }) };
  }

  /** Mean share of an instance's servers at work; -1 for room without an instance: that is not idle, just not there. */
  private utilizationOf(slot: number, seconds: number): number {
    const level = this.levelOf(slot, seconds);
    return this.net.instances.exists[slot] === 0 && level === 0 ? -1 : level;
  }

  private levelOf(slot: number, seconds: number): number {
    const { instances, meters } = this.net;
    return meters.areaOf(METER.utilization * instances.count + slot) / seconds / instances.servers[slot];
  }

  private readResponse(values: Float64Array, at: number, node: number): number {
    const { response } = this.net;
    response.quantiles(node, nodeQuantiles, values, at);
    values[at + nodeQuantiles.length] = response.mean(node);
    return at + nodeQuantiles.length + 1;
  }

  private readMeters(values: Float64Array, start: number, own: readonly OwnMetric[], seconds: number): number {
    let at = start;
    const { meters } = this.net;
    for (const { form, first, count } of own) {
      for (let meter = first; meter < first + count; meter++) {
        values[at++] = form === 'level' ? meters.areaOf(meter) / seconds : meters.values[meter];
      }
    }
    return at;
  }

  /** A new frame begins where `closed` ended. */
  private turn(closed: Frame): void {
    const { audience, instances, links, meters, response } = this.net;
    const seconds = closed.end - closed.start;
    for (let slot = 0; slot < instances.count; slot++) this.utilization[slot] = this.levelOf(slot, seconds);
    for (let meter = 0; meter < METER.count * instances.count; meter++) {
      if (meter < METER.utilization * instances.count) meters.values[meter] = 0;
      else meters.restartLevel(meter);
    }
    for (const own of [...this.own, ...this.ofLinks]) this.turnMeters(own);
    for (let node = 0; node < this.plan.nodes.length; node++) response.clear(node);
    links.traffic.crossed.fill(0);
    links.vain.answers.fill(0);
    audience.turn();
  }

  private turnMeters(own: readonly OwnMetric[]): void {
    const { meters } = this.net;
    for (const { form, first, count } of own) {
      for (let meter = first; meter < first + count; meter++) {
        if (form === 'level') meters.restartLevel(meter);
        else if (form === 'counter') meters.values[meter] = 0;
      }
    }
  }
}
