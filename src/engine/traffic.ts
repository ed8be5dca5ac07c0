/** What crosses the borders of zones and regions, where it is billed by its bytes. */

import type { Memory } from './memory.ts';
import type { Plan } from './plan.ts';

/** A border that a wire crosses; in the order of `crossedColumns`. */
export const BORDER = { zone: 0, region: 1, count: 2 } as const;

export class Traffic {
  /** By link: the border it crosses plus one; 0 = none. */
  private readonly crosses: Uint8Array;
  /** By border: KB since the frame began. */
  readonly crossed: Float64Array;
  /** By link and class: KB of a call, and of a good answer. */
  private readonly there: readonly (readonly number[] | undefined)[];
  private readonly back: readonly (readonly number[] | undefined)[];

  constructor(memory: Memory, plan: Plan) {
    this.crosses = Uint8Array.from(plan.links, ({ crosses }) => (crosses === undefined ? 0 : crosses.border + 1));
    this.crossed = memory.f64(BORDER.count);
    this.there = plan.links.map(({ crosses }) => crosses?.callKb);
    this.back = plan.links.map(({ crosses }) => crosses?.answerKb);
  }

  /** A call sets out. */
  go(link: number, cls: number): void {
    if (this.crosses[link] !== 0) this.crossed[this.crosses[link] - 1] += this.there[link]?.[cls] ?? 0;
  }

  /** A good answer comes back. */
  come(link: number, cls: number): void {
    if (this.crosses[link] !== 0) this.crossed[this.crosses[link] - 1] += this.back[link]?.[cls] ?? 0;
  }
}
