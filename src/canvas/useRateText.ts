import type { Id } from '../design/design.ts';
import { formatNumber } from '../ui/format.ts';
import { useLive } from './liveFeed.ts';
import type { LinkRate } from './readings.ts';

/** Calls per second; an estimate where wires share a part's calls. */
export const rateText = (rate: LinkRate | undefined): string =>
  rate ? `${rate.isExact ? '' : '≈ '}${formatNumber(rate.ratePerSecond, '/s')}` : '';

export const useRateText = (link: Id): string => useLive((state) => rateText(state.rates.get(link)));
