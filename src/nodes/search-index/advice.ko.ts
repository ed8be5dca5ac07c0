import type { AdviceTexts } from '../advice.ts';
import type { SearchIndexAdvice } from './advice.ts';

export const searchIndexAdviceKo: AdviceTexts<SearchIndexAdvice> = {
  'deadline-short': (p) =>
    `${p.part}: 샤드를 ${p.deadlineMs} 기다리는데 샤드마다 평균 ${p.workMs} 걸립니다. 거의 모든 답에 빠진 것이 있습니다. 더 기다리거나 검색의 일을 줄이세요.`,
  'copies-homeless': (p) =>
    `${p.part}: 노드 ${p.instances}대에 샤드마다 복사본 ${p.copies}개. 한 노드에 둘을 두면 함께 죽으므로 일부는 놓일 곳이 없습니다. 노드를 늘리거나 복사본을 줄이세요.`,
};
