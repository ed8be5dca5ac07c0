import { mishapsEn, serviceFormsEn, serviceShapeEn } from '../fields.en.ts';
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
    ...mishapsEn,
  },
  metrics: { jobsDone: 'Jobs done' },
};
