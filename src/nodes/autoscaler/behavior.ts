import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import { LoadBook } from '../../engine/loadBook.ts';
import type { Network } from '../../engine/network.ts';
import { POLICY, type Rules, wanted } from './policies.ts';
import { Recommendations } from './recommendations.ts';
import { autoscalerSpec } from './spec.ts';

/** Timers: a second has passed; a person has come to it (argument: which part). */
const SECOND = 0;
const ACT = 1;

/** Above this share of busy servers more came than they could do. */
const overload = 0.99;

export const autoscalerBehavior: Behavior = {
  kind: autoscalerSpec.kind,
  role: autoscalerSpec.role,
  fields: autoscalerSpec.fields,
  metrics: autoscalerSpec.metrics,
  create: (ctx) => new Autoscaler(ctx),
};

/** A part that is steered, and what is known of it. */
interface Steered {
  readonly node: number;
  readonly book: LoadBook;
  readonly recent: Recommendations;
}

/** Cells per part. */
const LAST_AT = 0;
const LAST_WAY = 1;
const PLANNED = 2;
const DESIRED = 3;
const PAID = 4;
/** When some were last starting. */
const STARTING_AT = 5;
const cellsEach = 6;

class Autoscaler implements Actor {
  private readonly ctx: NodeContext;
  private readonly net: Network;
  private readonly parts: readonly Steered[];
  /** Tools with a wire to this one: it knows only what they tell it. */
  private readonly informants: readonly number[];
  private readonly fields;
  private readonly metrics;
  private readonly cells: Float64Array;
  /** One cell: when it decides next, at a whole second. */
  private readonly next: Float64Array;

  constructor(ctx: NodeContext) {
    const { net, plan, memory } = ctx;
    this.ctx = ctx;
    this.net = net;
    this.parts = ctx.links
      .map((link) => plan.links[link].to)
      .map((node) => ({ node, book: new LoadBook(ctx, memory, node), recent: new Recommendations(memory) }));
    this.informants = plan.links.filter(({ to }) => to === ctx.node).map(({ from }) => from);
    const field = (name: keyof typeof autoscalerSpec.fields) => ctx.param(name);
    this.fields = {
      policy: field('policy'),
      targetPercent: field('targetPercent'),
      stepAbovePercent: field('stepAbovePercent'),
      stepUp: field('stepUp'),
      stepBelowPercent: field('stepBelowPercent'),
      stepDown: field('stepDown'),
      scheduleFrom: field('scheduleFromSeconds'),
      scheduleTo: field('scheduleToSeconds'),
      scheduleCount: field('scheduleCount'),
      backlogPerInstance: field('backlogPerInstance'),
      min: field('minInstances'),
      max: field('maxInstances'),
      period: field('periodSeconds'),
      lag: field('lagSeconds'),
      window: field('windowSeconds'),
      cooldown: field('cooldownSeconds'),
      warmupAware: field('warmupAware'),
      tolerance: field('tolerancePercent'),
      downStabilise: field('downStabiliseSeconds'),
      removesFirst: field('removesFirst'),
      reaction: field('reaction'),
      human: field('humanSeconds'),
    };
    this.metrics = {
      desired: ctx.metric('desired'),
      running: ctx.metric('running'),
      booting: ctx.metric('booting'),
      loadSeen: ctx.metric('loadSeen'),
      loadNow: ctx.metric('loadNow'),
      flips: ctx.metric('flips'),
      overloadedSeconds: ctx.metric('overloadedSeconds'),
      instanceHours: ctx.metric('instanceHours'),
    };
    this.cells = memory.f64(this.parts.length * cellsEach);
    this.next = memory.f64(1);
    this.parts.forEach((_, i) => {
      this.cells[i * cellsEach + LAST_AT] = -Infinity;
      this.cells[i * cellsEach + STARTING_AT] = -Infinity;
      this.cells[i * cellsEach + PLANNED] = -1;
    });
  }

  start(): void {
    this.parts.forEach(({ node }, i) => {
      this.cells[i * cellsEach + DESIRED] = this.ctx.fleet.countOf(node);
    });
    this.next[0] = this.net.now + this.periodSeconds;
    this.everySecond();
  }

  /** Nobody asks it anything. */
  receive(call: number): void {
    this.net.reply(call, 0);
  }

  wake(code: number, arg: number): void {
    if (code === SECOND) this.everySecond();
    else this.actOn(arg);
  }

  /** Another period holds from now on. */
  changed(): void {
    this.next[0] = Math.min(this.next[0], this.net.now + this.periodSeconds);
  }

  measure(): void {
    const { ctx, net, metrics, parts, cells } = this;
    let desired = 0;
    let hours = 0;
    parts.forEach(({ node, book }, i) => {
      book.keep();
      desired += cells[i * cellsEach + DESIRED];
      const paid = ctx.fleet.paidSeconds(node);
      hours += (paid - cells[i * cellsEach + PAID]) / 3600;
      cells[i * cellsEach + PAID] = paid;
    });
    net.meters.values[metrics.desired] = desired;
    net.meters.values[metrics.instanceHours] += hours;
    this.showCounts();
  }

  private get periodSeconds(): number {
    const { policy, period } = this.fields;
    return this.net.params[policy] === POLICY.scheduled ? 1 : this.net.params[period];
  }

