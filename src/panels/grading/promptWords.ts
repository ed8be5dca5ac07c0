/** Titles of all prompts, for lists; a prompt's own words come with `useLateText(entry.words)`. */

import { useEffect, useState } from 'react';
import { fetchText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import type { PromptId } from '../../prompts/prompt.ts';
import { promptEntries, readyPrompts } from '../../prompts/registry.ts';
import type { Locale } from '../../store/sessionStore.ts';

export interface PromptText {
  title: string;
  /** The task as it is told. */
  text: string;
}

/** By id; what is not there yet is missing. */
export function usePromptTexts(): Readonly<Record<string, PromptText>> {
  const locale = useText().locale as Locale;
  const [texts, setTexts] = useState<Readonly<Record<string, PromptText>>>({});
  useEffect(() => {
    let isShown = true;
    void Promise.all(readyPrompts.map((id: PromptId) => fetchText(promptEntries[id]!.words, locale))).then((all) => {
      if (isShown) setTexts(Object.fromEntries(readyPrompts.map((id, i) => [id, all[i]])));
    });
    return () => {
      isShown = false;
    };
  }, [locale]);
  return texts;
}

/** By id; the id itself until its words are there. */
export function usePromptTitles(): Readonly<Record<string, string>> {
  const texts = usePromptTexts();
  return Object.fromEntries(readyPrompts.map((id) => [id, texts[id]?.title ?? id]));
}
