import { choice, flag, number } from '../../schema/fields.ts';
import { defineSpec } from '../../schema/spec.ts';

const seconds = { unit: 's', scale: 'log' } as const;
const ofTarget = { field: 'policy', is: ['target'] } as const;
const ofSteps = { field: 'policy', is: ['step'] } as const;
const ofSchedule = { field: 'policy', is: ['scheduled'] } as const;
const ofBacklog = { field: 'policy', is: ['backlog'] } as const;
/** What a plan of the day does not look at. */
const ofMeasured = { field: 'policy', is: ['target', 'step', 'backlog'] } as const;

/** Keeps the parts it is wired to at as many instances as they need, by what it has seen of them. */
export const autoscalerSpec = defineSpec({
  kind: 'autoscaler',
  category: 'operations',
  role: 'operator',
  calls: ['server', 'consumer', 'cache', 'store', 'edge'],
  needs: [],
  instancesField: null,
  extraInstances: 1,
  grows: { to: 'maxInstances' },
  fields: {
    /** In the order of `POLICY` in `policies.ts`. */
    policy: choice(['target', 'step', 'scheduled', 'backlog'], { default: 'target', source: 'domain 2.17' }),
    targetPercent: number({ default: 50, min: 1, max: 95, unit: '%', source: 'assumption', when: ofTarget }),
    stepAbovePercent: number({ default: 70, min: 1, max: 100, unit: '%', source: 'assumption', when: ofSteps }),
    stepUp: number({ default: 2, min: 1, max: 500, unit: '', integer: true, scale: 'log', source: 'assumption', when: ofSteps }),
    stepBelowPercent: number({ default: 30, min: 0, max: 100, unit: '%', source: 'assumption', when: ofSteps }),
    stepDown: number({ default: 1, min: 1, max: 500, unit: '', integer: true, scale: 'log', source: 'assumption', when: ofSteps }),
    scheduleFromSeconds: number({ default: 120, min: 0, max: 1_000_000, ...seconds, source: 'assumption', when: ofSchedule }),
    scheduleToSeconds: number({ default: 480, min: 0, max: 1_000_000, ...seconds, source: 'assumption', when: ofSchedule }),
    scheduleCount: number({ default: 6, min: 0, max: 500, unit: '', integer: true, source: 'assumption', when: ofSchedule }),
    backlogPerInstance: number({ default: 100, min: 1, max: 1_000_000, unit: '', scale: 'log', source: 'assumption', when: ofBacklog }),
    minInstances: number({ default: 2, min: 0, max: 500, unit: '', integer: true, source: 'domain 2.17' }),
    maxInstances: number({ default: 20, min: 1, max: 500, unit: '', integer: true, scale: 'log', source: 'domain 2.17' }),
    periodSeconds: number({ default: 60, min: 5, max: 300, ...seconds, source: 'V12', when: ofMeasured }),
    lagSeconds: number({ default: 60, min: 0, max: 300, unit: 's', integer: true, source: 'K', when: ofMeasured }),
    windowSeconds: number({ default: 60, min: 1, max: 300, unit: 's', integer: true, source: 'K', when: ofMeasured }),
    cooldownSeconds: number({ default: 300, min: 0, max: 3600, ...seconds, source: 'V11', when: ofMeasured }),
    warmupAware: flag({ default: true, source: 'V11', when: ofMeasured }),
    tolerancePercent: number({ default: 10, min: 0, max: 100, unit: '%', source: 'V12', advanced: true, when: ofTarget }),
    downStabiliseSeconds: number({ default: 300, min: 0, max: 3600, ...seconds, source: 'V12', advanced: true, when: ofMeasured }),
    /** When there are too many: those that are still starting, or those that serve. */
    removesFirst: choice(['starting', 'serving'], { default: 'starting', source: 'K', advanced: true }),
    /** Who acts on what the numbers say. */
    reaction: choice(['automatic', 'human'], { default: 'automatic', source: 'domain 1.5' }),
    humanSeconds: number({ default: 300, min: 0, max: 7200, ...seconds, source: 'V43', when: { field: 'reaction', is: ['human'] } }),
  },
  metrics: {
    desired: { form: 'gauge', per: 'node', unit: '' },
    running: { form: 'level', per: 'node', unit: '' },
    booting: { form: 'level', per: 'node', unit: '' },
    /** Busy share as the autoscaler last saw it, and as it was over the last second; of several parts the busiest. */
    loadSeen: { form: 'gauge', per: 'node', unit: 'share' },
    loadNow: { form: 'gauge', per: 'node', unit: 'share' },
    flips: { form: 'counter', per: 'node', unit: '', rare: true },
    overloadedSeconds: { form: 'counter', per: 'node', unit: '', rare: true },
    instanceHours: { form: 'counter', per: 'node', unit: 'h', rare: true },
  },
});
