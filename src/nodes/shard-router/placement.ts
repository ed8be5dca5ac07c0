/**
 * Which shard a row belongs to by the settings in force. They are kept apart from the parameters: those change at a moment, and rows are
 * still where they were.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import { mix } from '../../engine/luck.ts';
import { Ring, ringPlace } from '../../engine/ring.ts';
import type { Columns } from './columns.ts';

/** The order of the spec's `strategy`. */
export const STRATEGY = { modulo: 0, range: 1, ring: 2, directory: 3 } as const;

const range32 = 4_294_967_296;

/** What decides, as one cell each. */
const settings = ['strategy', 'shardKey', 'virtualNodes', 'postsPerUser', 'countries', 'biggestCountryPercent'] as const;
const STRATEGY_NOW = 0;
const COLUMN_NOW = 1;
const POINTS_NOW = 2;
const ROWS_NOW = settings.length;
const SHARDS_NOW = settings.length + 1;
const RANGES = settings.length + 2;

export class Placement {
  private readonly ctx: NodeContext;
  private readonly columns: Columns;
  private readonly wires: number;
  private readonly ring: Ring;
  private readonly places: readonly number[];
  /** The settings in force, then rows, shards and ranges. */
  private readonly cells: Float64Array;
  /** By range: where it begins, and whose it is. In order of beginning. */
  private readonly begins: Float64Array;
  private readonly owners: Int32Array;

  /** @param wires to the shards there may be */
  constructor(ctx: NodeContext, columns: Columns, wires: readonly number[]) {
    this.ctx = ctx;
    this.columns = columns;
    this.wires = wires.length;
    this.ring = new Ring(
      ctx.memory,
      wires.map((link) => ctx.plan.nodes[ctx.plan.links[link].to].id),
    );
    this.places = settings.map((name) => ctx.param(name));
    this.cells = ctx.memory.f64(settings.length + 3);
    this.begins = ctx.memory.f64(wires.length);
    this.owners = ctx.memory.i32(wires.length);
  }

  /** Shards in use. */
  get shards(): number {
    return this.cells[SHARDS_NOW];
  }

  get rows(): number {
    return this.cells[ROWS_NOW];
  }

  get column(): number {
    return this.cells[COLUMN_NOW];
  }

  get strategy(): number {
    return this.cells[STRATEGY_NOW];
  }

  /** Whether other settings are wanted than those in force. @param shards how many are wanted */
  isOther(shards: number): boolean {
    const { params } = this.ctx.net;
    for (let i = 0; i < this.places.length; i++) if (this.cells[i] !== params[this.places[i]]) return true;
    return this.cells[ROWS_NOW] !== this.columns.count || this.cells[SHARDS_NOW] !== shards;
  }

  /** Takes the parameters as they are now. */
  settle(shards: number): void {
    const { params } = this.ctx.net;
    const { cells, places } = this;
    const isSameRange =
      cells[STRATEGY_NOW] === STRATEGY.range &&
      params[places[STRATEGY_NOW]] === STRATEGY.range &&
      cells[COLUMN_NOW] === params[places[COLUMN_NOW]];
    for (let i = 0; i < places.length; i++) cells[i] = params[places[i]];
    cells[ROWS_NOW] = this.columns.count;
    if (!isSameRange) this.rangeEvenly(shards);
    else {
      for (let shard = cells[SHARDS_NOW]; shard < shards; shard++) this.splitWidest(shard);
      for (let shard = cells[SHARDS_NOW] - 1; shard >= shards; shard--) this.giveUp(shard);
    }
    cells[SHARDS_NOW] = shards;
    for (let shard = 0; shard < this.wires; shard++) this.ring.set(shard, shard < shards ? cells[POINTS_NOW] : 0);
  }

  /** The shard that a row belongs to. @param row or `newRow` */
  of(row: number): number {
    const { cells, columns } = this;
    const column = cells[COLUMN_NOW];
    switch (cells[STRATEGY_NOW]) {
      case STRATEGY.modulo:
        return columns.valueIn(column, row) % cells[SHARDS_NOW];
      case STRATEGY.range:
        return this.rangeOf(columns.fractionIn(column, row));
      case STRATEGY.ring:
        return this.ring.ownerOf(ringPlace(columns.valueIn(column, row)));
      default:
        return this.listed(columns.valueIn(column, row));
    }
  }

  /** Where a row stands on the ring, 0 to 1. */
  turnOf(row: number): number {
    return ringPlace(this.columns.valueIn(this.cells[COLUMN_NOW], row)) / range32;
  }

  /**
   * A directory may put any row anywhere, so of those that are there it gives a new shard an equal part of every other one's, and moves
   * nothing else (as Lamping and Veach's jump hash does, 2014).
   */
  private listed(value: number): number {
    let shard = 0;
    const seed = mix(value ^ 0x7f4a7c15);
    for (let each = 1; each < this.cells[SHARDS_NOW]; each++) {
      if ((mix(seed ^ Math.imul(each, 0x9e3779b9)) >>> 0) * (each + 1) < range32) shard = each;
    }
    return shard;
  }

  private rangeOf(fraction: number): number {
    let at = this.cells[RANGES] - 1;
    while (at > 0 && this.begins[at] > fraction) at--;
    return this.owners[at];
  }

  private rangeEvenly(shards: number): void {
    this.cells[RANGES] = shards;
    for (let i = 0; i < shards; i++) {
      this.begins[i] = i / shards;
      this.owners[i] = i;
    }
  }

  private endOf(range: number): number {
    return range + 1 < this.cells[RANGES] ? this.begins[range + 1] : 1;
  }

  /** A new shard takes the upper half of the widest range; of equals of the last, where new rows of a growing column go. */
  private splitWidest(shard: number): void {
    let widest = 0;
    for (let i = 1; i < this.cells[RANGES]; i++) {
      if (this.endOf(i) - this.begins[i] >= this.endOf(widest) - this.begins[widest]) widest = i;
    }
    const middle = (this.begins[widest] + this.endOf(widest)) / 2;
    for (let i = this.cells[RANGES]; i > widest + 1; i--) {
      this.begins[i] = this.begins[i - 1];
      this.owners[i] = this.owners[i - 1];
    }
    this.begins[widest + 1] = middle;
    this.owners[widest + 1] = shard;
    this.cells[RANGES]++;
  }

  /** The neighbour below takes the range over; of the lowest the one above. */
  private giveUp(shard: number): void {
    let range = 0;
    while (this.owners[range] !== shard) range++;
    const last = --this.cells[RANGES];
    for (let i = range; i < last; i++) {
      if (!(range === 0 && i === 0)) this.begins[i] = this.begins[i + 1];
      this.owners[i] = this.owners[i + 1];
    }
  }
}
