import type { AdviceTexts } from '../advice.ts';
import type { LogCollectorAdvice } from './advice.ts';

export const logCollectorAdviceKo: AdviceTexts<LogCollectorAdvice> = {
  'no-buffer': (p) => `${p.part}: 보내기 전의 로그를 둘 자리가 없어 모두 버립니다. 버퍼를 주세요.`,
  'errors-unseen': (p) =>
    `${p.part}: 오류 로그도 ${p.samplePercent}만 남깁니다. 오류의 ${p.unseenPercent}는 흔적이 없습니다. 오류는 언제나 남기세요.`,
  'program-waits': (p) =>
    `${p.part}: 로그를 받아 줄 때까지 프로그램이 기다립니다. 색인이 느리거나 멈추면 사용자도 함께 기다립니다. 로그를 뒤에서 따로 보내세요.`,
};
