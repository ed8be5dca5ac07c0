import { mishapsEn } from '../fields.en.ts';
import type { KindFieldText } from '../kindText.ts';
import type { cacheSpec } from './spec.ts';

export const cacheFieldsEn: KindFieldText<typeof cacheSpec> = {
  fields: {
    instances: { label: 'Cache servers', help: 'Each key lives on exactly one of them.' },
    pattern: {
      label: 'Reads and writes',
      help: 'Who reads what is not there, and where writes go first. All but the first need a wire from the cache to a database.',
      options: {
        aside: 'Cache-aside: callers ask the database',
        'read-through': 'Read-through: the cache reads the database',
        'write-through': 'Write-through: writes go to both, then are acknowledged',
        'write-back': 'Write-back: acknowledged here, written back later',
      },
    },
    flushSeconds: {
      label: 'Written back after',
      help: 'Time from the first write of a row to its being written back. What a server that dies still held is lost.',
    },
    sizedBy: {
      label: 'Room counted in',
      help: 'What says how much fits on one server.',
      options: { keys: 'Keys', memory: 'Memory' },
    },
    capacityKeys: {
      label: 'Room on each',
      help: 'Keys that fit on one server. The hit ratio follows from this and from how popular each key is.',
    },
    memoryMB: { label: 'Memory of each', help: 'Memory of one server for rows; how many fit follows from their size.' },
    valueKB: { label: 'Size of a row', help: 'Memory that one row takes, its key included.' },
    bigKeyMB: {
      label: 'One big value',
      help: 'The size of one row’s value. While it goes through the network its server does nothing else. 0 = no row is big.',
    },
    bigKeyRank: { label: 'Which row is big', help: 'Its place by popularity: 1 is the row most asked for.' },
    networkMBps: {
      label: 'Network of a server',
      help: 'How fast the big value goes in and out: 10 MB take 8 ms at 1,250 MB/s, which is 10 Gbit/s.',
    },
    policy: {
      label: 'Makes room by',
      help: 'Which key leaves when a new one does not fit.',
      options: {
        lru: 'LRU: longest unused first',
        fifo: 'FIFO: oldest first',
        random: 'Random: any, by lot',
        lfu: 'LFU: least asked for first',
      },
    },
    ttlSeconds: { label: 'Time to live', help: 'After this long a key is read again from the database; 0 means it never expires.' },
    ttlByClass: {
      label: 'Times of their own for feeds and searches',
      help: 'What a feed has put together and what a search has found grow old sooner than a row. Only then is what a search has found kept at all.',
    },
    ttlFeedSeconds: { label: 'Time to live of feeds', help: 'Of what a feed has brought; 0 means it never expires.' },
    ttlSearchSeconds: {
      label: 'Time to live of searches',
      help: 'Of what a search has found; 0 means it never expires. No write removes it.',
    },
    ttlJitter: {
      label: 'Spread of the time to live',
      help: 'Each time to live is drawn between so much less and so much more, so that rows stored together do not end together.',
    },
    ttlRenews: { label: 'Reading renews it', help: 'Every hit starts the time to live again (sliding expiration).' },
    stampede: {
      label: 'When many miss one key',
      help: 'What keeps all of those who ask for a missing key from reading the database at once.',
      options: {
        none: 'Nothing: everybody reads the database',
        'single-flight': 'Single flight: one reads, the others of its server wait',
        lease: 'Lease: one of all reads, the others ask again shortly',
        'early-refresh': 'Early refresh: by chance one reads before the end (XFetch)',
        'stale-while-revalidate': 'Stale while revalidate: the old copy until the new one is there',
      },
    },
    leaseSeconds: {
      label: 'Lease lasts',
      help: 'After this long without an answer somebody else is sent to read the key.',
    },
    leaseWaitMs: { label: 'Ask again after', help: 'How long those wait who are told that somebody else is reading the key.' },
    earliness: {
      label: 'Earliness',
      help: 'How early a key is read anew, by how long reading it takes: above 1 earlier, below 1 later (beta of XFetch).',
    },
    staleSeconds: { label: 'Served past its time for', help: 'How long an old copy is still served while it is read anew.' },
    keyedBy: {
      label: 'Keys are made of',
      help: 'With the shard in the key, a row that has moved to another shard is not found any more.',
      options: { row: 'The row', shard: 'The row and its shard' },
    },
    placement: {
      label: 'Which server has a key',
      help: 'What callers do with a key to know its server. On a ring a server that goes takes only its own share of the keys with it.',
      options: { modulo: 'Hash modulo servers', ring: 'Hash ring (consistent hashing)' },
    },
    leaveOutSeconds: {
      label: 'Dead server left out after',
      help: 'After this long callers ask the others for its keys; 0 means they keep asking it.',
    },
    serviceMs: { label: 'Time per lookup', help: 'Time one operation keeps the server busy: 0.1 ms lets it do 10,000 a second.' },
    queueLimit: { label: 'Waiting room', help: 'Lookups that may wait on one server; more are turned away at once.' },
    ...mishapsEn,
  },
  metrics: {
    hits: 'Hits',
    misses: 'Misses',
    staleHits: 'Stale hits',
    evictions: 'Pushed out',
    expirations: 'Expired',
    stored: 'Keys held',
    loads: 'Rows read from the database',
    memoryMb: 'Memory in use',
    hotKeyRate: 'Hottest key',
    staleAge: 'Oldest stale copy served',
    refusedSets: 'Rows refused as out of date',
    dirty: 'Keys not written back',
    lostWrites: 'Acknowledged writes lost',
  },
  faults: { flush: { label: 'Flush', help: 'Everything it holds is gone at once; it goes on serving, cold.' } },
};
