import { advise, type KindAdvice, num } from '../advice.ts';

export type QueueAdvice = 'visibility-short' | 'poll-short' | 'readers-idle' | 'poison-forever';

export const queueAdvice: KindAdvice<QueueAdvice> = {
  // what is accepted is written by the leader and copied
  facts: (p) => ({ workSeconds: (num(p, 'publishMs') + (num(p, 'brokers') > 1 && p.acks === 'all' ? num(p, 'replicaLagMs') : 0)) / 1000 }),
  advise: ({ params, calls }) => {
    const isTopic = params.mode === 'topic';
    const consumers = calls.filter(({ role }) => role === 'consumer');
    const visibilitySeconds = num(params, 'visibilitySeconds');
    const pollSeconds = num(params, 'maxPollSeconds');
    const partitions = num(params, 'partitions');
    return [
      ...consumers.flatMap(({ label: other, instances, facts: { workSeconds = 0, holdSeconds = workSeconds } }) => [
        ...advise(!isTopic && params.heartbeat !== true && visibilitySeconds < holdSeconds, 'visibility-short', {
          other,
          visibilitySeconds,
          holdSeconds,
        }),
        ...advise(isTopic && pollSeconds < workSeconds, 'poll-short', { other, pollSeconds, workSeconds }),
        ...advise(isTopic && instances > partitions, 'readers-idle', { other, instances, partitions, idle: instances - partitions }),
      ]),
      ...advise(num(params, 'maxReceive') === 0 && num(params, 'poisonPercent') > 0, 'poison-forever'),
    ];
  },
};
