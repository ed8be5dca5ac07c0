import type { AdviceTexts } from '../advice.ts';
import type { ApiGatewayAdvice } from './advice.ts';

export const apiGatewayAdviceKo: AdviceTexts<ApiGatewayAdvice> = {
  'counts-apart': (p) =>
    `${p.part}: 게이트웨이 ${p.instances}대가 저마다 세므로 한도의 ${p.instances}배까지 통과합니다. 캐시에 둔 카운터를 함께 쓰거나 한도를 나누세요.`,
  'never-binds': (p) =>
    `${p.part}: 클라이언트마다 1분에 ${p.each}건, 모두 합쳐 ${p.all}건. 클라이언트 한도는 누구도 막지 못합니다. 더 낮추세요.`,
};
