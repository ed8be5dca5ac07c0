/** Which numbers bring their inputs along, and how what they bring is read. Pure. */

import { type InputName, type Unit, unitsOf } from '../../../ui/whyInputs.ts';
import type { Explained, Input } from './explained.ts';

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
  'errors-now',
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
  'cost-line',
  'class-rate',
  'balance',
  'flow-rate',
  'flow-share',
  'tool-up',
  'tool-rate',
  'tool-errors',
  'tool-busy',
  'tool-p99',
  'tool-memory',
  'tool-disk',
  'alarm-raised',
  'alarm-pages',
  'alarm-false',
  'alarm-missed',
  'alarm-series',
  'fault-noticed',
  'fault-over',
  'ring-theory',
  'ring-measured',
  'row-version',
  'mark-spread',
] as const;
export type GivenName = (typeof givenNames)[number];

/** How a number of an incident is made: counted over it, taken between two of its moments, or how far back writes are missing. */
export const incidentFormulas = ['incident-count', 'incident-time', 'incident-lost'] as const;
export type IncidentFormula = (typeof incidentFormulas)[number];

/** Numbers of an incident that are no counts. */
const otherwise: Readonly<Record<string, IncidentFormula>> = {
  'failover-seconds': 'incident-time',
  rto: 'incident-time',
  'site-rto': 'incident-time',
  rpo: 'incident-lost',
};

export const isGiven = (name: string): name is GivenName => (givenNames as readonly string[]).includes(name);

/** @returns null for a number that brings nothing along */
export function explainGiven(metric: string, of: string | null): Explained | null {
  const formula = isGiven(metric)
    ? metric
    : metric.startsWith('worlds-')
      ? 'worlds'
      : metric.startsWith('incident-')
        ? (otherwise[metric.slice('incident-'.length)] ?? 'incident-count')
        : null;
  return formula && { formula, inputs: inputsGiven(of), result: null, window: null };
}

export function inputsGiven(text: string | null): Input[] {
  return [...(text ?? '').matchAll(/(\w+)=([-+.\de]*[.\d])([a-zA-Z/]*)(?= |$)/g)].map(([, name, value, unit]) => ({
    name: name as InputName,
    value: Number(value),
    unit: (unit || (unitsOf[name as InputName] ?? '')) as Unit,
  }));
}
