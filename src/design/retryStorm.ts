/** How many calls one request can become where every layer tries again what the one below could not do. Pure. */

import type { Design, DesignLink, DesignNode, Id } from './design.ts';
import { isOperator, isPair, mayCall } from './wires.ts';

export interface Storm {
  /** Calls that reach the deepest part for one request, when all of them fail. */
  calls: number;
  /** The part where they arrive. */
  node: Id;
}

/**
 * The worst way through a design: the product of the attempts on its wires (Google SRE book, "Addressing cascading failures").
 * Wires that lead back count once; they are a problem of their own.
 */
export function worstStorm(design: Design, nodes: ReadonlyMap<Id, DesignNode>): Storm | null {
  const out = new Map<Id, DesignLink[]>();
  for (const link of design.links) {
    const [from, to] = [nodes.get(link.from), nodes.get(link.to)];
    if (!from || !to || isOperator(from.kind) || !mayCall(from.kind, to.kind) || isPair(from.kind, to.kind)) continue;
    const links = out.get(link.from);
    if (links) links.push(link);
    else out.set(link.from, [link]);
  }
  const known = new Map<Id, Storm>();
  let worst: Storm | null = null;
  for (const start of design.nodes) {
    // a stack of its own, as in loops.ts: first all that lies below a part, then the part
    const path: { id: Id; next: number }[] = [{ id: start.id, next: 0 }];
    const onPath = new Set<Id>([start.id]);
    while (path.length > 0) {
      const here = path[path.length - 1];
      const links = out.get(here.id) ?? [];
      const link = links[here.next++];
      if (link) {
        if (onPath.has(link.to) || known.has(link.to)) continue;
        path.push({ id: link.to, next: 0 });
        onPath.add(link.to);
        continue;
      }
      known.set(here.id, worstBelow(here.id, links, known));
      onPath.delete(here.id);
      path.pop();
    }
    const storm = known.get(start.id);
    if (storm && (worst === null || storm.calls > worst.calls)) worst = storm;
  }
  return worst;
}

function worstBelow(id: Id, links: readonly DesignLink[], known: ReadonlyMap<Id, Storm>): Storm {
  let worst: Storm = { calls: 1, node: id };
  for (const link of links) {
    const below = known.get(link.to);
    const calls = (1 + Number(link.params.retries ?? 0)) * (below?.calls ?? 1);
    if (calls > worst.calls) worst = { calls, node: below?.node ?? link.to };
  }
  return worst;
}
