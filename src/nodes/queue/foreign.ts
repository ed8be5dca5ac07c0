import type { ForeignNames } from '../foreign.ts';

export const queueForeign: ForeignNames = {
  software: ['rabbitmq', 'kafka', 'nats', 'activemq', 'pulsar', 'sqs', 'sns', 'redpanda', 'kinesis', 'pubsub', 'artemis'],
  words: ['queue', 'message queue', 'message broker', 'broker', 'topic', 'event bus', 'stream', '큐', '메시지 큐', '메시지큐'],
};
