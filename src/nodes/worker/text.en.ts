import type { KindText } from '../kindText.ts';
import { mishapsEn, serviceFormsEn, serviceShapeEn } from '../text.en.ts';
import type { workerSpec } from './spec.ts';

export const workerEn: KindText<typeof workerSpec> = {
  name: 'Worker',
  what: 'Does the jobs of a queue',
  summary: (p) => `${p.instances} × ${p.concurrency} jobs`,
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
