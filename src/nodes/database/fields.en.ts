import { mishapsEn, serviceFormsEn, serviceShapeEn } from '../fields.en.ts';
import type { KindFieldText } from '../kindText.ts';
import type { databaseSpec } from './spec.ts';

export const databaseFieldsEn: KindFieldText<typeof databaseSpec> = {
  fields: {
    replicas: { label: 'Replicas', help: 'Copies that take reads and of which one is promoted when the primary dies.' },
    vcpu: { label: 'vCPU each', help: 'Statements one server can compute at the same time.' },
    cpuReadMs: { label: 'CPU per read', help: 'Mean CPU time of one read.' },
    cpuWriteMs: { label: 'CPU per write', help: 'Mean CPU time of one write.' },
    cpuJoinMs: { label: 'CPU per join', help: 'Mean CPU time of a read that puts many rows together, for a feed.' },
    fsyncMs: { label: 'Disk wait per write', help: 'Time until the disk has confirmed a write.' },
    bufferMB: {
      label: 'Memory for data',
      help: 'Pages of the data that are kept in memory, the latest used of them. What is not there is read from disk. 0 = all of it.',
    },
    rowKB: { label: 'Size of a row', help: 'With its indexes.' },
    pageKB: { label: 'Size of a page', help: 'What the disk reads and writes at a time.' },
    diskReadMs: { label: 'Disk wait per read', help: 'Time until the disk has brought a page.' },
    service: {
      label: 'Spread of CPU time',
      help: 'How single CPU times scatter around the mean.',
      options: serviceFormsEn,
    },
    ...serviceShapeEn,
    queueLimit: { label: 'Waiting room', help: 'Statements that may wait on one server; more are turned away at once.' },
    readsFrom: {
      label: 'Reads go to',
      help: 'Replicas carry the reads but may be behind; the primary is always current.',
      options: { replicas: 'Replicas', primary: 'Primary' },
    },
    lagMs: {
      label: 'Replication lag',
      help: 'Mean time until a committed write reaches a replica. Writes still on the way are lost when the primary dies.',
    },
    lagForm: {
      label: 'Spread of the lag',
      help: 'How single delays scatter around the mean.',
      options: { exponential: 'Exponential, in order', fixed: 'Always the same', apart: 'Exponential, each write by itself' },
    },
    applyThreads: {
      label: 'Applied at once',
      help: 'Writes that a replica applies side by side, each on one of its CPUs. They become visible in order.',
    },
    failoverSeconds: {
      label: 'Failover time',
      help: 'From the primary’s death until a promoted replica takes writes: noticing, electing, re-pointing.',
    },
    autoFailover: { label: 'Promote by itself', help: 'When off, writes fail until somebody brings the primary back.' },
    ...mishapsEn,
  },
  faults: {
    'disk-full': { label: 'Disk full', help: 'Nothing more is written: writes fail at the primary, replicas fall behind. Reads go on.' },
  },
  metrics: {
    reads: 'Reads',
    writes: 'Writes',
    staleReads: 'Stale reads',
    refusedWrites: 'Writes refused',
    acknowledgedWrites: 'Writes acknowledged',
    lostWrites: 'Acknowledged writes lost',
    memoryMb: 'Data in memory',
    diskOps: 'Reads and writes of the disk',
    diskReads: 'Pages read from disk',
    lag: 'Behind the primary',
    isPrimary: 'Primary',
  },
};
