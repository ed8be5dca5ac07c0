/**
 * Values from outside become values of a spec, field by field. Nothing is guessed silently: whatever was changed comes
 * back as a named repair.
 */

import { acceptValue, type FieldRepairReason } from './accept.ts';
import type { Fields, Value, ValuesOf } from './fields.ts';

export interface FieldRepair {
  field: string;
  reason: FieldRepairReason;
  /** What stood there, shortened for showing. */
  given: string;
  /** What stands there now; null when the field was dropped. */
  kept: Value | null;
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
