import type { AdviceTexts } from '../advice.ts';
import type { MonitorAdvice } from './advice.ts';

export const monitorAdviceEn: AdviceTexts<MonitorAdvice> = {
  'looks-overlap': (p) =>
    `${p.part}: it waits ${p.timeoutSeconds} for a part's numbers and asks every ${p.scrapeSeconds}. Give up before the next look is due.`,
  'nothing-new': (p) =>
    `${p.part}: rules are looked at every ${p.evalSeconds}, numbers come every ${p.scrapeSeconds}: most looks see what the last one saw. Fetch numbers more often, or look less.`,
};
