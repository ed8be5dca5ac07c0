import { mishapsEn, serviceFormsEn, serviceShapeEn } from '../fields.en.ts';
import type { KindFieldText } from '../kindText.ts';
import type { nosqlSpec } from './spec.ts';

export const nosqlFieldsEn: KindFieldText<typeof nosqlSpec> = {
  fields: {
    nodes: { label: 'Nodes', help: 'Equals on a ring. One more takes over its part of the rows at once.' },
    copies: { label: 'Copies of a row (N)', help: 'How many different nodes keep each row.' },
    writeQuorum: {
      label: 'Answers for a write (W)',
      help: 'A write is acknowledged when so many copies have it. With W + R above N every read meets the newest write.',
    },
    readQuorum: { label: 'Answers for a read (R)', help: 'Of so many answers the newest is given.' },
    replicaMs: { label: 'Time per item', help: 'Mean time one copy works on a read or a write.' },
    vcpu: { label: 'vCPU each', help: 'Items one node can work on at the same time.' },
    service: { label: 'Spread of service times', help: 'How single times scatter around the mean.', options: serviceFormsEn },
    ...serviceShapeEn,
    queueLimit: { label: 'Waiting room', help: 'Requests that may wait at one node; more are turned away at once.' },
    hopMs: { label: 'Way between nodes', help: 'One way from the node that coordinates to a copy.' },
    quorumTimeoutMs: { label: 'Waits for copies', help: 'After this long without enough answers the caller is told that it failed.' },
    suspectSeconds: { label: 'Silence until it counts as dead', help: 'A node that was silent for so long is no longer asked.' },
    virtualNodes: { label: 'Points on the ring', help: 'Per node. The more, the more evenly rows are spread.' },
    readRepair: { label: 'Repair on reading', help: 'A copy that a read finds behind gets the newest write.' },
    hintHours: {
      label: 'Hints kept for',
      help: 'Writes that a node misses while away are brought to it later, if it is back within this.',
    },
    clockSkewMs: {
      label: 'Clocks apart',
      help: 'The last node’s clock is this far ahead of the first one’s. The later time stamp wins, even if it is the older write.',
    },
    partitions: { label: 'Limited partitions', help: 'Into so many parts the rows fall, each with limits of its own. 0: no limits.' },
    readsPerPartition: { label: 'Reads per partition', help: 'More in a second are turned down.' },
    writesPerPartition: { label: 'Writes per partition', help: 'More in a second are turned down.' },
    testReadMs: {
      label: 'Test reads after',
      help: 'What a store wired to this one has acknowledged is read here so much later, and counted if it is missing. 0: no tests.',
    },
    paidBy: {
      label: 'Paid by',
      help: 'Machines of one’s own, or every request and gigabyte.',
      options: { machines: 'Machines', requests: 'Requests' },
    },
    ...mishapsEn,
  },
  metrics: {
    reads: 'Reads',
    writes: 'Writes',
    staleReads: 'Stale reads',
    acknowledgedWrites: 'Acknowledged writes',
    lostWrites: 'Acknowledged writes lost',
    unavailable: 'Too few copies',
    lateQuorums: 'Copies too slow',
    throttled: 'Throttled',
    repairs: 'Repaired by reads',
    hints: 'Hints waiting',
    hintsDropped: 'Hints given up',
    copiesTaken: 'Copies from elsewhere',
    overruled: 'Lost to a write elsewhere',
    copiesWaiting: 'Copies not received yet',
    copyLag: 'Oldest copy not received',
    testReads: 'Test reads',
    testReadsMissing: 'Test reads that missed',
  },
};
