/**
 * What stands in the columns of a row that a shard key may be chosen from. All of it follows from the row's number, so nothing is kept and
 * nobody else pays for it: row r is post r + 1, of one of as many users as there are rows over posts per user; a user lives in a country by
 * the share that it has of all; and the more a row is wanted, the newer it is.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import { mix } from '../../engine/luck.ts';
import type { Moments } from '../../engine/moments.ts';
import { Rows } from '../../engine/rows.ts';

/** The order of the spec's `shardKey`. */
export const COLUMN = { user: 0, post: 1, country: 2, createdAt: 3, composite: 4 } as const;

/** The order of the spec's `readsKnow`. */
const KNOWN = { wholeKey: 0, user: 1, post: 2 } as const;

/** A row that is written now and was not there before. */
export const newRow = -1;

const range32 = 4_294_967_296;

export class Columns extends Rows {
  private readonly settings: Float64Array;
  private readonly clock: Moments;
  private readonly fields;

  constructor(ctx: NodeContext) {
    super(ctx);
    this.settings = ctx.net.params;
    this.clock = ctx.net.clock;
    this.fields = {
      posts: ctx.param('postsPerUser'),
      countries: ctx.param('countries'),
      biggest: ctx.param('biggestCountryPercent'),
      known: ctx.param('readsKnow'),
    };
  }

  get users(): number {
    return Math.max(1, Math.ceil(this.count / this.settings[this.fields.posts]));
  }

  /** Counted from 0; the id that people see is one more. */
  userOf(row: number): number {
    return row % this.users;
  }

  /** Counted from 0, the biggest first. */
  countryOf(row: number): number {
    const countries = this.settings[this.fields.countries];
    const biggest = this.settings[this.fields.biggest] / 100;
    if (countries === 1) return 0;
    const lot = (mix(mix(this.userOf(row) ^ 0x51ed270b) ^ 0x2545f491) >>> 0) / range32;
    return lot < biggest ? 0 : 1 + Math.min(countries - 2, Math.floor(((lot - biggest) / (1 - biggest)) * (countries - 1)));
  }

  /** A whole number that says what the column holds. @param row `newRow`: one that is written now, of which only the time counts */
  valueIn(column: number, row: number): number {
    switch (column) {
      case COLUMN.user:
        return this.userOf(row) + 1;
      case COLUMN.post:
        return row + 1;
      case COLUMN.country:
        return this.countryOf(row);
      case COLUMN.createdAt:
        return row === newRow ? this.count + Math.floor(this.clock.now) : this.count - 1 - row;
      default:
        return mix((this.userOf(row) + 1) ^ mix(row + 1)) >>> 0;
    }
  }

  /** Where the value lies between the least and the greatest of all rows, 0 to below 1. What is newer than all comes last. */
  fractionIn(column: number, row: number): number {
    switch (column) {
      case COLUMN.user:
        return this.userOf(row) / this.users;
      case COLUMN.country:
        return this.countryOf(row) / this.settings[this.fields.countries];
      case COLUMN.createdAt:
        return row === newRow ? 1 - 1 / range32 : (this.count - 1 - row) / this.count;
      case COLUMN.composite:
        return (this.userOf(row) + row / this.count) / this.users;
      default:
        return row / this.count;
    }
  }

  /** Whether a read says enough for the shard key to be known. */
  tell(column: number): boolean {
    const known = this.settings[this.fields.known];
    if (known === KNOWN.wholeKey) return true;
    return column === (known === KNOWN.user ? COLUMN.user : COLUMN.post);
  }
}
