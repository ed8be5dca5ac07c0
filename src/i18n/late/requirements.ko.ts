import type { Widen } from '../widen.ts';
import type { requirementsEn } from './requirements.en.ts';

export const requirementsKo: Widen<typeof requirementsEn> = {
  title: '요구 사항',
  ofDesign: '이 설계에 속한 요구 사항입니다. 링크와 파일에 함께 담깁니다.',
  ofReader: '이 기기에만 있는 나의 요구 사항입니다. 요구 사항이 없는 모든 설계에 적용됩니다.',
  give: '이 설계에 담기',
  take: '이 설계에서 빼기',
  asked: '요구함',
  requirement: '요구 사항',
  target: '목표',
  measured: '잰 값',
  verdict: '판정',
  since: '어긴 시점',
  met: '지킴',
  notMet: '어김',
  open: '아직 잴 수 없음',
  alreadyOver: '이미 넘김',
  soFar: (value) => `지금까지 ${value}`,
  goTo: (time) => `${time}로 가기`,
  summary: (met, asked) => `${asked}개 가운데 ${met}개 지킴`,
  none: '아직 요구한 것이 없습니다. 이 설계가 지킬 것을 고르세요.',
  names: {
    p99Ms: 'p99 상한',
    availabilityPercent: '제대로 응답한 비율 하한',
    stalePercent: '낡은 읽기 상한',
    lostWrites: '잃은 쓰기 상한',
    rtoSeconds: '복구 시간(RTO) 상한',
    rpoSeconds: '잃은 쓰기 시간(RPO) 상한',
    monthlyUsd: '한 달 비용 상한',
  },
};
