import { type KindStrains, strainedIf } from '../strain.ts';

/** People who come by an answer that should have been forgotten. */
export const usersStrains: KindStrains = {
  strains: (now) => strainedIf(now.perSecond('stragglers') > 0, 'strays', { strayRate: now.perSecond('stragglers') }),
};
