import { type KindStrains, strainedIf } from '../strain.ts';

/** Messages wait so long that somebody is too slow for them. */
const oldFrom = 5;

/** Messages that nobody has time for: whoever works on them is what to look at. */
export const queueStrains: KindStrains = {
  strains: (now) => {
    const backlog = now.sum('backlog');
    const oldest = now.sum('oldestSeconds');
    const [came, done] = [now.perSecond('published'), now.perSecond('acknowledged')];
    return strainedIf(oldest >= oldFrom && backlog >= 20, 'backlog', {
      waitingCount: backlog,
      oldestSeconds: oldest,
      arrivedRate: came,
      doneRate: done,
    });
  },
};
