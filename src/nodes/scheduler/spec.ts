import { choice, flag, number } from '../../schema/fields.ts';
import { mishapFields } from '../../schema/mishapFields.ts';
import { defineSpec } from '../../schema/spec.ts';

/** Starts many jobs by the clock: a nightly batch, an hourly report. */
export const schedulerSpec = defineSpec({
  kind: 'scheduler',
  category: 'compute',
  role: 'scheduler',
  calls: ['queue', 'consumer'],
  needs: ['queue'],
  standsIn: ['consumer'],
  instancesField: 'instances',
  extraInstances: 0,
  fields: {
    /** Schedulers; without a lock each starts the jobs. */
    instances: number({ default: 1, min: 1, max: 10, unit: '', integer: true, source: 'assumption' }),
    everySeconds: number({ default: 3600, min: 1, max: 604_800, unit: 's', scale: 'log', source: 'assumption' }),
    firstSeconds: number({ default: 60, min: 0, max: 604_800, unit: 's', scale: 'log', source: 'assumption' }),
    jobs: number({ default: 100_000, min: 1, max: 10_000_000, unit: '', integer: true, scale: 'log', source: 'assumption' }),
    /** 0 = all at one moment. */
    jitterSeconds: number({ default: 0, min: 0, max: 3600, unit: 's', scale: 'log', source: 'domain 2.22' }),
    /** Of several schedulers only one starts a run. */
    lock: flag({ default: true, source: 'assumption', when: { field: 'instances', above: 1 } }),
    /** What happens when a run is due before the one before it is over. */
    overlap: choice(['start', 'skip'], { default: 'start', source: 'assumption', advanced: true, topic: 'failing' }),
    /** Jobs that nobody could start in time are started when a scheduler is back. */
    catchUp: flag({ default: false, source: 'assumption', advanced: true, topic: 'failing' }),
    ...mishapFields,
  },
  metrics: {
    jobsDue: { form: 'counter', per: 'node', unit: '', rare: true },
    jobsReleased: { form: 'counter', per: 'node', unit: '', rare: true },
    jobsAccepted: { form: 'counter', per: 'node', unit: '', rare: true },
    jobsRefused: { form: 'counter', per: 'node', unit: '', rare: true },
    /** Released after their time. */
    jobsLate: { form: 'counter', per: 'node', unit: '', rare: true },
    /** Never released. */
    jobsMissed: { form: 'counter', per: 'node', unit: '', rare: true },
    /** Runs that more than one scheduler has started. */
    doubleRuns: { form: 'counter', per: 'node', unit: '', rare: true },
    overlaps: { form: 'counter', per: 'node', unit: '', rare: true },
    /** Released and not answered. */
    jobsOpen: { form: 'gauge', per: 'node', unit: '' },
  },
  faults: {
    /** The next run is started twice, or not at all. */
    double: { per: 'node' },
    missed: { per: 'node' },
  },
});
