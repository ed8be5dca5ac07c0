/**
 * Values from outside become values of a spec, field by field. Nothing is guessed silently: whatever was changed comes
 * back as a named repair. Schemas are built from the same descriptors that make defaults and forms.
 */

import * as v from 'valibot';
import type { Field, Fields, Value, ValuesOf } from './fields.ts';

/**
 * - `clamped`: a number outside its range, now at the nearer end
 * - `rounded`: a fraction where only whole numbers mean something
 * - `not-a-value`: of the wrong type; the default stands
 * - `unknown-option`: a choice this version does not know; the default stands
 * - `unknown-field`: a name this version does not know; dropped
 */
export type FieldRepairReason = 'clamped' | 'rounded' | 'not-a-value' | 'unknown-option' | 'unknown-field';

export interface FieldRepair {
  field: string;
  reason: FieldRepairReason;
  /** What stood there, shortened for showing. */
  given: string;
  /** What stands there now; null when the field was dropped. */
  kept: Value | null;
}

const schemas = new WeakMap<Field, v.GenericSchema<unknown, Value>>();

function buildSchema(field: Field): v.GenericSchema<unknown, Value> {
  switch (field.type) {
    case 'number': {
      const ranged = v.pipe(v.number(), v.finite(), v.minValue(field.min), v.maxValue(field.max));
      return (field.integer ? v.pipe(ranged, v.integer()) : ranged) as v.GenericSchema<unknown, Value>;
    }
    case 'choice':
      return v.picklist(field.options) as v.GenericSchema<unknown, Value>;
    case 'flag':
      return v.boolean() as v.GenericSchema<unknown, Value>;
  }
}

/** The schema of one field: accepts exactly the values that field may hold. */
export function schemaOf(field: Field): v.GenericSchema<unknown, Value> {
  const known = schemas.get(field);
  if (known) return known;
  const built = buildSchema(field);
  schemas.set(field, built);
  return built;
}

/** The nearest value the field may hold, and why it differs from the given one (null: it does not). */
export function acceptValue(field: Field, given: unknown): { value: Value; reason: FieldRepairReason | null } {
  const parsed = v.safeParse(schemaOf(field), given);
  // -0 is equal to 0 and reads badly; it is never kept.
  if (parsed.success) return { value: parsed.output === 0 ? 0 : parsed.output, reason: null };
  if (field.type === 'choice') return { value: field.default, reason: typeof given === 'string' ? 'unknown-option' : 'not-a-value' };
  if (field.type === 'flag' || typeof given !== 'number' || Number.isNaN(given)) return { value: field.default, reason: 'not-a-value' };
  const inside = Math.min(field.max, Math.max(field.min, given));
  if (inside !== given) return { value: inside, reason: 'clamped' };
  return { value: Math.round(inside), reason: 'rounded' };
}

/** Whatever was given, every field of `fields` and no other comes back. A missing field takes its default and is no repair. */
export function parseValues<F extends Fields>(fields: F, given: unknown): { values: ValuesOf<F>; repairs: FieldRepair[] } {
  const repairs: FieldRepair[] = [];
  const values: Record<string, Value> = {};
  const record = isRecord(given) ? given : {};
  if (given !== undefined && given !== null && !isRecord(given)) {
    repairs.push({ field: '', reason: 'not-a-value', given: shown(given), kept: null });
  }
  for (const [name, field] of Object.entries(fields)) {
    if (!Object.hasOwn(record, name)) {
      values[name] = field.default;
      continue;
    }
    const { value, reason } = acceptValue(field, record[name]);
    values[name] = value;
    if (reason) repairs.push({ field: name, reason, given: shown(record[name]), kept: value });
  }
  for (const name of Object.keys(record)) {
    if (!Object.hasOwn(fields, name)) {
      repairs.push({ field: shown(name), reason: 'unknown-field', given: shown(record[name]), kept: null });
    }
  }
  return { values: values as ValuesOf<F>, repairs };
}

/** A plain object from JSON: neither null nor a list. */
export function isRecord(given: unknown): given is Record<string, unknown> {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

/** Ids are dictionary keys somewhere: names every object already has are refused, whatever the alphabet says. */
export function isSafeId(given: unknown): given is string {
  return typeof given === 'string' && /^[A-Za-z0-9_-]{1,24}$/.test(given) && given !== 'prototype' && !(given in Object.prototype);
}

/** A value from outside as a short text to show beside a repair. */
export function shown(given: unknown): string {
  const text =
    typeof given === 'string'
      ? given
      : typeof given === 'object' && given !== null
        ? Array.isArray(given)
          ? '[…]'
          : '{…}'
        : String(given);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
