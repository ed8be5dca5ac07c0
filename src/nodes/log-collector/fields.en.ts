import { mishapsEn } from '../fields.en.ts';
import type { KindFieldText } from '../kindText.ts';
import type { logCollectorSpec } from './spec.ts';

export const logCollectorFieldsEn: KindFieldText<typeof logCollectorSpec> = {
  fields: {
    linesPerRequest: { label: 'Lines per request', help: 'Lines that a host writes for each answer. A failed answer writes at least one.' },
    lineBytes: { label: 'Bytes per line', help: 'Mean length of a line.' },
    bufferMb: { label: 'Buffer per host', help: 'What a host can hold while nothing can be shipped.' },
    flushSeconds: { label: 'Ships every', help: 'How often a host sends what it holds.' },
    samplePercent: {
      label: 'Requests kept',
      help: 'Share of requests whose lines are kept: all lines of one request, on every host, or none.',
    },
    keepErrors: { label: 'Always keep failures', help: 'Lines of answers that failed are kept whatever the sampling says.' },
    mode: {
      label: 'When a buffer is full',
      help: 'What happens to a host that has no room for its next line.',
      options: { async: 'Lines are dropped', sync: 'The host stands still' },
    },
    retentionDays: { label: 'Days kept', help: 'How long lines stay searchable; it changes the bill.' },
    indexMbPerSecond: { label: 'Index takes in', help: 'MB a second. Beyond that lines wait, then stay on their hosts.' },
    indexMs: { label: 'Found after', help: 'From arriving at the index to being found.' },
    ...mishapsEn,
  },
  metrics: {
    lines: 'Lines taken in',
    droppedLines: 'Dropped, buffer full',
    lostLines: 'Lost with a dead host',
    bufferedLines: 'Lines still on the hosts',
    ingestLag: 'Ingest lag (p99)',
  },
};
