import { advise, type KindAdvice, num } from '../advice.ts';

export type MonitorAdvice = 'looks-overlap' | 'nothing-new';

export const monitorAdvice: KindAdvice<MonitorAdvice> = {
  advise: ({ params }) => {
    const [scrapeSeconds, timeoutSeconds, evalSeconds] = [
      num(params, 'scrapeSeconds'),
      num(params, 'timeoutSeconds'),
      num(params, 'evalSeconds'),
    ];
    return [
      ...advise(timeoutSeconds > scrapeSeconds, 'looks-overlap', { timeoutSeconds, scrapeSeconds }),
      ...advise(evalSeconds < scrapeSeconds, 'nothing-new', { evalSeconds, scrapeSeconds }),
    ];
  },
};
