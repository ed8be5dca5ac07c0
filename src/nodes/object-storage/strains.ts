import { type KindStrains, larger, strainedIf } from '../strain.ts';

/** A prefix that is asked for too often. */
export const objectStorageStrains: KindStrains = {
  strains: (now) => strainedIf(now.perSecond('slowDowns') > 0, 'throttled', { refusedRate: now.perSecond('slowDowns') }),
  remedies: (code, params) => (code === 'throttled' ? larger(params, 'prefixes', 4) : []),
};
