/**
 * A version on its way to one part: a few instances first or all, watched meanwhile and for a while after, and brought back where it
 * does worse than it may. `behavior.ts` says when one begins, and asks it once a second for its next step.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import type { Network } from '../../engine/network.ts';
import { type Flaws, noFlaws } from '../../engine/releases.ts';
import type { Fields, Meters } from './places.ts';
import { allAtOnce, blueGreen, canary, isDone, type Move, push, rolling, STRATEGY } from './strategies.ts';
import { VersionBook } from './versionBook.ts';

/** In the order of the spec's options. */
const PUSH = { atOnce: 0, inBatches: 1 } as const;
const ROLLBACK = { automatic: 0, human: 1, off: 2 } as const;

/** What the part is doing: nothing new, a few of the new version, the rest of it, watching it, going back. */
const STATE = { idle: 0, canary: 1, going: 2, watching: 3, back: 4 } as const;

/** What a snapshot keeps of it. Moments are simulated seconds, 0 = not yet. */
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

export class Rollout {
  readonly node: number;
  readonly book: VersionBook;
  private readonly ctx: NodeContext;
  private readonly net: Network;
  private readonly fields: Fields;
  private readonly meter: Meters;
  private readonly cells: Float64Array;

  constructor(ctx: NodeContext, node: number, fields: Fields, meter: Meters) {
    this.ctx = ctx;
    this.net = ctx.net;
    this.node = node;
    this.fields = fields;
    this.meter = meter;
    this.book = new VersionBook(ctx, node);
    this.cells = ctx.memory.f64(CELL.size);
  }

  get isGoingBack(): boolean {
    return this.cells[CELL.state] === STATE.back;
  }

  /** Instances that serve with the version brought out last, 0 before the first. */
  get fresh(): number {
    const version = this.cells[CELL.goal];
    return version > 0 ? this.ctx.fleet.servingVersion(this.node, version) : 0;
  }

  /** @param inPlace 1 = a configuration: it never has canaries, whatever the strategy */
  begin(version: number, flaws: Flaws, inPlace: 0 | 1): void {
    const { ctx, net, cells, node, fields } = this;
    ctx.fleet.describe(node, version, flaws);
    cells.fill(0);
    cells[CELL.from] = ctx.fleet.releaseOf(node);
    cells[CELL.goal] = version;
    cells[CELL.count] = ctx.fleet.countOf(node);
    cells[CELL.flawed] = flaws === noFlaws ? 0 : 1;
    const hasCanaries = inPlace === 0 && net.params[fields.strategy] === STRATEGY.canary;
    cells[CELL.state] = hasCanaries ? STATE.canary : STATE.going;
    cells[CELL.inPlace] = inPlace;
    this.book.forgetNew();
  }

  /** Once a second, whether or not the deployer runs: what the new version did since the last look. */
  look(): void {
    const { net, meter, cells } = this;
    const failures = this.book.look(cells[CELL.goal]);
    if (cells[CELL.flawed] === 1 && cells[CELL.state] !== STATE.idle) net.meters.values[meter.failuresCaused] += failures;
  }

  /** Does what is next. */
  step(): void {
    const { net, cells, fields } = this;
    if (cells[CELL.state] === STATE.idle) return;
    if (!this.isGoingBack) {
      this.watch();
      if (cells[CELL.actAt] > 0 && net.now >= cells[CELL.actAt]) this.goBack();
    }
    switch (cells[CELL.state]) {
      case STATE.canary:
        this.stepCanary();
        return;
      case STATE.going:
        this.stepGoing();
        return;
      case STATE.watching:
        if (cells[CELL.doneAt] > 0 && net.now - cells[CELL.doneAt] >= net.params[fields.keepOld]) {
          this.ctx.fleet.dismiss(this.node);
          cells[CELL.doneAt] = 0;
        }
        return;
      default:
        this.stepBack();
    }
  }

  /** Some other tool has raised an alarm about the part: that is a detection, too. */
  alerted(): void {
    const state = this.cells[CELL.state];
    if (state === STATE.canary || state === STATE.going || state === STATE.watching) this.detected();
  }

  private moveTo(goal: number): Move {
    const { params } = this.net;
    return {
      fleet: this.ctx.fleet,
      node: this.node,
      goal,
      count: this.cells[CELL.count],
      maxUnavailable: params[this.fields.maxUnavailable] / 100,
      maxSurge: params[this.fields.maxSurge] / 100,
    };
  }

  private stepCanary(): void {
    const { net, cells, fields } = this;
    const serves = canary(this.moveTo(cells[CELL.goal]), net.params[fields.canaryPercent] / 100);
    if (!serves) return;
    if (cells[CELL.canarySince] === 0) cells[CELL.canarySince] = net.now;
    const isOver = net.now - cells[CELL.canarySince] >= net.params[fields.canarySeconds];
    if (isOver && !this.isSuspect) cells[CELL.state] = STATE.going;
  }

