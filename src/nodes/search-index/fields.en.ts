import { mishapsEn, serviceFormsEn, serviceShapeEn } from '../fields.en.ts';
import type { KindFieldText } from '../kindText.ts';
import type { searchIndexSpec } from './spec.ts';

export const searchIndexFieldsEn: KindFieldText<typeof searchIndexSpec> = {
  fields: {
    instances: { label: 'Nodes', help: 'Machines that share the shards and their copies.' },
    vcpu: { label: 'vCPU each', help: 'Shard queries one node can compute at the same time.' },
    shards: { label: 'Shards', help: 'A query asks all of them and waits for the slowest.' },
    replicas: { label: 'Further copies', help: 'Copies of each shard on other nodes; any of them can be asked.' },
    cpuPerShardQueryMs: { label: 'CPU per shard and query', help: 'Mean CPU time of one query at one shard.' },
    cpuPerDocMs: { label: 'CPU per document', help: 'Mean CPU time to take in a document, at every copy.' },
    service: { label: 'Spread of CPU time', help: 'How single times scatter around the mean.', options: serviceFormsEn },
    ...serviceShapeEn,
    refreshSeconds: { label: 'Refreshed every', help: 'What was written can be found only after the next refresh.' },
    deadlineMs: { label: 'Answers at the latest after', help: 'With what the shards have found by then. 0 = it waits for all.' },
    queueLimit: { label: 'Line at a node', help: 'Shard queries and documents that may wait; more are turned away.' },
    ...mishapsEn,
  },
  metrics: {
    queries: 'Queries',
    partial: 'Answered in part',
    documents: 'Documents taken in',
    rejected: 'Turned away by a shard',
    lagP50: 'Until found, median',
    lagP99: 'Until found, 99 %',
  },
  faults: {
    'heap-pressure': {
      label: 'Heap pressure',
      help: 'Memory is nearly full: so much of its time it stands still to collect garbage, every two seconds anew.',
    },
  },
};
