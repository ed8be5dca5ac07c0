/** When a version or a configuration goes out, and whether its tests let it pass; `rollout.ts` brings it to each part. */

import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import { type Stream, uniform } from '../../engine/luck.ts';
import type { Network } from '../../engine/network.ts';
import { mostVersions, noFlaws } from '../../engine/releases.ts';
import { flawsSet } from './bugs.ts';
import { type Fields, fieldsOf, type Meters, metersOf } from './places.ts';
import { Rollout } from './rollout.ts';
import { deploySpec } from './spec.ts';

/** In the order of the spec's faults. */
const STRUCK = { release: 0, configPush: 1 } as const;

/** Timers: a second has passed; a release is due. */
const SECOND = 0;
const RELEASE = 1;

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
  /** One for each part that it is wired to. */
  private readonly rollouts: readonly Rollout[];
  private readonly luck: Stream;
  private readonly fields: Fields;
  private readonly meter: Meters;
  /** [when the next release is due, releases begun, version of the last one] */
  private readonly due: Float64Array;

  constructor(ctx: NodeContext) {
    this.ctx = ctx;
    this.net = ctx.net;
    this.luck = ctx.stream('tests');
    this.fields = fieldsOf(ctx);
    this.meter = metersOf(ctx);
    this.rollouts = ctx.links.map((link) => new Rollout(ctx, ctx.plan.links[link].to, this.fields, this.meter));
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
      if (this.isUp) this.release();
      const repeat = net.params[fields.repeat];
      if (repeat > 0) this.plan(net.now + repeat);
    }
  }

  /** Somebody releases, or pushes a configuration, by hand. */
  struck(fault: number): void {
    if (!this.isUp) return;
    if (fault === STRUCK.configPush) this.pushConfig();
    else this.release();
  }

  measure(): void {
    for (const { book } of this.rollouts) book.keep();
  }

  alerted(node: number, _rule: number, isFiring: boolean): void {
    if (isFiring) this.rollouts.find((rollout) => rollout.node === node)?.alerted();
  }

  private get isUp(): boolean {
    return this.net.instances.isUp(this.ctx.firstSlot);
  }

  private plan(at: number): void {
    const { net, due } = this;
    due[0] = at > net.now ? at : 0;
    if (due[0] > 0) net.wake(this.ctx.node, RELEASE, 0, at);
  }

  /** A new version is ready: tested, and if it passes, brought out. */
  private release(): void {
    const { ctx, net, fields, meter, due } = this;
    if (this.isGoingBack()) return;
    const version = this.nextVersion();
    const flaws = flawsSet(net.params, fields);
    if (flaws !== noFlaws && uniform(this.luck, due[1], 0) * 100 < net.params[fields.ciCatch]) {
      net.meters.values[meter.bugsCaught]++;
      net.journal.note('bug-caught', ctx.node, -1, version);
      return;
    }
    net.meters.values[meter.releases]++;
    for (const rollout of this.rollouts) {
      rollout.begin(version, flaws, 0);
      net.journal.note('deploy-started', rollout.node, -1, version);
      rollout.step();
    }
  }

  /** A configuration goes out, and nobody has tested it. The journal says of it what it says of any strike. */
  private pushConfig(): void {
    if (this.isGoingBack()) return;
    const version = this.nextVersion();
    const flaws = flawsSet(this.net.params, this.fields);
    this.net.meters.values[this.meter.configPushes]++;
    for (const rollout of this.rollouts) {
      rollout.begin(version, flaws, 1);
      rollout.step();
    }
  }

  private isGoingBack(): boolean {
    return this.rollouts.some((rollout) => rollout.isGoingBack);
  }

  private nextVersion(): number {
    return 1 + (this.due[1]++ % (mostVersions - 1));
  }

  private everySecond(): void {
    const { ctx, net, meter } = this;
    const { values } = net.meters;
    let serving = 0;
    let fresh = 0;
    for (const rollout of this.rollouts) {
      rollout.look();
      serving += ctx.fleet.servingOf(rollout.node);
      fresh += rollout.fresh;
      if (this.isUp) rollout.step();
    }
    values[meter.newShare] = serving > 0 ? fresh / serving : 0;
    if (this.rollouts.length === 0) return;
    values[meter.errorShareNew] = this.rollouts[0].book.errorShare('new');
    values[meter.errorShareOld] = this.rollouts[0].book.errorShare('old');
  }
}
