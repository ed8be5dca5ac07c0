import { type DescribeTextbook, type Group, idleMishaps } from '../textbook.ts';
import { timeFields, timeOf } from '../textbookTime.ts';

/** One station per server: the primary has the writes, the replicas share the reads by lot and apply every write as well. */
export const databaseTextbook: DescribeTextbook = (params, { workload }) => {
  const replicas = Number(params.replicas);
  const readsBy = replicas > 0 && params.readsFrom === 'replicas' ? 'replicas' : 'primary';
  const groups: Group[] = [{ instances: 1, share: (need) => (need === 'write' || readsBy === 'primary' ? 1 : 0) }];
  if (replicas > 0)
    groups.push({
      instances: replicas,
      share: (need) => (need === 'read' && readsBy === 'replicas' ? 1 : 0),
      extra: (need) => (need === 'write' ? replicas : 0),
    });
  const isWritten = Number(workload.writeShare) > 0;
  return {
    knows: [
      'replicas',
      'vcpu',
      'cpuReadMs',
      'cpuJoinMs',
      'cpuWriteMs',
      'fsyncMs',
      ...timeFields,
      'queueLimit',
      'readsFrom',
      'lagMs',
      'lagForm',
      'failoverSeconds',
      'autoFailover',
      ...idleMishaps,
    ],
    ...(replicas > 0 && isWritten ? { unlike: 'copies-apply' as const } : {}),
    serving: {
      groups,
      servers: Number(params.vcpu),
      counted: Number(params.vcpu),
      room: Number(params.vcpu) + Number(params.queueLimit),
      holds: null,
      order: 'fifo',
      time: (need) => timeOf(params, Number(need === 'write' ? params.cpuWriteMs : params.cpuReadMs)),
    },
    delaySeconds: (need) => (need === 'write' ? Number(params.fsyncMs) / 1000 : 0),
    asks: () => [],
  };
};
