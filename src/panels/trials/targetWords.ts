/** Names and values of what can be swept, in the reader's words. */

import type { Design } from '../../design/design.ts';
import { linkFields } from '../../design/linkFields.ts';
import { specOf } from '../../design/wires.ts';
import { workloadFields } from '../../design/workloadFields.ts';
import type { FieldWords } from '../../i18n/fieldWords.ts';
import type { Text } from '../../i18n/text.ts';
import { valueText } from '../../i18n/valueText.ts';
import type { AnyFieldText } from '../../nodes/kindText.ts';
import { fieldAt, type Target } from '../../runner/sweepAxis.ts';
import type { Field, Value } from '../../schema/fields.ts';
import type { TrialText } from './trialWords.ts';

/** A part, a wire or the workload: what fields are looked for in. */
export const partKey = (target: Target): string => (target.on === 'workload' ? 'workload' : `${target.on}:${target.id}`);

export function partName(design: Design, target: Target, words: TrialText, t: Text): string {
  if (target.on === 'workload') return words.traffic;
  const labelOf = (id: string) => design.nodes.find((node) => node.id === id)?.label ?? id;
  if (target.on === 'node') return labelOf(target.id);
  const link = design.links.find(({ id }) => id === target.id);
  return link ? t.common.link(labelOf(link.from), labelOf(link.to)) : target.id;
}

function textOf(design: Design, target: Target, fields: FieldWords, t: Text): AnyFieldText | undefined {
  const of = (texts: Readonly<Record<string, AnyFieldText>>) => texts[target.field];
  if (target.on === 'workload') return of(t.fields.workload);
  if (target.on === 'link') return of(fields.link);
  const kind = design.nodes.find(({ id }) => id === target.id)?.kind;
  return kind && of(fields.kinds[kind].fields);
}

export const fieldName = (design: Design, target: Target, fields: FieldWords, t: Text): string =>
  textOf(design, target, fields, t)?.label ?? target.field;

/** A value with its unit, as the inspector writes it. */
export function targetValue(design: Design, target: Target, value: number, fields: FieldWords, t: Text): string {
  const field = fieldAt(design, target);
  const text = textOf(design, target, fields, t);
  return field && text ? valueText(field, value, text, t) : String(value);
}

/** "Web servers, instances: 4". */
export function settingText(design: Design, target: Target, value: number, fields: FieldWords, words: TrialText, t: Text): string {
  return `${partName(design, target, words, t)}, ${fieldName(design, target, fields, t)}: ${targetValue(design, target, value, fields, t)}`;
}

/** What a design has there, whatever kind of value it is. */
export function fieldAny(design: Design, target: Target): Value | undefined {
  if (target.on === 'workload') return design.workload.params[target.field];
  const parts: readonly { id: string; params: Readonly<Record<string, Value>> }[] = target.on === 'node' ? design.nodes : design.links;
  return parts.find(({ id }) => id === target.id)?.params[target.field];
}

/** As `targetValue`, of choices and switches, too. */
export function valueAny(design: Design, target: Target, value: Value, fields: FieldWords, t: Text): string {
  const kind = target.on === 'node' ? design.nodes.find(({ id }) => id === target.id)?.kind : undefined;
  const known: Readonly<Record<string, Field>> =
    target.on === 'workload' ? workloadFields : target.on === 'link' ? linkFields : kind ? specOf(kind).fields : {};
  const field = known[target.field];
  const text = textOf(design, target, fields, t);
  return field && text ? valueText(field, value, text, t) : String(value);
}
