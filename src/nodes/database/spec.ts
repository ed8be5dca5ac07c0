import { failoverFields, keepsSessions, replicationFields, sessionFields } from '../../schema/copyFields.ts';
import { choice, number } from '../../schema/fields.ts';
import { mishapFields } from '../../schema/mishapFields.ts';
import { service, serviceShape } from '../../schema/serviceFields.ts';
import { defineSpec } from '../../schema/spec.ts';
import { connectionFields, hasHotRow, limitedConnections, sizeFields } from '../../schema/storeServerFields.ts';

const limitedMemory = { field: 'bufferMB', above: 0 } as const;
const isStock = { field: 'stockPerRow', above: 0 } as const;

/** One primary that takes the writes and replicas that take the reads, each behind by its own lag. */
export const databaseSpec = defineSpec({
  kind: 'database',
  category: 'data',
  role: 'store',
  calls: ['queue'],
  needs: [],
  pairs: true,
  shows: 'rows',
  instancesField: 'replicas',
  extraInstances: 1,
  fields: {
    replicas: number({ default: 1, min: 0, max: 30, unit: '', integer: true, source: 'domain 2.12' }),
    vcpu: number({ default: 2, min: 1, max: 96, unit: '', integer: true, source: 'V26' }),
    cpuReadMs: number({ default: 0.5, min: 0.01, max: 1000, unit: 'ms', scale: 'log', source: 'assumption' }),
    cpuWriteMs: number({ default: 1.5, min: 0.01, max: 1000, unit: 'ms', scale: 'log', source: 'assumption' }),
    /** A read of many rows put together, for a feed. */
    cpuJoinMs: number({
      default: 5,
      min: 0.01,
      max: 10_000,
      unit: 'ms',
      scale: 'log',
      source: 'domain 3.3',
      advanced: true,
      topic: 'service',
    }),
    fsyncMs: number({ default: 0.5, min: 0, max: 100, unit: 'ms', source: 'M', advanced: true, topic: 'service' }),
    /** Memory for pages of the data; 0 = as much as there is data. */
    bufferMB: number({
      default: 0,
      min: 0,
      max: 10_000_000,
      unit: 'MB',
      scale: 'log',
      source: 'assumption',
      advanced: true,
      topic: 'disk',
    }),
    rowKB: number({
      default: 1,
      min: 0.01,
      max: 10_000,
      unit: 'KB',
      scale: 'log',
      source: 'assumption',
      advanced: true,
      topic: 'disk',
      when: limitedMemory,
    }),
    pageKB: number({
      default: 8,
      min: 1,
      max: 1024,
      unit: 'KB',
      scale: 'log',
      source: 'K',
      advanced: true,
      topic: 'disk',
      when: limitedMemory,
    }),
    diskReadMs: number({
      default: 0.5,
      min: 0,
      max: 1000,
      unit: 'ms',
      source: 'assumption',
      advanced: true,
      topic: 'disk',
      when: limitedMemory,
    }),
    storageGB: number({
      default: 100,
      min: 10,
      max: 65_536,
      unit: 'GB',
      scale: 'log',
      source: 'domain 2.12',
      advanced: true,
      topic: 'disk',
    }),
    /** On the disk at the start. */
    dataGB: number({ default: 0, min: 0, max: 65_536, unit: 'GB', scale: 'log', source: 'assumption', advanced: true, topic: 'disk' }),
    growthGBPerDay: number({
      default: 0,
      min: 0,
      max: 10_000_000,
      unit: 'GB',
      scale: 'log',
      source: 'domain 1.6',
      advanced: true,
      topic: 'disk',
    }),
    service,
    ...serviceShape,
    queueLimit: number({ default: 1000, min: 0, max: 1_000_000, unit: '', integer: true, scale: 'log', source: 'assumption' }),
    ...replicationFields,
    ...sessionFields,
    ...failoverFields,
    ...connectionFields,
    ...sizeFields,
    ...mishapFields,
    /** `region`: this store was never told of other regions’ rows; see the engine's `homes.ts`. */
    holds: choice(['all', 'region'], { default: 'all', source: 'domain S22', advanced: true, topic: 'copies' }),
    /** Other databases that this one is wired to hear of a write after it is acknowledged, or must have it before. */
    tells: choice(['after', 'before'], { default: 'after', source: 'domain S23', advanced: true, topic: 'copies' }),
    /** Pieces of each row in stock, of which every write takes one; 0 = rows are no stock. See stock.ts. */
    stockPerRow: number({
      default: 0,
      min: 0,
      max: 1_000_000,
      unit: '',
      integer: true,
      scale: 'log',
      source: 'assumption',
      advanced: true,
      topic: 'rows',
    }),
    /** In the order of `CHECK` (stock.ts): in the statement that takes the piece, or by one before it. */
    stockCheck: choice(['when-writing', 'before'], {
      default: 'when-writing',
      source: 'assumption',
      advanced: true,
      topic: 'rows',
      when: isStock,
    }),
  },
  faults: {
    /** Nothing more is written: a primary's writes fail, a replica falls behind; both go on reading. */
    'disk-full': { per: 'instance', lasts: true },
    /** No message passes between a server and the other ones; or none to it, or none from it. Callers reach it all the same. */
    'cut-off': { per: 'instance', lasts: true },
    deaf: { per: 'instance', lasts: true },
    mute: { per: 'instance', lasts: true },
    /** A forgotten transaction has locked everything: no write begins, reads go on. */
    'long-lock': { per: 'node', lasts: true },
    /** A backup keeps the disk busy: whatever it is asked for takes so many times as long. */
    backup: {
      per: 'instance',
      value: number({ default: 4, min: 1, max: 100, unit: 'x', scale: 'log', source: 'assumption' }),
      lasts: true,
    },
  },
  metrics: {
    reads: { form: 'counter', per: 'instance', unit: '' },
    writes: { form: 'counter', per: 'instance', unit: '' },
    staleReads: { form: 'counter', per: 'instance', unit: '' },
    refusedWrites: { form: 'counter', per: 'node', unit: '' },
    acknowledgedWrites: { form: 'counter', per: 'node', unit: '' },
    lostWrites: { form: 'counter', per: 'node', unit: '', rare: true },
    /** Pages of the data in memory. */
    memoryMb: { form: 'gauge', per: 'instance', unit: 'MB' },
    /** Of the disk: two for a write, its log and its page, and one for a read of a page that is not in memory. */
    diskOps: { form: 'counter', per: 'instance', unit: '' },
    diskReads: { form: 'counter', per: 'instance', unit: '', when: limitedMemory },
    /** Share of the reads that memory answered. */
    bufferHit: { form: 'gauge', per: 'instance', unit: 'share', when: limitedMemory },
    diskGb: { form: 'gauge', per: 'instance', unit: 'GB' },
    diskUse: { form: 'gauge', per: 'instance', unit: 'share' },
    /** At the rate at which the data grows. */
    hoursToFull: { form: 'gauge', per: 'instance', unit: 'h', when: { field: 'growthGBPerDay', above: 0 } },
    lag: { form: 'gauge', per: 'instance', unit: 's' },
    /** Of the log: what has not been applied yet. */
    writesToApply: { form: 'gauge', per: 'instance', unit: '' },
    connections: { form: 'level', per: 'instance', unit: '' },
    connectionsWaiting: { form: 'level', per: 'instance', unit: '', when: limitedConnections },
    connectionsRefused: { form: 'counter', per: 'instance', unit: '', when: limitedConnections },
    connectionsOpened: { form: 'counter', per: 'instance', unit: '' },
    /** Writes that found the hot row, or everything, locked; and how many stand in line. */
    lockWaits: { form: 'counter', per: 'node', unit: '', when: hasHotRow },
    lockWaiting: { form: 'level', per: 'node', unit: '' },
    /** Of sessions whose past is kept: reads that miss the own write before them, or show an older state than one before them. */
    ownWritesMissed: { form: 'counter', per: 'node', unit: '', when: keepsSessions },
    wentBack: { form: 'counter', per: 'node', unit: '', when: keepsSessions },
    /** While there are two primaries: writes that only one of them has; rows that both have written. */
    divergedWrites: { form: 'counter', per: 'node', unit: '', rare: true },
    conflicts: { form: 'counter', per: 'node', unit: '', rare: true },
    /** Reads of rows that live in another region only. */
    missingRows: { form: 'counter', per: 'node', unit: '', when: { field: 'holds', is: ['region'] } },
    /** Writes made in other databases that have come here. */
    copiesTaken: { form: 'counter', per: 'node', unit: '' },
    /** Acknowledged here, and replaced by a write from elsewhere whose maker did not know of it. */
    overruled: { form: 'counter', per: 'node', unit: '', rare: true },
    /** Writes that another database has not received yet, and the age of the oldest. */
    copiesWaiting: { form: 'gauge', per: 'node', unit: '' },
    copyLag: { form: 'gauge', per: 'node', unit: 's' },
    /** Of the stock: pieces that a buyer was told are his; those who were told that there is none left; pieces sold that there never were. */
    piecesSold: { form: 'counter', per: 'node', unit: '', when: isStock },
    soldOut: { form: 'counter', per: 'node', unit: '', when: isStock },
    oversold: { form: 'counter', per: 'node', unit: '', rare: true, when: isStock },
    isPrimary: { form: 'gauge', per: 'instance', unit: '', hidden: true },
  },
});
