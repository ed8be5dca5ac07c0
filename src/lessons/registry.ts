/** Where each lesson's data and words are; fetched when it is opened. */

import type { Lesson, LessonId, LessonWords } from './lesson.ts';

export interface LessonPlace {
  lesson: () => Promise<Lesson>;
  words: { en: () => Promise<LessonWords>; ko: () => Promise<LessonWords> };
}

/** In the order of the chapter; those that are not here yet cannot be opened. */
export const lessonPlaces: Readonly<Partial<Record<LessonId, LessonPlace>>> = {
  'one-server': {
    lesson: async () => (await import('./one-server/lesson.ts')).oneServer,
    words: {
      en: async () => (await import('./one-server/words.en.ts')).oneServerEn,
      ko: async () => (await import('./one-server/words.ko.ts')).oneServerKo,
    },
  },
  'two-tiers': {
    lesson: async () => (await import('./two-tiers/lesson.ts')).twoTiers,
    words: {
      en: async () => (await import('./two-tiers/words.en.ts')).twoTiersEn,
      ko: async () => (await import('./two-tiers/words.ko.ts')).twoTiersKo,
    },
  },
  balancer: {
    lesson: async () => (await import('./balancer/lesson.ts')).balancer,
    words: {
      en: async () => (await import('./balancer/words.en.ts')).balancerEn,
      ko: async () => (await import('./balancer/words.ko.ts')).balancerKo,
    },
  },
  replicas: {
    lesson: async () => (await import('./replicas/lesson.ts')).replicas,
    words: {
      en: async () => (await import('./replicas/words.en.ts')).replicasEn,
      ko: async () => (await import('./replicas/words.ko.ts')).replicasKo,
    },
  },
  cache: {
    lesson: async () => (await import('./cache/lesson.ts')).cache,
    words: {
      en: async () => (await import('./cache/words.en.ts')).cacheEn,
      ko: async () => (await import('./cache/words.ko.ts')).cacheKo,
    },
  },
  cdn: {
    lesson: async () => (await import('./cdn/lesson.ts')).cdn,
    words: {
      en: async () => (await import('./cdn/words.en.ts')).cdnEn,
      ko: async () => (await import('./cdn/words.ko.ts')).cdnKo,
    },
  },
  sessions: {
    lesson: async () => (await import('./sessions/lesson.ts')).sessions,
    words: {
      en: async () => (await import('./sessions/words.en.ts')).sessionsEn,
      ko: async () => (await import('./sessions/words.ko.ts')).sessionsKo,
    },
  },
  scaling: {
    lesson: async () => (await import('./scaling/lesson.ts')).scaling,
    words: {
      en: async () => (await import('./scaling/words.en.ts')).scalingEn,
      ko: async () => (await import('./scaling/words.ko.ts')).scalingKo,
    },
  },
  queue: {
    lesson: async () => (await import('./queue/lesson.ts')).queue,
    words: {
      en: async () => (await import('./queue/words.en.ts')).queueEn,
      ko: async () => (await import('./queue/words.ko.ts')).queueKo,
    },
  },
  'two-centres': {
    lesson: async () => (await import('./two-centres/lesson.ts')).twoCentres,
    words: {
      en: async () => (await import('./two-centres/words.en.ts')).twoCentresEn,
      ko: async () => (await import('./two-centres/words.ko.ts')).twoCentresKo,
    },
  },
  sync: {
    lesson: async () => (await import('./sync/lesson.ts')).sync,
    words: {
      en: async () => (await import('./sync/words.en.ts')).syncEn,
      ko: async () => (await import('./sync/words.ko.ts')).syncKo,
    },
  },
  'up-or-out': {
    lesson: async () => (await import('./up-or-out/lesson.ts')).upOrOut,
    words: {
      en: async () => (await import('./up-or-out/words.en.ts')).upOrOutEn,
      ko: async () => (await import('./up-or-out/words.ko.ts')).upOrOutKo,
    },
  },
  resharding: {
    lesson: async () => (await import('./resharding/lesson.ts')).resharding,
    words: {
      en: async () => (await import('./resharding/words.en.ts')).reshardingEn,
      ko: async () => (await import('./resharding/words.ko.ts')).reshardingKo,
    },
  },
  celebrity: {
    lesson: async () => (await import('./celebrity/lesson.ts')).celebrity,
    words: {
      en: async () => (await import('./celebrity/words.en.ts')).celebrityEn,
      ko: async () => (await import('./celebrity/words.ko.ts')).celebrityKo,
    },
  },
  'see-it': {
    lesson: async () => (await import('./see-it/lesson.ts')).seeIt,
    words: {
      en: async () => (await import('./see-it/words.en.ts')).seeItEn,
      ko: async () => (await import('./see-it/words.ko.ts')).seeItKo,
    },
  },
  services: {
    lesson: async () => (await import('./services/lesson.ts')).services,
    words: {
      en: async () => (await import('./services/words.en.ts')).servicesEn,
      ko: async () => (await import('./services/words.ko.ts')).servicesKo,
    },
  },
};
