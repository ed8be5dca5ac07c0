import type { AdviceTexts } from '../advice.ts';
import type { UsersAdvice } from './advice.ts';

export const usersAdviceKo: AdviceTexts<UsersAdvice> = {
  'one-page': (p) =>
    `${p.part}: 한 페이지를 ${p.viewSeconds} 읽는데 방문은 ${p.sessionSeconds} 만에 끝납니다. 대부분 첫 페이지만 보고 떠납니다. 방문을 늘리거나 읽는 시간을 줄이세요.`,
};
