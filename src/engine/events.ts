/**
 * Plays events: what is due next happens, and its time becomes now. The innermost loop of a run; its functions stand alone, not in
 * the run's closure, because the compiler fits together only what exists once (docs/performance.md).
 */

import { AT, FLAG, nth, REAL, WHOLE } from './calls.ts';
import { freeze } from './frozen.ts';
import { type Network, OP, OPS } from './network.ts';
import { expire } from './patience.ts';
import { HEALTH } from './plan.ts';
import { retry } from './retries.ts';
import { isExpectedBeside, isExpectedInRow } from './strays.ts';
import { isOfCall } from './timers.ts';

/**
 * @param horizon simulated seconds: events before this moment happen
 * @param most how many at most, a whole number
 * @returns how many happened
 */
export function playEvents(net: Network, horizon: number, most: number): number {
  const { agenda, calls, clock } = net;
  clock.horizon = horizon;
  let events = 0;
  while (events < most) {
    const event = agenda.take();
    if (event === 0) break;
    events++;
    if (!isOfCall(event)) {
      ring(net, event);
      continue;
    }
    const call = event ^ REAL.due;
    if (calls.strays > 0 && !isExpectedInRow(calls, call, clock.now)) continue;
    const op = calls.flags[call | FLAG.dueOp];
    // by far most: nobody hangs, and nothing was held
    if (op === OP.arrive && calls.flags[call | FLAG.at] !== AT.frozen) net.arrive(call);
    else if (op === OP.home && net.instances.ill === 0) net.home(call);
    else happen(net, op, call);
  }
  return events;
}

/** A timer rings: of a node, of a wire, or of a call whose own row had no room. */
function ring(net: Network, event: number): void {
  const { calls, clock } = net;
  const { timers } = net.agenda;
  timers.open(event);
  const { what } = timers;
  if (what < 0) {
    net.actors[~what >> 8].wake?.(~what & 255, timers.arg);
    return;
  }
  const op = what & OPS;
  const call = what ^ op;
  if (op === OP.expire) expire(net, nth(call));
  else if (isExpectedBeside(calls, event, call, op, clock.now)) happen(net, op, call);
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
