/** One value for one field, by the same descriptor that makes the field's default and its form. The page's own edits pass here too. */

import type { Field, Value } from './fields.ts';

/**
 * - `clamped`: a number outside its range, now at the nearer end
 * - `rounded`: a fraction where only whole numbers mean something
 * - `not-a-value`: of the wrong type; the default stands
 * - `unknown-option`: a choice this version does not know; the default stands
 * - `unknown-field`: a name this version does not know; dropped
 */
export type FieldRepairReason = 'clamped' | 'rounded' | 'not-a-value' | 'unknown-option' | 'unknown-field';

/** The nearest value the field may hold, and why it differs from the given one (null: it does not). */
export function acceptValue(field: Field, given: unknown): { value: Value; reason: FieldRepairReason | null } {
  switch (field.type) {
    case 'choice':
      if (typeof given !== 'string') return { value: field.default, reason: 'not-a-value' };
      return field.options.includes(given) ? { value: given, reason: null } : { value: field.default, reason: 'unknown-option' };
    case 'flag':
      return typeof given === 'boolean' ? { value: given, reason: null } : { value: field.default, reason: 'not-a-value' };
    case 'number': {
      if (typeof given !== 'number' || Number.isNaN(given)) return { value: field.default, reason: 'not-a-value' };
      const inside = Math.min(field.max, Math.max(field.min, given));
      if (inside !== given) return { value: inside, reason: 'clamped' };
      if (field.integer && !Number.isInteger(inside)) return { value: Math.round(inside), reason: 'rounded' };
      // -0 is equal to 0 and reads badly; it is never kept.
      return { value: inside === 0 ? 0 : inside, reason: null };
    }
  }
}
