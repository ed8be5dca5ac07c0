/** Wires that lead back: a request on such a loop would go round for ever. */

import type { Design, DesignLink, Id } from './design.ts';
import { leadingLinks } from './wires.ts';

export interface Loop {
  /** The wire that closes it. */
  link: Id;
  /** The nodes it goes through, in order; the last calls the first. */
  nodes: readonly Id[];
}

/** One loop for every wire that leads back to a node on the way to it: removing those wires leaves none. */
export function loopLinks(design: Design): Loop[] {
  const out = new Map<Id, DesignLink[]>();
  for (const link of leadingLinks(design)) {
    const links = out.get(link.from);
    if (links) links.push(link);
    else out.set(link.from, [link]);
  }
  const loops: Loop[] = [];
  const finished = new Set<Id>();
  // Depth first with a stack of its own: a chain of two thousand nodes must not end in a stack overflow.
  for (const start of design.nodes) {
    if (finished.has(start.id)) continue;
    const path: { id: Id; next: number }[] = [{ id: start.id, next: 0 }];
    const depth = new Map<Id, number>([[start.id, 0]]);
    while (path.length > 0) {
      const here = path[path.length - 1];
      const link = out.get(here.id)?.[here.next];
      here.next += 1;
      if (!link) {
        finished.add(here.id);
        depth.delete(here.id);
        path.pop();
        continue;
      }
      const back = depth.get(link.to);
      if (back !== undefined) loops.push({ link: link.id, nodes: path.slice(back).map((step) => step.id) });
      else if (!finished.has(link.to)) {
        depth.set(link.to, path.length);
        path.push({ id: link.to, next: 0 });
      }
    }
  }
  return loops;
}
