import { advise, type KindAdvice, num } from '../advice.ts';

export type SchedulerAdvice = 'runs-twice' | 'spread-overlaps';

export const schedulerAdvice: KindAdvice<SchedulerAdvice> = {
  advise: ({ params, instances }) => {
    const [jitterSeconds, everySeconds] = [num(params, 'jitterSeconds'), num(params, 'everySeconds')];
    return [
      ...advise(instances > 1 && params.lock === false, 'runs-twice', { instances }),
      ...advise(jitterSeconds > everySeconds, 'spread-overlaps', { jitterSeconds, everySeconds }),
    ];
  },
};
