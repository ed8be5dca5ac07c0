/**
 * What one kind asks of another: codes that the caller puts into `calls.scratch` right after `send` or `tell`, because both
 * sides must mean the same by them and kinds do not know each other. A retry keeps them.
 */

export const ASK = {
  /** To a cache: answered ok with `memo` one of `FOUND`; a hit brings `version` and `stale`. */
  get: 0,
  /**
   * To a cache, as `tell`: keep this row; `version` is the row's, `memo` the node of the store it came from, -1 for none, and `bornAt`
   * the moment at which the caller began to read it.
   */
  set: 1,
  /** To a cache, as `tell`: forget this row. */
  invalidate: 2,
  /** To a store: answered ok with `version` and `stale`. */
  read: 3,
  /** To a store: answered ok with the `version` written. */
  write: 4,
  /** To a store: as `read`, of many rows put together. */
  join: 5,
  /** To a session store: `memo` is the login that `calls.session` was given; answered ok with `memo` one of `FOUND` (`no` or `yes`). */
  recall: 6,
  /** To a session store, also as `tell`: `calls.session` is good for the login in `memo` from now on. */
  remember: 7,
  /** To a cache: one more on a counter of the caller's own. Takes the cache's time and touches none of its rows; answered ok. */
  count: 8,
  /** To a cache that keeps them: as `get` and `set`, of what a search for the key has found. */
  find: 9,
  found: 10,
  /**
   * To a store, the two halves of a write that several stores must all make or none: the work of it, which changes nothing yet; and what was
   * prepared is written, answered with the `version` written.
   */
  prepare: 11,
  settle: 12,
  /** To a store: rows come or leave, as many GB as `version` says (fewer: below 0), for which a CPU works the seconds in `memo`. */
  carry: 13,
  /** To a store, from one of its kind that holds the same rows: a write that was made there. `memo` is the sender's. */
  copy: 14,
} as const;

/** Whether only who takes a store's writes can do it. */
export const isWriting = (asked: number): boolean => asked === ASK.write || asked >= ASK.prepare;

/** What a cache's answer says in `memo`. */
export const FOUND = {
  /** The caller shall read the row where it is kept and bring it. */
  no: 0,
  yes: 1,
  /** As `no`, but callers of one instance that want the same row share one reading. */
  share: 2,
  /** Somebody else has been sent to read it: ask again in `version` seconds, with `visit` one higher than this time. */
  wait: 3,
  /** As `yes`, but it is past its time: the caller shall also read it anew, and not wait for that. */
  refresh: 4,
} as const;

/** What a cache does in place of the stores behind it, as bits of `Instances.standsFor`. */
export const STANDS_FOR = {
  /** It reads what it does not have. */
  reads: 1,
  /** It takes the writes. */
  writes: 2,
  /** It keeps what searches have found, in place of an index: they ask with `ASK.find`. */
  results: 4,
} as const;

/**
 * What a consumer finds in `memo` of a job that it is handed: the number of the job, dense from 0 on per wire, the same however often
 * the job comes; and whether it breaks whoever works on it. A retry keeps it.
 */
export const jobMemo = (number: number, isPoison: boolean): number => number * 2 + (isPoison ? 1 : 0);
export const jobNumber = (memo: number): number => Math.floor(memo / 2);
export const isPoison = (memo: number): boolean => memo % 2 === 1;
