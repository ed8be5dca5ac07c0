import type { AdviceTexts } from '../advice.ts';
import type { DeployAdvice } from './advice.ts';

export const deployAdviceKo: AdviceTexts<DeployAdvice> = {
  'cannot-move': (p) => `${p.part}: 한 대도 빼지 못하고 더하지도 못해 롤링 배포를 시작할 수 없습니다. 둘 가운데 하나를 허용하세요.`,
  'promotes-blind': (p) =>
    `${p.part}: 카나리를 ${p.canarySeconds} 뒤에 전체로 넓히는데 문제는 ${p.detectSeconds} 지나야 드러납니다. 먼저 모두에게 퍼집니다. 더 오래 지켜보세요.`,
  'old-gone': (p) =>
    `${p.part}: 이전 서버를 ${p.keepSeconds} 동안만 두는데 문제는 ${p.detectSeconds} 지나야 드러나 되돌아갈 곳이 없습니다. 더 오래 두세요.`,
};
