import { advise, type KindAdvice, num } from '../advice.ts';

export type WorkerAdvice = 'nobody-works';

export const workerAdvice: KindAdvice<WorkerAdvice> = {
  facts: (p) => {
    const workSeconds = num(p, 'jobMs') / 1000;
    // what is fetched ahead waits at the worker
    const holdSeconds = workSeconds * (1 + num(p, 'prefetch') / num(p, 'concurrency'));
    return { workSeconds, holdSeconds, bootSeconds: num(p, 'bootSeconds'), showsLoad: true };
  },
  advise: ({ instances, callers }) => advise(instances === 0 && !callers.some(({ role }) => role === 'operator'), 'nobody-works'),
};
