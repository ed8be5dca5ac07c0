/**
 * What one kind asks of another: codes that the caller puts into `calls.scratch` right after `send` or `tell`, because both
 * sides must mean the same by them and kinds do not know each other. A retry keeps them.
 */

export const ASK = {
  /** To a cache: answered ok with `memo` one of `FOUND`; a hit brings `version` and `stale`. */
  get: 0,
  /** To a cache, as `tell`: keep this row; `version` is the row's, `memo` the node of the store it came from, -1 for none. */
  set: 1,
  /** To a cache, as `tell`: forget this row. */
  invalidate: 2,
  /** To a store: answered ok with `version` and `stale`. */
  read: 3,
  /** To a store: answered ok with the `version` written. */
  write: 4,
} as const;

/** What a cache's answer says in `memo`. */
export const FOUND = { no: 0, yes: 1 } as const;
