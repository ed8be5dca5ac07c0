/** 모든 프롬프트에 공통인 채점 항목의 이름. */
export const linesKo = {
  reachable: '모든 종류의 요청에 답까지 가는 길이 있다',
  cost: '한 달 비용이 예산을 넘지 않는다(예산의 1.5배면 0점)',
  'single-points': '혼자 죽어도 요청의 절반을 1분 동안 막는 부품이 없다',
  headroom: '평상시 가장 바쁜 기계의 사용률이 70% 이하다',
} as const;
