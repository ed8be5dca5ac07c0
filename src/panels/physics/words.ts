/** The words of "Check our physics", which come with it. */

import type { physicsEn } from '../../i18n/late/physics.en.ts';
import { type LateText, useLateText } from '../../i18n/lateText.ts';
import type { Widen } from '../../i18n/widen.ts';
import type { ShownCase } from '../../store/physicsStore.ts';

export type PhysicsText = Widen<typeof physicsEn>;

const words: LateText<PhysicsText> = {
  en: async () => (await import('../../i18n/late/physics.en.ts')).physicsEn,
  ko: async () => (await import('../../i18n/late/physics.ko.ts')).physicsKo,
};

/** Suspends until the words are there. */
export const usePhysicsText = (): PhysicsText => useLateText(words);

/** What cases are, by their ids; in English the file of cases says it. */
const ofCases: LateText<Readonly<Record<string, string>>> = {
  en: async () => ({}),
  ko: async () => (await import('../../i18n/late/physicsCases.ko.ts')).physicsCasesKo,
};

/** What a case is, in the language on the screen; one without words there in that of its file. */
export function useCaseText({ id, description }: Pick<ShownCase, 'id' | 'description'>): { text: string; lang: 'en' | undefined } {
  const words = useLateText(ofCases);
  return Object.hasOwn(words, id) ? { text: words[id], lang: undefined } : { text: description, lang: 'en' };
}

/** A metric of one of several: `utilization_db`, `mean_response_hot_ms`. */
const ofOne =
  /^(utilization|availability|throughput|mean_in|mean_wait|mean_response|p50_response|p95_response|p99_response|share_shard|frac_backends_ge|mean_concurrency|mean_count|wait_of_request)_(.+?)(?:_ms|_per_s)?$/;

/** What a metric is called; one without words reads as its id does. */
export function metricName(metrics: Readonly<Record<string, string>>, name: string): string {
  if (Object.hasOwn(metrics, name)) return metrics[name];
  const [, what, which] = ofOne.exec(name) ?? [];
  if (what === undefined || !Object.hasOwn(metrics, what)) return name.replaceAll('_', ' ');
  return `${metrics[what]} (${which.replaceAll('_', ' ')})`;
}

/** A metric's name in the language on the screen. */
export function useMetricName(): (name: string) => string {
  const { metrics } = usePhysicsText();
  return (name) => metricName(metrics, name);
}
