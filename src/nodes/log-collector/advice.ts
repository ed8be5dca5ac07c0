import { advise, type KindAdvice, num } from '../advice.ts';

export type LogCollectorAdvice = 'no-buffer' | 'errors-unseen' | 'program-waits';

export const logCollectorAdvice: KindAdvice<LogCollectorAdvice> = {
  advise: ({ params }) => {
    const samplePercent = num(params, 'samplePercent');
    return [
      ...advise(num(params, 'bufferMb') === 0, 'no-buffer'),
      ...advise(samplePercent < 100 && params.keepErrors === false, 'errors-unseen', { samplePercent, unseenPercent: 100 - samplePercent }),
      ...advise(params.mode === 'sync', 'program-waits'),
    ];
  },
};
