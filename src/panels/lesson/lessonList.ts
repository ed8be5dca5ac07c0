/** All lessons that are here with their words, and how far each has come: what the list shows. */

import { type Lesson, type LessonId, type LessonWords, lessonIds } from '../../lessons/lesson.ts';
import { lessonPlaces } from '../../lessons/registry.ts';
import type { Locale } from '../../store/sessionStore.ts';
import { type Late, late } from '../../ui/late.ts';

export interface ListedLesson {
  lesson: Lesson;
  words: LessonWords;
}

const here: readonly LessonId[] = lessonIds.filter((id) => lessonPlaces[id] !== undefined);

const listIn = (locale: Locale): Late<readonly ListedLesson[]> =>
  late(() =>
    Promise.all(
      here.map(async (id) => {
        const place = lessonPlaces[id]!;
        const [lesson, words] = await Promise.all([place.lesson(), place.words[locale]()]);
        return { lesson, words };
      }),
    ),
  );

export const lessonLists: Readonly<Record<Locale, Late<readonly ListedLesson[]>>> = { en: listIn('en'), ko: listIn('ko') };
