import type { AdviceTexts } from '../advice.ts';
import type { ObjectStorageAdvice } from './advice.ts';

export const objectStorageAdviceEn: AdviceTexts<ObjectStorageAdvice> = {
  'tail-below-median': (p) =>
    `${p.part}: 99 of 100 within ${p.p99Ms}, but half take ${p.p50Ms} and more: both cannot be so. Make the 99th percentile the larger one.`,
};
