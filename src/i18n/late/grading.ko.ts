import type { Widen } from '../widen.ts';
import type { gradingEn } from './grading.en.ts';

export const gradingKo: Widen<typeof gradingEn> = {
  lines: '채점 항목',
  line: '요구한 것',
  measured: '측정값',
  overall: '모든 시드',
  points: '점수',
  evidence: '근거',
  of: (earned, points) => `${points}점 중 ${earned}점`,
  at: (time) => `${time} 시점의 실행을 새 탭에서 열기`,
  notMeasurable: '측정할 수 없음',
  fatal: '치명적인 일이 있어 최대 40점만 받습니다',
  missing: '꼭 필요한 것이 없어 기능 점수를 받지 못합니다',
  cannotRun: '이 설계는 실행할 수 없습니다. 연결되지 않은 곳이 있습니다.',
  seeds: (scores) => `시드별 점수: ${scores}. 아래는 중앙값을 받은 실행입니다.`,
  endedEarly: (time) => `${time}에 끝난 실행이 있습니다. 진행 중인 요청이 기계가 담을 수 있는 것보다 많아졌습니다.`,
};
