import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import { type Stream, uniform } from '../../engine/luck.ts';
import type { Network } from '../../engine/network.ts';
import { type Flaws, mostVersions, noFlaws } from '../../engine/releases.ts';
import { flawsSet } from './bugs.ts';
import { deploySpec } from './spec.ts';
import { allAtOnce, blueGreen, canary, isDone, type Move, push, rolling, STRATEGY } from './strategies.ts';
import { VersionBook } from './versionBook.ts';

/** In the order of the spec's options. */
const PUSH = { atOnce: 0, inBatches: 1 } as const;
/** In the order of the spec's faults. */
const STRUCK = { release: 0, configPush: 1 } as const;
const ROLLBACK = { automatic: 0, human: 1, off: 2 } as const;

/** Timers: a second has passed; a release is due. */
const SECOND = 0;
const RELEASE = 1;

/** What a part is doing: nothing new, a few of the new version, the rest of it, watching it, going back. */
const STATE = { idle: 0, canary: 1, going: 2, watching: 3, back: 4 } as const;

/** Cells per part. */
const CELL = {
  state: 0,
  goal: 1,
  from: 2,
  count: 3,
  canarySince: 4,
  harmSince: 5,
  badSince: 6,
  actAt: 7,
  flawed: 8,
  doneAt: 9,
  /** 1 = a configuration: instances take it on as they run. */
  inPlace: 10,
  /** When the next batch of it may go. */
  nextAt: 11,
  size: 12,
} as const;

export const deployBehavior: Behavior = {
  kind: deploySpec.kind,
  role: deploySpec.role,
  fields: deploySpec.fields,
  metrics: deploySpec.metrics,
  faults: deploySpec.faults,
  create: (ctx) => new Deploy(ctx),
};

class Deploy implements Actor {
  private readonly ctx: NodeContext;
  private readonly net: Network;
  private readonly nodes: readonly number[];
  private readonly books: readonly VersionBook[];
  private readonly luck: Stream;
  private readonly fields;
  private readonly meter;
  private readonly cells: Float64Array;
  /** [when the next release is due, releases begun, version of the last one] */
  private readonly due: Float64Array;

  constructor(ctx: NodeContext) {
    this.ctx = ctx;
    this.net = ctx.net;
    this.nodes = ctx.links.map((link) => ctx.plan.links[link].to);
    this.books = this.nodes.map((node) => new VersionBook(ctx, node));
    this.luck = ctx.stream('tests');
    const field = (name: keyof typeof deploySpec.fields) => ctx.param(name);
    this.fields = {
      strategy: field('strategy'),
      releaseAt: field('releaseAtSeconds'),
      repeat: field('repeatSeconds'),
      maxUnavailable: field('maxUnavailablePercent'),
      maxSurge: field('maxSurgePercent'),
      canaryPercent: field('canaryPercent'),
      canarySeconds: field('canarySeconds'),
      keepOld: field('keepOldSeconds'),
      bug: field('bug'),
      bugErrors: field('bugErrorPercent'),
      bugSlow: field('bugSlowFactor'),
      leakMBPerMinute: field('leakMBPerMinute'),
      memoryGB: field('memoryGB'),
      ciCatch: field('ciCatchPercent'),
      configPush: field('configPush'),
      configBatch: field('configBatchPercent'),
      configPause: field('configPauseSeconds'),
      sloErrors: field('sloErrorPercent'),
      sloSlow: field('sloSlowFactor'),
      detect: field('detectSeconds'),
      rollback: field('rollback'),
      rollbackSeconds: field('rollbackSeconds'),
      human: field('humanSeconds'),
    };
    const metric = (name: keyof typeof deploySpec.metrics) => ctx.metric(name);
    this.meter = {
      newShare: metric('newShare'),
      errorShareNew: metric('errorShareNew'),
      errorShareOld: metric('errorShareOld'),
      failuresCaused: metric('failuresCaused'),
      releases: metric('releases'),
      bugsCaught: metric('bugsCaught'),
      configPushes: metric('configPushes'),
      rollbacks: metric('rollbacks'),
      detectedAfter: metric('detectedAfter'),
      repairedAfter: metric('repairedAfter'),
    };
    this.cells = ctx.memory.f64(this.nodes.length * CELL.size);
    this.due = ctx.memory.f64(3);
  }

