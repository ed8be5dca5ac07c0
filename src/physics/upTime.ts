/**
 * For how long which instances were up, read off the run's own notes (what crashed, fell silent or was repaired, and exactly when).
 * Nothing is sampled: between two notes nothing changes.
 */

import type { Note } from '../engine/frame.ts';

/** Named conditions on how many instances of each node are up, by the node's position in the design. */
export type Conditions = Readonly<Record<string, (up: readonly number[]) => boolean>>;

export class UpTime {
  private readonly conditions: readonly (readonly [string, (up: readonly number[]) => boolean])[];
  /** Per node: how many are up, and 1 for each instance that is. */
  private readonly up: number[];
  private readonly isUp: readonly Uint8Array[];
  private since = 0;

  /** @param instances per node; all are up in the beginning, at time 0 */
  constructor(instances: readonly number[], conditions: Conditions) {
    this.conditions = Object.entries(conditions);
    this.up = [...instances];
    this.isUp = instances.map((count) => new Uint8Array(count).fill(1));
  }

  /**
   * Goes on to a later moment.
   * @param end in seconds of the run
   * @param notes of the run since the last call
   * @returns seconds since then in which each condition held
   */
  until(end: number, notes: readonly Note[]): Map<string, number> {
    const held = new Map(this.conditions.map(([name]) => [name, 0]));
    for (const { time, code, node, instance } of notes) {
      const isBack = code === 'recover';
      if (!isBack && code !== 'crash' && code !== 'hang') continue;
      this.moveTo(time, held);
      const states = this.isUp[node];
      for (let i = instance < 0 ? 0 : instance; i < (instance < 0 ? states.length : instance + 1); i++) {
        this.up[node] += +isBack - states[i];
        states[i] = +isBack;
      }
    }
    this.moveTo(end, held);
    return held;
  }

  private moveTo(time: number, held: Map<string, number>): void {
    const seconds = time - this.since;
    this.since = time;
    for (const [name, holds] of this.conditions) if (holds(this.up)) held.set(name, (held.get(name) ?? 0) + seconds);
  }
}
