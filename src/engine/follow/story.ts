/**
 * What is written down of a request that is followed: one span for each call that was made for it, with what it waited for and what it
 * met. Seconds of simulated time; a moment that has not come is NaN.
 */

/** What a stretch of time went to. The order is that of `spentOn`. */
export const spentOn = [
  'queue',
  'processor',
  'connection',
  'lock',
  'service',
  'disk',
  'copies',
  'shared',
  'pause',
  'frozen',
  'distance',
  'network',
  'lost',
  'connect',
  'backoff',
  'pool',
  'other',
] as const;
export type SpentOn = (typeof spentOn)[number];
export const SPENT = {
  /** In line at a part: for a server, a thread, its turn. */
  queue: 0,
  /** Has a thread, and stands in line for a processor. */
  processor: 1,
  /** In line for a connection of the database that was asked. */
  connection: 2,
  /** In line for a row that another write holds. */
  lock: 3,
  service: 4,
  disk: 5,
  /** Other copies have to say that they have it. */
  copies: 6,
  /** Somebody else is out for the same thing, and brings it. */
  shared: 7,
  /** Told to ask again later. */
  pause: 8,
  /** The part has fallen silent. */
  frozen: 9,
  /** Between the places of one part. */
  distance: 10,
  network: 11,
  /** The message went under; nobody knows yet. */
  lost: 12,
  /** Setting up a connection before the first byte. */
  connect: 13,
  /** The pause before another try. */
  backoff: 14,
  /** In line for a connection of the caller's own pool. */
  pool: 15,
  /** Inside, and nobody has said why. */
  other: 16,
} as const satisfies Record<SpentOn, number>;

/** What a call met. */
export const metWords = [
  'ahead',
  'hit',
  'miss',
  'staleHit',
  'behind',
  'quorum',
  'breakerOpen',
  'bulkheadFull',
  'poolFull',
  'tooLate',
  'full',
  'known',
  'unknown',
] as const;
export type MetWord = (typeof metWords)[number];
export const MET = {
  /** Value: how many stood in line before it. */
  ahead: 0,
  hit: 1,
  miss: 2,
  /** Value: the copy's age in seconds. */
  staleHit: 3,
  /** A replica answers. Value: how old the oldest write is that it cannot show yet, in seconds. */
  behind: 4,
  /** Value: how many copies have to answer. */
  quorum: 5,
  breakerOpen: 6,
  bulkheadFull: 7,
  poolFull: 8,
  /** Its caller's time was over before it could set out. */
  tooLate: 9,
  /** The waiting room had no place. */
  full: 10,
  /** Whether a session is known. */
  known: 11,
  unknown: 12,
} as const satisfies Record<MetWord, number>;

export interface Stretch {
  from: number;
  to: number;
  /** One of `SPENT`. */
  on: number;
}

export interface Met {
  at: number;
  /** One of `MET`. */
  what: number;
  value: number;
}

/** One call: a node asking another, or a part's own piece of work for a call (`link` -1). */
export interface Span {
  /** Index in the story's `spans`. */
  number: number;
  /** The call it was made for, -1 when the user made it. */
  parent: number;
  /** Somebody waited for it when it was made. */
  isAwaited: boolean;
  link: number;
  /** Who was asked, and the instance slot, -1 until it is chosen. */
  node: number;
  slot: number;
  /** What the instance was running. */
  version: number;
  cls: number;
  /** 0 = the first try. */
  attempt: number;
  /** A second question, sent because the answer was late. */
  isCopy: boolean;
  madeAt: number;
  departAt: number;
  arriveAt: number;
  /** The answer leaves. */
  answerAt: number;
  /** Whoever waited for it knows how it went, or waits no longer. */
  endAt: number;
  /** Nothing of it is under way any more. */
  overAt: number;
  /** One of `OUTCOME`; -1 while it is out, -2 when another copy was faster. */
  outcome: number;
  /** Calls inside the instance and calls in its line when it came. */
  insideMet: number;
  queueMet: number;
  isStale: boolean;
  stretches: Stretch[];
  met: Met[];
}

/** One request, from when its user meant to send it. */
export interface Story {
  request: number;
  /** The node of its user. */
  node: number;
  cls: number;
  bornAt: number;
  /** When its user knew; NaN while he waits. */
  endAt: number;
  outcome: number;
  isStale: boolean;
  /** What the page counts as its time: a failure's is at least its user's patience. */
  countedSeconds: number;
  spans: Span[];
}
