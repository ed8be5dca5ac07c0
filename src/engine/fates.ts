/**
 * What strikes all that stands in one place at once: the power of a zone, the network of a region. By itself, after an exponential time;
 * everything there goes down together and is back together. An exponential time has no age, so a run begins in the midst of a place's life.
 */

import type { Actor } from './behavior.ts';
import { crash, hang, revive } from './faults.ts';
import { exponential, type Stream, streamOf } from './luck.ts';
import type { Memory } from './memory.ts';
import type { Network } from './network.ts';
import type { Plan, PlanFate } from './plan.ts';

/** Note value of what happens by itself. */
const byItself = 0;

export class Fates implements Actor {
  private readonly net: Network;
  /** The index of this actor. */
  private readonly self: number;
  private readonly fates: readonly PlanFate[];
  private readonly streams: readonly Stream[];
  /** Per place: 1 while it is down, and how often it has turned. */
  private readonly isDown: Uint8Array;
  private readonly turns: Int32Array;
  private readonly takenOver: (slot: number) => void;

  /** @param takenOver is told of instances whose health is in this hand now */
  constructor(memory: Memory, plan: Plan, net: Network, self: number, takenOver: (slot: number) => void) {
    this.net = net;
    this.self = self;
    this.fates = plan.fates ?? [];
    this.streams = this.fates.map(({ id }) => streamOf(plan.seed, id, 'fate'));
    this.isDown = memory.u8(this.fates.length);
    this.turns = memory.i32(this.fates.length);
    this.takenOver = takenOver;
  }

  start(): void {
    for (let place = 0; place < this.fates.length; place++) this.arm(place);
  }

  /** Nobody asks it anything. */
  receive(): void {}

  wake(_code: number, place: number): void {
    this.isDown[place] ^= 1;
    const isDown = this.isDown[place] === 1;
    for (const node of this.fates[place].nodes) this.turn(node, isDown, this.fates[place].silent);
    this.arm(place);
  }

  private turn(node: number, isDown: boolean, silent: boolean): void {
    const { instances, journal } = this.net;
    journal.note(isDown ? (silent ? 'hang' : 'crash') : 'recover', node, -1, byItself);
    for (let slot = instances.first[node]; slot < instances.first[node + 1]; slot++) {
      if (instances.exists[slot] + instances.draining[slot] === 0 || instances.isUp(slot) !== isDown) continue;
      if (!isDown) revive(this.net, slot);
      else if (silent) hang(this.net, slot);
      else crash(this.net, slot);
      this.takenOver(slot);
    }
  }

  private arm(place: number): void {
    const { mtbfSeconds, mttrSeconds } = this.fates[place];
    const mean = this.isDown[place] === 1 ? mttrSeconds : mtbfSeconds;
    this.turns[place]++;
    this.net.wake(this.self, 0, place, this.net.now + mean * exponential(this.streams[place], this.turns[place], 0));
  }
}
