import { choice, flag, number } from '../../schema/fields.ts';
import { mishapFields } from '../../schema/mishapFields.ts';
import { defineSpec } from '../../schema/spec.ts';

const big = { field: 'bigKeyMB', above: 0 } as const;
const byClass = { field: 'ttlByClass', is: ['true'] } as const;

/** Keeps real keys: a hit ratio is what comes out, never what goes in. Each key lives on one instance. */
export const cacheSpec = defineSpec({
  kind: 'cache',
  category: 'data',
  role: 'cache',
  /** What it does not have it may read by itself, and write behind. */
  calls: ['store'],
  needs: [],
  needsWhen: [{ role: 'store', when: { field: 'pattern', is: ['read-through', 'write-through', 'write-back'] } }],
  instancesField: 'instances',
  extraInstances: 0,
  fields: {
    instances: number({ default: 1, min: 1, max: 100, unit: '', integer: true, source: 'domain 2.9' }),
    /** In the order of `PATTERN` (patterns.ts). All but the first need a wire to a store. */
    pattern: choice(['aside', 'read-through', 'write-through', 'write-back'], { default: 'aside', source: 'domain 2.9' }),
    /** Time from a row's first write to its being written back. */
    flushSeconds: number({
      default: 1,
      min: 0.001,
      max: 3600,
      unit: 's',
      scale: 'log',
      source: 'assumption',
      when: { field: 'pattern', is: ['write-back'] },
    }),
    sizedBy: choice(['keys', 'memory'], { default: 'keys', source: 'domain 2.9', advanced: true }),
    capacityKeys: number({
      default: 10_000,
      min: 0,
      max: 1_000_000,
      unit: 'keys',
      integer: true,
      scale: 'log',
      source: 'domain 2.9',
      when: { field: 'sizedBy', is: ['keys'] },
    }),
    /** cache.m5.large has 6.4 GB. */
    memoryMB: number({
      default: 6400,
      min: 0,
      max: 1_000_000,
      unit: 'MB',
      scale: 'log',
      source: 'V26',
      when: { field: 'sizedBy', is: ['memory'] },
    }),
    /** What one row takes, its key and the store's own notes included. */
    valueKB: number({ default: 1, min: 0.01, max: 10_000, unit: 'KB', scale: 'log', source: 'domain 3.5', advanced: true }),
    /** One row that is far bigger than all others: its value has the server to itself for as long as it takes. 0 = there is none. */
    bigKeyMB: number({ default: 0, min: 0, max: 512, unit: 'MB', scale: 'log', source: 'domain 2.9', advanced: true }),
    /** 1 = the most popular row, as the workload draws them. */
    bigKeyRank: number({
      default: 1,
      min: 1,
      max: 1_000_000,
      unit: '',
      integer: true,
      scale: 'log',
      source: 'assumption',
      advanced: true,
      when: big,
    }),
    networkMBps: number({
      default: 1250,
      min: 0.1,
      max: 12_500,
      unit: 'MB/s',
      scale: 'log',
      source: 'assumption',
      advanced: true,
      when: big,
    }),
    /** In the order of the engine's `EVICT`. */
    policy: choice(['lru', 'fifo', 'random', 'lfu'], { default: 'lru', source: 'V35' }),
    /** 0 = never expires. */
    ttlSeconds: number({ default: 300, min: 0, max: 1_000_000, unit: 's', scale: 'log', source: 'assumption' }),
    /** Feeds, searches and rows have times of their own; only then is what a search has found kept at all. */
    ttlByClass: flag({ default: false, source: 'domain 3.3', advanced: true }),
    ttlFeedSeconds: number({
      default: 30,
      min: 0,
      max: 1_000_000,
      unit: 's',
      scale: 'log',
      source: 'domain 3.3',
      advanced: true,
      when: byClass,
    }),
    ttlSearchSeconds: number({
      default: 60,
      min: 0,
      max: 1_000_000,
      unit: 's',
      scale: 'log',
      source: 'domain 3.3',
      advanced: true,
      when: byClass,
    }),
    /** Each time to live is drawn between so much less and so much more; 0 on purpose: rows stored together end together. */
    ttlJitter: number({ default: 0, min: 0, max: 100, unit: '%', source: 'assumption', advanced: true }),
    /** A hit starts the time to live again. */
    ttlRenews: flag({ default: false, source: 'domain 2.9', advanced: true }),
    /** In the order of `STAMPEDE` (stampede.ts). */
    stampede: choice(['none', 'single-flight', 'lease', 'early-refresh', 'stale-while-revalidate'], {
      default: 'none',
      source: 'domain 2.9',
    }),
    leaseSeconds: number({
      default: 10,
      min: 0.01,
      max: 60,
      unit: 's',
      scale: 'log',
      source: 'V34',
      advanced: true,
      when: { field: 'stampede', is: ['lease', 'stale-while-revalidate'] },
    }),
    leaseWaitMs: number({
      default: 20,
      min: 1,
      max: 10_000,
      unit: 'ms',
      scale: 'log',
      source: 'assumption',
      advanced: true,
      when: { field: 'stampede', is: ['lease'] },
    }),
    /** The `beta` of XFetch: above 1 earlier, below 1 later. */
    earliness: number({
      default: 1,
      min: 0,
      max: 100,
      unit: '',
      source: 'K',
      advanced: true,
      when: { field: 'stampede', is: ['early-refresh'] },
    }),
    /** How long a row is served past its time while it is read anew. */
    staleSeconds: number({
      default: 60,
      min: 0,
      max: 1_000_000,
      unit: 's',
      scale: 'log',
      source: 'assumption',
      advanced: true,
      when: { field: 'stampede', is: ['stale-while-revalidate'] },
    }),
    /** What a key in the cache is made of: the row, or the row and the shard it was on, so that one that has moved is not found. */
    keyedBy: choice(['row', 'shard'], { default: 'row', source: 'domain 4.1', advanced: true }),
    /** In the order of `PLACEMENT` (placing.ts). */
    placement: choice(['modulo', 'ring'], {
      default: 'ring',
      source: 'domain 2.9',
      advanced: true,
      when: { field: 'instances', above: 1 },
    }),
    /** After this long callers leave a dead server out and its keys go to others; 0 = they keep asking it. */
    leaveOutSeconds: number({
      default: 0,
      min: 0,
      max: 3600,
      unit: 's',
      source: 'assumption',
      advanced: true,
      when: { field: 'instances', above: 1 },
    }),
    serviceMs: number({ default: 0.1, min: 0, max: 10, unit: 'ms', scale: 'log', source: 'V18' }),
    queueLimit: number({
      default: 10_000,
      min: 0,
      max: 1_000_000,
      unit: '',
      integer: true,
      scale: 'log',
      source: 'assumption',
      advanced: true,
    }),
    ...mishapFields,
  },
  faults: {
    /** Everything is forgotten at once, and it goes on serving. */
    flush: { per: 'instance' },
  },
  metrics: {
    hits: { form: 'counter', per: 'instance', unit: '' },
    misses: { form: 'counter', per: 'instance', unit: '' },
    staleHits: { form: 'counter', per: 'instance', unit: '' },
    evictions: { form: 'counter', per: 'instance', unit: '' },
    expirations: { form: 'counter', per: 'instance', unit: '' },
    stored: { form: 'gauge', per: 'instance', unit: '' },
    /** Rows that came from the store because they were not here. */
    loads: { form: 'counter', per: 'node', unit: '' },
    memoryMb: { form: 'gauge', per: 'instance', unit: 'MB' },
    /** Operations on the most wanted row. */
    hotKeyRate: { form: 'gauge', per: 'instance', unit: '/s' },
    /** The oldest copy that was served although its row had been written since it was brought. */
    staleAge: { form: 'gauge', per: 'instance', unit: 's' },
    /** Rows that were brought too late to be kept. */
    refusedSets: { form: 'counter', per: 'node', unit: '', when: { field: 'stampede', is: ['lease'] } },
    /** Rows that the store does not have yet. */
    dirty: { form: 'gauge', per: 'node', unit: '', when: { field: 'pattern', is: ['write-back'] } },
    /** Acknowledged writes that died here. */
    lostWrites: { form: 'counter', per: 'node', unit: '', rare: true, when: { field: 'pattern', is: ['write-back'] } },
  },
});
