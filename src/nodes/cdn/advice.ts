import { advise, type KindAdvice, num } from '../advice.ts';

export type CdnAdvice = 'keeps-nothing' | 'asks-always';

export const cdnAdvice: KindAdvice<CdnAdvice> = {
  facts: (p) => ({ workSeconds: num(p, 'serviceMs') / 1000 }),
  advise: ({ params }) => {
    const room = params.sizedBy === 'bytes' ? num(params, 'capacityGB') * 1e6 : num(params, 'capacityFiles') * num(params, 'fileKB');
    return [
      ...advise(room < num(params, 'fileKB'), 'keeps-nothing'),
      ...advise(num(params, 'ttlSeconds') === 0 || num(params, 'uncacheableShare') === 100, 'asks-always'),
    ];
  },
};
