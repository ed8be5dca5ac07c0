import type { KindText } from '../kindText.ts';

export const apiGatewayKo: KindText = {
  name: 'API 게이트웨이',
  what: '누가 요청하는지 확인하고 양을 제한합니다',
  summary: (p) =>
    p.algorithm === 'none'
      ? '제한 없음'
      : p.limitBy === 'all'
        ? `초당 ${p.limitPerSecond}건까지`
        : p.limitBy === 'user' || p.limitBy === 'address'
          ? `클라이언트당 1분에 ${p.limitPerMinute}건까지`
          : `초당 ${p.limitPerSecond}건, 클라이언트당 1분에 ${p.limitPerMinute}건까지`,
};
