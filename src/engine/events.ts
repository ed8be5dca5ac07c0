/**
 * Plays events: what is due next happens, and its time becomes now. The innermost loop of a run; its functions stand alone, not in
 * the run's closure, because the compiler fits together only what exists once (docs/performance.md).
 */

import { AT, FLAG, REAL, WHOLE } from './calls.ts';
import { freeze } from './frozen.ts';
import { type Network, OP } from './network.ts';
import { expire } from './patience.ts';
import { HEALTH } from './plan.ts';
import { retry } from './retries.ts';

/**
 * @param horizon simulated seconds: events before this moment happen
 * @param most how many at most, a whole number
 * @returns how many happened
 */
export function playEvents(net: Network, horizon: number, most: number): number {
  const { agenda, calls, clock } = net;
  clock.horizon = horizon;
  let events = 0;
  while (events < most && agenda.take()) {
    const { op, arg } = agenda;
    events++;
    if (op >= OP.wake) net.actors[op >>> 8].wake?.((op & 255) - OP.wake, arg);
    else if (op === OP.expire) expire(net, arg);
    // else it is left over from something a fault undid
    else if (calls.reals[arg | REAL.due] === clock.now && calls.flags[arg | FLAG.dueOp] === op) {
      calls.reals[arg | REAL.due] = -1;
      // by far most: nobody hangs, and nothing was held
      if (op === OP.arrive && calls.flags[arg | FLAG.at] !== AT.frozen) net.arrive(arg);
      else if (op === OP.home && net.instances.ill === 0) net.home(arg);
      else happen(net, op, arg);
    }
  }
  return events;
}

/** The next thing of a call, the one that it waits for. */
function happen(net: Network, op: number, call: number): void {
  if (op === OP.arrive) {
    if (net.calls.flags[call | FLAG.at] === AT.frozen) admit(net, call);
    else net.arrive(call);
  } else if (op === OP.served) {
    served(net, call);
  } else if (net.instances.ill > 0 && isHeld(net, call)) {
    freeze(net, call, net.calls.wholes[call | WHOLE.from], op);
  } else if (op === OP.home) {
    net.home(call);
  } else {
    retry(net, call);
  }
}

/** Whether a call that comes home, or sets out again, is held at its caller, which hangs. */
function isHeld({ instances, calls }: Network, call: number): boolean {
  return instances.health[calls.wholes[call | WHOLE.from]] === HEALTH.hung && calls.flags[call | FLAG.waiting] === 1;
}

/** A call held at the door of a hung instance gets in at last. */
function admit(net: Network, call: number): void {
  net.calls.flags[call | FLAG.at] = AT.inside;
  net.actors[net.instances.nodeOf[net.calls.wholes[call | WHOLE.to]]].receive(call);
}

function served(net: Network, call: number): void {
  const { instances } = net;
  const slot = net.calls.wholes[call | WHOLE.to];
  if (instances.ill > 0 && instances.health[slot] === HEALTH.hung) freeze(net, call, slot, OP.served);
  else {
    net.follower?.served(call);
    net.actors[instances.nodeOf[slot]].served?.(call);
  }
}