  private everySecond(): void {
    const { net, metrics } = this;
    let most = 0;
    let isOverloaded = false;
    for (const [i, { node, book }] of this.parts.entries()) {
      book.write();
      if (this.ctx.fleet.bootingOf(node) > 0) this.cells[i * cellsEach + STARTING_AT] = net.now;
      const load = book.has(0, 1) ? book.utilization(0, 1) : 0;
      most = Math.max(most, load);
      isOverloaded ||= load >= overload;
    }
    net.meters.values[metrics.loadNow] = most;
    if (isOverloaded) net.meters.values[metrics.overloadedSeconds]++;
    this.showCounts();
    if (net.now >= this.next[0]) {
      this.next[0] = net.now + this.periodSeconds;
      this.decide();
    }
    net.wake(this.ctx.node, SECOND, 0, net.now + 1);
  }

  private showCounts(): void {
    const { ctx, net, metrics } = this;
    let running = 0;
    let booting = 0;
    for (const { node } of this.parts) {
      running += ctx.fleet.servingOf(node);
      booting += ctx.fleet.bootingOf(node);
    }
    net.meters.shift(metrics.running, running - net.meters.values[metrics.running]);
    net.meters.shift(metrics.booting, booting - net.meters.values[metrics.booting]);
  }

  /** Frozen: it does not run itself, or nobody brings it numbers. */
  private get isBlind(): boolean {
    const { instances } = this.net;
    if (!instances.isUp(this.ctx.firstSlot)) return true;
    return this.informants.length > 0 && !this.informants.some((tool) => instances.isUp(instances.first[tool]));
  }

  private decide(): void {
    if (this.isBlind) return;
    const { params } = this.net;
    const [lag, window] = [params[this.fields.lag], params[this.fields.window]];
    let most = 0;
    this.parts.forEach(({ book }, i) => {
      if (params[this.fields.policy] === POLICY.scheduled) {
        this.want(i, this.planned());
        return;
      }
      if (!book.has(lag, window)) return;
      most = Math.max(most, book.utilization(lag, window));
      this.want(i, this.recommended(i, lag, window));
    });
    this.net.meters.values[this.metrics.loadSeen] = most;
  }

  /** By the plan of the day. */
  private planned(): number {
    const { net, fields } = this;
    const { params, now } = net;
    const isTime = now >= params[fields.scheduleFrom] && now < params[fields.scheduleTo];
    return isTime ? params[fields.scheduleCount] : params[fields.min];
  }

  private recommended(i: number, lag: number, window: number): number {
    const { params, now } = this.net;
    const { fleet } = this.ctx;
    const { node, book, recent } = this.parts[i];
    const seen = {
      count: fleet.countOf(node),
      booting: fleet.bootingOf(node),
      utilization: book.utilization(lag, window),
      busyInstances: book.busyInstances(lag, window),
      waiting: book.waiting(lag, window),
    };
    const count = this.within(wanted(params[this.fields.policy], seen, this.rules()));
    recent.add(now, count);
    if (count >= seen.count) return count;
    // fewer: only as few as was enough all the while, and not while what is seen is from before the last ones served
    const isOld = now - this.cells[i * cellsEach + STARTING_AT] < lag + window;
    if (params[this.fields.warmupAware] === 1 && isOld) return seen.count;
    return Math.min(seen.count, recent.mostSince(now - params[this.fields.downStabilise]));
  }

  private rules(): Rules {
    const { fields } = this;
    const { params } = this.net;
    return {
      target: params[fields.targetPercent] / 100,
      tolerance: params[fields.tolerance] / 100,
      stepAbove: params[fields.stepAbovePercent] / 100,
      stepUp: params[fields.stepUp],
      stepBelow: params[fields.stepBelowPercent] / 100,
      stepDown: params[fields.stepDown],
      backlogPerInstance: params[fields.backlogPerInstance],
      warmupAware: params[fields.warmupAware] === 1,
    };
  }

  private within(count: number): number {
    const { params } = this.net;
    const most = Math.max(params[this.fields.min], params[this.fields.max]);
    return Math.min(most, Math.max(params[this.fields.min], count));
  }

  /** There should be so many: now, or when a person has got round to it. */
  private want(i: number, given: number): void {
    const { ctx, net, fields, cells } = this;
    const { params } = net;
    const at = i * cellsEach;
    const count = this.within(given);
    cells[at + DESIRED] = count;
    if (count === ctx.fleet.countOf(this.parts[i].node) || cells[at + PLANNED] >= 0) return;
    const isMeasured = params[fields.policy] !== POLICY.scheduled;
    if (isMeasured && net.now - cells[at + LAST_AT] < params[fields.cooldown]) return;
    cells[at + PLANNED] = count;
    if (params[fields.reaction] === 1) net.wake(this.ctx.node, ACT, i, net.now + params[fields.human]);
    else this.actOn(i);
  }

  private actOn(i: number): void {
    const { ctx, net, cells } = this;
    const at = i * cellsEach;
    const { node } = this.parts[i];
    const count = cells[at + PLANNED];
    cells[at + PLANNED] = -1;
    const before = ctx.fleet.countOf(node);
    // frozen meanwhile, or somebody else has seen to it
    if (count < 0 || !net.instances.isUp(this.ctx.firstSlot) || count === before) return;
    const way = count > before ? 1 : -1;
    if (cells[at + LAST_WAY] === -way) net.meters.values[this.metrics.flips]++;
    cells[at + LAST_WAY] = way;
    cells[at + LAST_AT] = net.now;
    ctx.fleet.setCount(node, count, net.params[this.fields.removesFirst] === 1);
    net.journal.note('scaled', node, -1, ctx.fleet.countOf(node));
    this.showCounts();
  }
}
