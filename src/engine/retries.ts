/** What a caller does when an attempt has failed: wait a little and try again, or live with it. */

import { uniform } from './luck.ts';
import type { Network } from './network.ts';

/** An attempt has failed: there will be another one, or the caller is told. The old call is readable meanwhile. */
export function settleFailure(net: Network, call: number, outcome: number): void {
  const { calls, links, actors } = net;
  const link = calls.link[call];
  if (net.watched !== null) net.watched.attemptFailed(call, calls.from[call], outcome);
  const actor = actors[links.from[link]];
  const isGuarded = net.policies.guarded[link] !== 0;
  if (calls.attempt[call] < links.retries[link]) {
    const again = net.now + pauseSeconds(net, call);
    if (again < calls.giveUpAt[call] && (!isGuarded || net.policies.mayRetry(call))) {
      actor.failed?.(call, outcome);
      const next = tryAgain(net, call, again);
      if (isGuarded) net.policies.retried(call, next);
      return;
    }
  }
  actor.returned?.(calls.parent[call], call, outcome);
}

/**
 * As `Network.send`, for whom something has to be done before the call can depart: it is held back for so long, and nobody's patience
 * with it has begun. The caller sets `giveUpAt`.
 */
export function sendLater(net: Network, link: number, from: number, cls: number, key: number, request: number, seconds: number): number {
  const { calls } = net;
  const call = calls.take(link, from, cls, key, request, net.links.marks[link]);
  calls.bornAt[call] = net.now;
  calls.waiting[call] = 1;
  net.holdBack(call, net.now + seconds);
  return call;
}

/** The pause is over: the new attempt departs. */
export function retry(net: Network, call: number): void {
  net.actors[net.links.from[net.calls.link[call]]].again?.(call);
  net.setOut(call);
}

/** A doubling, capped ceiling, or by full jitter anything below it (Brooker 2015). */
function pauseSeconds(net: Network, call: number): number {
  const { calls, links } = net;
  const link = calls.link[call];
  let ceiling = links.backoffSeconds[link];
  for (let i = 0; i < calls.attempt[call]; i++) ceiling *= 2;
  ceiling = Math.min(ceiling, links.backoffCapSeconds[link]);
  if (links.backoffJitter[link] === 1) return ceiling;
  return ceiling * uniform(links.streams[link], calls.request[call], calls.salt[call] + calls.attempt[call] * 4 + 3);
}

function tryAgain(net: Network, old: number, at: number): number {
  const { calls } = net;
  const call = calls.take(calls.link[old], calls.from[old], calls.cls[old], calls.key[old], calls.request[old], calls.salt[old]);
  calls.bornAt[call] = calls.bornAt[old];
  calls.giveUpAt[call] = calls.giveUpAt[old];
  calls.parent[call] = calls.parent[old];
  calls.session[call] = calls.session[old];
  calls.memo[call] = calls.memo[old];
  calls.scratch[call] = calls.scratch[old];
  calls.attempt[call] = calls.attempt[old] + 1;
  calls.waiting[call] = 1;
  net.holdBack(call, at);
  return call;
}
