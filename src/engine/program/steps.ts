/** The steps of one request in a program, and who is told of them. */

/** Who waits for a page. */
export interface Host {
  /** All is asked and answered: answer the caller. */
  finish(call: number, outcome: number): void;
  /** It has a thread already and wants a CPU once more. */
  computeAgain(call: number): void;
}

/** Who makes the page of a request that was let in. */
export interface PageMaker {
  makePage(call: number): void;
}

/** Whom a request meets before its page is made and when it is done: does the program know whose it is? */
export interface Doorkeeper {
  /** Whether it looks at anybody at all; while it does not, it knows nobody. */
  readonly isOn: boolean;
  /** A request has computed. Ends in `makePage`, or in the host's `finish`. */
  admit(call: number): void;
  /** The page is made. Ends in the host's `finish`. */
  keep(call: number): void;
  /** What it has asked is answered well. */
  answered(call: number, child: number): void;
  /** Memory that an instance needs for what it knows. */
  megabytes(slot: number): number;
  crashed(slot: number): void;
  changed(): void;
  measure(): void;
}

/** What a request waits for: `calls.stage`; smaller numbers are the program's own. How many of its rows it has is in `calls.visit`. */
export const STEP = {
  lookUp: 2,
  fetch: 3,
  fetchUncached: 4,
  write: 5,
  publish: 6,
  service: 7,
  rows: 8,
  services: 9,
  /** Reads a row that others of this instance wait for. */
  fetchShared: 10,
  /** Waits for one of those. */
  shares: 11,
  /** Waits until it is time to ask the cache again. */
  pauses: 12,
  writeCached: 13,
  /** Stores the file that came with it. */
  store: 14,
  /** Waits for the session store: before its page is made, or after a login. */
  recall: 15,
  remember: 16,
} as const;
