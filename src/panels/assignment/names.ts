/** What parts, wires and settings are called where an assignment speaks of them. */

import type { Assignment } from '../../design/assignment.ts';
import type { Design, Id } from '../../design/design.ts';
import type { FieldWords } from '../../i18n/fieldWords.ts';

/** A part's or region's label, a wire's two ends; the id itself where there is no such thing. */
export function nameOf(design: Design, id: Id): string {
  const link = design.links.find((each) => each.id === id);
  if (link) return `${nameOf(design, link.from)} → ${nameOf(design, link.to)}`;
  return [...design.nodes, ...design.groups].find((each) => each.id === id)?.label ?? id;
}

/** Free settings of what is locked, one text a part: `Web servers: instances, threads`. */
export function freeText(task: Assignment, design: Design, words: FieldWords): string[] {
  return task.locked.flatMap((id) => {
    const names = freeOf(task, design, id, words);
    return names.length === 0 ? [] : [`${nameOf(design, id)}: ${names.join(', ')}`];
  });
}

/** Names of the settings of one locked part or wire that are free. */
export function freeOf({ free }: Assignment, design: Design, id: Id, words: FieldWords): string[] {
  const kind = design.nodes.find((node) => node.id === id)?.kind;
  const told: Readonly<Record<string, { label: string } | undefined>> = kind ? words.kinds[kind].fields : words.link;
  return free.filter((each) => each.startsWith(`${id}.`)).map((each) => told[each.slice(id.length + 1)]?.label ?? each);
}
