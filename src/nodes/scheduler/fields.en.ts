import { mishapsEn } from '../fields.en.ts';
import type { KindFieldText } from '../kindText.ts';
import type { schedulerSpec } from './spec.ts';

export const schedulerFieldsEn: KindFieldText<typeof schedulerSpec> = {
  fields: {
    instances: { label: 'Schedulers', help: 'Several keep the clock going when one dies. Without a lock each of them starts the jobs.' },
    everySeconds: { label: 'Every', help: 'Time from one run to the next.' },
    firstSeconds: { label: 'First run at', help: 'Simulated time of the first run.' },
    jobs: { label: 'Jobs per run', help: 'Jobs that one run starts.' },
    jitterSeconds: { label: 'Spread over', help: 'Jobs start at moments drawn evenly over this time. 0 = all at once.' },
    lock: { label: 'Only one starts', help: 'When off, every scheduler that is there starts the jobs: they run twice.' },
    overlap: {
      label: 'When the last run goes on',
      help: 'What happens when a run is due before the one before it is over.',
      options: { start: 'Starts all the same', skip: 'Leaves this run out' },
    },
    catchUp: { label: 'Makes up for missed jobs', help: 'Jobs that nobody could start in time are started when a scheduler is back.' },
    ...mishapsEn,
  },
  metrics: {
    jobsDue: 'Jobs due',
    jobsReleased: 'Jobs started',
    jobsAccepted: 'Jobs accepted',
    jobsRefused: 'Jobs refused',
    jobsLate: 'Started late',
    jobsMissed: 'Never started',
    doubleRuns: 'Runs started twice',
    overlaps: 'Runs that overlap',
    jobsOpen: 'Not answered yet',
  },
  faults: {
    double: { label: 'Double run', help: 'The next run is started twice, the second time all at once.' },
    missed: { label: 'Missed run', help: 'The next run is not started.' },
  },
};
