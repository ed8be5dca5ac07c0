import type { Widen } from '../widen.ts';
import type { worldEn } from './world.en.ts';

export const worldKo: Widen<typeof worldEn> = {
  title: '사용자와 데이터 센터',
  help: '최근 몇 초 동안 누구의 요청이 어디로 갔는지 보여 줍니다. 원은 사용자, 네모는 데이터 센터이고, 선의 굵기는 그 비율입니다.',
  notYet: '아직 보낸 요청이 없습니다.',
  from: '사용자 지역',
  to: '간 곳',
  rate: '요청',
  share: '그중 비율',
  table: '지역별 요청',
  summary: (flows) => `세계 지도. ${flows}`,
  flow: (from, to, share) => `${from} 사용자: ${share} → ${to}.`,
  total: '전체에서',
};
