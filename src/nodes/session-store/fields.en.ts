import { mishapsEn, serviceFormsEn, serviceShapeEn } from '../fields.en.ts';
import type { KindFieldText } from '../kindText.ts';
import type { sessionStoreSpec } from './spec.ts';

export const sessionStoreFieldsEn: KindFieldText<typeof sessionStoreSpec> = {
  fields: {
    keptIn: {
      label: 'Kept in',
      help: 'Memory is quick and forgets when it dies. Rows of a relational database and items of a NoSQL store are on disk.',
      options: { memory: 'Memory (Redis)', relational: 'Rows (relational)', nosql: 'Items (NoSQL, quorum)' },
    },
    replicas: {
      label: 'Copies',
      help: 'Instances beside the first. NoSQL answers while more than half of all are there: take two or four.',
    },
    ttlSeconds: { label: 'Session lives for', help: 'A session that nobody asked for is forgotten after this long.' },
    memoryMs: { label: 'Time per command', help: 'Mean time of one get or put; one thread does them all.' },
    rowMs: { label: 'CPU per statement', help: 'Mean CPU time of reading or writing the session’s row.' },
    itemMs: { label: 'Time per item', help: 'Mean time of one get or put.' },
    fsyncMs: { label: 'Disk wait per write', help: 'Time until the disk has confirmed a row.' },
    vcpu: { label: 'vCPU each', help: 'Statements one instance can work on at the same time.' },
    service: { label: 'Spread of service times', help: 'How single times scatter around the mean.', options: serviceFormsEn },
    ...serviceShapeEn,
    queueLimit: { label: 'Waiting room', help: 'Commands that may wait at one instance; more are turned away at once.' },
    sessionKB: { label: 'Memory per session', help: 'What one session takes.' },
    memoryMB: { label: 'Memory', help: 'When sessions fill it, one is thrown out for each new one, or new ones are refused.' },
    whenFull: {
      label: 'When full',
      help: 'Throwing out the session that would end first logs a user out who did nothing wrong. Refusing lets nobody new log in.',
      options: { evict: 'Throw out the one that would end first', refuse: 'Refuse new ones' },
    },
    lagMs: {
      label: 'Lag of the copies',
      help: 'Until a copy has what was written. Sessions written within this before the primary’s death are lost.',
    },
    autoFailover: { label: 'Promote by itself', help: 'When off, nobody can log in until somebody brings the primary back.' },
    detectSeconds: {
      label: 'Silence until it counts as dead',
      help: 'After this long without an answer a copy is promoted; the watchers need one to two seconds more.',
    },
    ...mishapsEn,
  },
  metrics: {
    gets: 'Sessions asked for',
    hits: '… that were known',
    puts: 'Sessions written',
    lostSessions: 'Lost sessions',
    sessionsHeld: 'Sessions held',
    sessionMB: 'Memory of sessions (MB)',
    evictions: 'Thrown out',
    wiped: 'Gone all at once',
    isPrimary: 'Primary',
  },
};