  start(): void {
    this.plan(this.net.params[this.fields.releaseAt]);
    this.net.wake(this.ctx.node, SECOND, 0, this.net.now + 1);
  }

  /** Nobody asks it anything. */
  receive(call: number): void {
    this.net.reply(call, 0);
  }

  /** Another time was set for a release that has not begun. */
  changed(): void {
    const at = this.net.params[this.fields.releaseAt];
    if (this.due[1] === 0 && at !== this.due[0]) this.plan(at);
  }

  wake(code: number): void {
    const { net, fields, due } = this;
    if (code === SECOND) {
      this.everySecond();
      net.wake(this.ctx.node, SECOND, 0, net.now + 1);
    } else if (due[0] === net.now) {
      if (net.instances.isUp(this.ctx.firstSlot)) this.release();
      const repeat = net.params[fields.repeat];
      if (repeat > 0) this.plan(net.now + repeat);
    }
  }

  /** Somebody releases, or pushes a configuration, by hand. */
  struck(fault: number): void {
    if (!this.net.instances.isUp(this.ctx.firstSlot)) return;
    if (fault === STRUCK.configPush) this.pushConfig();
    else this.release();
  }

  measure(): void {
    for (const book of this.books) book.keep();
  }

  /** Some other tool has raised an alarm about a part: that is a detection, too. */
  alerted(node: number, _rule: number, isFiring: boolean): void {
    const i = this.nodes.indexOf(node);
    if (!isFiring || i < 0) return;
    const state = this.cells[i * CELL.size + CELL.state];
    if (state === STATE.canary || state === STATE.going || state === STATE.watching) this.detected(i * CELL.size);
  }

  private plan(at: number): void {
    const { net, due } = this;
    due[0] = at > net.now ? at : 0;
    if (due[0] > 0) net.wake(this.ctx.node, RELEASE, 0, at);
  }

  /** A new version is ready: tested, and if it passes, brought out. */
  private release(): void {
    const { ctx, net, fields, meter, due } = this;
    const { params } = net;
    if (this.isGoingBack()) return;
    const version = this.nextVersion();
    const flaws = flawsSet(net.params, fields);
    if (flaws !== noFlaws && uniform(this.luck, due[1], 0) * 100 < params[fields.ciCatch]) {
      net.meters.values[meter.bugsCaught]++;
      net.journal.note('bug-caught', ctx.node, -1, version);
      return;
    }
    net.meters.values[meter.releases]++;
    const first = params[fields.strategy] === STRATEGY.canary ? STATE.canary : STATE.going;
    this.nodes.forEach((node, i) => {
      this.begin(i, version, flaws, first, 0);
      net.journal.note('deploy-started', node, -1, version);
      this.step(i);
    });
  }

  /** A configuration goes out, and nobody has tested it. The journal says of it what it says of any strike. */
  private pushConfig(): void {
    if (this.isGoingBack()) return;
    const version = this.nextVersion();
    const flaws = flawsSet(this.net.params, this.fields);
    this.net.meters.values[this.meter.configPushes]++;
    this.nodes.forEach((_, i) => {
      this.begin(i, version, flaws, STATE.going, 1);
      this.step(i);
    });
  }

  private isGoingBack(): boolean {
    return this.nodes.some((_, i) => this.cells[i * CELL.size + CELL.state] === STATE.back);
  }

  private nextVersion(): number {
    return 1 + (this.due[1]++ % (mostVersions - 1));
  }

  private begin(i: number, version: number, flaws: Flaws, state: number, inPlace: 0 | 1): void {
    const { ctx, cells } = this;
    const node = this.nodes[i];
    const at = i * CELL.size;
    ctx.fleet.describe(node, version, flaws);
    cells[at + CELL.from] = ctx.fleet.releaseOf(node);
    cells[at + CELL.goal] = version;
    cells[at + CELL.count] = ctx.fleet.countOf(node);
    cells[at + CELL.flawed] = flaws === noFlaws ? 0 : 1;
    cells[at + CELL.state] = state;
    cells.fill(0, at + CELL.canarySince, at + CELL.flawed);
    cells.fill(0, at + CELL.doneAt, at + CELL.size);
    cells[at + CELL.inPlace] = inPlace;
    this.books[i].forgetNew();
  }

