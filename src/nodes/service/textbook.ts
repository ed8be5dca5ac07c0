import { type Asking, type DescribeTextbook, idleLife, idleMishaps, type Need } from '../textbook.ts';
import { programServing, timeFields, timeOf } from '../textbookTime.ts';

/** Processors with one line; a thread is held while others answer. Several services behind it are each asked: no textbook has that. */
export const serviceTextbook: DescribeTextbook = (params, { roles }) => {
  const reads = Number(params.readsPerRequest);
  const below = (need: Need): readonly Asking[] => (roles.has('server') ? [{ role: 'server', need, times: 1, deal: 'key' }] : []);
  const readsOf = (): readonly Asking[] => {
    const fetched: Asking[] = roles.has('store') ? [{ role: 'store', need: 'read', times: reads }] : [];
    if (!roles.has('cache')) return fetched;
    return [
      { role: 'cache', need: 'get', times: reads },
      ...fetched.map((each): Asking => ({ ...each, afterMiss: true })),
      { role: 'cache', need: 'set', times: reads, afterMiss: true, told: true },
    ];
  };
  const asks = (need: Need): readonly Asking[] => {
    if (need === 'read') return [...(reads > 0 ? readsOf() : []), ...below(need)];
    if (need !== 'write') return [];
    const written: Asking[] = roles.has('store') ? [{ role: 'store', need: 'write', times: 1 }] : [];
    const removed: Asking[] = roles.has('store') && roles.has('cache') ? [{ role: 'cache', need: 'invalidate', times: 1, told: true }] : [];
    const job: Asking[] = roles.has('queue') ? [{ role: 'queue', need: 'job', times: Number(params.jobShare) / 100 }] : [];
    return [...written, ...removed, ...job, ...below(need)];
  };
  const asksNobody = (['read', 'write'] as const).every((need) => asks(need).length === 0);
  return {
    knows: [
      'instances',
      'vcpu',
      'cpuCallMs',
      ...timeFields,
      'threads',
      'queueLimit',
      'readsPerRequest',
      'jobShare',
      ...(params.discipline === 'priority' ? [] : ['discipline']),
      'queueTimeoutForm',
      'keepWarmSeconds',
      // with one service behind it there is nothing to join
      'calling',
      'quorum',
      'deadlineMs',
      'understandsNewer',
      'runsOn',
      ...idleLife,
      'memoryGB',
      'baseMB',
      ...idleMishaps,
    ],
    serving: {
      ...programServing(params, asksNobody),
      time: () => timeOf(params, Number(params.cpuCallMs)),
    },
    asks,
    // rows go to one of several stores by their key
    deals: 'key',
  };
};
