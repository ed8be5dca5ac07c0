/** Who is bound to which target: a session by its cookie, a client by its address, a connection by being open. */

import type { Memory } from '../../engine/memory.ts';
import { Recent } from '../../engine/recent.ts';

export class Bindings {
  private readonly recent: Recent;
  /** How many are bound to each target. */
  readonly perTarget: Int32Array;

  constructor(memory: Memory, targets: number) {
    this.recent = new Recent(memory);
    this.perTarget = memory.i32(targets);
  }

  /** Bound at the last look. */
  get size(): number {
    return this.recent.size;
  }

  /** Lets go of all that were not seen for so many seconds. */
  expire(now: number, seconds: number): void {
    const { recent } = this;
    for (let entry = recent.over(now - seconds); entry >= 0; entry = recent.over(now - seconds)) this.drop(entry);
  }

  /** The target that somebody is bound to, -1 for none; being asked for keeps a binding alive. */
  find(who: number, now: number, seconds: number): number {
    this.expire(now, seconds);
    const entry = this.recent.find(who);
    if (entry < 0) return -1;
    this.recent.touch(entry, now);
    return this.recent.value[entry];
  }

  /** Binds somebody, or binds him to another. */
  bind(who: number, target: number, now: number): void {
    let entry = this.recent.find(who);
    if (entry >= 0) {
      this.perTarget[this.recent.value[entry]]--;
      this.recent.touch(entry, now);
    } else {
      entry = this.recent.add(who, now);
    }
    this.recent.value[entry] = target;
    this.perTarget[target]++;
  }

  /** Lets go of somebody, if he is bound. */
  release(who: number): void {
    const entry = this.recent.find(who);
    if (entry >= 0) this.drop(entry);
  }

  clear(): void {
    this.recent.clear();
    this.perTarget.fill(0);
  }

  private drop(entry: number): void {
    this.perTarget[this.recent.value[entry]]--;
    this.recent.remove(entry);
  }
}
