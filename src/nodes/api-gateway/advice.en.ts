import type { AdviceTexts } from '../advice.ts';
import type { ApiGatewayAdvice } from './advice.ts';

export const apiGatewayAdviceEn: AdviceTexts<ApiGatewayAdvice> = {
  'counts-apart': (p) =>
    `${p.part}: ${p.instances} gateways each count for themselves, so ${p.instances} times the limit gets through. Let them share counters in a cache, or divide the limit.`,
  'never-binds': (p) =>
    `${p.part}: each client may have ${p.each} a minute, all together ${p.all}: the limit of each never holds anybody back. Lower it.`,
};
