/** Settings of the copies: how writes reach them, who reads there, and what happens when the primary is gone. */

import { choice, flag, number } from './fields.ts';

const ofCopies = { advanced: true, topic: 'copies' } as const;
const semi = { field: 'replication', is: ['semi'] } as const;
const sync = { field: 'replication', is: ['sync'] } as const;
const isAsync = { field: 'replication', is: ['async'] } as const;
const far = { field: 'farReplicas', above: 0 } as const;
const phases = { field: 'failoverForm', is: ['phases'] } as const;

export const replicationFields = {
  /** Where reads go: to the replicas (and may be stale), or all to the primary. */
  readsFrom: choice(['replicas', 'primary'], { default: 'replicas', source: 'domain 2.12' }),
  /** When a write is acknowledged: at once, when one replica has it, when all (or enough) have it. */
  replication: choice(['async', 'semi', 'sync'], { default: 'async', source: 'domain 2.12' }),
  syncBy: choice(['all', 'majority'], { default: 'all', source: 'domain 2.12', when: sync }),
  /** After so long without a receipt the primary goes on alone. */
  semiSyncTimeoutMs: number({ default: 10_000, min: 0, max: 60_000, unit: 'ms', scale: 'log', source: 'V28', when: semi }),
  /** Mean delay before a committed write leaves for a replica; the replica then needs time to apply it. */
  lagMs: number({ default: 20, min: 0, max: 3_600_000, unit: 'ms', scale: 'log', source: 'K', when: isAsync }),
  /** `exponential`: the log leaves in batches, so writes stay in order. `apart`: each write takes an exponential time of its own. */
  lagForm: choice(['exponential', 'fixed', 'apart'], { default: 'exponential', source: 'assumption', advanced: true, when: isAsync }),
  /** The first so many replicas stand in another region. */
  farReplicas: number({ default: 0, min: 0, max: 30, unit: '', integer: true, source: 'assumption' }),
  farRttMs: number({ default: 73, min: 0, max: 1000, unit: 'ms', source: 'V14', when: far }),
  /** Between servers of one region, which stand in different zones. */
  nearRttMs: number({
    default: 1,
    min: 0,
    max: 1000,
    unit: 'ms',
    source: 'V15',
    ...ofCopies,
    when: { field: 'replication', is: ['semi', 'sync'] },
  }),
  /** Writes that a replica applies at once, each on one of its CPUs; they become visible in order. */
  applyThreads: number({ default: 1, min: 1, max: 1000, unit: '', integer: true, scale: 'log', source: 'assumption', advanced: true }),
} as const;

export const sessionFields = {
  /** For so long after a session's own write its reads go to the primary. */
  ownWritesSeconds: number({ default: 0, min: 0, max: 3600, unit: 's', source: 'domain 5', ...ofCopies }),
  /** `stick`: a session reads from one replica. `version`: from any that has what the session has seen. */
  sessionReads: choice(['any', 'stick', 'version'], { default: 'any', source: 'domain 5', ...ofCopies }),
  watchSessions: flag({ default: false, source: 'assumption', ...ofCopies }),
} as const;

/** The past of sessions is known. */
export const keepsSessions = {
  any: [
    { field: 'watchSessions', is: ['true'] },
    { field: 'ownWritesSeconds', above: 0 },
    { field: 'sessionReads', is: ['stick', 'version'] },
  ],
} as const;

export const failoverFields = {
  autoFailover: flag({ default: true, source: 'domain 2.12' }),
  /** As one length of time, or phase by phase. */
  failoverForm: choice(['whole', 'phases'], { default: 'whole', source: 'assumption' }),
  /** From the primary's death to the promoted replica taking writes: noticing, electing, re-pointing. */
  failoverSeconds: number({
    default: 90,
    min: 1,
    max: 600,
    unit: 's',
    scale: 'log',
    source: 'V4',
    when: { field: 'failoverForm', is: ['whole'] },
  }),
  heartbeatSeconds: number({ default: 10, min: 0.1, max: 600, unit: 's', scale: 'log', source: 'assumption', ...ofCopies }),
  missedBeats: number({ default: 3, min: 1, max: 20, unit: '', integer: true, source: 'assumption', ...ofCopies }),
  electionSeconds: number({ default: 5, min: 0, max: 600, unit: 's', source: 'assumption', ...ofCopies, when: phases }),
  promoteSeconds: number({ default: 20, min: 0, max: 600, unit: 's', source: 'assumption', ...ofCopies, when: phases }),
  /** Within so long after the promotion every caller has learned where the primary is. */
  repointSeconds: number({ default: 30, min: 0, max: 3600, unit: 's', source: 'assumption', ...ofCopies, when: phases }),
  /** A primary that is cut off from the others, or was replaced, takes no more writes. */
  fencing: flag({ default: true, source: 'domain 2.12' }),
  /** Share of calls that go on to the second primary while there are two. */
  strayPercent: number({ default: 50, min: 0, max: 100, unit: '%', source: 'assumption', when: { field: 'fencing', is: ['false'] } }),
  /** What is promised; the report holds a failover against it. */
  rtoTargetSeconds: number({ default: 120, min: 0, max: 86_400, unit: 's', scale: 'log', source: 'V4', ...ofCopies }),
  rpoTargetSeconds: number({ default: 5, min: 0, max: 86_400, unit: 's', scale: 'log', source: 'assumption', ...ofCopies }),
} as const;
