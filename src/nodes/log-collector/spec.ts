import { choice, flag, number } from '../../schema/fields.ts';
import { mishapFields } from '../../schema/mishapFields.ts';
import { defineSpec } from '../../schema/spec.ts';

/** Gathers the lines that the parts it is wired to write, and makes them searchable in one place. */
export const logCollectorSpec = defineSpec({
  kind: 'log-collector',
  category: 'operations',
  role: 'operator',
  calls: ['resolver', 'edge', 'server', 'cache', 'store', 'queue', 'consumer', 'sessions', 'index', 'files'],
  needs: [],
  instancesField: null,
  extraInstances: 1,
  shows: 'logs',
  fields: {
    linesPerRequest: number({ default: 5, min: 0, max: 1000, unit: '', integer: true, scale: 'log', source: 'assumption' }),
    lineBytes: number({ default: 500, min: 50, max: 10_000, unit: '', integer: true, scale: 'log', source: 'assumption' }),
    /** Per host. */
    bufferMb: number({ default: 64, min: 0, max: 10_000, unit: 'MB', scale: 'log', source: 'assumption' }),
    flushSeconds: number({ default: 5, min: 0.1, max: 300, unit: 's', scale: 'log', source: 'assumption' }),
    /** Share of requests whose lines are kept; all lines of one request, on every host, or none. */
    samplePercent: number({ default: 100, min: 0.1, max: 100, unit: '%', scale: 'log', source: 'domain 2.19' }),
    /** Lines of answers that failed are kept whatever the sampling says. */
    keepErrors: flag({ default: true, source: 'domain 2.19', advanced: true }),
    /** What a full buffer does: lines are dropped, or the host stands still until there is room. */
    mode: choice(['async', 'sync'], { default: 'async', source: 'domain 2.19' }),
    retentionDays: number({ default: 7, min: 1, max: 365, unit: '', integer: true, scale: 'log', source: 'assumption' }),
    /** What the index takes in at most. */
    indexMbPerSecond: number({ default: 50, min: 0.01, max: 10_000, unit: 'MB/s', scale: 'log', source: 'assumption', advanced: true }),
    /** From arriving at the index to being found. */
    indexMs: number({ default: 20, min: 0, max: 600_000, unit: 'ms', scale: 'log', source: 'assumption', advanced: true }),
    ...mishapFields,
  },
  metrics: {
    lines: { form: 'counter', per: 'node', unit: '' },
    droppedLines: { form: 'counter', per: 'node', unit: '', rare: true },
    lostLines: { form: 'counter', per: 'node', unit: '', rare: true },
    bufferedLines: { form: 'gauge', per: 'node', unit: '' },
    ingestLag: { form: 'gauge', per: 'node', unit: 's' },
  },
});
