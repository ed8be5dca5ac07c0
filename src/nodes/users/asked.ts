/** What a population's fields say of how much it asks for, without running it: for warnings, previews and sliders. */

import type { Value } from '../../schema/fields.ts';
import { perSecondOfUsers } from './demand.ts';

type Params = Readonly<Record<string, Value>>;

const requestsPerView = (params: Params): number => Number(params.dynamicPerView) + Number(params.staticPerView);

/**
 * Requests per second while shape and traffic stand at 1. A closed population: if nobody ever waited. Recorded requests: none, their
 * instants are the recording's affair.
 */
export function perSecondOf(params: Params): number {
  if (params.loop === 'closed') {
    if (params.visits === 'sessions') return (Number(params.people) * requestsPerView(params)) / Number(params.viewSeconds);
    return Number(params.people) / Number(params.thinkSeconds);
  }
  if (params.arrivals === 'recorded') return 0;
  if (params.rateFrom !== 'users') return Number(params.ratePerSecond ?? 0);
  const { dailyUsers, viewsPerUserDay, peakToMean } = params;
  return perSecondOfUsers(Number(dailyUsers), Number(viewsPerUserDay), requestsPerView(params), Number(peakToMean));
}

/** Whether a population sends what was recorded. */
export const isRecorded = (params: Params): boolean => params.loop !== 'closed' && params.arrivals === 'recorded';
