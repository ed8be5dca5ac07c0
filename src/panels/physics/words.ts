/** The words of "Check our physics", which come with it. */

import type { physicsEn } from '../../i18n/late/physics.en.ts';
import { type LateText, useLateText } from '../../i18n/lateText.ts';
import type { Widen } from '../../i18n/widen.ts';

export type PhysicsText = Widen<typeof physicsEn>;

const words: LateText<PhysicsText> = {
  en: async () => (await import('../../i18n/late/physics.en.ts')).physicsEn,
  ko: async () => (await import('../../i18n/late/physics.ko.ts')).physicsKo,
};

/** Suspends until the words are there. */
export const usePhysicsText = (): PhysicsText => useLateText(words);

/** A metric's name in the language on the screen; one without words reads as its id: `mean_in_app` is "mean in app". */
export function useMetricName(): (name: string) => string {
  const metrics: Readonly<Record<string, string>> = usePhysicsText().metrics;
  return (name) => metrics[name] ?? name.replaceAll('_', ' ');
}
