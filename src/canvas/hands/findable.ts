/** What can be found on the canvas, and by which words. Pure. */

import type { Design, Id } from '../../design/design.ts';
import { notesOf } from '../../design/notes.ts';
import type { Text } from '../../i18n/text.ts';
import { flowIdOfGroup, flowIdOfNote } from '../flowAdapter.ts';

export interface Findable {
  id: Id;
  /** Its name among what is drawn. */
  flowId: string;
  kind: 'node' | 'group' | 'note';
  label: string;
  names: readonly string[];
}

/** Regions, notes and parts from left to right, so that going on goes along the way of a request. `other` is the other language, if it is there. */
/** Words of a note that stand for it in a list. */
const longestName = 60;

export function findable(design: Design, t: Text, other: Text | null): Findable[] {
  const nodes = design.nodes.map(({ id, label, kind, x }) => {
    const names = [label, t.kinds[kind].name, kind, ...(other ? [other.kinds[kind].name] : [])];
    return { x, id, flowId: id, kind: 'node' as const, label, names };
  });
  const groups = design.groups.map(({ id, label, region, x }) => {
    const names = [label, t.common.regions[region], region, ...(other ? [other.common.regions[region]] : [])];
    return { x, id, flowId: flowIdOfGroup(id), kind: 'group' as const, label, names };
  });
  const notes = notesOf(design).map(({ id, text, x }) => {
    const label = text.replace(/\s+/g, ' ').trim();
    return { x, id, flowId: flowIdOfNote(id), kind: 'note' as const, label: label.slice(0, longestName), names: [label] };
  });
  return [...groups, ...notes, ...nodes].sort((a, b) => a.x - b.x);
}
