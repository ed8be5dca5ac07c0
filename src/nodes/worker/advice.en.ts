import type { AdviceTexts } from '../advice.ts';
import type { WorkerAdvice } from './advice.ts';

export const workerAdviceEn: AdviceTexts<WorkerAdvice> = {
  'nobody-works': (p) =>
    `${p.part}: there are none, so nothing is ever done, and what comes piles up. Add instances, or an autoscaler that does.`,
};
