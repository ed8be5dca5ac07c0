import type { Values } from '../../schema/fields.ts';
import { constantPause, everyKth, mixedPause, type PauseTransform } from '../../theory/renewalStation.ts';
import type { DescribeTextbook, Source } from '../textbook.ts';

/** The pauses between requests; undefined for a Poisson process, null for what no formula here knows. */
function pauseOf(params: Values, perSecond: number): PauseTransform | null | undefined {
  if (params.arrivals === 'poisson' || params.arrivals === undefined) return undefined;
  if (params.arrivals === 'even') return constantPause(1 / perSecond);
  if (params.arrivals !== 'renewal') return null;
  const spread = Number(params.gapSpread);
  if (params.gapForm === 'erlang') {
    const stages = Math.max(1, Math.round(1 / (spread * spread)));
    return spread === 0 ? constantPause(1 / perSecond) : everyKth(stages, perSecond * stages);
  }
  if (params.gapForm !== 'hyperexponential') return null;
  const slow = Number(params.gapSlowShare) / 100;
  const apart = Math.min(Math.sqrt(Math.max(0, (spread * spread - 1) / 2) / (slow * (1 - slow))), 1 / slow);
  return mixedPause([
    { share: slow, mean: (1 + (1 - slow) * apart) / perSecond },
    { share: 1 - slow, mean: (1 - slow * apart) / perSecond },
  ]);
}

/** Requests from outside, or a closed population; dealt by lot over the entries. Lookups of names are remembered and count for nothing. */
export const usersTextbook: DescribeTextbook = (params, { workload, roles, named }) => {
  const statics = Number(workload.staticShare) / 100;
  const writes = Number(workload.writeShare) / 100;
  const traffic = Number(workload.traffic);
  const perSecond = Number(params.ratePerSecond) * traffic;
  const isClosed = params.loop === 'closed';
  const pause = isClosed || perSecond === 0 ? undefined : pauseOf(params, perSecond);
  const source: Source = {
    perSecond,
    mix: [
      { need: 'static', share: statics },
      { need: 'read', share: 1 - statics - writes },
      { need: 'write', share: writes },
    ],
    patienceSeconds: Number(params.patienceSeconds),
    ...(pause === undefined ? {} : { pause }),
    ...(isClosed && traffic > 0
      ? { closed: { customers: Number(params.people), thinkSeconds: Number(params.thinkSeconds) / traffic } }
      : {}),
  };
  return {
    knows: [
      'ratePerSecond',
      'patienceSeconds',
      'resolvers',
      'ignoreTtlShare',
      'ignoredTtlSeconds',
      'ownRows',
      'hourOffset',
      'talkedAbout',
      'natShare',
      'loop',
      'people',
      'thinkSeconds',
      'thinkForm',
      'thinkSpread',
      'arrivals',
      'gapForm',
      'gapSpread',
      'gapSlowShare',
    ],
    source,
    asks: (need) => {
      if (need === 'static' && roles.has('edge')) return [{ role: 'edge', need, times: 1 }];
      if (!roles.has('resolver')) return [{ role: roles.has('server') ? 'server' : 'edge', need, times: 1 }];
      const role = (need === 'static' && named.has('edge')) || !named.has('server') ? 'edge' : 'server';
      return [{ role, need, times: 1, named: true }];
    },
  };
};
