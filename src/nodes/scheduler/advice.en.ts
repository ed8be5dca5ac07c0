import type { AdviceTexts } from '../advice.ts';
import type { SchedulerAdvice } from './advice.ts';

export const schedulerAdviceEn: AdviceTexts<SchedulerAdvice> = {
  'runs-twice': (p) =>
    `${p.part}: ${p.instances} schedulers and no lock between them: every run is started ${p.instances} times. Turn the lock on.`,
  'spread-overlaps': (p) =>
    `${p.part}: a run is spread over ${p.jitterSeconds}, but the next one begins after ${p.everySeconds}: runs lie on top of each other. Spread it over less.`,
};
