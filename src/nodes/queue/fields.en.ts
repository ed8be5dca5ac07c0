import { mishapsEn } from '../fields.en.ts';
import type { KindFieldText } from '../kindText.ts';
import type { queueSpec } from './spec.ts';

export const queueFieldsEn: KindFieldText<typeof queueSpec> = {
  fields: {
    publishMs: { label: 'Time to accept', help: 'Time until the leading broker has written a message down.' },
    maxBacklog: { label: 'Room for', help: 'Messages that may wait; more are turned away.' },
    visibilitySeconds: {
      label: 'Handed out again after',
      help: 'A message that was handed out and not acknowledged for this long is handed out again.',
    },
    heartbeat: {
      label: 'Workers prolong that',
      help: 'A worker that is still at work keeps the message; only one that falls silent loses it.',
    },
    durable: { label: 'Survives a crash', help: 'When off, a broker that crashes forgets everything it held.' },
    pollMs: {
      label: 'Workers look every',
      help: 'A worker that found the queue empty sleeps this long before it looks again. 0 = it is told at once.',
    },
    mode: {
      label: 'Who gets a message',
      help: 'A queue gives each message to one of all workers. A topic gives it to every group of readers; each wired part is a group.',
      options: { queue: 'One of all (queue)', topic: 'Every group (topic)' },
    },
    partitions: {
      label: 'Partitions',
      help: 'Messages of one key stay in one partition and keep their order. Within a group one worker reads a partition.',
    },
    brokers: { label: 'Brokers', help: 'Each has a copy of everything; one leads, and another one takes over when it is gone.' },
    acks: {
      label: 'Accepted once it is',
      help: 'What the sender waits for. The sooner it is answered, the more a crash can take.',
      options: { all: 'with all brokers', leader: 'with the leader', none: 'sent (not waited for)' },
    },
    replicaLagMs: { label: 'Copies lag by', help: 'Time until the other brokers have a message too. Nobody reads it before.' },
    electionSeconds: { label: 'New leader after', help: 'Time until another broker leads in place of one that died or fell silent.' },
    flushMs: {
      label: 'Written to disk every',
      help: '0 = before a message is accepted. Otherwise a crash of the last broker loses what came since the last time.',
    },
    maxReceive: {
      label: 'Put aside after',
      help: 'A message that failed this often goes to the dead letters. 0 = it is tried for ever.',
    },
    failures: {
      label: 'A failed job',
      help: 'Whether the queue hears at once that a job failed or its worker died.',
      options: { told: 'is heard of at once', unnoticed: 'comes back when its time is over' },
    },
    fifo: {
      label: 'Keeps the order of a key (FIFO)',
      help: 'Of each key one message is in hand at a time; the others of the key wait behind it, whoever has room.',
    },
    fifoPerSecond: {
      label: 'Most per second (FIFO)',
      help: 'More than this are not taken, and not handed out. Amazon SQS: 300, or 3,000 when ten go together. 0 = any number.',
    },
    redeliverySeconds: { label: 'Pause before another try', help: 'A message that failed is not handed out again any sooner.' },
    retentionHours: { label: 'Kept for', help: 'Older messages are dropped, read or not.' },
    topicRetentionHours: { label: 'Kept for', help: 'Older messages are dropped, whoever has not read them yet.' },
    paidBy: {
      label: 'Paid by',
      help: 'A managed queue bills sending, receiving and deleting. Brokers of your own are machines.',
      options: { requests: 'requests (managed)', machines: 'brokers (your own)' },
    },
    maxPerSecond: {
      label: 'Takes at most',
      help: 'Messages a second that one broker can take as the leader; more wait in line. 0 = any number.',
    },
    poisonPercent: { label: 'Poisonous messages', help: 'Share of messages that break whoever works on them, each time.' },
    sessionSeconds: { label: 'Thrown out when silent for', help: 'Then the partitions of a silent worker go to the others of its group.' },
    maxPollSeconds: { label: 'Longest time per message', help: 'A worker that takes longer is thrown out of its group.' },
    rebalanceSeconds: { label: 'Dealing out takes', help: 'When somebody joins or leaves, the group reads nothing for this long.' },
    ...mishapsEn,
  },
  metrics: {
    published: 'Published',
    delivered: 'Handed out',
    acknowledged: 'Acknowledged',
    redelivered: 'Handed out again',
    lostMessages: 'Messages lost',
    deadLetters: 'Dead letters',
    expired: 'Too old, never read',
    rebalances: 'Partitions dealt out anew',
    backlog: 'Waiting',
    oldestSeconds: 'Age of the oldest',
    jobP50: 'Until done, median',
    jobP99: 'Until done, 99 %',
    worstLag: 'Lag of the worst partition',
    lag1: 'Lag of partition 1',
    lag2: 'Lag of partition 2',
    lag3: 'Lag of partition 3',
    lag4: 'Lag of partition 4',
    lag5: 'Lag of partition 5',
    lag6: 'Lag of partition 6',
    lag7: 'Lag of partition 7',
    lag8: 'Lag of partition 8',
    lag9: 'Lag of partition 9',
    lag10: 'Lag of partition 10',
    lag11: 'Lag of partition 11',
    lag12: 'Lag of partition 12',
  },
  faults: {
    poison: { label: 'Poisonous messages', help: 'The next messages published break whoever works on them.' },
    'disk-full': { label: 'Disk full', help: 'Nothing can be published to what this broker leads; readers go on.' },
  },
};
