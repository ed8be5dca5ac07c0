/** Named sets of how a caller protects itself on a wire: what people mean by "fail fast" or "patient", in the wire's own fields. */

import type { Value, Values } from '../schema/fields.ts';
import type { Design, Id } from './design.ts';
import { setLinkParam } from './edits.ts';
import { wireFieldsFrom } from './newWires.ts';

/** Fields that presets speak of; each preset says all of them, so that nothing of the one before stays behind. */
const spokenOf = [
  'timeoutMs',
  'retries',
  'backoffMs',
  'backoffCapMs',
  'retryBudget',
  'maxRetries',
  'maxRequests',
  'breaker',
  'hedge',
  'hedgePercentile',
  'cancelOnTimeout',
] as const;

type Preset = Readonly<Partial<Record<(typeof spokenOf)[number], Value>>>;

/** What each sets away from the defaults of a wire. Timeouts are assumptions, the rest is from the domain brief's table of policies (2.23). */
const presets = {
  /** As it was drawn. */
  plain: {},
  'fail-fast': { timeoutMs: 250, retries: 0, breaker: true, cancelOnTimeout: true },
  patient: { timeoutMs: 10_000, retries: 2, backoffMs: 500, backoffCapMs: 5000, retryBudget: 10 },
  /** Envoy's limits. */
  bulkhead: { timeoutMs: 1000, retries: 1, retryBudget: 20, maxRetries: 3, maxRequests: 1024 },
  hedged: { timeoutMs: 1000, retries: 0, hedge: 'percentile', hedgePercentile: 95, cancelOnTimeout: true },
} as const satisfies Readonly<Record<string, Preset>>;

export type WirePreset = keyof typeof presets;
export const wirePresets = Object.keys(presets) as readonly WirePreset[];

/** What a preset sets away from the defaults, for readers. */
export const presetValues = (preset: WirePreset): Values => presets[preset];

/** The value of every field that presets speak of, once a preset is applied to a wire of a design; empty without such a wire. */
function valuesAfter(design: Design, linkId: Id, preset: WirePreset): Values {
  const link = design.links.find(({ id }) => id === linkId);
  const from = design.nodes.find(({ id }) => id === link?.from);
  if (!from) return {};
  const fields = wireFieldsFrom(from.kind);
  return Object.fromEntries(spokenOf.map((name) => [name, presetValues(preset)[name] ?? fields[name].default]));
}

/**
 * Sets a wire as a preset has it, as one edit; what presets do not speak of (delay, weight, pool, classes) stays.
 * @returns the same design where there is no such wire, or nothing changes
 */
export function applyWirePreset(design: Design, linkId: Id, preset: WirePreset): Design {
  const values = Object.entries(valuesAfter(design, linkId, preset));
  return values.reduce((now, [name, value]) => setLinkParam(now, linkId, name, value), design);
}

/** The preset that a wire is set to now, whatever its other fields are; null for none of them. */
export const presetOf = (design: Design, linkId: Id): WirePreset | null =>
  wirePresets.find((preset) => applyWirePreset(design, linkId, preset) === design) ?? null;
