/** Parts of one kind that wires between such connect, over whatever others: they hold the same, each near its own callers. */

import type { NodeContext } from './behavior.ts';

/** Nodes of the same kind that wires between such connect with this one, itself among them. */
export function alikeOf({ plan, node }: NodeContext): Set<number> {
  const { kind } = plan.nodes[node];
  const alike = new Set([node]);
  // a Set hands out what is added while it is walked
  for (const one of alike) {
    for (const { from, to } of plan.links) {
      if (from !== one && to !== one) continue;
      const other = from === one ? to : from;
      if (plan.nodes[other].kind === kind) alike.add(other);
    }
  }
  return alike;
}
