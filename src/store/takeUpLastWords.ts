/** Asked at every start and before a document is opened; what answers is fetched only where a page left something behind. See `lastWords.ts`. */

import type { Shelf } from './documents.ts';
import { lastWordsPrefix } from './lastWordsKey.ts';

/** Puts on the shelf what a page that went away could not. Never rejects. */
export async function takeUpLastWords(shelf: Shelf): Promise<void> {
  try {
    if (!Object.keys(localStorage).some((key) => key.startsWith(lastWordsPrefix))) return;
    await (await import('./lastWords.ts')).takeUp(shelf);
  } catch {
    // Forbidden, or a shelf that fails: what was left behind stays there.
  }
}
