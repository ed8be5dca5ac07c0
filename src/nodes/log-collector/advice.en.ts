import type { AdviceTexts } from '../advice.ts';
import type { LogCollectorAdvice } from './advice.ts';

export const logCollectorAdviceEn: AdviceTexts<LogCollectorAdvice> = {
  'no-buffer': (p) => `${p.part}: hosts have no room for lines that are on their way, so all of them are dropped. Give them a buffer.`,
  'errors-unseen': (p) =>
    `${p.part}: of lines about errors, too, only ${p.samplePercent} are kept: ${p.unseenPercent} of all errors leave no trace. Keep errors always.`,
  'program-waits': (p) =>
    `${p.part}: programs wait until their lines are taken in: when the index is slow or away, users wait with them. Ship lines in the background.`,
};
