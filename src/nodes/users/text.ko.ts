import { formatCount, formatExact } from '../../ui/format.ts';
import type { KindText } from '../kindText.ts';

export const usersKo: KindText = {
  name: '사용자',
  what: '요청을 보내는 사람들',
  summary: (p) =>
    p.loop === 'closed'
      ? `${formatCount(Number(p.people))}명`
      : p.arrivals === 'recorded'
        ? '기록대로'
        : formatExact(Number(p.ratePerSecond), '/s'),
};
