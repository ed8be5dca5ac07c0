/**
 * What a part goes through that shows only in its own numbers: a cache that has gone cold. Each kind says in its folder what it looks at;
 * `runner/happenings.ts` reads the intervals of a run with it. Words are in the kind's `happenings.en.ts` and `happenings.ko.ts`.
 */

export type Turn = 'begins' | 'ends';

/** What an interval counted of one metric, all instances together; 0 where there is nothing. */
export type Read = (metric: string) => number;

/** Looks at the intervals of one part, one after the other, and says when it begins and when it is over. */
export type Watch = (read: Read) => Turn | null;

/** Name -> a watch of its own for every part. */
export type Happenings = Readonly<Record<string, () => Watch>>;

/** One sentence for each turn. */
export type HappeningTexts<H extends Happenings> = Readonly<Record<keyof H, Readonly<Record<Turn, (part: string) => string>>>>;

/** Fewer lookups say nothing of a share. */
const leastLookups = 20;
/** Intervals until it is known what is usual. */
const leastIntervals = 5;
/** How much of the usual share a newer interval is. */
const newness = 0.1;

/** Of whatever keeps copies: found is far less than usual, until it is nearly as much again. */
export function watchCold(): Watch {
  let usual = 0;
  let intervals = 0;
  let isCold = false;
  return (read) => {
    const hits = read('hits');
    const lookups = hits + read('misses');
    if (lookups < leastLookups) return null;
    const share = hits / lookups;
    if (isCold) {
      if (share < 0.9 * usual) return null;
      isCold = false;
      return 'ends';
    }
    if (intervals >= leastIntervals && share < 0.5 * usual) {
      isCold = true;
      return 'begins';
    }
    usual = intervals === 0 ? share : usual + newness * (share - usual);
    // what fills up at the start soon finds more than it did
    usual = Math.max(usual, intervals < leastIntervals ? share : 0);
    intervals++;
    return null;
  };
}
