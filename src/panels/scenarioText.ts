/** A line of the timeline in words. */

import type { Design, ScenarioEvent } from '../design/design.ts';
import { linkFields } from '../design/linkFields.ts';
import { specOf } from '../design/wires.ts';
import { workloadFields } from '../design/workloadFields.ts';
import { type FieldWords, faultText } from '../i18n/fieldWords.ts';
import type { Text } from '../i18n/text.ts';
import { valueText } from '../i18n/valueText.ts';
import type { AnyFieldText } from '../nodes/kindText.ts';
import type { NodeKind } from '../nodes/specs.ts';
import { type FaultSpec, type Faults, faultsOf, linkFaults } from '../schema/faults.ts';
import type { Field, Value } from '../schema/fields.ts';
import { formatClock, formatNumber } from '../ui/format.ts';

/** Events that set something of a part or a wire need the words of its fields; the others do without. */
export function scenarioText(event: ScenarioEvent, design: Design, fields: FieldWords | undefined, t: Text): string {
  const labelOf = (id: string): string => design.nodes.find((node) => node.id === id)?.label ?? id;
  const words = t.events.scenario;
  switch (event.act) {
    case 'set': {
      const node = design.nodes.find((each) => each.id === event.node);
      if (!node) return words.set(event.node, event.field, String(event.value));
      return words.set(
        node.label,
        ...pair(specOf(node.kind).fields[event.field], fields?.kinds[node.kind].fields[event.field], event.field, event.value, t),
      );
    }
    case 'set-link': {
      const link = design.links.find((each) => each.id === event.link);
      const part = link ? t.common.link(labelOf(link.from), labelOf(link.to)) : event.link;
      return words.set(
        part,
        ...pair(fieldNamed(linkFields, event.field), wordsNamed(fields?.link, event.field), event.field, event.value, t),
      );
    }
    case 'set-workload':
      return words.setWorkload(
        ...pair(fieldNamed(workloadFields, event.field), wordsNamed(t.fields.workload, event.field), event.field, event.value, t),
      );
    case 'strike':
    case 'mend': {
      const kind = design.nodes.find(({ id }) => id === event.node)?.kind;
      const spec = kind && faultsOf(specOf(kind))[event.fault];
      return strikeText(event, part(event, labelOf, t), kind ?? null, spec, fields, t);
    }
    case 'strike-link':
    case 'mend-link': {
      const link = design.links.find((each) => each.id === event.link);
      const wire = link ? t.common.link(labelOf(link.from), labelOf(link.to)) : event.link;
      const who = event.from !== undefined && event.from !== link?.from && fields ? fields.faults.of(wire, labelOf(event.from)) : wire;
      const whose = event.from !== undefined && event.from === link?.from && fields ? fields.faults.ofChecks(wire) : who;
      return strikeText(event, whose, null, (linkFaults as Faults)[event.fault], fields, t);
    }
    default: {
      const who = part(event, labelOf, t);
      const what = event.act === 'slow' ? words.slow(who, formatNumber(event.factor ?? 1, 'x')) : words[event.act](who);
      return lasting(what, event.seconds, fields);
    }
  }
}

/** The value alone that an event sets, as its line says it; empty for events that set none. */
export function settingText(event: ScenarioEvent, design: Design, fields: FieldWords | undefined, t: Text): string {
  if (event.act === 'set') {
    const kind = design.nodes.find((each) => each.id === event.node)?.kind;
    if (!kind) return String(event.value);
    return pair(specOf(kind).fields[event.field], fields?.kinds[kind].fields[event.field], event.field, event.value, t)[1];
  }
  if (event.act === 'set-link')
    return pair(fieldNamed(linkFields, event.field), wordsNamed(fields?.link, event.field), event.field, event.value, t)[1];
  if (event.act === 'set-workload')
    return pair(fieldNamed(workloadFields, event.field), wordsNamed(t.fields.workload, event.field), event.field, event.value, t)[1];
  return '';
}

type Strike = Extract<ScenarioEvent, { fault: string }>;

function strikeText(
  event: Strike,
  who: string,
  kind: NodeKind | null,
  spec: FaultSpec | undefined,
  words: FieldWords | undefined,
  t: Text,
): string {
  const name = words ? faultText(words, kind, event.fault).label : event.fault;
  if (!words) return `${who}: ${name}`;
  if (event.act === 'mend' || event.act === 'mend-link') return words.faults.mended(who, name);
  const amount = spec?.value ? valueText(spec.value, event.value ?? spec.value.default, { label: name, help: '' }, t) : '';
  return lasting(words.faults.struck(who, name, amount), event.seconds, words);
}

function lasting(what: string, seconds: number | undefined, words: FieldWords | undefined): string {
  return seconds === undefined || !words ? what : words.faults.forSeconds(what, formatClock(seconds));
}

const fieldNamed = (fields: Readonly<Record<string, Field>>, name: string): Field | undefined => fields[name];
const wordsNamed = (words: Readonly<Record<string, AnyFieldText>> | undefined, name: string): AnyFieldText | undefined => words?.[name];

function part(event: { node: string; instance: number | null }, labelOf: (id: string) => string, t: Text): string {
  const label = labelOf(event.node);
  return event.instance === null ? label : t.common.instanceOf(label, event.instance + 1);
}

function pair(field: Field | undefined, words: AnyFieldText | undefined, name: string, value: Value, t: Text): [string, string] {
  return [words?.label ?? name, field && words ? valueText(field, value, words, t) : String(value)];
}
