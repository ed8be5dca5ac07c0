import type { Values } from '../../schema/fields.ts';
import { type DescribeTextbook, idleMishaps } from '../textbook.ts';

const writingMs = ({ maxPerSecond }: Values): number => (Number(maxPerSecond) > 0 ? 1000 / Number(maxPerSecond) : 0);
const copyingMs = ({ brokers, replicaLagMs }: Values): number => (Number(brokers) > 1 ? Number(replicaLagMs) : 0);

/** Answers after a fixed time; what it hands out, consumers fetch when they have room. */
export const queueTextbook: DescribeTextbook = (params) => ({
  // of brokers that nobody fails at
  knows: [
    'publishMs',
    'maxBacklog',
    'visibilitySeconds',
    'heartbeat',
    'durable',
    'brokers',
    'replicaLagMs',
    'electionSeconds',
    'flushMs',
    'maxReceive',
    'failures',
    'redeliverySeconds',
    'retentionHours',
    'topicRetentionHours',
    'paidBy',
    ...(Number(params.maxPerSecond) === 0 ? ['maxPerSecond'] : []),
    ...idleMishaps,
  ],
  // written by the leader, one message after the other, and copied; that they wait for each other is left out
  delaySeconds: () => (Number(params.publishMs) + writingMs(params) + copyingMs(params)) / 1000,
  asks: () => [{ role: 'consumer', need: 'job', times: 1, told: true }],
});
