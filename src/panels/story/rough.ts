import { formatCount } from '../../ui/format.ts';

/** Two digits: the law of the bottleneck is exact about the mean, the service times of a design are not. */
export const rough = (perSecond: number): string => formatCount(Number(perSecond.toPrecision(2)));
