/** Numbers of trials, shards and single requests: no frame of the run holds them, so the place that shows one gives its inputs along. Pure. */

import type { Input, InputName } from './explained.ts';

export const givenNames = [
  'trial-point',
  'trial-interval',
  'trial-worlds',
  'trial-known',
  'trial-difference',
  'trial-knee',
  'trial-better',
  'trial-capacity',
  'trial-factor',
  'trial-rate',
  'trial-p99',
  'trial-failed',
  'trial-fullest',
  'trial-promise',
  'weak-failed',
  'weak-below',
  'weak-lost',
  'weak-recovered',
  'shard-keys',
  'shard-rate',
  'shard-busy',
  'shard-p99',
  'shard-share',
  'shard-hot',
  'shard-versions',
  'request-took',
  'request-counts',
  'request-spent',
  'request-from',
  'request-to',
  'request-time',
  'request-part',
  'request-met',
  'blame-longer',
  'blame-share',
  'blame-slow',
  'blame-typical',
  'blame-difference',
  'remedy-p99',
  'kept-answered',
  'kept-p99',
  'kept-failed',
  'target-verdict',
  'target-since',
  'mark-measured',
  'mark-overall',
  'mark-points',
  'mark-group',
  'mark-score',
  'physics-expected',
  'physics-measured',
  'physics-interval',
  'physics-verdict',
  'physics-agree',
  'most-can',
] as const;
export type GivenName = (typeof givenNames)[number];

export const isGiven = (name: string): name is GivenName => (givenNames as readonly string[]).includes(name);

/** As `Why` carries them: in the place of whose number it is. */
export const given = (inputs: readonly Pick<Input, 'name' | 'value' | 'unit'>[]): string =>
  inputs.map(({ name, value, unit }) => `${name}=${value}${unit}`).join(' ');

export function inputsGiven(text: string | null): Input[] {
  return [...(text ?? '').matchAll(/(\w+)=([-+.\de]*[.\d])([a-zA-Z/]*)(?= |$)/g)].map(([, name, value, unit]) => ({
    name: name as InputName,
    value: Number(value),
    unit: unit as Input['unit'],
  }));
}
