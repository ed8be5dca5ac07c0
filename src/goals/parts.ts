/** Which parts of a design a goal means. */

import type { Design, Id } from '../design/design.ts';
import type { Parts } from './goal.ts';

/** Ids of the parts that are meant and are there, in the design's order. */
export function idsOf(design: Design, parts: Parts): Id[] {
  const isMeant = (id: Id, kind: string) => (typeof parts === 'string' ? id === parts : (parts.kinds as readonly string[]).includes(kind));
  return design.nodes.filter(({ id, kind }) => isMeant(id, kind)).map(({ id }) => id);
}
