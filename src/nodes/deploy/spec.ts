import { choice, number } from '../../schema/fields.ts';
import { defineSpec } from '../../schema/spec.ts';

const seconds = { unit: 's', scale: 'log' } as const;
const percent = { unit: '%', min: 0, max: 100 } as const;
const ofRolling = { field: 'strategy', is: ['rolling', 'canary'] } as const;
const ofCanary = { field: 'strategy', is: ['canary'] } as const;
const inBatches = { field: 'configPush', is: ['in-batches'] } as const;
const whenBack = { field: 'rollback', is: ['automatic', 'human'] } as const;

/** Brings new versions of the software to the parts it is wired to, watches them, and takes them back. */
export const deploySpec = defineSpec({
  kind: 'deploy',
  category: 'operations',
  role: 'operator',
  calls: ['server', 'consumer', 'cache'],
  needs: [],
  instancesField: null,
  extraInstances: 1,
  /** A second fleet beside the first. */
  grows: { by: 2 },
  fields: {
    /** In the order of `STRATEGY` in `strategies.ts`. */
    strategy: choice(['all-at-once', 'rolling', 'blue-green', 'canary'], { default: 'rolling', source: 'domain 2.21' }),
    /** 0 = none by the clock. */
    releaseAtSeconds: number({ default: 120, min: 0, max: 1_000_000, ...seconds, source: 'assumption' }),
    /** 0 = once. */
    repeatSeconds: number({ default: 0, min: 0, max: 1_000_000, ...seconds, source: 'assumption', advanced: true }),
    maxUnavailablePercent: number({ default: 25, ...percent, source: 'K', when: ofRolling }),
    maxSurgePercent: number({ default: 25, ...percent, source: 'K', when: ofRolling }),
    canaryPercent: number({ default: 5, min: 1, max: 50, unit: '%', source: 'assumption', when: ofCanary }),
    canarySeconds: number({ default: 300, min: 10, max: 86_400, ...seconds, source: 'assumption', when: ofCanary }),
    keepOldSeconds: number({
      default: 300,
      min: 0,
      max: 86_400,
      ...seconds,
      source: 'assumption',
      when: { field: 'strategy', is: ['blue-green'] },
    }),
    /** What is wrong with the next version. In the order of `BUG` in `bugs.ts`. */
    bug: choice(['none', 'errors', 'latency', 'leak'], { default: 'errors', source: 'domain 2.21' }),
    bugErrorPercent: number({ default: 50, ...percent, source: 'assumption', when: { field: 'bug', is: ['errors'] } }),
    bugSlowFactor: number({ default: 3, min: 1, max: 100, unit: 'x', source: 'assumption', when: { field: 'bug', is: ['latency'] } }),
    leakMBPerMinute: number({
      default: 1000,
      min: 1,
      max: 100_000,
      unit: 'MB',
      scale: 'log',
      source: 'assumption',
      when: { field: 'bug', is: ['leak'] },
    }),
    memoryGB: number({ default: 8, min: 0.1, max: 1024, unit: 'GB', scale: 'log', source: 'V26', when: { field: 'bug', is: ['leak'] } }),
    ciCatchPercent: number({ default: 80, ...percent, source: 'assumption', when: { field: 'bug', is: ['errors', 'latency', 'leak'] } }),
    /** How a pushed configuration travels. In the order of `PUSH` in `behavior.ts`. */
    configPush: choice(['at-once', 'in-batches'], { default: 'at-once', source: 'domain 2.21', advanced: true }),
    configBatchPercent: number({ default: 10, min: 1, max: 100, unit: '%', source: 'assumption', advanced: true, when: inBatches }),
    configPauseSeconds: number({ default: 60, min: 1, max: 86_400, ...seconds, source: 'assumption', advanced: true, when: inBatches }),
    /** Errors of the new version above those of the old one, and its mean response time over the old one's: beyond these it is bad. */
    sloErrorPercent: number({ default: 1, ...percent, source: 'assumption', advanced: true }),
    sloSlowFactor: number({ default: 2, min: 1, max: 100, unit: 'x', source: 'assumption', advanced: true }),
    detectSeconds: number({ default: 120, min: 1, max: 3600, ...seconds, source: 'assumption' }),
    rollback: choice(['automatic', 'human', 'off'], { default: 'automatic', source: 'domain 1.5' }),
    rollbackSeconds: number({ default: 60, min: 0, max: 3600, ...seconds, source: 'assumption', when: whenBack }),
    humanSeconds: number({ default: 300, min: 0, max: 7200, ...seconds, source: 'V43', when: { field: 'rollback', is: ['human'] } }),
  },
  faults: {
    /** A version is ready now. */
    release: { per: 'node' },
    /** A configuration goes to everything that runs, past the tests, with what is wrong with the next version. */
    'config-push': { per: 'node' },
  },
  metrics: {
    newShare: { form: 'gauge', per: 'node', unit: 'share' },
    errorShareNew: { form: 'gauge', per: 'node', unit: 'share' },
    errorShareOld: { form: 'gauge', per: 'node', unit: 'share' },
    failuresCaused: { form: 'counter', per: 'node', unit: '', rare: true },
    releases: { form: 'counter', per: 'node', unit: '', rare: true },
    bugsCaught: { form: 'counter', per: 'node', unit: '', rare: true },
    configPushes: { form: 'counter', per: 'node', unit: '', rare: true },
    rollbacks: { form: 'counter', per: 'node', unit: '', rare: true },
    detectedAfter: { form: 'gauge', per: 'node', unit: 's', rare: true },
    repairedAfter: { form: 'gauge', per: 'node', unit: 's', rare: true },
  },
});
