import type { AdviceTexts } from '../advice.ts';
import type { ObjectStorageAdvice } from './advice.ts';

export const objectStorageAdviceKo: AdviceTexts<ObjectStorageAdvice> = {
  'tail-below-median': (p) =>
    `${p.part}: 100건 가운데 99건이 ${p.p99Ms} 안이라면서 절반은 ${p.p50Ms} 이상입니다. 둘 다 참일 수 없습니다. p99를 p50보다 크게 두세요.`,
};
