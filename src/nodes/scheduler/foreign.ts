import type { ForeignNames } from '../foreign.ts';

export const schedulerForeign: ForeignNames = {
  software: ['cron', 'airflow', 'ofelia'],
  words: ['scheduler', 'cron', 'batch', '스케줄러', '배치'],
};
