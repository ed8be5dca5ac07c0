/**
 * How instances die, fall silent, slow down and come back. Crash: everything inside is lost and every caller knows after one
 * trip. Hang: nothing moves and nobody is told; what was inside goes on where it stopped when the instance comes to itself.
 */

import { AT, rowCells } from './calls.ts';
import { freeze } from './frozen.ts';
import { SLOW_BY } from './instances.ts';
import { METER, type Network, OP } from './network.ts';
import { giveUp } from './patience.ts';
import { HEALTH, OUTCOME } from './plan.ts';

export function crash(net: Network, slot: number): void {
  const { instances, calls, meters } = net;
  if ((instances.exists[slot] === 0 && instances.draining[slot] === 0) || instances.health[slot] === HEALTH.crashed) return;
  instances.setHealth(slot, HEALTH.crashed);
  instances.slowDown(slot, SLOW_BY.fault, 1);
  forgetOwnCalls(net, slot);
  net.policies.callerCrashed(slot);
  instances.frozenFirst[slot] = -1;
  instances.frozenLast[slot] = -1;
  net.actors[instances.nodeOf[slot]].crashed?.(slot);
  net.watched?.died(slot);
  const now = net.now;
  for (let call = 0; call < calls.used; call += rowCells) {
    if (calls.to[call] !== slot) continue;
    const at = calls.at[call];
    if (at === AT.inside || at === AT.frozen) {
      if (calls.link[call] < 0) calls.free(call);
      else net.reply(call, OUTCOME.refused);
    } else if (at === AT.returning && calls.departAt[call] > now) {
      // its answer was known beforehand, but had not left
      if (calls.outcome[call] === OUTCOME.ok) {
        meters.values[METER.completed * instances.count + slot]--;
        meters.values[METER.failed * instances.count + slot]++;
      }
      calls.outcome[call] = OUTCOME.refused;
    } else if (at === AT.returning && calls.departAt[call] < 0) {
      // the same, of one that had fallen silent before it died
      calls.outcome[call] = OUTCOME.refused;
      net.schedule(call, OP.home, now + homeward(net, call));
    }
  }
  instances.heldBusy[slot] = 0;
  empty(net, busyOf(net, slot));
  empty(net, METER.queue * instances.count + slot);
}

/** The dead instance's own questions: nobody is left to hear the answers. */
function forgetOwnCalls(net: Network, slot: number): void {
  const { calls } = net;
  for (let call = 0; call < calls.used; call += rowCells) {
    if (calls.waiting[call] === 0 || calls.from[call] !== slot || calls.at[call] === AT.none) continue;
    net.links.unlist(call);
    calls.waiting[call] = 0;
    calls.parent[call] = -1;
    net.policies.forget(call);
    // an answer frozen at the door is not coming home by itself any more, a retry has nobody to send it; one that is frozen where
    // it was made is still in that instance's line and comes when it comes
    const frozenHome = calls.at[call] === AT.returning && calls.dueAt(call) < 0 && calls.departAt[call] >= 0;
    const at = calls.at[call];
    const frozenTurnedAway = at === AT.turnedAway && calls.dueAt(call) < 0;
    if (at === AT.backoff || at === AT.lost || at === AT.inLine || frozenTurnedAway || frozenHome) calls.free(call);
  }
}

export function hang(net: Network, slot: number): void {
  const { instances, calls, meters } = net;
  if (!instances.isUp(slot)) return;
  instances.setHealth(slot, HEALTH.hung);
  const now = net.now;
  for (let call = 0; call < calls.used; call += rowCells) {
    if (calls.to[call] !== slot) continue;
    const at = calls.at[call];
    const isReady = at === AT.returning && calls.departAt[call] > now;
    const isServed = at === AT.inside && calls.dueOp[call] === OP.served && calls.dueAt(call) >= now;
    if (!isReady && !isServed) continue;
    const left = (isReady ? calls.departAt[call] : calls.dueAt(call)) - now;
    freeze(net, call, slot, isReady ? OP.home : OP.served);
    calls.departAt[call] = -left;
  }
  // servers stay taken, but none of them computes
  instances.heldBusy[slot] = meters.values[busyOf(net, slot)];
  empty(net, busyOf(net, slot));
  net.actors[instances.nodeOf[slot]].hung?.(slot);
}

export function slow(net: Network, slot: number, factor: number): void {
  net.instances.slowDown(slot, SLOW_BY.fault, factor);
}

/** Well again after a crash or a hang; what was slow for another reason stays so. */
export function revive(net: Network, slot: number): void {
  const factor = net.instances.slownessBy(slot, SLOW_BY.fault);
  recover(net, slot);
  net.instances.slowDown(slot, SLOW_BY.fault, factor);
}

export function recover(net: Network, slot: number): void {
  const { instances } = net;
  const before = instances.health[slot];
  instances.slowDown(slot, SLOW_BY.fault, 1);
  instances.setHealth(slot, HEALTH.up);
  if (before === HEALTH.hung) thaw(net, slot);
  net.actors[instances.nodeOf[slot]].recovered?.(slot);
}

/** First the patience that ended meanwhile, then what was held, in the order it came. */
function thaw(net: Network, slot: number): void {
  const { instances, calls } = net;
  const now = net.now;
  for (let call = 0; call < calls.used; call += rowCells) {
    const overdue = calls.waiting[call] === 1 && calls.from[call] === slot && calls.at[call] !== AT.none && calls.deadline[call] <= now;
    if (!overdue || calls.at[call] === AT.backoff) continue;
    net.links.unlist(call);
    giveUp(net, call);
  }
  net.meters.shift(busyOf(net, slot), instances.heldBusy[slot]);
  instances.heldBusy[slot] = 0;
  let call = instances.frozenFirst[slot];
  instances.frozenFirst[slot] = -1;
  instances.frozenLast[slot] = -1;
  while (call >= 0) {
    const next = calls.next[call];
    const op = calls.dueOp[call];
    // work and answers of its own that were stopped have their rest before them; what waited at the door comes now
    const left = calls.to[call] === slot && calls.departAt[call] < 0 ? -calls.departAt[call] : 0;
    const way = left > 0 && op === OP.home ? homeward(net, call) : 0;
    if (left > 0) calls.departAt[call] = now + left;
    net.schedule(call, op, now + left + way);
    net.follower?.thawed(call, left, left > 0 && op === OP.home);
    if (op === OP.served) calls.at[call] = AT.inside;
    call = next;
  }
}

/** An answer that was ready when its instance hung still has the way home before it. */
function homeward(net: Network, call: number): number {
  return net.links.delaySeconds[net.calls.link[call]];
}

const busyOf = (net: Network, slot: number) => METER.utilization * net.instances.count + slot;

function empty(net: Network, level: number): void {
  net.meters.shift(level, -net.meters.values[level]);
}
