/** What the design in hand and the library offer as commands: parts to add, parts to go to, faults, settings, ready designs. */

import { CircleSlash, Hourglass, LayoutTemplate, MapPin, Navigation, SlidersHorizontal, Undo2, Zap } from 'lucide-react';
import { withCanvas } from '../../actions/canvasActs.ts';
import { whenInInspector } from '../../canvas/hands/inspecting.ts';
import { bringIntoView } from '../../canvas/hands/reveal.ts';
import { type Placeable, placeAtCentre } from '../../canvas/placing.ts';
import type { Design, DesignNode, Fault, Id } from '../../design/design.ts';
import { linkFields } from '../../design/linkFields.ts';
import { isOperator, specOf } from '../../design/wires.ts';
import type { FieldWords } from '../../i18n/fieldWords.ts';
import type { TemplateWords } from '../../i18n/templateWords.ts';
import type { Text } from '../../i18n/text.ts';
import { templates } from '../../library/templates.ts';
import { nodeKinds } from '../../nodes/specs.ts';
import { views } from '../../nodes/views.ts';
import { newDocument } from '../../store/persistence.ts';
import { injectFault } from '../../store/runController.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { localTemplate } from '../localTemplates.ts';
import type { Command } from './command.ts';
import { noRunNow } from './runCommands.ts';
import type { CommandText } from './words.ts';

export function addCommands(t: Text, other: Text | null, words: CommandText): Command[] {
  const add = (kind: Placeable, name: string, what: string, names: readonly string[], icon: Command['icon']): Command => ({
    id: `add:${kind}`,
    name: words.add(name),
    detail: what,
    icon,
    group: 'add',
    names: [words.add(name), name, kind, ...names],
    perform: () => placeAtCentre(kind),
  });
  const { name, what } = t.common.region;
  return [
    ...nodeKinds.map((kind) =>
      add(kind, t.kinds[kind].name, t.kinds[kind].what, [`add ${kind}`, ...(other ? [other.kinds[kind].name] : [])], views[kind].icon),
    ),
    add('region', name, what, ['add region', ...(other ? [other.common.region.name] : [])], MapPin),
  ];
}

export function goCommands(design: Design, t: Text, other: Text | null, words: CommandText): Command[] {
  const go = (id: Id, label: string, detail: string, names: readonly string[]): Command => ({
    id: `go:${id}`,
    name: words.go(label),
    detail,
    icon: Navigation,
    group: 'go',
    names: [label, words.go(label), `go to ${label}`, ...names],
    perform: () => withCanvas((verbs) => verbs.goTo(id)),
  });
  return [
    ...design.nodes.map(({ id, label, kind }) =>
      go(id, label, t.kinds[kind].name, [t.kinds[kind].name, ...(other ? [other.kinds[kind].name] : [])]),
    ),
    ...design.groups.map(({ id, label, region }) => go(id, label, t.common.regions[region], [t.common.regions[region]])),
  ];
}

/** Breaking and mending: listed for the selected part, and found for any other by its name. */
export function faultCommands(design: Design, t: Text, words: CommandText): Command[] {
  const whyNot = noRunNow(words);
  const { breaking } = t.canvas;
  const { nodes } = sessionStore.getState().selection;
  const of = (node: DesignNode, fault: Fault, name: string, icon: Command['icon'], factor?: number): Command => ({
    id: `${fault}${factor ?? ''}:${node.id}`,
    name: words.fault(name, node.label),
    icon,
    whyNot,
    group: 'fault',
    names: [`${name} ${node.label}`, `${fault} ${node.label}`, t.kinds[node.kind].name],
    isHidden: !nodes.includes(node.id),
    perform: () => injectFault(node.id, null, fault, factor),
  });
  return design.nodes
    .filter((node) => specOf(node.kind).role !== 'source')
    .flatMap((node) => [
      of(node, 'crash', breaking.crash, Zap),
      of(node, 'hang', breaking.hang, CircleSlash),
      of(node, 'slow', breaking.slow(3), Hourglass, 3),
      of(node, 'slow', breaking.slow(10), Hourglass, 10),
      of(node, 'recover', breaking.recover, Undo2),
    ]);
}

/** Every setting of every part and wire. There are hundreds, so they show up only when looked for. */
export function settingCommands(design: Design, t: Text, fields: FieldWords, words: CommandText): Command[] {
  const setting = (part: { nodes: [Id] } | { links: [Id] }, id: Id, field: string, name: string, label: string): Command => ({
    id: `set:${id}:${field}`,
    name: words.of(name, label),
    icon: SlidersHorizontal,
    group: 'setting',
    names: [name, label, field],
    isHidden: true,
    perform: () => {
      sessionStore.getState().select(part);
      if ('nodes' in part) bringIntoView(id);
      // After the settings of this part have taken the place of those before.
      requestAnimationFrame(() => showSetting(field));
    },
  });
  const labels = new Map(design.nodes.map(({ id, label }) => [id, label]));
  const ofNodes = design.nodes.flatMap((node) =>
    Object.keys(specOf(node.kind).fields).map((field) =>
      setting({ nodes: [node.id] }, node.id, field, fields.kinds[node.kind].fields[field]?.label ?? field, node.label),
    ),
  );
  const called = design.links.filter(({ from }) => {
    const node = design.nodes.find(({ id }) => id === from);
    return node && !isOperator(node.kind);
  });
  const ofLinks = called.flatMap(({ id, from, to }) =>
    (Object.keys(linkFields) as (keyof typeof linkFields)[]).map((field) =>
      setting({ links: [id] }, id, field, fields.link[field].label, t.common.link(labels.get(from) ?? '', labels.get(to) ?? '')),
    ),
  );
  return [...ofNodes, ...ofLinks];
}

/** Unfolds what hides a setting and takes the keyboard to it. */
function showSetting(field: string): void {
  whenInInspector(`[data-field="${CSS.escape(field)}"] :is(input, select, button)`, (control) => {
    for (let fold = control.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) fold.open = true;
    control.scrollIntoView({ block: 'center' });
    control.focus();
  });
}

export function templateCommands(t: Text, titles: TemplateWords, words: CommandText): Command[] {
  return templates.map(({ id, design }) => {
    const { title, what } = titles[id];
    return {
      id: `open:${id}`,
      name: words.open(title),
      detail: what,
      icon: LayoutTemplate,
      group: 'open',
      names: [words.open(title), title, id],
      perform: () => void newDocument(localTemplate(design, title, t)),
    };
  });
}
