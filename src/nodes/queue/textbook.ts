import { type DescribeTextbook, idleMishaps } from '../textbook.ts';

/** Answers after a fixed time; what it hands out, consumers fetch when they have room. */
export const queueTextbook: DescribeTextbook = (params) => ({
  // of one broker that copies to nobody, and that nobody fails at
  knows: [
    'publishMs',
    'maxBacklog',
    'visibilitySeconds',
    'heartbeat',
    'durable',
    'replicaLagMs',
    'electionSeconds',
    'flushMs',
    'maxReceive',
    'failures',
    'redeliverySeconds',
    'retentionHours',
    ...idleMishaps,
  ],
  delaySeconds: () => Number(params.publishMs) / 1000,
  asks: () => [{ role: 'consumer', need: 'job', times: 1, told: true }],
});
