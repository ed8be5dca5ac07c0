import type { Widen } from '../widen.ts';
import type { weakMarksEn } from './weakMarks.en.ts';

export const weakMarksKo: Widen<typeof weakMarksEn> = {
  part: (rank, duration) => `약점 ${rank}위, 단일 장애점입니다. 한 대가 죽자 ${duration} 동안 사용자를 제대로 받지 못했습니다.`,
  wire: (rank, duration) => `약점 ${rank}위, 단일 장애점입니다. 이 연결이 끊기자 ${duration} 동안 사용자를 제대로 받지 못했습니다.`,
};
