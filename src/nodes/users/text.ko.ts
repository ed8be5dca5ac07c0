import { formatCount, formatExact, formatRate } from '../../ui/format.ts';
import type { KindText } from '../kindText.ts';
import { dailyUsersOf, perSecondOf } from './asked.ts';

export const usersKo: KindText = {
  name: '사용자',
  what: '요청을 보내는 사람들',
  summary: (p) =>
    p.loop === 'closed'
      ? `${formatCount(Number(p.people))}명`
      : p.arrivals === 'recorded'
        ? '기록대로'
        : dailyUsersOf(p) !== null
          ? `하루 ${formatCount(dailyUsersOf(p) ?? 0)}명, ${formatRate(perSecondOf(p))}`
          : formatExact(Number(p.ratePerSecond), '/s'),
};
