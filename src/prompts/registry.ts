/** The prompts there are, each fetched when it is asked for: the task, its reference designs, and its words by language. */

import type { Prompt, PromptId, PromptWords, References } from './prompt.ts';
import { promptIds } from './prompt.ts';

export interface PromptEntry {
  prompt: () => Promise<Prompt>;
  references: () => Promise<References>;
  words: { en: () => Promise<PromptWords>; ko: () => Promise<PromptWords> };
}

export const promptEntries: Partial<Record<PromptId, PromptEntry>> = {
  'url-shortener': {
    prompt: async () => (await import('./url-shortener/prompt.ts')).urlShortener,
    references: async () => (await import('./url-shortener/references.ts')).urlShortenerReferences,
    words: {
      en: async () => (await import('./url-shortener/words.en.ts')).urlShortenerEn,
      ko: async () => (await import('./url-shortener/words.ko.ts')).urlShortenerKo,
    },
  },
  'news-feed': {
    prompt: async () => (await import('./news-feed/prompt.ts')).newsFeed,
    references: async () => (await import('./news-feed/references.ts')).newsFeedReferences,
    words: {
      en: async () => (await import('./news-feed/words.en.ts')).newsFeedEn,
      ko: async () => (await import('./news-feed/words.ko.ts')).newsFeedKo,
    },
  },
  chat: {
    prompt: async () => (await import('./chat/prompt.ts')).chat,
    references: async () => (await import('./chat/references.ts')).chatReferences,
    words: {
      en: async () => (await import('./chat/words.en.ts')).chatEn,
      ko: async () => (await import('./chat/words.ko.ts')).chatKo,
    },
  },
  'rate-limiter': {
    prompt: async () => (await import('./rate-limiter/prompt.ts')).rateLimiter,
    references: async () => (await import('./rate-limiter/references.ts')).rateLimiterReferences,
    words: {
      en: async () => (await import('./rate-limiter/words.en.ts')).rateLimiterEn,
      ko: async () => (await import('./rate-limiter/words.ko.ts')).rateLimiterKo,
    },
  },
  video: {
    prompt: async () => (await import('./video/prompt.ts')).video,
    references: async () => (await import('./video/references.ts')).videoReferences,
    words: {
      en: async () => (await import('./video/words.en.ts')).videoEn,
      ko: async () => (await import('./video/words.ko.ts')).videoKo,
    },
  },
  'flash-sale': {
    prompt: async () => (await import('./flash-sale/prompt.ts')).flashSale,
    references: async () => (await import('./flash-sale/references.ts')).flashSaleReferences,
    words: {
      en: async () => (await import('./flash-sale/words.en.ts')).flashSaleEn,
      ko: async () => (await import('./flash-sale/words.ko.ts')).flashSaleKo,
    },
  },
  ticketing: {
    prompt: async () => (await import('./ticketing/prompt.ts')).ticketing,
    references: async () => (await import('./ticketing/references.ts')).ticketingReferences,
    words: {
      en: async () => (await import('./ticketing/words.en.ts')).ticketingEn,
      ko: async () => (await import('./ticketing/words.ko.ts')).ticketingKo,
    },
  },
  photos: {
    prompt: async () => (await import('./photos/prompt.ts')).photos,
    references: async () => (await import('./photos/references.ts')).photosReferences,
    words: {
      en: async () => (await import('./photos/words.en.ts')).photosEn,
      ko: async () => (await import('./photos/words.ko.ts')).photosKo,
    },
  },
  'ride-hailing': {
    prompt: async () => (await import('./ride-hailing/prompt.ts')).rideHailing,
    references: async () => (await import('./ride-hailing/references.ts')).rideHailingReferences,
    words: {
      en: async () => (await import('./ride-hailing/words.en.ts')).rideHailingEn,
      ko: async () => (await import('./ride-hailing/words.ko.ts')).rideHailingKo,
    },
  },
  crawler: {
    prompt: async () => (await import('./crawler/prompt.ts')).crawler,
    references: async () => (await import('./crawler/references.ts')).crawlerReferences,
    words: {
      en: async () => (await import('./crawler/words.en.ts')).crawlerEn,
      ko: async () => (await import('./crawler/words.ko.ts')).crawlerKo,
    },
  },
  notifications: {
    prompt: async () => (await import('./notifications/prompt.ts')).notifications,
    references: async () => (await import('./notifications/references.ts')).notificationsReferences,
    words: {
      en: async () => (await import('./notifications/words.en.ts')).notificationsEn,
      ko: async () => (await import('./notifications/words.ko.ts')).notificationsKo,
    },
  },
  payments: {
    prompt: async () => (await import('./payments/prompt.ts')).paymentsPrompt,
    references: async () => (await import('./payments/references.ts')).paymentsReferences,
    words: {
      en: async () => (await import('./payments/words.en.ts')).paymentsEn,
      ko: async () => (await import('./payments/words.ko.ts')).paymentsKo,
    },
  },
};

/** Ids of those that are ready, in order. */
export const readyPrompts: readonly PromptId[] = promptIds.filter((id) => promptEntries[id] !== undefined);

export const isPromptId = (text: string): text is PromptId => promptIds.some((id) => id === text);
