/**
 * Versions of the software by node: which one new instances get, and what is wrong with each. What is wrong is felt where the version
 * runs: errors, slowness, or memory that fills until the program dies, is started again, and fills again.
 */

import { crash, recover } from './faults.ts';
import type { Memory } from './memory.ts';
import type { Network } from './network.ts';
import type { Plan } from './plan.ts';

/** Versions of one node that can be told apart in one run; the numbers go round. */
export const mostVersions = 16;

/** What is wrong with a version of the software. */
export interface Flaws {
  /** Share of good answers that go wrong, 0 to 1. */
  readonly errors: number;
  /** Service takes this many times as long. */
  readonly burden: number;
  /** Its memory is full after so many seconds: it dies, and starts anew. 0 = never. */
  readonly leakSeconds: number;
}

export const noFlaws: Flaws = { errors: 0, burden: 1, leakSeconds: 0 };

/** A program is down at least this long. */
const shortestRestart = 0.1;

export class Releases {
  private readonly net: Network;
  /** Sets a timer of the owner's, with a code and a slot. */
  private readonly ring: (code: number, slot: number, at: number) => void;
  private readonly codes: { readonly full: number; readonly back: number };
  /** Per node and version. */
  private readonly errors: Float64Array;
  private readonly burden: Float64Array;
  private readonly leakSeconds: Float64Array;
  /** Per node: the version that new instances get. */
  private readonly current: Uint8Array;
  /** Per slot: when its memory will be full, or when it is back from that; 0 = neither. */
  private readonly turnsAt: Float64Array;

  constructor(
    memory: Memory,
    plan: Plan,
    net: Network,
    codes: { readonly full: number; readonly back: number },
    ring: (code: number, slot: number, at: number) => void,
  ) {
    const cells = plan.nodes.length * mostVersions;
    this.net = net;
    this.codes = codes;
    this.ring = ring;
    this.errors = memory.f64(cells);
    this.burden = memory.f64(cells).fill(1);
    this.leakSeconds = memory.f64(cells);
    this.current = memory.u8(plan.nodes.length);
    this.turnsAt = memory.f64(net.instances.count);
  }

  of(node: number): number {
    return this.current[node];
  }

  set(node: number, version: number): void {
    this.current[node] = version;
  }

  describe(node: number, version: number, flaws: Flaws): void {
    const at = node * mostVersions + version;
    this.errors[at] = flaws.errors;
    this.burden[at] = flaws.burden;
    this.leakSeconds[at] = flaws.leakSeconds;
  }

  /** An instance is to run a version. */
  install(slot: number, version: number): void {
    const { instances, errors } = this.net;
    const at = instances.nodeOf[slot] * mostVersions + version;
    instances.version[slot] = version;
    instances.burden[slot] = this.burden[at];
    errors.setFlaw(slot, this.errors[at]);
  }

  /** An instance takes on a version as it runs, as it does with a configuration: nothing stops. One that is down starts with it. */
  adopt(slot: number, version: number): void {
    this.install(slot, version);
    if (this.net.instances.isUp(slot)) this.started(slot);
  }

  /** An instance has started with what is installed on it. */
  started(slot: number): void {
    const { instances } = this.net;
    this.turnAfter(slot, this.codes.full, this.leakSeconds[instances.nodeOf[slot] * mostVersions + instances.version[slot]]);
  }

  /** An instance has gone. */
  gone(slot: number): void {
    this.turnsAt[slot] = 0;
  }

  /** A timer of ours: memory is full, or the program is back. @param bootSeconds until it is back */
  turned(slot: number, code: number, bootSeconds: number): void {
    const { net } = this;
    const { instances, journal } = net;
    if (this.turnsAt[slot] !== net.now) return;
    this.turnsAt[slot] = 0;
    if (instances.exists[slot] === 0) return;
    const node = instances.nodeOf[slot];
    const instance = slot - instances.first[node];
    if (code === this.codes.full) {
      journal.note('crash', node, instance, 0);
      crash(net, slot);
      this.turnAfter(slot, this.codes.back, Math.max(shortestRestart, bootSeconds));
    } else {
      journal.note('recover', node, instance, 0);
      recover(net, slot);
      this.started(slot);
    }
  }

  private turnAfter(slot: number, code: number, seconds: number): void {
    this.turnsAt[slot] = seconds > 0 ? this.net.now + seconds : 0;
    if (seconds > 0) this.ring(code, slot, this.turnsAt[slot]);
  }
}
