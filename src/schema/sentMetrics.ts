/** Requests sent into a region, by its number: whoever sends people into regions counts them so, and the map draws them. */

import type { MetricSpec } from './spec.ts';

/** @param per one count for the whole node, or one for each of its places */
export function sentMetrics<const P extends MetricSpec['per']>(per: P) {
  const sent = { form: 'counter', per, unit: '', hidden: true } as const;
  return {
    sentTo0: sent,
    sentTo1: sent,
    sentTo2: sent,
    sentTo3: sent,
    sentTo4: sent,
    sentTo5: sent,
    sentTo6: sent,
    sentTo7: sent,
    sentTo8: sent,
  } as const;
}
