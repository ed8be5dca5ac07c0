import { mishapsEn } from '../fields.en.ts';
import type { KindFieldText } from '../kindText.ts';
import type { monitorSpec } from './spec.ts';

export const monitorFieldsEn: KindFieldText<typeof monitorSpec> = {
  fields: {
    scrapeSeconds: { label: 'Looks every', help: 'How often every instance is asked for its numbers.' },
    timeoutSeconds: { label: 'Waits for an answer', help: 'After that an instance that stays silent counts as down.' },
    evalSeconds: { label: 'Judges every', help: 'How often the rules are checked against the newest numbers.' },
    forSeconds: { label: 'Must hold for', help: 'How long a rule must hold before it becomes an alert. Short is early, long is sure.' },
    aggregation: {
      label: 'p99 of a tier',
      help: 'Merged from the histograms of its instances; or the mean of their p99s, which many boards show and which is wrong.',
      options: { merged: 'Merged histograms', 'mean-of-p99': 'Mean of p99s (wrong)' },
    },
    labels: {
      label: 'Label values',
      help: 'Into how many series each metric of an instance is split, by status, path or customer. Each is billed: labels multiply.',
    },
    rules: {
      label: 'Rules',
      help: 'Alert on thresholds, or on how fast the error budget burns: 14.4 times over one window, 6 times over six of it.',
      options: { threshold: 'Thresholds', 'burn-rate': 'Error budget', both: 'Both' },
    },
    alertErrorPercent: { label: 'Errors above', help: 'Share of a tier’s answers that may fail before it is a case.' },
    alertP99Ms: { label: 'p99 above', help: 'p99 of a tier that is a case. 0 = no such rule.' },
    alertCpuPercent: { label: 'Busy above', help: 'Mean busy share of a tier’s instances that is a case.' },
    alertWhenDown: { label: 'An instance is down', help: 'It is a case when an instance does not answer the monitor.' },
    sloPercent: { label: 'Objective', help: 'Share of answers that must be good; the rest is the error budget.' },
    burnWindowSeconds: {
      label: 'Burn window',
      help: 'Long window of the fast rule. Its short one is a twelfth, those of the slow rule are six times as long.',
    },
    action: {
      label: 'On an alert',
      help: 'Who does something about it. Whatever is dead, silent or slow in the part is started anew.',
      options: { notify: 'It is only noted', human: 'A human acts', automatic: 'It is mended at once' },
    },
    reactionSeconds: { label: 'A human needs', help: 'From the alert to the first thing that is done.' },
    grouping: {
      label: 'A message for',
      help: 'What somebody is woken for: every alert, or once for each part, or once for the whole incident.',
      options: { rule: 'Every alert', part: 'Each part', incident: 'Each incident' },
    },
    pageSeconds: { label: 'Reading a message', help: 'One human reads them one after the other: in a storm the last one waits for all.' },
    ...mishapsEn,
  },
  metrics: {
    scrapes: 'Instances asked',
    failedScrapes: '… that did not answer',
    alertsFiring: 'Alerts firing',
    alertsRaised: 'Alerts raised',
    pages: 'Messages sent',
    series: 'Time series',
    repairs: 'Instances started anew',
  },
};
