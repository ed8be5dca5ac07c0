import type { KindFieldText } from '../kindText.ts';
import type { deploySpec } from './spec.ts';

export const deployFieldsEn: KindFieldText<typeof deploySpec> = {
  fields: {
    strategy: {
      label: 'Strategy',
      help: 'How a new version takes the place of the old one.',
      options: {
        'all-at-once': 'All at once',
        rolling: 'Rolling, a few at a time',
        'blue-green': 'Blue-green: a second fleet, then a switch',
        canary: 'Canary: a few first, then the rest',
      },
    },
    releaseAtSeconds: { label: 'Release at', help: 'Simulated second at which a new version is ready. 0 = none.' },
    repeatSeconds: { label: 'Again every', help: 'Time from one release to the next. 0 = only one.' },
    maxUnavailablePercent: { label: 'May be missing', help: 'Share of the instances that may be out of service at the same time.' },
    maxSurgePercent: { label: 'May be too many', help: 'Share of the instances that may be there in addition.' },
    canaryPercent: { label: 'Canaries', help: 'Share of the instances that get the new version first: at least one.' },
    canarySeconds: { label: 'Watched for', help: 'How long the canaries serve before the rest follows.' },
    keepOldSeconds: { label: 'Old fleet stands by for', help: 'So long a switch back takes no time; so long both fleets are paid.' },
    bug: {
      label: 'Bug in the next version',
      help: 'What is wrong with it.',
      options: { none: 'None', errors: 'Errors', latency: 'Slowness', leak: 'A memory leak' },
    },
    bugErrorPercent: { label: 'Errors it makes', help: 'Share of good answers that become errors.' },
    bugSlowFactor: { label: 'Slower by', help: 'How many times as long service takes.' },
    leakMBPerMinute: { label: 'Leaks per minute', help: 'When memory is full the program dies and is started again.' },
    memoryGB: { label: 'Memory', help: 'Of one instance; all of it is thought to be free at the start.' },
    ciCatchPercent: { label: 'Tests catch', help: 'Chance that the tests find the bug: then nothing goes out.' },
    configPush: {
      label: 'A configuration goes',
      help: 'How a pushed configuration travels. No test looks at it, and what runs takes it on without a restart.',
      options: { 'at-once': 'To all at once', 'in-batches': 'To a few at a time' },
    },
    configBatchPercent: { label: 'A few are', help: 'Share of the instances that get the configuration at a time: at least one.' },
    configPauseSeconds: { label: 'Pause', help: 'Time until the next few get it, if nothing speaks against it.' },
    sloErrorPercent: { label: 'Allowed: more errors', help: 'Error share of the new version above that of the old one.' },
    sloSlowFactor: { label: 'Allowed: slower by', help: 'Mean response time of the new version over that of the old one.' },
    detectSeconds: { label: 'Found out after', help: 'How long the new version must do worse than allowed until it counts as bad.' },
    rollback: {
      label: 'Takes it back',
      help: 'Who decides to go back to the old version.',
      options: { automatic: 'By itself', human: 'A person', off: 'Nobody' },
    },
    rollbackSeconds: { label: 'Rollback begins after', help: 'From the decision until the old version begins to come back.' },
    humanSeconds: { label: 'A person needs', help: 'From the alarm until somebody has decided.' },
  },
  metrics: {
    newShare: 'Share on the new version',
    errorShareNew: 'Error share, new version',
    errorShareOld: 'Error share, old version',
    failuresCaused: 'Failures at the bad version',
    releases: 'Versions brought out',
    bugsCaught: 'Bugs caught by tests',
    configPushes: 'Configurations pushed',
    rollbacks: 'Rollbacks',
    detectedAfter: 'Found out after',
    repairedAfter: 'All well again after',
  },
  faults: {
    release: { label: 'Release now', help: 'A new version is ready at this moment, with the bug that is set.' },
    'config-push': {
      label: 'Config push',
      help: 'A configuration goes to what runs, past the tests, and does what the bug that is set does.',
    },
  },
};
