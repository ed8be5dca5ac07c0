/**
 * What can befall a part or a wire beside dying, falling silent and slowing down. A kind names its own faults in its spec; those of
 * every part and of every wire stand here. The order is the engine's (`engine/strikes.ts`, `engine/harm.ts`).
 */

import { type NumberField, number } from './fields.ts';

export interface FaultSpec {
  /** Befalls the part as a whole, or one of its instances. */
  readonly per: 'node' | 'instance';
  /** How much of it: a share, a factor, milliseconds. Without one it just happens. */
  readonly value?: NumberField;
  /** Goes on until somebody ends it or its time is over; else it happens in a moment. */
  readonly lasts?: true;
}

export type Faults = Readonly<Record<string, FaultSpec>>;

/** Of every part that answers calls, before its kind's own. */
export const generalFaults = {
  /** Share of the answers that go wrong. */
  errors: { per: 'instance', value: number({ default: 10, min: 0.1, max: 100, unit: '%', source: 'domain 2.24' }), lasts: true },
  /** Neighbours on the same machine take so much of its processors. */
  steal: { per: 'instance', value: number({ default: 30, min: 1, max: 95, unit: '%', source: 'domain 2.24' }), lasts: true },
} as const satisfies Faults;

/** Of every wire. All last. */
export const linkFaults = {
  /** More on the round trip, half of it each way. */
  latency: {
    per: 'node',
    value: number({ default: 100, min: 1, max: 60_000, unit: 'ms', scale: 'log', source: 'domain 2.24' }),
    lasts: true,
  },
  /** Share of messages, each way, that never arrive. */
  loss: { per: 'node', value: number({ default: 5, min: 0.1, max: 100, unit: '%', source: 'domain 2.24' }), lasts: true },
  partition: { per: 'node', lasts: true },
  /** One way only: calls do not arrive, or answers do not come home. */
  'requests-lost': { per: 'node', lasts: true },
  'answers-lost': { per: 'node', lasts: true },
  /** Whoever calls ends the call at the handshake. */
  certificate: { per: 'node', lasts: true },
  /** Share of the calls whose connection whoever calls never gives back to its pool. */
  'pool-leak': {
    per: 'node',
    value: number({ default: 1, min: 0.01, max: 100, unit: '%', scale: 'log', source: 'domain 2.23' }),
    lasts: true,
  },
} as const satisfies Faults;

export type GeneralFault = keyof typeof generalFaults;
export type LinkFault = keyof typeof linkFaults;

const none: Faults = {};

/** All faults that a part of a kind can suffer, in the engine's order: the general ones of parts that answer calls, then the kind's own. */
export function faultsOf(spec: { readonly role?: string; readonly fields: object; readonly faults?: Faults }): Faults {
  const answers = 'errorPercent' in spec.fields && spec.role !== 'operator' && spec.role !== 'scheduler';
  const general: Faults = answers ? generalFaults : none;
  return { ...general, ...spec.faults };
}

/** Number of a fault as the engine counts: a kind's own come after the general ones, also where it has none of those. -1 = unknown. */
export function faultNumber(spec: { readonly fields: object; readonly faults?: Faults }, fault: string): number {
  const general = Object.keys(generalFaults);
  if (fault in generalFaults) return 'errorPercent' in spec.fields ? general.indexOf(fault) : -1;
  const own = Object.keys(spec.faults ?? none).indexOf(fault);
  return own < 0 ? -1 : general.length + own;
}

/** The name of a fault by the engine's number; undefined when the kind has no such. */
export function faultNamed(spec: { readonly faults?: Faults }, number: number): string | undefined {
  const general = Object.keys(generalFaults);
  return number < general.length ? general[number] : Object.keys(spec.faults ?? none)[number - general.length];
}
