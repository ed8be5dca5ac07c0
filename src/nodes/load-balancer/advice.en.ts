import type { AdviceTexts } from '../advice.ts';
import type { LoadBalancerAdvice } from './advice.ts';

export const loadBalancerAdviceEn: AdviceTexts<LoadBalancerAdvice> = {
  'checks-overlap': (p) =>
    `${p.part}: it waits ${p.timeoutSeconds} for the answer to a health check and asks every ${p.checkSeconds}. Give up before the next one is due.`,
  'sticks-for-nothing': (p) =>
    `${p.part}: sessions stick to one server, but no server behind it remembers any: the load is dealt unevenly for nothing. Turn stickiness off.`,
};