  private stepGoing(): void {
    const { ctx, cells, node } = this;
    const goal = cells[CELL.goal];
    const move = this.moveTo(goal);
    if (cells[CELL.inPlace] === 1) {
      this.stepPush(move);
      return;
    }
    // what comes meanwhile by an autoscaler is new already
    ctx.fleet.setRelease(node, goal);
    this.go(move);
    if (!isDone(move)) return;
    this.arrived();
    this.net.journal.note('deployed', node, -1, goal);
  }

  /** A configuration goes to all at once, or to a few more from time to time unless it is under suspicion. */
  private stepPush(move: Move): void {
    const { net, cells, fields } = this;
    if (net.params[fields.configPush] === PUSH.atOnce) push(move, Infinity);
    else if (net.now >= cells[CELL.nextAt] && !this.isSuspect) {
      push(move, Math.max(1, Math.round((move.count * net.params[fields.configBatch]) / 100)));
      cells[CELL.nextAt] = net.now + net.params[fields.configPause];
    }
    if (!isDone(move)) return;
    move.fleet.setRelease(move.node, move.goal);
    this.arrived();
  }

  private arrived(): void {
    this.cells[CELL.state] = STATE.watching;
    this.cells[CELL.doneAt] = this.net.now;
  }

  private go(move: Move): void {
    const strategy = this.net.params[this.fields.strategy];
    if (strategy === STRATEGY.allAtOnce) allAtOnce(move);
    else if (strategy === STRATEGY.blueGreen) blueGreen(move);
    else rolling(move);
  }

  /** Something speaks against the new version, or somebody is about to act on it. */
  private get isSuspect(): boolean {
    return this.cells[CELL.badSince] !== 0 || this.cells[CELL.actAt] !== 0;
  }

  /** Whether the new version does worse than it may; when it has for long enough, it is found out. */
  private watch(): void {
    const { ctx, net, cells, fields, book } = this;
    const { params, now } = net;
    const isThere = ctx.fleet.servingVersion(this.node, cells[CELL.goal]) > 0;
    if (isThere && cells[CELL.flawed] === 1 && cells[CELL.harmSince] === 0) cells[CELL.harmSince] = now;
    const worse = book.errorShare('new') - book.errorShare('old') > params[fields.sloErrors] / 100;
    const slower = book.meanSeconds('old') > 0 && book.meanSeconds('new') > params[fields.sloSlow] * book.meanSeconds('old');
    const started = isThere || cells[CELL.badSince] > 0;
    if (!started || !(worse || slower)) {
      cells[CELL.badSince] = 0;
      return;
    }
    // what was looked at is the last second
    if (cells[CELL.badSince] === 0) cells[CELL.badSince] = Math.max(now - 1, 1e-9);
    if (now - cells[CELL.badSince] >= params[fields.detect]) this.detected();
  }

  /** It is known that the new version is bad: somebody or something will act on it. */
  private detected(): void {
    const { net, cells, fields, meter } = this;
    const { params, now } = net;
    if (cells[CELL.actAt] > 0 || params[fields.rollback] === ROLLBACK.off) return;
    if (cells[CELL.harmSince] > 0) net.meters.values[meter.detectedAfter] = now - cells[CELL.harmSince];
    const reaction = params[fields.rollback] === ROLLBACK.human ? params[fields.human] : 0;
    cells[CELL.actAt] = now + reaction + params[fields.rollbackSeconds];
  }

  private goBack(): void {
    const { ctx, net, cells, meter } = this;
    cells[CELL.state] = STATE.back;
    net.meters.values[meter.rollbacks]++;
    net.journal.note('rolled-back', this.node, -1, cells[CELL.goal]);
    ctx.fleet.setRelease(this.node, cells[CELL.from]);
  }

  private stepBack(): void {
    const { ctx, net, cells, meter, node } = this;
    const { fleet } = ctx;
    const old = cells[CELL.from];
    const move = this.moveTo(old);
    const missing = Math.floor(move.count * move.maxUnavailable);
    const flawed = fleet.servingOf(node) - fleet.servingVersion(node, old);
    const isBlueGreen = net.params[this.fields.strategy] === STRATEGY.blueGreen;
    if (cells[CELL.inPlace] === 1) push(move, Infinity);
    // so few that they may be missing: out at once, new ones of the old version come after them
    else if (!isBlueGreen && flawed > 0 && (flawed <= missing || flawed * 10 <= move.count)) {
      for (let slot = fleet.lastOtherThan(node, old); slot >= 0; slot = fleet.lastOtherThan(node, old)) fleet.remove(slot);
      fleet.setCount(node, move.count);
    } else if (isBlueGreen && fleet.standingBy(node, old, 'ready') > 0) fleet.switchTo(node, old);
    else this.go(move);
    if (!isDone(move)) return;
    fleet.dismiss(node);
    cells[CELL.state] = STATE.idle;
    if (cells[CELL.harmSince] > 0) net.meters.values[meter.repairedAfter] = net.now - cells[CELL.harmSince];
  }
}
