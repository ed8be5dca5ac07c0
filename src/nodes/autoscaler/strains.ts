import { type KindStrains, strainedIf } from '../strain.ts';

/** More are ordered than there are, or are to be: it has not seen yet that the load is more than there is room for. */
export const autoscalerStrains: KindStrains = {
  strains: (now) => {
    const [booting, running] = [Math.round(now.sum('booting')), Math.round(now.sum('running'))];
    const isBlind = now.sum('loadNow') >= 0.95 && running < Number(now.params.maxInstances);
    return strainedIf(booting > 0 || isBlind, 'booting', { bootingCount: booting, runningCount: running });
  },
};
