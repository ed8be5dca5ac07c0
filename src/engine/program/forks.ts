/**
 * Calls that a request makes at the same time, and how they come together again. What is still out and how many answers are needed
 * stands in the request's `scratch`. A request goes on when it has enough answers, and fails as soon as it cannot get them any more;
 * either way calls may still be out then. Their work goes on, and when they come home their request may be gone and its place taken:
 * a branch knows its request by its salt, which was made of the request's own.
 */

import type { NodeContext } from '../behavior.ts';
import { AT, type Calls } from '../calls.ts';
import type { Network } from '../network.ts';
import { SALT } from './salts.ts';

/** Salts of branches lie this far apart, so that branches and attempts never meet; with its inverse modulo 2^20. */
const stride = 0x9e377;
const inverse = 255559;
const strideBits = 0xfffff;
/** What is left of a salt by `send` is 26 bits, the lowest six of them the step: a link's mark begins above those. */
const saltBits = 0x3ffffff;

/** More calls than one request may have out. */
const mostOut = 0x8000;

export const JOIN = { waits: 0, enough: 1, hopeless: 2, stranger: 3 } as const;

export class Forks {
  private readonly net: Network;
  private readonly calls: Calls;
  private readonly slotsOf: readonly number[];

  constructor({ net, plan }: NodeContext) {
    this.net = net;
    this.calls = net.calls;
    this.slotsOf = plan.nodes.map(({ slots }) => slots);
  }

  /** Whether a call is one of several. */
  isBranch(child: number): boolean {
    return ((this.calls.salt[child] >>> 6) & 63) === SALT.fork;
  }

  /** `count` calls go out now. @param quorum answers that are enough; 0, or more than there are calls, means all */
  begin(call: number, count: number, quorum: number): void {
    this.calls.scratch[call] = count * mostOut + (quorum === 0 ? count : Math.min(quorum, count));
  }

  /** Salt for branch `branch`, counted from 0. @param salt of the request's first call of this kind */
  saltOf(salt: number, branch: number): number {
    return salt + (Math.imul(branch + 1, stride) & strideBits) * 64;
  }

  /** An answer, or its failure, has come. @param salt as given to `saltOf`, had the request given it out now */
  join(call: number, child: number, ok: boolean, salt: number, most: number): number {
    if (!this.isOwn(call, child, salt, most)) return JOIN.stranger;
    const { scratch } = this.calls;
    const out = Math.floor(scratch[call] / mostOut) - 1;
    const needed = (scratch[call] % mostOut) - (ok ? 1 : 0);
    scratch[call] = out * mostOut + needed;
    if (needed === 0) return JOIN.enough;
    return out < needed ? JOIN.hopeless : JOIN.waits;
  }

  /** The instance of a link's callee whose turn it is, -1 where there is only one: then the callee's kind chooses. */
  instanceInTurn(link: number, turn: number): number {
    const { instances, links } = this.net;
    const node = links.to[link];
    const first = instances.first[node];
    let count = 0;
    for (let slot = first; slot < first + this.slotsOf[node]; slot++) count += instances.exists[slot];
    if (count < 2) return -1;
    let slot = first;
    for (let left = turn % count; left > 0 || instances.exists[slot] === 0; slot++) left -= instances.exists[slot];
    return slot;
  }

  private isOwn(call: number, child: number, salt: number, most: number): boolean {
    const { calls } = this;
    if (calls.at[call] !== AT.inside || calls.to[call] !== calls.from[child] || calls.request[call] !== calls.request[child]) return false;
    const branch = this.branchOf(child, salt);
    return branch >= 1 && branch <= most;
  }

  /** Which of several calls one is, counted from 1; 0 = none of them. @param salt as given to `saltOf` */
  branchOf(child: number, salt: number): number {
    const { calls } = this;
    const sent = ((calls.salt[child] ^ this.net.links.marks[calls.link[child]]) >>> 6) & saltBits;
    const apart = (sent - salt) & saltBits;
    return (apart & 63) === 0 ? Math.imul(apart >>> 6, inverse) & strideBits : 0;
  }
}
