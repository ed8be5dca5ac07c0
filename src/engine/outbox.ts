/**
 * What a store wired to a queue tells it: every write, from its log, after the commit. Entries are rows of the same transaction, so they
 * survive what the write survives and are lost with it; each is sent until the queue has it, so it may come twice but never not at all.
 */

import type { NodeContext } from './behavior.ts';
import { Chain } from './chain.ts';
import { longer } from './memory.ts';
import { CLASS, OUTCOME } from './plan.ts';

/** Who of a store's instances speaks to other parts on its own account. */
export interface Speaker {
  /** Instance slot of who sends now; -1 = nobody can. */
  speaker(): number;
}

/** What the outbox has to know of the store that it belongs to. */
export interface Sender extends Speaker {
  /** Whether a write has been lost: then nobody is to be told of it. */
  isLost(write: number): boolean;
}

/** Pause after a failed sending. */
const againSeconds = 1;

const ints = ['key', 'request', 'call'] as const;

export class Outbox {
  key = new Int32Array(0);
  request = new Int32Array(0);
  /** The call that brings it to the queue; -1 = none does. */
  call = new Int32Array(0);
  write = new Float64Array(0);
  private readonly ctx: NodeContext;
  private readonly sender: Sender;
  private readonly timer: number;
  private readonly links: readonly number[];
  private readonly kept: Chain;
  private readonly unused: Chain;
  /** When those that could not be sent are sent again; -1 = none wait for that. */
  private readonly againAt: Float64Array;

  /** @param timer the store's own timer code that is to call `ring` */
  constructor(ctx: NodeContext, sender: Sender, timer: number) {
    const { memory } = ctx;
    this.ctx = ctx;
    this.sender = sender;
    this.timer = timer;
    this.links = ctx.linksTo('queue');
    this.kept = new Chain(memory);
    this.unused = new Chain(memory);
    this.againAt = memory.f64(1).fill(-1);
    memory.grows(this as unknown as Record<string, Int32Array>, ...ints);
    memory.grows(this as unknown as Record<'write', Float64Array>, 'write');
  }

  /** A write has been committed. */
  add(write: number, key: number, request: number): void {
    if (this.links.length === 0) return;
    if (this.unused.first < 0) this.grow();
    const entry = this.unused.first;
    this.unused.remove(entry);
    this.kept.append(entry);
    this.key[entry] = key;
    this.request[entry] = request;
    this.write[entry] = write;
    this.call[entry] = -1;
    if (this.sender.speaker() >= 0) this.send(entry);
  }

  private send(entry: number): void {
    const { net } = this.ctx;
    const link = this.links[this.write[entry] % this.links.length];
    const call = net.send(link, this.sender.speaker(), -1, -1, CLASS.job, this.key[entry], this.request[entry], this.write[entry]);
    net.calls.scratch[call] = entry;
    net.calls.memo[call] = this.write[entry];
    this.call[entry] = call;
  }

  /** @param child a call to the queue */
  returned(child: number, outcome: number): void {
    const { net, node } = this.ctx;
    const entry = net.calls.scratch[child];
    // otherwise somebody else has sent it meanwhile
    if (this.call[entry] !== child || this.write[entry] !== net.calls.memo[child]) return;
    this.call[entry] = -1;
    if (outcome === OUTCOME.ok) {
      this.drop(entry);
      return;
    }
    if (this.againAt[0] >= 0) return;
    this.againAt[0] = net.now + againSeconds;
    net.wake(node, this.timer, 0, this.againAt[0]);
  }

  /** @param child a new attempt of a call to the queue */
  again(child: number): void {
    const { calls } = this.ctx.net;
    const entry = calls.scratch[child];
    if (this.write[entry] === calls.memo[child]) this.call[entry] = child;
  }

  ring(): void {
    if (this.againAt[0] !== this.ctx.net.now) return;
    this.againAt[0] = -1;
    this.goOn();
  }

  /** Who sent is dead or speaks no more: nobody hears the answers. */
  forgetCalls(): void {
    for (let entry = this.kept.first; entry >= 0; entry = this.kept.next(entry)) this.call[entry] = -1;
  }

  /** Sends what is not on its way, if there is anybody to do it. */
  goOn(): void {
    if (this.links.length === 0 || this.sender.speaker() < 0) return;
    for (let entry = this.kept.first; entry >= 0; ) {
      const next = this.kept.next(entry);
      if (this.sender.isLost(this.write[entry])) this.drop(entry);
      else if (this.call[entry] < 0) this.send(entry);
      entry = next;
    }
  }

  private drop(entry: number): void {
    this.kept.remove(entry);
    this.write[entry] = -1;
    this.unused.append(entry);
  }

  private grow(): void {
    const before = this.write.length;
    const length = Math.max(64, before * 2);
    for (const column of ints) this[column] = longer(this[column], new Int32Array(length));
    this.write = longer(this.write, new Float64Array(length));
    for (let entry = before; entry < length; entry++) this.unused.append(entry);
  }
}
