import { choice, flag, number } from '../../schema/fields.ts';
import { mishapFields } from '../../schema/mishapFields.ts';
import { service, serviceShape } from '../../schema/serviceFields.ts';
import { defineSpec } from '../../schema/spec.ts';

const tested = { field: 'testReadMs', above: 0 } as const;
const limited = { field: 'partitions', above: 0 } as const;

/** Equals on a ring: each row is kept by several of them, and enough of those must answer. */
export const nosqlSpec = defineSpec({
  kind: 'nosql',
  category: 'data',
  role: 'store',
  calls: ['queue'],
  needs: [],
  pairs: true,
  shows: 'rows',
  instancesField: 'nodes',
  extraInstances: 0,
  fields: {
    nodes: number({ default: 3, min: 1, max: 100, unit: '', integer: true, source: 'K' }),
    /** N: how many nodes keep a row. */
    copies: number({ default: 3, min: 1, max: 7, unit: '', integer: true, source: 'K' }),
    /** W and R: how many of them must have answered; more than there are means all. */
    writeQuorum: number({ default: 2, min: 1, max: 7, unit: '', integer: true, source: 'K' }),
    readQuorum: number({ default: 2, min: 1, max: 7, unit: '', integer: true, source: 'K' }),
    replicaMs: number({ default: 1, min: 0.01, max: 1000, unit: 'ms', scale: 'log', source: 'assumption' }),
    vcpu: number({ default: 2, min: 1, max: 96, unit: '', integer: true, source: 'V26' }),
    service,
    ...serviceShape,
    queueLimit: number({
      default: 1000,
      min: 0,
      max: 1_000_000,
      unit: '',
      integer: true,
      scale: 'log',
      source: 'assumption',
      advanced: true,
      topic: 'line',
    }),
    /** One way between two nodes. */
    hopMs: number({ default: 0.25, min: 0, max: 1000, unit: 'ms', source: 'assumption', advanced: true }),
    /** Who coordinates waits this long for copies that are silent. */
    quorumTimeoutMs: number({ default: 2000, min: 1, max: 60_000, unit: 'ms', scale: 'log', source: 'K', advanced: true }),
    /** Silence after which a node is no longer asked. */
    suspectSeconds: number({ default: 10, min: 0, max: 600, unit: 's', source: 'assumption', advanced: true }),
    virtualNodes: number({ default: 128, min: 1, max: 2000, unit: '', integer: true, scale: 'log', source: 'domain 2.14', advanced: true }),
    readRepair: flag({ default: true, source: 'domain 2.13' }),
    /** For this long others remember what a node that is away has missed; 0 = not at all. */
    hintHours: number({ default: 3, min: 0, max: 24, unit: 'h', source: 'K' }),
    /** Clocks of the nodes are spread evenly over this, the first one's being the slowest. */
    clockSkewMs: number({ default: 0, min: 0, max: 60_000, unit: 'ms', source: 'domain 2.13' }),
    /** Parts of the rows that are limited each by itself; 0 = no limits. */
    partitions: number({ default: 0, min: 0, max: 1000, unit: '', integer: true, source: 'assumption' }),
    readsPerPartition: number({ default: 3000, min: 1, max: 1_000_000, unit: '/s', scale: 'log', source: 'V22', when: limited }),
    writesPerPartition: number({ default: 1000, min: 1, max: 1_000_000, unit: '/s', scale: 'log', source: 'V22', when: limited }),
    /** What another store has acknowledged is read here so much later, and counted if it is missing; 0 = no such tests. */
    testReadMs: number({ default: 0, min: 0, max: 600_000, unit: 'ms', scale: 'log', source: 'V1', advanced: true }),
    paidBy: choice(['machines', 'requests'], { default: 'machines', source: 'domain 2.13', advanced: true }),
    ...mishapFields,
  },
  metrics: {
    /** By who coordinated. */
    reads: { form: 'counter', per: 'instance', unit: '' },
    writes: { form: 'counter', per: 'instance', unit: '' },
    staleReads: { form: 'counter', per: 'node', unit: '' },
    acknowledgedWrites: { form: 'counter', per: 'node', unit: '' },
    /** Acknowledged, and beaten at once by an older write with a later time stamp. */
    lostWrites: { form: 'counter', per: 'node', unit: '' },
    /** Turned down because too few copies are there. */
    unavailable: { form: 'counter', per: 'node', unit: '' },
    /** Not enough copies answered in time. */
    lateQuorums: { form: 'counter', per: 'node', unit: '' },
    throttled: { form: 'counter', per: 'node', unit: '', when: limited },
    repairs: { form: 'counter', per: 'node', unit: '' },
    /** Writes kept for nodes that are away. */
    hints: { form: 'gauge', per: 'instance', unit: '' },
    hintsDropped: { form: 'counter', per: 'node', unit: '' },
    /** Writes made in other stores that have come here. */
    copiesTaken: { form: 'counter', per: 'node', unit: '' },
    /** Acknowledged here, and replaced by a write from elsewhere whose maker did not know of it. */
    overruled: { form: 'counter', per: 'node', unit: '' },
    /** Writes that another store has not received yet, and the age of the oldest. */
    copiesWaiting: { form: 'gauge', per: 'node', unit: '' },
    copyLag: { form: 'gauge', per: 'node', unit: 's' },
    testReads: { form: 'counter', per: 'node', unit: '', when: tested },
    testReadsMissing: { form: 'counter', per: 'node', unit: '', when: tested },
  },
});
