/** Titles of all prompts, for lists; a prompt's own words come with `useLateText(entry.words)`. */

import { useEffect, useState } from 'react';
import { fetchText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import type { PromptId } from '../../prompts/prompt.ts';
import { promptEntries, readyPrompts } from '../../prompts/registry.ts';
import type { Locale } from '../../store/sessionStore.ts';

/** By id; the id itself until its words are there. */
export function usePromptTitles(): Readonly<Record<string, string>> {
  const locale = useText().locale as Locale;
  const [titles, setTitles] = useState<Readonly<Record<string, string>>>(() => Object.fromEntries(readyPrompts.map((id) => [id, id])));
  useEffect(() => {
    let isShown = true;
    void Promise.all(readyPrompts.map((id: PromptId) => fetchText(promptEntries[id]!.words, locale))).then((all) => {
      if (isShown) setTitles(Object.fromEntries(readyPrompts.map((id, i) => [id, all[i].title])));
    });
    return () => {
      isShown = false;
    };
  }, [locale]);
  return titles;
}
