import type { AdviceTexts } from '../advice.ts';
import type { AutoscalerAdvice } from './advice.ts';

export const autoscalerAdviceEn: AdviceTexts<AutoscalerAdvice> = {
  'cannot-see': (p) =>
    `${p.part}: ${p.other} has no load that anybody measures, so nothing is ever added. Scale it by a plan, or steer what stands behind it.`,
  'bounds-crossed': (p) =>
    `${p.part}: at least ${p.least} instances, at most ${p.most}. There will always be ${p.least}, whatever happens. Raise the upper bound.`,
  'steps-crossed': (p) =>
    `${p.part}: it takes away below ${p.belowPercent} and adds above ${p.abovePercent}: between the two it would do both. Leave a gap, the lower one being the smaller.`,
  'forgets-orders': (p) =>
    `${p.part}: it decides again after ${p.cooldownSeconds}, while ${p.other} needs ${p.bootSeconds} to start, and it does not count what is starting: it orders the same again and again, then swings back. Count what is starting, or wait longer.`,
  'plan-backwards': (p) =>
    `${p.part}: its plan ends at ${p.toSeconds}, before it begins at ${p.fromSeconds}: it never holds. Turn the two round.`,
};
