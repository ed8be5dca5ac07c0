/** The router's own instances: which of them takes a query, and which does the router's own work. */

import type { NodeContext } from '../../engine/behavior.ts';
import { integerBelow } from '../../engine/luck.ts';
import { HEALTH } from '../../engine/plan.ts';

/** @returns `place`: an instance slot for a call, any that has not crashed; `someone`: one that is up, -1 = none */
export function routersOf(ctx: NodeContext): { place: (call: number) => number; someone: () => number } {
  const { net, firstSlot, slots } = ctx;
  const { calls, instances } = net;
  const placing = ctx.stream('place');
  const isOffered = (slot: number) => instances.exists[slot] === 1 && instances.health[slot] !== HEALTH.crashed;

  function place(call: number): number {
    if (slots === 1) return firstSlot;
    let offered = 0;
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) if (isOffered(slot)) offered++;
    if (offered === 0) return firstSlot;
    let nth = integerBelow(placing, calls.request[call], net.saltOf(call), offered);
    let slot = firstSlot;
    while (!isOffered(slot) || nth-- > 0) slot++;
    return slot;
  }

  function someone(): number {
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) if (instances.exists[slot] === 1 && instances.isUp(slot)) return slot;
    return -1;
  }

  return { place, someone };
}
