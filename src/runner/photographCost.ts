/**
 * What photographs have cost, without what they only seemed to cost: a machine with other things to do may keep one waiting for a second, and
 * would it be held against the next ones, there were none for as long as it takes to make up for that.
 */

/** No clock is so exact that less than this could be told from nothing, in milliseconds a byte. */
const leastRate = 1e-7;
/** So much more than usual a photograph may count for, and by so much what is usual may rise with each. */
const mostDisturbed = 3;
const rise = 1.2;

export interface PhotographCost {
  /** One of so many bytes is done, and took so long by the clock. */
  add(ms: number, bytes: number): void;
  /** Milliseconds, all together. */
  readonly ms: number;
}

export function createPhotographCost(): PhotographCost {
  let total = 0;
  let usualRate = Number.POSITIVE_INFINITY;
  return {
    add(ms, bytes) {
      usualRate = Math.max(leastRate, Math.min(ms / bytes, usualRate * rise));
      total += Math.min(ms, mostDisturbed * usualRate * bytes);
    },
    get ms() {
      return total;
    },
  };
}
