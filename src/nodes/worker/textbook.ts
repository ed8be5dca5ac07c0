import { type DescribeTextbook, idleLife, idleMishaps } from '../textbook.ts';
import { timeFields, timeOf } from '../textbookTime.ts';

/** Jobs are handed to whichever instance has room, so no instance sees arrivals by chance; the work they bring is known all the same. */
export const workerTextbook: DescribeTextbook = (params, { roles }) => ({
  knows: [
    'instances',
    'concurrency',
    'jobMs',
    ...timeFields,
    'prefetch',
    'poisonDoes',
    'restartSeconds',
    'memoryGB',
    'baseMB',
    ...idleLife,
    ...idleMishaps,
  ],
  unlike: 'handed-out',
  serving: {
    groups: [{ instances: Number(params.instances), share: () => 1 }],
    servers: Number(params.concurrency),
    counted: Number(params.concurrency),
    room: Infinity,
    holds: null,
    order: 'fifo',
    time: () => timeOf(params, Number(params.jobMs)),
  },
  asks: () => (roles.has('store') ? [{ role: 'store', need: 'write', times: 1 }] : []),
  deals: 'key',
});
