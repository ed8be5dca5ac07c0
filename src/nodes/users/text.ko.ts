import { formatCount, formatExact, formatRate } from '../../ui/format.ts';
import type { KindText } from '../kindText.ts';
import { perSecondOf } from './asked.ts';

export const usersKo: KindText = {
  name: '사용자',
  what: '요청을 보내는 사람들',
  summary: (p) =>
    p.loop === 'closed'
      ? `${formatCount(Number(p.people))}명`
      : p.arrivals === 'recorded'
        ? '기록대로'
        : p.rateFrom === 'users'
          ? `하루 ${formatCount(Number(p.dailyUsers))}명, ${formatRate(perSecondOf(p))}`
          : formatExact(Number(p.ratePerSecond), '/s'),
};
