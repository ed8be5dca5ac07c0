import type { ForeignNames } from '../foreign.ts';

export const workerForeign: ForeignNames = {
  software: ['celery', 'sidekiq', 'resque'],
  words: ['worker', 'workers', 'consumer', 'job runner', 'processor', '워커', '작업 서버', '소비자'],
};
