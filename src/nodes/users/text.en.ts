import { formatCount, formatExact } from '../../ui/format.ts';
import type { KindText } from '../kindText.ts';

export const usersEn: KindText = {
  name: 'Users',
  what: 'People who send requests',
  summary: (p) =>
    p.loop === 'closed'
      ? `${formatCount(Number(p.people))} people`
      : p.arrivals === 'recorded'
        ? 'as recorded'
        : formatExact(Number(p.ratePerSecond), '/s'),
};
