/**
 * Something that is fetched once and read while drawing: without a blink when it is there, within a Suspense while it is not. What could
 * not be fetched stays so for who draws, until somebody tries again: drawing itself would ask without end.
 */

import { use } from 'react';

export interface Late<T> {
  /** Asks for it, once; after a failure it may be asked for again. */
  fetch: () => Promise<T>;
  /** As `fetch`, but a failure holds until `tryAgain`. */
  held: () => Promise<T>;
  known: () => T | undefined;
}

/** What a late part throws that could not be fetched. Its cause is what the browser said. */
export class NotLoaded extends Error {}

/** A promise marked as React marks it, so that what is there is read at once. */
type Asked<T> = Promise<T> & { status?: 'fulfilled' | 'rejected'; value?: T; reason?: unknown; attempt?: number };

let attempt = 0;
const waiting = new Set<() => void>();

export function late<T>(load: () => Promise<T>): Late<T> {
  let asked: Asked<T> | null = null;
  const fetch = (): Promise<T> => {
    if (asked && asked.status !== 'rejected') return asked;
    const now: Asked<T> = load().catch((cause) => {
      throw new NotLoaded(cause instanceof Error ? cause.message : String(cause), { cause });
    });
    asked = now;
    now.then(
      (value) => {
        now.value = value;
        now.status = 'fulfilled';
      },
      (reason) => {
        now.reason = reason;
        now.status = 'rejected';
        now.attempt = attempt;
      },
    );
    return now;
  };
  return {
    known: () => asked?.value,
    fetch,
    held: () => (asked?.status === 'rejected' && asked.attempt === attempt ? asked : fetch()),
  };
}

/**
 * Suspends while it is on its way, throws `NotLoaded` when it does not come. Called every time, even when it is there: React counts the
 * calls of `use` in a component and would mix up the answers of two.
 */
export function useLate<T>(thing: Late<T>): T {
  return use(thing.held());
}

/** Calls back when what failed is tried again. Returns how to stop. */
export function onTryAgain(listener: () => void): () => void {
  waiting.add(listener);
  return () => void waiting.delete(listener);
}

/** From now on all that failed is asked for anew. */
export function tryAgain(): void {
  attempt += 1;
  for (const listener of [...waiting]) listener();
}
