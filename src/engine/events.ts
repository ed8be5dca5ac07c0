/**
 * Plays events: what is due next happens, and its time becomes now. The innermost loop of a run; its functions stand alone, not in
 * the run's closure, because the compiler fits together only what exists once (docs/performance.md).
 */

import { AT } from './calls.ts';
import { freeze } from './frozen.ts';
import { type Network, OP } from './network.ts';
import { expire } from './patience.ts';
import { HEALTH } from './plan.ts';
import { retry } from './retries.ts';

/**
 * @param horizon simulated seconds: events before this moment happen
 * @param most how many at most
 * @returns how many happened
 */
export function playEvents(net: Network, horizon: number, most: number): number {
  const { agenda } = net;
  let events = 0;
  while (events < most && agenda.next(horizon)) {
    const { op, arg } = agenda;
    if (op >= OP.wake) net.actors[op >>> 8].wake?.((op & 255) - OP.wake, arg);
    else if (op === OP.expire) expire(net, arg);
    else happen(net, op, arg);
    events++;
  }
  return events;
}

/** The next thing of a call. An event that is not the one its call waits for is left over from something a fault undid. */
function happen(net: Network, op: number, call: number): void {
  const { calls } = net;
  if (calls.due[call] !== net.clock[0] || calls.dueOp[call] !== op) return;
  calls.due[call] = -1;
  if (op === OP.arrive) {
    if (calls.at[call] === AT.frozen) net.admit(call);
    else net.arrive(call);
  } else if (op === OP.served) {
    served(net, call);
  } else if (net.instances.health[calls.from[call]] === HEALTH.hung && calls.waiting[call] === 1) {
    freeze(net, call, calls.from[call], op);
  } else if (op === OP.home) {
    net.home(call);
  } else {
    retry(net, call);
  }
}

function served(net: Network, call: number): void {
  const { instances } = net;
  const slot = net.calls.to[call];
  if (instances.health[slot] === HEALTH.hung) freeze(net, call, slot, OP.served);
  else net.actors[instances.nodeOf[slot]].served?.(call);
}
