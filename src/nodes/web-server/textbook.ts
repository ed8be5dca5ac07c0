import { type Asking, type DescribeTextbook, idleLife, idleMishaps, type Need } from '../textbook.ts';
import { programServing, timeFields, timeOf } from '../textbookTime.ts';

/** Processors with one line; a thread is held while others answer. */
export const webServerTextbook: DescribeTextbook = (params, { roles }) => {
  const reads = Number(params.readsPerRequest);
  const asks = (need: Need): readonly Asking[] => {
    const source = roles.has('store') ? 'store' : 'server';
    const hasSource = roles.has('store') || roles.has('server');
    const service: Asking = {
      role: 'server',
      need,
      times: Number(params.serviceShare ?? 100) / 100,
      ...(params.choosing === 'weight' ? { deal: 'weights' } : {}),
    };
    const last: Asking[] = roles.has('store') && roles.has('server') ? [service] : [];
    if (need === 'read') {
      // a service is asked for the page as a whole, not row by row
      const rows = source === 'server' && hasSource ? 1 : reads;
      if (rows === 0) return last;
      if (!roles.has('cache'))
        return !hasSource ? last : source === 'server' ? [service] : [{ role: source, need: 'read', times: rows }, ...last];
      const kept: Asking = { role: 'cache', need: 'set', times: rows, afterMiss: true, told: true };
      const fetched: Asking[] = !hasSource
        ? []
        : [source === 'server' ? { ...service, afterMiss: true } : { role: source, need: 'read', times: rows, afterMiss: true }];
      return [{ role: 'cache', need: 'get', times: rows }, ...fetched, kept, ...last];
    }
    if (need === 'write') {
      const written: Asking[] = !hasSource ? [] : [source === 'server' ? service : { role: source, need: 'write', times: 1 }];
      const removed: Asking[] = hasSource && roles.has('cache') ? [{ role: 'cache', need: 'invalidate', times: 1, told: true }] : [];
      const job: Asking[] = roles.has('queue') ? [{ role: 'queue', need: 'job', times: Number(params.jobShare) / 100 }] : [];
      return [...written, ...removed, ...job, ...last];
    }
    return [];
  };
  const asksNobody = (['read', 'write'] as const).every((need) => asks(need).length === 0);
  return {
    knows: [
      'instances',
      'vcpu',
      'cpuDynamicMs',
      'cpuStaticMs',
      'cpuFeedMs',
      'sessionKB',
      'sessionTtlSeconds',
      'cpuLoginMs',
      ...timeFields,
      'threads',
      'queueLimit',
      'readsPerRequest',
      'jobShare',
      // ranks are not known to the formulas here
      ...(params.discipline === 'priority' ? [] : ['discipline']),
      'choosing',
      'serviceShare',
      'queueTimeoutForm',
      'keepWarmSeconds',
      ...(asksNobody ? ['againShare'] : []),
      ...idleLife,
      'memoryGB',
      'baseMB',
      ...idleMishaps,
    ],
    serving: {
      ...programServing(params, asksNobody),
      visits: asksNobody ? 1 / (1 - Number(params.againShare ?? 0) / 100) : 1,
      time: (need) => timeOf(params, Number(need === 'static' ? params.cpuStaticMs : params.cpuDynamicMs)),
    },
    asks,
    // rows go to one of several stores by their key
    deals: 'key',
  };
};
