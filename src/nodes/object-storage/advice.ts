import { advise, type KindAdvice, num } from '../advice.ts';

export type ObjectStorageAdvice = 'tail-below-median';

export const objectStorageAdvice: KindAdvice<ObjectStorageAdvice> = {
  facts: (p) => ({ workSeconds: num(p, 'p50Ms') / 1000 }),
  advise: ({ params }) => {
    const [p50Ms, p99Ms] = [num(params, 'p50Ms'), num(params, 'p99Ms')];
    return advise(p99Ms < p50Ms, 'tail-below-median', { p50Ms, p99Ms });
  },
};
