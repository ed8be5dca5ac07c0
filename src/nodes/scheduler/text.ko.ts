import type { KindText } from '../kindText.ts';

export const schedulerKo: KindText = {
  name: '스케줄러',
  what: '정해진 시각에 작업 시작',
  summary: (p) => `${p.everySeconds}초마다 작업 ${p.jobs}개`,
};
