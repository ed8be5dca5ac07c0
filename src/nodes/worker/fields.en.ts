import { fleetEn, memoryEn, mishapsEn, programFaultsEn, serviceFormsEn, serviceShapeEn } from '../fields.en.ts';
import type { KindFieldText } from '../kindText.ts';
import type { workerSpec } from './spec.ts';

export const workerFieldsEn: KindFieldText<typeof workerSpec> = {
  fields: {
    instances: { label: 'Workers', help: 'Identical workers that share the queue.' },
    concurrency: { label: 'Jobs at once', help: 'Jobs one worker does at the same time.' },
    jobMs: { label: 'Time per job', help: 'Mean time of one job, without the waiting for the database.' },
    service: {
      label: 'Spread of job time',
      help: 'How single job times scatter around the mean.',
      options: serviceFormsEn,
    },
    ...serviceShapeEn,
    prefetch: { label: 'Fetched ahead', help: 'Messages a worker takes in advance beside those in work.' },
    ackMode: {
      label: 'Acknowledges',
      help: 'After the work, a crash has the job done again. Before it, a crash loses the job.',
      options: { after: 'After the work', before: 'Before the work' },
    },
    idempotent: { label: 'Recognises repeats', help: 'A job that comes once more has no effect once more.' },
    poisonDoes: {
      label: 'A poisonous job',
      help: 'What a job does that breaks whoever works on it.',
      options: { crash: 'Kills the worker', error: 'Fails' },
    },
    restartSeconds: { label: 'Starts again after', help: 'Until a worker that such a job killed is back. 0 = it stays down.' },
    unheardPercent: {
      label: 'Done, and never confirmed',
      help: 'Share of the jobs that are done elsewhere, such as a payment at a provider, whose answer never comes: the worker cannot know.',
    },
    unheardSeconds: {
      label: 'Waits for that answer',
      help: 'So long the worker keeps its place for it; then the job counts as failed, and comes again.',
    },
    ...fleetEn,
    ...memoryEn,
    ...mishapsEn,
  },
  metrics: {
    memoryMb: 'Memory in use',
    jobsDone: 'Jobs done',
    duplicates: 'Applied once more',
    recognised: 'Repeats recognised',
    unheard: 'Done, outcome unknown',
    outOfOrder: 'Done out of order',
    jobsFailed: 'Jobs failed',
    jobsLost: 'Jobs lost',
  },
  faults: programFaultsEn,
};
