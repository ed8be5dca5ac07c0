import { advise, type KindAdvice, num } from '../advice.ts';

export type SearchIndexAdvice = 'deadline-short' | 'copies-homeless';

export const searchIndexAdvice: KindAdvice<SearchIndexAdvice> = {
  facts: (p) => ({ workSeconds: num(p, 'cpuPerShardQueryMs') / 1000, showsLoad: true }),
  advise: ({ params, instances }) => {
    const [deadlineMs, workMs] = [num(params, 'deadlineMs'), num(params, 'cpuPerShardQueryMs')];
    const copies = num(params, 'replicas') + 1;
    return [
      ...advise(deadlineMs > 0 && deadlineMs < workMs, 'deadline-short', { deadlineMs, workMs }),
      ...advise(copies > instances, 'copies-homeless', { copies, instances }),
    ];
  },
};