  private everySecond(): void {
    const { ctx, net, meter, cells } = this;
    const { values } = net.meters;
    let serving = 0;
    let fresh = 0;
    this.nodes.forEach((node, i) => {
      const at = i * CELL.size;
      const version = cells[at + CELL.goal];
      const failures = this.books[i].look(version);
      if (cells[at + CELL.flawed] === 1 && cells[at + CELL.state] !== STATE.idle) values[meter.failuresCaused] += failures;
      serving += ctx.fleet.servingOf(node);
      if (version > 0) fresh += ctx.fleet.servingVersion(node, version);
      if (!net.instances.isUp(ctx.firstSlot)) return;
      if (cells[at + CELL.state] !== STATE.idle) this.step(i);
    });
    values[meter.newShare] = serving > 0 ? fresh / serving : 0;
    if (this.books.length === 0) return;
    values[meter.errorShareNew] = this.books[0].errorShare('new');
    values[meter.errorShareOld] = this.books[0].errorShare('old');
  }

  private moveOf(i: number, goal: number): Move {
    const { params } = this.net;
    return {
      fleet: this.ctx.fleet,
      node: this.nodes[i],
      goal,
      count: this.cells[i * CELL.size + CELL.count],
      maxUnavailable: params[this.fields.maxUnavailable] / 100,
      maxSurge: params[this.fields.maxSurge] / 100,
    };
  }

  private step(i: number): void {
    const { net, cells, fields } = this;
    const at = i * CELL.size;
    const state = cells[at + CELL.state];
    if (state !== STATE.back) this.watch(i);
    if (cells[at + CELL.actAt] > 0 && net.now >= cells[at + CELL.actAt] && state !== STATE.back) this.goBack(i);
    switch (cells[at + CELL.state]) {
      case STATE.canary:
        this.stepCanary(i);
        return;
      case STATE.going:
        this.stepGoing(i);
        return;
      case STATE.watching:
        if (cells[at + CELL.doneAt] > 0 && net.now - cells[at + CELL.doneAt] >= net.params[fields.keepOld]) {
          this.ctx.fleet.dismiss(this.nodes[i]);
          cells[at + CELL.doneAt] = 0;
        }
        return;
      case STATE.back:
        this.stepBack(i);
        return;
      default:
    }
  }

  private stepCanary(i: number): void {
    const { net, cells, fields } = this;
    const at = i * CELL.size;
    const serves = canary(this.moveOf(i, cells[at + CELL.goal]), net.params[fields.canaryPercent] / 100);
    if (!serves) return;
    if (cells[at + CELL.canarySince] === 0) cells[at + CELL.canarySince] = net.now;
    const isOver = net.now - cells[at + CELL.canarySince] >= net.params[fields.canarySeconds];
    // nothing spoke against it, and it is not under suspicion
    if (isOver && cells[at + CELL.badSince] === 0 && cells[at + CELL.actAt] === 0) cells[at + CELL.state] = STATE.going;
  }

  private stepGoing(i: number): void {
    const { ctx, net, cells } = this;
    const at = i * CELL.size;
    const goal = cells[at + CELL.goal];
    const move = this.moveOf(i, goal);
    if (cells[at + CELL.inPlace] === 1) {
      this.stepPush(at, move);
      return;
    }
    // what comes meanwhile by an autoscaler is new already
    ctx.fleet.setRelease(this.nodes[i], goal);
    this.go(move);
    if (!isDone(move)) return;
    cells[at + CELL.state] = STATE.watching;
    cells[at + CELL.doneAt] = net.now;
    net.journal.note('deployed', this.nodes[i], -1, goal);
  }

  /** A configuration goes to all at once, or to a few more from time to time unless it is under suspicion. */
  private stepPush(at: number, move: Move): void {
    const { net, cells, fields } = this;
    if (net.params[fields.configPush] === PUSH.atOnce) push(move, Infinity);
    else if (net.now >= cells[at + CELL.nextAt] && cells[at + CELL.badSince] === 0 && cells[at + CELL.actAt] === 0) {
      push(move, Math.max(1, Math.round((move.count * net.params[fields.configBatch]) / 100)));
      cells[at + CELL.nextAt] = net.now + net.params[fields.configPause];
    }
    if (!isDone(move)) return;
    move.fleet.setRelease(move.node, move.goal);
    cells[at + CELL.state] = STATE.watching;
    cells[at + CELL.doneAt] = net.now;
  }

