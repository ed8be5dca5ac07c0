import { type DescribeTextbook, idleMishaps } from '../textbook.ts';

/** Answers after a fixed time; what it hands out, consumers fetch when they have room. */
export const queueTextbook: DescribeTextbook = (params) => ({
  knows: ['publishMs', 'maxBacklog', 'visibilitySeconds', 'durable', ...idleMishaps],
  delaySeconds: () => Number(params.publishMs) / 1000,
  asks: () => [{ role: 'consumer', need: 'job', times: 1, told: true }],
});
