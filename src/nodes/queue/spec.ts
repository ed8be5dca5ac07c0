import { choice, flag, number } from '../../schema/fields.ts';
import { mishapFields } from '../../schema/mishapFields.ts';
import { defineSpec, type MetricSpec } from '../../schema/spec.ts';

const ofQueue = { when: { field: 'mode', is: ['queue'] } } as const;
const ofTopic = { when: { field: 'mode', is: ['topic'] } } as const;
const ofCopies = { when: { field: 'brokers', above: 1 } } as const;

/** How many partitions have a lag of their own among the metrics. */
export const shownLags = 12;

const lagOf = (partition: number): MetricSpec => ({
  form: 'gauge',
  per: 'node',
  unit: '',
  when: { field: 'partitions', above: partition - 1 },
});

/** Takes a message, answers at once, and hands it to a consumer when one has room; or keeps it for every group of readers. */
export const queueSpec = defineSpec({
  kind: 'queue',
  category: 'data',
  role: 'queue',
  calls: ['consumer'],
  needs: ['consumer'],
  /** How long a worker may take is the queue's to say, not the wire's. */
  wires: { timeoutMs: { default: 0, source: 'domain 2.10' } },
  instancesField: 'brokers',
  extraInstances: 0,
  fields: {
    publishMs: number({ default: 5, min: 0, max: 1000, unit: 'ms', source: 'V20' }),
    maxBacklog: number({ default: 10_000_000, min: 1, max: 10_000_000, unit: '', integer: true, scale: 'log', source: 'assumption' }),
    /** A message handed out and not acknowledged for this long is handed out again. */
    visibilitySeconds: number({ default: 30, min: 0.1, max: 43_200, unit: 's', scale: 'log', source: 'V21', ...ofQueue }),
    /** Workers say that they are still at it, and have the message for as long as they do. */
    heartbeat: flag({ default: false, source: 'domain 5 P23', advanced: true, topic: 'line', ...ofQueue }),
    /** Off: a broker that crashes forgets everything it held. */
    durable: flag({ default: true, source: 'domain 2.10' }),
    /** 0 = consumers are handed a message as soon as there is one (long polling, push). */
    pollMs: number({
      default: 0,
      min: 0,
      max: 600_000,
      unit: 'ms',
      scale: 'log',
      source: 'assumption',
      advanced: true,
      topic: 'line',
      ...ofQueue,
    }),
    /** One line that all consumers share, or a log that each group of them reads for itself. Takes effect at once. */
    mode: choice(['queue', 'topic'], { default: 'queue', source: 'domain 2.10' }),
    partitions: number({ default: 12, min: 1, max: 1000, unit: '', integer: true, scale: 'log', source: 'assumption', ...ofTopic }),
    /** Each has a copy of everything; one leads. */
    brokers: number({ default: 3, min: 1, max: 5, unit: '', integer: true, source: 'assumption' }),
    /** When the publisher is answered: once all copies have it, once the leader has it, or before anybody has. */
    acks: choice(['all', 'leader', 'none'], { default: 'all', source: 'K' }),
    replicaLagMs: number({
      default: 5,
      min: 0,
      max: 60_000,
      unit: 'ms',
      scale: 'log',
      source: 'assumption',
      advanced: true,
      topic: 'copies',
      ...ofCopies,
    }),
    /** Until another broker leads in place of one that is dead or silent. */
    electionSeconds: number({
      default: 9,
      min: 0.1,
      max: 600,
      unit: 's',
      scale: 'log',
      source: 'K',
      advanced: true,
      topic: 'copies',
      ...ofCopies,
    }),
    /** 0 = a message is on disk before it is accepted; otherwise the disk is written this often. */
    flushMs: number({
      default: 0,
      min: 0,
      max: 600_000,
      unit: 'ms',
      scale: 'log',
      source: 'K',
      advanced: true,
      topic: 'copies',
      when: { field: 'durable', is: ['true'] },
    }),
    /** Deliveries of one message before it is put aside; 0 = never. */
    maxReceive: number({ default: 5, min: 0, max: 1000, unit: '', integer: true, source: 'assumption' }),
    /** `told`: a failure or a broken connection is noticed. `unnoticed`: the message is back only after the visibility timeout. */
    failures: choice(['told', 'unnoticed'], { default: 'told', source: 'V21', advanced: true, topic: 'line', ...ofQueue }),
    /** Of each key one message in hand at a time, the others behind it in the order they were published. */
    fifo: flag({ default: false, source: 'domain 2.10', advanced: true, topic: 'line', ...ofQueue }),
    /** … and no more a second than this are taken, nor handed out; 0 = any number. 3,000 when ten go together. */
    fifoPerSecond: number({
      default: 300,
      min: 0,
      max: 100_000,
      unit: '/s',
      scale: 'log',
      source: 'V21',
      advanced: true,
      topic: 'line',
      when: { field: 'fifo', is: ['true'] },
    }),
    redeliverySeconds: number({
      default: 0,
      min: 0,
      max: 43_200,
      unit: 's',
      scale: 'log',
      source: 'assumption',
      advanced: true,
      topic: 'line',
    }),
    retentionHours: number({
      default: 96,
      min: 0.001,
      max: 336,
      unit: 'h',
      scale: 'log',
      source: 'V21',
      advanced: true,
      topic: 'line',
      ...ofQueue,
    }),
    topicRetentionHours: number({
      default: 168,
      min: 0.001,
      max: 336,
      unit: 'h',
      scale: 'log',
      source: 'K',
      advanced: true,
      topic: 'line',
      ...ofTopic,
    }),
    /** A managed queue is billed by its requests; a topic always by its brokers. */
    paidBy: choice(['requests', 'machines'], { default: 'requests', source: 'domain 2.10', advanced: true, topic: 'line', ...ofQueue }),
    /** Messages a second that the leader can take; 0 = any number. */
    maxPerSecond: number({
      default: 50_000,
      min: 0,
      max: 1_000_000,
      unit: '/s',
      scale: 'log',
      source: 'V20',
      advanced: true,
      topic: 'line',
    }),
    /** Share of published messages that break whoever works on them. */
    poisonPercent: number({
      default: 0,
      min: 0,
      max: 100,
      unit: '%',
      scale: 'log',
      source: 'domain 5 P10',
      advanced: true,
      topic: 'failing',
    }),
    /** A group throws a member out that has been silent this long. */
    sessionSeconds: number({
      default: 45,
      min: 1,
      max: 1800,
      unit: 's',
      scale: 'log',
      source: 'K',
      advanced: true,
      topic: 'groups',
      ...ofTopic,
    }),
    /** … or that has worked on one message this long. */
    maxPollSeconds: number({
      default: 300,
      min: 1,
      max: 43_200,
      unit: 's',
      scale: 'log',
      source: 'V60',
      advanced: true,
      topic: 'groups',
      ...ofTopic,
    }),
    /** Nobody of the group reads while partitions are dealt out anew. */
    rebalanceSeconds: number({
      default: 3,
      min: 0,
      max: 300,
      unit: 's',
      source: 'K',
      advanced: true,
      topic: 'groups',
      ...ofTopic,
    }),
    ...mishapFields,
  },
  metrics: {
    published: { form: 'counter', per: 'node', unit: '' },
    delivered: { form: 'counter', per: 'node', unit: '' },
    acknowledged: { form: 'counter', per: 'node', unit: '' },
    redelivered: { form: 'counter', per: 'node', unit: '' },
    lostMessages: { form: 'counter', per: 'node', unit: '', rare: true },
    deadLetters: { form: 'counter', per: 'node', unit: '', rare: true },
    /** Too old and never read. */
    expired: { form: 'counter', per: 'node', unit: '', rare: true },
    rebalances: { form: 'counter', per: 'node', unit: '', rare: true, ...ofTopic },
    backlog: { form: 'gauge', per: 'node', unit: '' },
    oldestSeconds: { form: 'gauge', per: 'node', unit: 's' },
    /** From publishing to the acknowledgement, of the jobs acknowledged in the frame. */
    jobP50: { form: 'gauge', per: 'node', unit: 's' },
    jobP99: { form: 'gauge', per: 'node', unit: 's' },
    worstLag: { form: 'gauge', per: 'node', unit: '', ...ofTopic },
    lag1: lagOf(1),
    lag2: lagOf(2),
    lag3: lagOf(3),
    lag4: lagOf(4),
    lag5: lagOf(5),
    lag6: lagOf(6),
    lag7: lagOf(7),
    lag8: lagOf(8),
    lag9: lagOf(9),
    lag10: lagOf(10),
    lag11: lagOf(11),
    lag12: lagOf(12),
  },
  faults: {
    /** The next messages break whoever works on them. */
    poison: { per: 'node', value: number({ default: 1, min: 1, max: 10_000, unit: '', integer: true, source: 'domain 2.24' }) },
    /** A broker can write nothing down: what it leads takes no message, and is read on. */
    'disk-full': { per: 'instance', lasts: true },
  },
});