  private go(move: Move): void {
    const strategy = this.net.params[this.fields.strategy];
    if (strategy === STRATEGY.allAtOnce) allAtOnce(move);
    else if (strategy === STRATEGY.blueGreen) blueGreen(move);
    else rolling(move);
  }

  /** Whether the new version does worse than it may; when it has for long enough, it is found out. */
  private watch(i: number): void {
    const { ctx, net, cells, fields } = this;
    const { params, now } = net;
    const at = i * CELL.size;
    const isThere = ctx.fleet.servingVersion(this.nodes[i], cells[at + CELL.goal]) > 0;
    if (isThere && cells[at + CELL.flawed] === 1 && cells[at + CELL.harmSince] === 0) cells[at + CELL.harmSince] = now;
    const book = this.books[i];
    const worse = book.errorShare('new') - book.errorShare('old') > params[fields.sloErrors] / 100;
    const slower = book.meanSeconds('old') > 0 && book.meanSeconds('new') > params[fields.sloSlow] * book.meanSeconds('old');
    const started = ctx.fleet.servingVersion(this.nodes[i], cells[at + CELL.goal]) > 0 || cells[at + CELL.badSince] > 0;
    if (!started || !(worse || slower)) {
      cells[at + CELL.badSince] = 0;
      return;
    }
    // what was looked at is the last second
    if (cells[at + CELL.badSince] === 0) cells[at + CELL.badSince] = Math.max(now - 1, 1e-9);
    if (now - cells[at + CELL.badSince] >= params[fields.detect]) this.detected(at);
  }

  /** It is known that the new version is bad: somebody or something will act on it. */
  private detected(at: number): void {
    const { net, cells, fields, meter } = this;
    const { params, now } = net;
    if (cells[at + CELL.actAt] > 0 || params[fields.rollback] === ROLLBACK.off) return;
    if (cells[at + CELL.harmSince] > 0) net.meters.values[meter.detectedAfter] = now - cells[at + CELL.harmSince];
    const reaction = params[fields.rollback] === ROLLBACK.human ? params[fields.human] : 0;
    cells[at + CELL.actAt] = now + reaction + params[fields.rollbackSeconds];
  }

  private goBack(i: number): void {
    const { ctx, net, cells, meter } = this;
    const at = i * CELL.size;
    cells[at + CELL.state] = STATE.back;
    net.meters.values[meter.rollbacks]++;
    net.journal.note('rolled-back', this.nodes[i], -1, cells[at + CELL.goal]);
    ctx.fleet.setRelease(this.nodes[i], cells[at + CELL.from]);
  }

  private stepBack(i: number): void {
    const { ctx, net, cells, meter, fields } = this;
    const { fleet } = ctx;
    const at = i * CELL.size;
    const node = this.nodes[i];
    const old = cells[at + CELL.from];
    const move = this.moveOf(i, old);
    const missing = Math.floor(move.count * move.maxUnavailable);
    const flawed = fleet.servingOf(node) - fleet.servingVersion(node, old);
    if (cells[at + CELL.inPlace] === 1) push(move, Infinity);
    // so few that they may be missing: out at once, new ones of the old version come after them
    else if (net.params[fields.strategy] !== STRATEGY.blueGreen && flawed > 0 && (flawed <= missing || flawed * 10 <= move.count)) {
      for (let slot = fleet.lastOtherThan(node, old); slot >= 0; slot = fleet.lastOtherThan(node, old)) fleet.remove(slot);
      fleet.setCount(node, move.count);
    } else if (net.params[fields.strategy] === STRATEGY.blueGreen && fleet.standingBy(node, old, 'ready') > 0) fleet.switchTo(node, old);
    else this.go(move);
    if (!isDone(move)) return;
    fleet.dismiss(node);
    cells[at + CELL.state] = STATE.idle;
    if (cells[at + CELL.harmSince] > 0) net.meters.values[meter.repairedAfter] = net.now - cells[at + CELL.harmSince];
  }
}
