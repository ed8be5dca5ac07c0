/**
 * What befalls the program on an instance: it stands still to collect its garbage, or its memory is full and it is killed, and is started
 * again by its supervisor. Beside what the program takes at rest, memory is filled by a leak, for as long as the fault lasts, by requests
 * that are inside, and by sessions.
 */

import type { NodeContext } from '../behavior.ts';
import { crash, hang, revive } from '../faults.ts';
import { METER, type Network } from '../network.ts';
import { HEALTH } from '../plan.ts';

/** In the order of the spec's faults. */
const FAULT = { pause: 0, leak: 1 } as const;

/** Timers, after those of `processors.ts`. */
const PAUSE_OVER = 1;
const MEMORY_FULL = 2;
const STARTED_AGAIN = 3;

export class Process {
  private readonly net: Network;
  private readonly node: number;
  private readonly firstSlot: number;
  private readonly memoryGB: number;
  private readonly baseMB: number;
  private readonly requestMB: number;
  private readonly bootSeconds: number;
  /** Per instance: MB a minute that leak, 0 = none, and since when; and when each timer rings, 0 = not at all. */
  private readonly leak: Float64Array;
  private readonly leaksSince: Float64Array;
  private readonly pausedUntil: Float64Array;
  private readonly fullAt: Float64Array;
  private readonly backAt: Float64Array;

  constructor(ctx: NodeContext) {
    const { memory, slots } = ctx;
    this.net = ctx.net;
    this.node = ctx.node;
    this.firstSlot = ctx.firstSlot;
    this.memoryGB = ctx.param('memoryGB');
    this.baseMB = ctx.param('baseMB');
    this.requestMB = ctx.param('requestMB');
    this.bootSeconds = ctx.param('bootSeconds');
    this.leak = memory.f64(slots);
    this.leaksSince = memory.f64(slots);
    this.pausedUntil = memory.f64(slots);
    this.fullAt = memory.f64(slots);
    this.backAt = memory.f64(slots);
  }

  /** A request has come in. @param sessionMB what the instance remembers of sessions */
  takesIn(slot: number, sessionMB: number): void {
    const { net } = this;
    // a leak alone has its timer
    if (net.params[this.requestMB] === 0 && sessionMB === 0) return;
    if (this.megabytes(slot, sessionMB) <= net.params[this.memoryGB] * 1024 || this.fullAt[slot - this.firstSlot] === net.now) return;
    this.ring(this.fullAt, MEMORY_FULL, slot, 0);
  }

  /** Memory in use. @param sessionMB what the instance remembers of sessions */
  megabytes(slot: number, sessionMB: number): number {
    const { net } = this;
    const i = slot - this.firstSlot;
    const inside = net.meters.values[METER.inside * net.instances.count + slot];
    const leaked = (this.leak[i] * (net.now - this.leaksSince[i])) / 60;
    return net.params[this.baseMB] + inside * net.params[this.requestMB] + leaked + sessionMB;
  }

  struck(fault: number, slot: number, value: number): void {
    const { net } = this;
    const i = slot - this.firstSlot;
    if (fault === FAULT.pause) {
      if (!net.instances.isUp(slot)) return;
      hang(net, slot);
      this.ring(this.pausedUntil, PAUSE_OVER, slot, value);
    } else if (fault === FAULT.leak) {
      this.leak[i] = value;
      this.fill(slot);
    }
  }

  mended(fault: number, slot: number): void {
    if (fault !== FAULT.leak) return;
    this.leak[slot - this.firstSlot] = 0;
    this.fullAt[slot - this.firstSlot] = 0;
  }

  wake(code: number, slot: number): void {
    const { net } = this;
    const { instances, journal } = net;
    const i = slot - this.firstSlot;
    if (code === PAUSE_OVER && this.pausedUntil[i] === net.now) {
      if (instances.health[slot] === HEALTH.hung) revive(net, slot);
    } else if (code === MEMORY_FULL && this.fullAt[i] === net.now && instances.exists[slot] === 1) {
      journal.note('crash', this.node, i, 0);
      crash(net, slot);
      this.ring(this.backAt, STARTED_AGAIN, slot, Math.max(0.1, net.params[this.bootSeconds]));
    } else if (code === STARTED_AGAIN && this.backAt[i] === net.now && instances.health[slot] === HEALTH.crashed) {
      journal.note('recover', this.node, i, 0);
      revive(net, slot);
    }
  }

  /** Memory is empty again, and nothing of before is under way. */
  crashed(slot: number): void {
    const i = slot - this.firstSlot;
    this.pausedUntil[i] = 0;
    this.fullAt[i] = 0;
    this.backAt[i] = 0;
  }

  recovered(slot: number): void {
    if (this.fullAt[slot - this.firstSlot] === 0) this.fill(slot);
  }

  private fill(slot: number): void {
    const rate = this.leak[slot - this.firstSlot];
    this.leaksSince[slot - this.firstSlot] = this.net.now;
    if (rate > 0)
      this.ring(
        this.fullAt,
        MEMORY_FULL,
        slot,
        (Math.max(0, this.net.params[this.memoryGB] * 1024 - this.net.params[this.baseMB]) * 60) / rate,
      );
  }

  private ring(due: Float64Array, code: number, slot: number, seconds: number): void {
    const at = this.net.now + seconds;
    due[slot - this.firstSlot] = at;
    this.net.wake(this.node, code, slot, at);
  }
}
