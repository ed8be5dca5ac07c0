import { busyServers, choose, type KindStrains, larger, type Numbers, type Strain, strainedIf } from '../strain.ts';

/** Processors of the primary or of a replica, the disk, connections, and locks that writes wait for. */
export const databaseStrains: KindStrains = {
  strains: (now) => {
    const busy = busyServers(now);
    const locked = now.sum('lockWaiting');
    return [
      ...busy,
      ...fullDisk(now),
      ...usedConnections(now),
      ...strainedIf(busy.length === 0 && locked >= 1, 'lock', { waitingCount: locked, waitsRate: now.perSecond('lockWaits') }),
    ];
  },
  remedies: (code, params, load) => {
    switch (code) {
      case 'servers':
        return [
          ...larger(params, 'vcpu', Math.max(2, load / 0.8)),
          ...(Number(params.replicas) > 0 ? choose(params, 'readsFrom', 'replicas') : []),
          ...addReplica(Number(params.replicas)),
          ...(Number(params.queueLimit) > 100 ? [{ on: 'part' as const, field: 'queueLimit', to: 100 }] : []),
        ];
      case 'storm':
        return Number(params.queueLimit) > 100 ? [{ on: 'part', field: 'queueLimit', to: 100 }] : [];
      case 'connections':
        return [...larger(params, 'maxConnections', 2), ...choose(params, 'whenFull', 'wait'), ...choose(params, 'poolSize', 10, 'wires')];
      case 'disk':
        return [...larger(params, 'iops', 8), ...larger(params, 'bufferMB', 4)];
      case 'disk-full':
        return larger(params, 'storageGB', 2);
      case 'lock':
        return Number(params.hotRowShare) > 0 ? [{ on: 'part', field: 'hotRowShare', to: 0 }] : [];
      default:
        return [];
    }
  },
};

const addReplica = (replicas: number) => [{ on: 'part' as const, field: 'replicas', to: replicas + 1 }];

function fullDisk(now: Numbers): Strain[] {
  const iops = Number(now.params.iops);
  const full = now.each('diskUse').find(({ value }) => value >= 0.999);
  if (full) return strainedIf(true, 'disk-full', {}, full.instance);
  const busiest = now.each('diskOps').reduce((most, one) => (one.value > most.value ? one : most), { instance: -1, value: 0 });
  const perSecond = now.sum('diskOps') > 0 ? (busiest.value * now.perSecond('diskOps')) / now.sum('diskOps') : 0;
  return strainedIf(iops > 0 && perSecond >= 0.95 * iops, 'disk', { diskRate: perSecond, limitRate: iops }, busiest.instance);
}

function usedConnections(now: Numbers): Strain[] {
  const most = Number(now.params.maxConnections);
  if (most <= 0) return [];
  const full = now.each('connections').find(({ value }) => value >= 0.95 * most);
  const refused = now.each('connectionsRefused').find(({ value }) => value > 0);
  const waiting = now.sum('connectionsWaiting');
  return strainedIf(
    refused !== undefined || (full !== undefined && waiting >= 1),
    'connections',
    { connectionsCount: most, refusedRate: now.perSecond('connectionsRefused'), waitingCount: waiting },
    (refused ?? full)?.instance ?? -1,
  );
}
