/** What a population's fields say of how much it asks for, without running it: for warnings, previews and sliders. */

import type { Value } from '../../schema/fields.ts';

/**
 * Requests per second while shape and traffic stand at 1. A closed population: if nobody ever waited. Recorded requests: none, their
 * instants are the recording's affair.
 */
export function perSecondOf(params: Readonly<Record<string, Value>>): number {
  if (params.loop === 'closed') return Number(params.people) / Number(params.thinkSeconds);
  return params.arrivals === 'recorded' ? 0 : Number(params.ratePerSecond ?? 0);
}

/** Whether a population sends what was recorded. */
export const isRecorded = (params: Readonly<Record<string, Value>>): boolean => params.loop !== 'closed' && params.arrivals === 'recorded';
