/** What a population's fields say of how much it asks for, without running it: for warnings, previews and sliders. */

import type { Value } from '../../schema/fields.ts';
import { perSecondOfUsers, usersOfDay } from './demand.ts';

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
  const usersPerDay = dailyUsersOf(params);
  if (usersPerDay === null) return Number(params.ratePerSecond ?? 0);
  const { viewsPerUserDay, peakToMean } = params;
  return perSecondOfUsers(usersPerDay, Number(viewsPerUserDay), requestsPerView(params), Number(peakToMean));
}

/** Users a day, as set or as they follow from those of a month; null where the rate is set instead. */
export function dailyUsersOf({ rateFrom, dailyUsers, monthlyUsers, dailyPercent }: Params): number | null {
  if (rateFrom === 'users') return Number(dailyUsers);
  return rateFrom === 'monthly' ? usersOfDay(Number(monthlyUsers), Number(dailyPercent)) : null;
}

/** Whether a population sends what was recorded. */
export const isRecorded = (params: Params): boolean => params.loop !== 'closed' && params.arrivals === 'recorded';
