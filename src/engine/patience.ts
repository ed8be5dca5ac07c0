/** The end of a caller's patience: what happens when a wire's timer rings. */

import { AT } from './calls.ts';
import type { Network } from './network.ts';
import { HEALTH, OUTCOME } from './plan.ts';
import { settleFailure } from './retries.ts';

/** The next timer of a link rings: whoever waited too long stops waiting. The work at the callee goes on. */
export function expire(net: Network, link: number): void {
  const { links, calls, instances, now } = net;
  if (links.armed[link] !== now) return;
  links.armed[link] = Infinity;
  for (let call = links.firstWaiting(link); call >= 0 && calls.deadline[call] <= now; call = links.firstWaiting(link)) {
    links.unlist(call);
    // a hung caller notices when it comes to itself: `faults.ts` looks for these
    if (instances.health[calls.from[call]] !== HEALTH.hung) giveUp(net, call);
  }
  const next = links.firstWaiting(link);
  if (next >= 0) net.arm(link, next);
}

/** A caller has waited too long for a call. */
export function giveUp(net: Network, call: number): void {
  const { calls, now } = net;
  calls.waiting[call] = 0;
  if (net.tracer.on) net.tracer.trace(call, 1, now, now, OUTCOME.timeout);
  net.follower?.settled(call, OUTCOME.timeout);
  const at = calls.at[call];
  const idle = at === AT.backoff || at === AT.lost || at === AT.inLine;
  const isOver = net.policies.guarded[calls.link[call]] === 0 || net.policies.ended(call, OUTCOME.timeout);
  if (isOver) settleFailure(net, call, OUTCOME.timeout);
  calls.parent[call] = -1;
  if (idle) calls.free(call);
}
