/** What one query asks of the shards, and when it has what it needs. Numbers that its call inside the router stands with. */

/** Steps of a call: `calls.stage`. */
export const STEP = {
  cpu: 0,
  /** One shard is asked. */
  one: 1,
  /** All are, and all must answer. */
  all: 2,
  /** Several are asked for the first and for the second half of a write. */
  prepare: 3,
  settle: 4,
  /** Until the second half is tried again where it failed. */
  pause: 5,
  /** Until its row has been moved. */
  held: 6,
  /** Several copies of the row are written. */
  copies: 7,
  /** The directory is asked; and a shard that an old entry of it named. */
  lookUp: 8,
  wrong: 9,
} as const;

/** Apart from each other, the salts of what one query asks: branches come after these. */
export const SALT = { one: 0, wrong: 1, branch: 16, settle: 512 } as const;
export const settleSalts = 1024;
export const saltStride = 2048;

/** What a call was asked for is the lowest bits of its `memo`, below this; the rest counts how often a second half was tried again. */
export const wordRange = 16;

/** A held write looks so often in the time after which other things are tried again. */
export const looksWhileHeld = 100;
