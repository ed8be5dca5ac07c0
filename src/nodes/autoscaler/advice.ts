import { advise, type KindAdvice, num } from '../advice.ts';

export type AutoscalerAdvice = 'cannot-see' | 'bounds-crossed' | 'steps-crossed' | 'forgets-orders' | 'plan-backwards';

export const autoscalerAdvice: KindAdvice<AutoscalerAdvice> = {
  advise: ({ params, calls }) => {
    const steered = calls.filter(({ role }) => role !== 'operator');
    const [least, most] = [num(params, 'minInstances'), num(params, 'maxInstances')];
    const [below, above] = [num(params, 'stepBelowPercent'), num(params, 'stepAbovePercent')];
    const [from, to] = [num(params, 'scheduleFromSeconds'), num(params, 'scheduleToSeconds')];
    const cooldownSeconds = num(params, 'cooldownSeconds');
    const isMeasured = params.policy !== 'scheduled';
    return [
      ...advise(least > most, 'bounds-crossed', { least, most }),
      ...advise(params.policy === 'step' && below >= above, 'steps-crossed', { belowPercent: below, abovePercent: above }),
      ...advise(params.policy === 'scheduled' && from >= to, 'plan-backwards', { fromSeconds: from, toSeconds: to }),
      ...steered.flatMap(({ label: other, facts: { showsLoad, bootSeconds = 0 } }) => [
        ...advise(isMeasured && !showsLoad, 'cannot-see', { other }),
        ...advise(isMeasured && params.warmupAware === false && cooldownSeconds < bootSeconds, 'forgets-orders', {
          other,
          cooldownSeconds,
          bootSeconds,
        }),
      ]),
    ];
  },
};
