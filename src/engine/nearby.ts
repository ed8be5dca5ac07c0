/** Parts that stand near whoever calls them: which of their instances that is. */

import type { NodeContext } from './behavior.ts';

/** The instance of a part near its callers that stands where a call comes from; the first where none does. */
export function nearbySlot(ctx: NodeContext, call: number): number {
  const { nodes } = ctx.plan;
  const { places } = nodes[ctx.node];
  if (places === undefined || places.length === 1) return ctx.firstSlot;
  const { calls, instances } = ctx.net;
  const slot = calls.from[call];
  const { nodeOf, first } = instances;
  const caller = nodes[nodeOf[slot]];
  const nearest = places.indexOf(caller.places?.[slot - first[nodeOf[slot]]] ?? caller.region);
  return ctx.firstSlot + Math.max(0, nearest);
}
