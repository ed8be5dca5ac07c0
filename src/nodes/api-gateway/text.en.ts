import type { KindText } from '../kindText.ts';

export const apiGatewayEn: KindText = {
  name: 'API gateway',
  what: 'Checks who asks, and limits how much',
  summary: (p) =>
    p.algorithm === 'none'
      ? 'No limit'
      : p.limitBy === 'all'
        ? `At most ${p.limitPerSecond}/s`
        : p.limitBy === 'user' || p.limitBy === 'address'
          ? `At most ${p.limitPerMinute} a minute each`
          : `At most ${p.limitPerSecond}/s, ${p.limitPerMinute} a minute each`,
};
