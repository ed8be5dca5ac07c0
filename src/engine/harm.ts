/**
 * What befalls wires: slower, losing messages, silent one way or both, refused at the handshake. A message is lost where it would
 * arrive, so what is under way when a wire falls silent is lost, too. Nobody is told: callers wait as long as they have patience.
 */

import { AT, type Calls } from './calls.ts';
import { SPENT } from './follow/story.ts';
import { type Stream, streamOf, uniform } from './luck.ts';
import type { Memory } from './memory.ts';
import { LINK_FAULT, type Plan } from './plan.ts';

export class Harm {
  /** 1 for wires that something has befallen. */
  readonly any: Uint8Array;
  /** Value of each fault, 0 = not so: `link + fault * links`. */
  private readonly values: Float64Array;
  private readonly count: number;
  private readonly calls: Calls;
  private readonly streams: readonly Stream[];
  private readonly turned: (link: number, isHarmed: boolean) => void;

  /** @param turned is told of wires whenever something befalls them, or is over */
  constructor(memory: Memory, plan: Plan, calls: Calls, turned: (link: number, isHarmed: boolean) => void) {
    this.turned = turned;
    this.count = plan.links.length;
    this.any = memory.u8(this.count);
    this.values = memory.f64(this.count * LINK_FAULT.count);
    this.calls = calls;
    this.streams = plan.links.map((link) => streamOf(plan.seed, 'loss', plan.nodes[link.from].id, plan.nodes[link.to].id));
  }

  /** @param value latency in seconds, loss and leak as shares, else 1; 0 = over */
  set(link: number, fault: number, value: number): void {
    const { values, count } = this;
    values[link + fault * count] = value;
    let any = 0;
    for (let each = link; each < values.length; each += count) if (values[each] > 0) any = 1;
    this.any[link] = any;
    this.turned(link, any === 1);
  }

  is(link: number, fault: number): boolean {
    return this.values[link + fault * this.count] > 0;
  }

  /** More seconds on each way. */
  delay(link: number): number {
    return this.values[link + LINK_FAULT.latency * this.count];
  }

  /** Share of messages, each way, that get lost. */
  loss(link: number): number {
    return this.values[link + LINK_FAULT.loss * this.count];
  }

  /** Whether a message that would arrive now does not. @param back 1 for an answer */
  swallows(call: number, back: 0 | 1): boolean {
    const { calls } = this;
    const link = calls.link[call];
    if (this.is(link, LINK_FAULT.partition) || this.is(link, back === 1 ? LINK_FAULT.answersLost : LINK_FAULT.requestsLost)) return true;
    const loss = this.values[link + LINK_FAULT.loss * this.count];
    if (loss === 0) return false;
    return uniform(this.streams[link], calls.request[call], calls.salt[call] + calls.attempt[call] * 4 + back) < loss;
  }

  /** Whether the caller forgets to give back the connection of a call that is over. */
  leaks(call: number): boolean {
    const { calls } = this;
    const link = calls.link[call];
    if (this.any[link] === 0) return false;
    const share = this.values[link + LINK_FAULT.poolLeak * this.count];
    return share > 0 && uniform(this.streams[link], calls.request[call], calls.salt[call] + calls.attempt[call] * 4 + 2) < share;
  }

  /** The message is gone. Who waits for it goes on waiting; what nobody waits for leaves no trace. */
  lose(call: number): void {
    const { calls } = this;
    calls.follower?.doing(call, SPENT.lost);
    if (calls.waiting[call] === 0) calls.free(call);
    else calls.at[call] = AT.lost;
  }
}
