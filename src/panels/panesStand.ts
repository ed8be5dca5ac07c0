/**
 * When the panes round the canvas stand. The run begins then: its worker and its dots would only hold up what it is driven and read with.
 * Told by the run's own bar; waited for by the page's first script.
 */

import { useEffect } from 'react';

/** On a slow line, or where they do not come, nobody waits longer than this. */
const longestMs = 5000;

let tell = (): void => undefined;
const standing = new Promise<void>((stand) => {
  tell = stand;
});

export const usePanesStand = (): void => useEffect(tell, []);

/** Resolves when they stand, or when they have been waited for long enough. */
export const panesStand = (): Promise<void> => Promise.race([standing, new Promise<void>((enough) => setTimeout(enough, longestMs))]);
