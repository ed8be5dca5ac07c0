import { choice, flag, number } from '../../schema/fields.ts';
import { mishapFields } from '../../schema/mishapFields.ts';
import { service, serviceShape } from '../../schema/serviceFields.ts';
import { defineSpec } from '../../schema/spec.ts';

const byDirectory = { field: 'strategy', is: ['directory'] } as const;
const byCountry = { field: 'shardKey', is: ['country'] } as const;
const moves = { advanced: true, topic: 'moving' } as const;
const facts = { advanced: true, topic: 'rows' } as const;
const across = { advanced: true, topic: 'across' } as const;

/** Stands before stores that share the rows, and sends each query to the one that has the row, or to all that may have it. */
export const shardRouterSpec = defineSpec({
  kind: 'shard-router',
  category: 'data',
  role: 'store',
  calls: ['store'],
  needs: ['store'],
  instancesField: 'instances',
  extraInstances: 0,
  shows: 'shards',
  fields: {
    /** How a shard is found: in the order of `STRATEGY` (placement.ts). */
    strategy: choice(['modulo', 'range', 'ring', 'directory'], { default: 'modulo', source: 'domain 2.14' }),
    /** What decides: in the order of `COLUMN` (columns.ts). */
    shardKey: choice(['user', 'post', 'country', 'created-at', 'composite'], { default: 'user', source: 'domain 2.14' }),
    /** Of the wires to stores the first so many; 0 = all. Another number while running moves rows. */
    shardsInUse: number({ default: 0, min: 0, max: 256, unit: '', integer: true, source: 'domain 2.14' }),
    instances: number({ default: 1, min: 1, max: 100, unit: '', integer: true, source: 'assumption' }),
    vcpu: number({ default: 2, min: 1, max: 64, unit: '', integer: true, scale: 'log', source: 'V26' }),
    virtualNodes: number({
      default: 128,
      min: 1,
      max: 2000,
      unit: '',
      integer: true,
      scale: 'log',
      source: 'domain 2.14',
      when: { field: 'strategy', is: ['ring'] },
    }),
    /** What is known of the row that a read wants; feeds know nothing. */
    readsKnow: choice(['whole-key', 'user', 'post'], { default: 'whole-key', source: 'domain 1.6' }),
    /** In the order of `HOT` (hotKeys.ts). */
    hotKeys: choice(['nothing', 'split', 'cache', 'dedicated'], { default: 'nothing', source: 'domain 1.6' }),
    hotPercent: number({
      default: 5,
      min: 0.1,
      max: 100,
      unit: '%',
      scale: 'log',
      source: 'assumption',
      when: { field: 'hotKeys', is: ['split', 'cache', 'dedicated'] },
    }),
    splitInto: number({
      default: 4,
      min: 2,
      max: 64,
      unit: '',
      integer: true,
      source: 'domain 1.6',
      when: { field: 'hotKeys', is: ['split'] },
    }),
    hotCacheMs: number({
      default: 1000,
      min: 1,
      max: 60_000,
      unit: 'ms',
      scale: 'log',
      source: 'assumption',
      when: { field: 'hotKeys', is: ['cache'] },
    }),
    routerCpuMs: number({ default: 0.05, min: 0, max: 100, unit: 'ms', source: 'assumption', advanced: true, topic: 'service' }),
    service,
    ...serviceShape,
    queueLimit: number({
      default: 10_000,
      min: 0,
      max: 1_000_000,
      unit: '',
      integer: true,
      scale: 'log',
      source: 'assumption',
      advanced: true,
      topic: 'line',
    }),
    /** Over which it is counted who is wanted. */
    countSeconds: number({ default: 1, min: 0.1, max: 3600, unit: 's', scale: 'log', source: 'assumption', advanced: true }),
    /** After which a copy, a batch of rows, or the second half of a write is tried again where it failed. */
    againSeconds: number({ default: 1, min: 0.01, max: 600, unit: 's', scale: 'log', source: 'assumption', ...across }),
    /** Of the table as a whole; the keys of the workload stand for equal parts of it. */
    millionRows: number({ default: 10, min: 0, max: 100_000, unit: '', scale: 'log', source: 'domain 2.14', ...facts }),
    rowKB: number({ default: 1, min: 0.01, max: 10_000, unit: 'KB', scale: 'log', source: 'domain 3.5', ...facts }),
    postsPerUser: number({ default: 1, min: 1, max: 10_000, unit: '', integer: true, scale: 'log', source: 'assumption', ...facts }),
    countries: number({ default: 4, min: 1, max: 200, unit: '', integer: true, source: 'assumption', ...facts, when: byCountry }),
    biggestCountryPercent: number({ default: 70, min: 0, max: 100, unit: '%', source: 'domain 1.6', ...facts, when: byCountry }),
    /** A writer of a moving row writes to both shards, or waits until it is there: in the order of `MOVE` (moving.ts). */
    whileMoving: choice(['double-write', 'lock'], { default: 'double-write', source: 'domain 2.14', ...moves }),
    /** Each shard gives, and each takes, at most so much. */
    migrationMBps: number({ default: 50, min: 1, max: 1000, unit: 'MB/s', scale: 'log', source: 'assumption', ...moves }),
    /** At either end. */
    copyCpuMs: number({ default: 5, min: 0, max: 1000, unit: 'ms', source: 'assumption', ...moves }),
    directoryMs: number({
      default: 1,
      min: 0,
      max: 1000,
      unit: 'ms',
      source: 'assumption',
      advanced: true,
      topic: 'moving',
      when: byDirectory,
    }),
    directoryTtlSeconds: number({
      default: 60,
      min: 0,
      max: 3600,
      unit: 's',
      source: 'domain 2.14',
      advanced: true,
      topic: 'moving',
      when: byDirectory,
    }),
    /** Share of writes that change several rows at once, all or none. */
    crossPercent: number({ default: 0, min: 0, max: 100, unit: '%', source: 'assumption', ...across }),
    crossRows: number({
      default: 2,
      min: 2,
      max: 8,
      unit: '',
      integer: true,
      source: 'domain 1.6',
      ...across,
      when: { field: 'crossPercent', above: 0 },
    }),
    /** What a feed needs is copied into each of its rows: it is on one shard, and who writes writes the copies, too. */
    denormalised: flag({ default: false, source: 'domain 1.6', ...across }),
    copiesPerRow: number({ default: 20, min: 1, max: 1000, unit: '', integer: true, scale: 'log', source: 'assumption', ...across }),
    ...mishapFields,
  },
  metrics: {
    /** Calls of shards for each query. */
    fanOut: { form: 'gauge', per: 'node', unit: '' },
    /** Load of the hottest shard over the mean of all. */
    hotRatio: { form: 'gauge', per: 'node', unit: '' },
    /** Of the queries counted last, those that wanted the most wanted key. */
    hotKeyShare: { form: 'gauge', per: 'node', unit: 'share' },
    oneShard: { form: 'counter', per: 'node', unit: '' },
    scattered: { form: 'counter', per: 'node', unit: '' },
    shardCalls: { form: 'counter', per: 'node', unit: '' },
    keysToMove: { form: 'gauge', per: 'node', unit: '' },
    movedKeys: { form: 'counter', per: 'node', unit: '', rare: true },
    movedMb: { form: 'counter', per: 'node', unit: 'MB', rare: true },
    doubleWrites: { form: 'counter', per: 'node', unit: '' },
    heldWrites: { form: 'counter', per: 'node', unit: '' },
    redirects: { form: 'counter', per: 'node', unit: '', when: byDirectory },
    crossWrites: { form: 'counter', per: 'node', unit: '', when: { field: 'crossPercent', above: 0 } },
    aborted: { form: 'counter', per: 'node', unit: '', when: { field: 'crossPercent', above: 0 } },
    /** Half done: prepared everywhere, and a shard that must write now does not. Counted each time it is tried again. */
    settledAgain: { form: 'counter', per: 'node', unit: '', when: { field: 'crossPercent', above: 0 } },
    copyWrites: { form: 'counter', per: 'node', unit: '' },
    staleCopies: { form: 'gauge', per: 'node', unit: '' },
    hotCacheHits: { form: 'counter', per: 'node', unit: '', when: { field: 'hotKeys', is: ['cache'] } },
  },
});
