/** Something that is fetched once and read while drawing: without a blink when it is there, within a Suspense while it is not. */

import { use } from 'react';

export interface Late<T> {
  /** Asks for it, once; after a failure it may be asked for again. */
  fetch: () => Promise<T>;
  known: () => T | undefined;
}

export function late<T>(load: () => Promise<T>): Late<T> {
  let promise: Promise<T> | null = null;
  let value: T | undefined;
  return {
    known: () => value,
    fetch: () => {
      if (promise) return promise;
      const asked: Promise<T> & { status?: 'fulfilled'; value?: T } = load();
      promise = asked;
      asked.then(
        (loaded) => {
          value = loaded;
          asked.value = loaded;
          asked.status = 'fulfilled';
        },
        () => {
          promise = null;
        },
      );
      return asked;
    },
  };
}

/**
 * Suspends while it is on its way. Called every time, even when it is there: React counts the calls of `use` in a component and would
 * mix up the answers of two. What is there is returned at once, because `fetch` marks its promise as React does.
 */
export function useLate<T>(thing: Late<T>): T {
  return use(thing.fetch());
}
