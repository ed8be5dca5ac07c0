/** A setting's value in words: an option by its name, a switch as on or off, a number with its unit. */

import type { AnyFieldText } from '../nodes/kindText.ts';
import type { Field, Unit, Value } from '../schema/fields.ts';
import { formatExact } from '../ui/format.ts';
import type { Text } from './text.ts';

/** Units that are words are translated; the rest are the same everywhere. */
export function unitText(unit: Unit, t: Text): string {
  return unit === 'keys' || unit === 'h' || unit === 'USD' || unit === 'USD/month' ? t.common.units[unit] : unit === 'x' ? '×' : unit;
}

export function valueText(field: Field, value: Value, words: AnyFieldText, t: Text): string {
  if (typeof value === 'string') return words.options?.[value] ?? value;
  if (typeof value === 'boolean') return value ? t.panels.inspector.on : t.panels.inspector.off;
  return formatExact(value, field.type === 'number' ? unitText(field.unit, t) : '');
}
