import { choice, flag, number } from '../../schema/fields.ts';
import { mishapFields } from '../../schema/mishapFields.ts';
import { defineSpec } from '../../schema/spec.ts';

const burn = { field: 'rules', is: ['burn-rate', 'both'] } as const;
const threshold = { field: 'rules', is: ['threshold', 'both'] } as const;

/** Asks every instance of the parts it is wired to for its numbers, keeps them, and raises alerts. */
export const monitorSpec = defineSpec({
  kind: 'monitor',
  category: 'operations',
  role: 'operator',
  calls: ['resolver', 'edge', 'server', 'cache', 'store', 'queue', 'consumer', 'sessions', 'index', 'files', 'operator'],
  needs: [],
  instancesField: null,
  extraInstances: 1,
  shows: 'metrics',
  fields: {
    scrapeSeconds: number({ default: 15, min: 1, max: 300, unit: 's', scale: 'log', source: 'V29' }),
    timeoutSeconds: number({ default: 10, min: 0.1, max: 300, unit: 's', scale: 'log', source: 'V29', advanced: true }),
    evalSeconds: number({ default: 15, min: 1, max: 300, unit: 's', scale: 'log', source: 'V29' }),
    forSeconds: number({ default: 60, min: 0, max: 3600, unit: 's', source: 'assumption' }),
    /** In the order of `TOGETHER`. */
    aggregation: choice(['merged', 'mean-of-p99'], { default: 'merged', source: 'domain 2.20' }),
    /** Combinations of label values (status, path, customer …) by which each metric of an instance is split. */
    labels: number({ default: 1, min: 1, max: 100_000, unit: '', integer: true, scale: 'log', source: 'assumption' }),
    /** In the order of `RULES`. */
    rules: choice(['threshold', 'burn-rate', 'both'], { default: 'threshold', source: 'domain 2.20' }),
    alertErrorPercent: number({ default: 5, min: 0, max: 100, unit: '%', source: 'assumption', when: threshold }),
    /** 0 = no such rule. */
    alertP99Ms: number({ default: 1000, min: 0, max: 600_000, unit: 'ms', scale: 'log', source: 'assumption', when: threshold }),
    alertCpuPercent: number({ default: 90, min: 0, max: 100, unit: '%', source: 'assumption', when: threshold }),
    alertWhenDown: flag({ default: true, source: 'assumption', when: threshold }),
    sloPercent: number({ default: 99.9, min: 50, max: 99.999, unit: '%', source: 'assumption', when: burn }),
    /** The long window of the fast rule; the slow rule's is six times as long, the short ones a twelfth. */
    burnWindowSeconds: number({ default: 3600, min: 12, max: 86_400, unit: 's', scale: 'log', source: 'K', when: burn }),
    /** In the order of `ACTION`. */
    action: choice(['notify', 'human', 'automatic'], { default: 'notify', source: 'domain 2.20' }),
    reactionSeconds: number({
      default: 300,
      min: 0,
      max: 7200,
      unit: 's',
      scale: 'log',
      source: 'V43',
      when: { field: 'action', is: ['human'] },
    }),
    /** In the order of `GROUPING`. */
    grouping: choice(['rule', 'part', 'incident'], { default: 'rule', source: 'domain 2.20' }),
    pageSeconds: number({
      default: 0,
      min: 0,
      max: 3600,
      unit: 's',
      source: 'assumption',
      when: { field: 'action', is: ['human'] },
    }),
    ...mishapFields,
  },
  metrics: {
    scrapes: { form: 'counter', per: 'node', unit: '' },
    failedScrapes: { form: 'counter', per: 'node', unit: '', rare: true },
    alertsFiring: { form: 'gauge', per: 'node', unit: '' },
    alertsRaised: { form: 'counter', per: 'node', unit: '', rare: true },
    pages: { form: 'counter', per: 'node', unit: '', rare: true },
    series: { form: 'gauge', per: 'node', unit: '' },
    repairs: { form: 'counter', per: 'node', unit: '', rare: true },
  },
});
