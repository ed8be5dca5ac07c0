import { formatCount, formatExact, formatRate } from '../../ui/format.ts';
import type { KindText } from '../kindText.ts';
import { dailyUsersOf, perSecondOf } from './asked.ts';

export const usersEn: KindText = {
  name: 'Users',
  what: 'People who send requests',
  summary: (p) =>
    p.loop === 'closed'
      ? `${formatCount(Number(p.people))} people`
      : p.arrivals === 'recorded'
        ? 'as recorded'
        : dailyUsersOf(p) !== null
          ? `${formatCount(dailyUsersOf(p) ?? 0)} a day, ${formatRate(perSecondOf(p))}`
          : formatExact(Number(p.ratePerSecond), '/s'),
};
