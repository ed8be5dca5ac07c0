/** What would happen to calls of, or at, an instance that hangs: it is held, in the order it came, until the instance comes to itself. */

import { AT } from './calls.ts';
import type { Network } from './network.ts';

/** Holds an event of a call until an instance comes to itself. */
export function freeze(net: Network, call: number, slot: number, op: number): void {
  const { calls, instances } = net;
  if (calls.at[call] === AT.inLine) net.policies.tooLongInLine(call);
  net.follower?.frozen(call);
  const isAnswer = calls.at[call] === AT.returning || calls.at[call] === AT.turnedAway;
  if (!isAnswer) {
    calls.at[call] = AT.frozen;
    calls.departAt[call] = 0;
  }
  calls.forgo(call);
  calls.dueOp[call] = op;
  calls.next[call] = -1;
  const last = instances.frozenLast[slot];
  if (last < 0) instances.frozenFirst[slot] = call;
  else calls.next[last] = call;
  instances.frozenLast[slot] = call;
}
