/**
 * What a task or a hint puts in quotes is what stands on the page: the name of a setting, an answer, a fault, an act or a part of the
 * lesson's own design. When one of them gets another name, the lesson that sends learners there has to follow.
 */

import { expect, it } from 'vitest';
import { fieldWords } from '../i18n/fieldWords.ts';
import { localLabel } from '../i18n/localLabel.ts';
import { loadText, type Text } from '../i18n/text.ts';
import { type Lesson, type LessonWords, lessonIds } from './lesson.ts';
import { lessonPlaces } from './registry.ts';

/** English quotes speech, too, which begins with a small letter; Korean has other quotes for that. */
const quoted = { en: /“((?:[A-Z]|vCPU)[^”]*)”/g, ko: /‘([^’]*)’/g } as const;
/** Rules of the kind `user % 4`. */
const isRule = (text: string): boolean => /% (\d|\{)/.test(text);

function textsWithin(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') found.add(value.replace(/…$/, ''));
  else if (value && typeof value === 'object') for (const each of Object.values(value)) textsWithin(each, found);
}

async function onThePage(locale: 'en' | 'ko', { design }: Lesson): Promise<Set<string>> {
  const found = new Set<string>();
  const text: Text = await loadText(locale);
  textsWithin(text, found);
  textsWithin(await fieldWords[locale](), found);
  for (const { label } of design.nodes) found.add(localLabel(label, text));
  return found;
}

const asked = ({ steps }: LessonWords): string[] => Object.values(steps).flatMap(({ task, hints }) => [task, ...hints]);

it.each(['en', 'ko'] as const)('what tasks and hints quote in %s stands on the page', async (locale) => {
  const strangers: string[] = [];
  let looked = 0;
  for (const id of lessonIds) {
    const place = lessonPlaces[id];
    if (!place) continue;
    const [lesson, words] = await Promise.all([place.lesson(), place.words[locale]()]);
    const known = await onThePage(locale, lesson);
    for (const text of asked(words)) {
      for (const [, name] of text.matchAll(quoted[locale])) {
        looked++;
        if (!known.has(name) && !isRule(name)) strangers.push(`${id}: ${name}`);
      }
    }
  }
  expect(strangers).toEqual([]);
  expect(looked).toBeGreaterThan(50);
});
