import { fullMemory, type KindStrains, larger, roomFor, strainedIf } from '../strain.ts';

/** All its places are taken: it fetches no more than it can do, so that what it cannot do waits in the queue. */
export const workerStrains: KindStrains = {
  strains: (now) => {
    const busy = now.each('utilization');
    const mean = busy.reduce((sum, { value }) => sum + value, 0) / Math.max(1, busy.length);
    return [
      ...strainedIf(busy.length > 0 && mean >= 0.97, 'jobs', { doneRate: now.perSecond('completed'), allCount: busy.length }),
      ...fullMemory(now),
    ];
  },
  remedies: (code, params, load) =>
    code === 'jobs' ? [...larger(params, 'instances', roomFor(load)), ...larger(params, 'concurrency', 2)] : [],
};
