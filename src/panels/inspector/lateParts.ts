/** Settings of parts with the words of their fields. Fetched when the page has come to rest, so that the first part looked at is there at once. */

import { fieldWords } from '../../i18n/fieldWords.ts';
import { fetchText } from '../../i18n/lateText.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { late, useLate } from '../../ui/late.ts';
import { useSoon } from '../../ui/useSoon.ts';

const lateParts = late(async () => {
  const [{ parts }] = await Promise.all([import('./parts.ts'), fetchText(fieldWords, sessionStore.getState().locale)]);
  return parts;
});

/** Suspends while they are on their way. */
export const useParts = () => useLate(lateParts);

export const usePartsSoon = (): void => useSoon(lateParts.fetch);
