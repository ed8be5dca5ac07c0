/**
 * Counters, levels and gauges of one frame. A counter counts within the frame; a level is integrated exactly over time
 * (a step function changes only at events); a gauge is what was last written.
 */

import { longer, type Memory } from './memory.ts';
import type { Moments } from './moments.ts';

/** The second of a level's cells. */
const AREA = 1;

export class Meters {
  /**
   * Current value of every meter: counters since the frame began. After those, from `levels` on, two cells for each: since when its level is
   * what it is, and the level's integral within the frame until then. In one array, whose address a shift looks up once.
   */
  readonly values: Float64Array;
  private readonly levels: number;
  private readonly clock: Moments;
  /** When the frame ends. */
  private readonly edge: Float64Array;
  /** Units that stay at a level beyond that: the level, and until when. Almost always none. */
  private keptAt = new Int32Array(16);
  private keptUntil = new Float64Array(16);
  private kept = 0;

  constructor(memory: Memory, clock: Moments, count: number) {
    this.levels = count + (count & 1);
    this.values = memory.f64(this.levels + 2 * count);
    this.clock = clock;
    this.edge = memory.f64(1).fill(Infinity);
    memory.whole(this as unknown as Record<'kept', number>, 'kept');
    const used = () => this.kept;
    memory.growsTo(used, this as unknown as Record<'keptAt', Int32Array>, 'keptAt');
    memory.growsTo(used, this as unknown as Record<'keptUntil', Float64Array>, 'keptUntil');
  }

  /** Moves a level by `change` from now on. */
  shift(meter: number, change: number): void {
    const { values } = this;
    const { now } = this.clock;
    const level = this.levelOf(meter);
    const value = values[meter];
    values[level | AREA] += value * (now - values[level]);
    values[level] = now;
    values[meter] = value + change;
  }

  /** Adds to a level's integral what an event already knows of the future, e.g. a service time that cannot be interrupted. */
  credit(meter: number, secondsTimesValue: number): void {
    this.values[this.levelOf(meter) | AREA] += secondsTimesValue;
  }

  /**
   * One unit that has been taken off a level counts all the same until a later moment: the event that takes it off came early.
   * @param moments where the moment stands, at place `at`
   */
  keepUntil(meter: number, moments: Float64Array, at: number): void {
    const moment = moments[at];
    const edge = this.edge[0];
    this.values[this.levelOf(meter) | AREA] += Math.min(moment, edge) - this.clock.now;
    if (moment > edge) this.keepBeyond(meter, moment);
  }

  private keepBeyond(meter: number, moment: number): void {
    const at = this.kept++;
    if (at === this.keptAt.length) {
      this.keptAt = longer(this.keptAt, new Int32Array(2 * at));
      this.keptUntil = longer(this.keptUntil, new Float64Array(2 * at));
    }
    this.keptAt[at] = meter;
    this.keptUntil[at] = moment;
  }

  /** A frame begins now, all its levels are fresh, and it will end at `edge`. */
  beginFrame(edge: number): void {
    const now = this.clock.now;
    const { kept, keptAt, keptUntil } = this;
    this.edge[0] = edge;
    this.kept = 0;
    for (let i = 0; i < kept; i++) {
      const moment = keptUntil[i];
      this.values[this.levelOf(keptAt[i]) | AREA] += Math.min(moment, edge) - now;
      if (moment > edge) this.keepBeyond(keptAt[i], moment);
    }
  }

  /** Its integral begins anew, now. */
  restartLevel(meter: number): void {
    this.values[this.levelOf(meter)] = this.clock.now;
    this.values[this.levelOf(meter) | AREA] = 0;
  }

  /** Integral so far within the frame. */
  areaOf(meter: number): number {
    return this.values[this.levelOf(meter) | AREA] + this.values[meter] * (this.clock.now - this.values[this.levelOf(meter)]);
  }

  /** The first of a level's cells. */
  private levelOf(meter: number): number {
    return (this.levels + (meter << 1)) | 0;
  }
}
