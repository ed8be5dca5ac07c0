import { advise, type KindAdvice, num } from '../advice.ts';

export type CacheAdvice = 'keeps-nothing';

export const cacheAdvice: KindAdvice<CacheAdvice> = {
  facts: (p) => ({ workSeconds: num(p, 'serviceMs') / 1000, showsLoad: true }),
  advise: ({ params }) => {
    const rows = params.sizedBy === 'memory' ? (num(params, 'memoryMB') * 1000) / num(params, 'valueKB') : num(params, 'capacityKeys');
    return advise(rows < 1, 'keeps-nothing');
  },
};
