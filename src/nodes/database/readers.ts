/**
 * Which server answers a read. Any replica may be behind, so somebody may miss what he has just written, or see a newer state first and
 * an older one after it. Against the first his reads go to the primary for a while; against the second he stays with one replica, or
 * brings along which state he has seen. Only sessions of several requests are anybody's: a request by itself has no past.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import type { Ledger } from '../../engine/ledger.ts';
import { integerBelow, type Stream } from '../../engine/luck.ts';
import { longer } from '../../engine/memory.ts';
import { HEALTH } from '../../engine/plan.ts';
import type { Addresses } from './addresses.ts';
import type { Copies } from './copies.ts';

/** The order of the spec's `readsFrom` and `sessionReads` options. */
const READS_FROM = { replicas: 0, primary: 1 } as const;
const SESSION_READS = { any: 0, stick: 1, version: 2 } as const;

/** Salt of the draw of a session's own replica, and what stands for its number then. */
const OWN_REPLICA = 1;

const floats = ['ownWrite', 'ownAt', 'seen', 'seenAt'] as const;
const ints = ['session', 'ownRow'] as const;

export class Readers {
  /** By the slot of an open session: whose it is, its last write with its row and moment, and the newest state that it has seen, and when. */
  session = new Int32Array(0);
  ownRow = new Int32Array(0);
  ownWrite = new Float64Array(0);
  ownAt = new Float64Array(0);
  seen = new Float64Array(0);
  seenAt = new Float64Array(0);
  private readonly ctx: NodeContext;
  private readonly copies: Copies;
  private readonly ledger: Ledger;
  private readonly addresses: Addresses;
  private readonly placing: Stream;
  private readonly fields;
  private readonly metrics;

  constructor(ctx: NodeContext, copies: Copies, ledger: Ledger, addresses: Addresses) {
    this.ctx = ctx;
    this.copies = copies;
    this.ledger = ledger;
    this.addresses = addresses;
    this.placing = ctx.stream('place');
    ctx.memory.grows(this as unknown as Record<string, Int32Array>, ...ints);
    ctx.memory.grows(this as unknown as Record<string, Float64Array>, ...floats);
    this.fields = {
      readsFrom: ctx.param('readsFrom'),
      ownSeconds: ctx.param('ownWritesSeconds'),
      sessionReads: ctx.param('sessionReads'),
      watch: ctx.param('watchSessions'),
    };
    this.metrics = { missed: ctx.metric('ownWritesMissed'), back: ctx.metric('wentBack') };
  }

  /** The server that a read goes to. */
  place(call: number): number {
    const { net } = this.ctx;
    const primary = this.copies.split.isStray(call) ? this.copies.split.slot : this.addresses.of(call, this.copies.primary);
    if (net.params[this.fields.readsFrom] === READS_FROM.primary || this.isAlone) return primary;
    const open = this.cellOf(call);
    if (open >= 0 && net.now - this.ownAt[open] < net.params[this.fields.ownSeconds]) return primary;
    const asks = open < 0 ? SESSION_READS.any : net.params[this.fields.sessionReads];
    const least = asks === SESSION_READS.version ? Math.max(this.seen[open], this.ownWrite[open]) : 0;
    const isNear = this.count(least, true) > 0;
    const offered = this.count(least, isNear);
    if (offered === 0) return primary;
    const nth =
      asks === SESSION_READS.stick
        ? integerBelow(this.placing, net.calls.session[call], OWN_REPLICA, offered)
        : integerBelow(this.placing, net.calls.request[call], net.saltOf(call), offered);
    return this.nth(nth, least, isNear);
  }

  /** There is no server but the primary. */
  private get isAlone(): boolean {
    const { net, fleet, node } = this.ctx;
    return fleet.servingOf(node) === 1 && net.instances.exists[this.copies.primary] === 1;
  }

  /** A read shows a version of a row. */
  read(call: number, row: number, version: number): void {
    const open = this.cellOf(call);
    if (open < 0) return;
    const { net, firstSlot } = this.ctx;
    const slot = net.calls.to[call];
    // what the session learned while this was on its way says nothing about this
    const came = net.calls.arrivedAt[call];
    if (this.ownRow[open] === row && this.ownAt[open] <= came && version < this.ownWrite[open]) net.meters.values[this.metrics.missed]++;
    if (this.seenAt[open] <= came && version < this.ledger.asOf(row, this.seen[open])) net.meters.values[this.metrics.back]++;
    this.sees(open, this.copies.isPrimary(slot) ? this.ledger.last : this.copies.applying.upTo(slot - firstSlot));
  }

  /** A write is acknowledged. */
  wrote(call: number, row: number, write: number): void {
    const open = this.cellOf(call);
    if (open < 0) return;
    this.ownRow[open] = row;
    this.ownWrite[open] = write;
    this.ownAt[open] = this.ctx.net.now;
  }

  private sees(open: number, upTo: number): void {
    if (upTo <= this.seen[open]) return;
    this.seen[open] = upTo;
    this.seenAt[open] = this.ctx.net.now;
  }

  /** Where an open session's past is kept; -1 when it is nobody's, or nobody wants to know. */
  private cellOf(call: number): number {
    const { net } = this.ctx;
    const { params } = net;
    const isKept = params[this.fields.watch] === 1 || params[this.fields.ownSeconds] > 0 || params[this.fields.sessionReads] > 0;
    if (!isKept) return -1;
    const session = net.calls.session[call];
    const open = net.sessions.slotFor(session);
    if (open < 0) return -1;
    if (open >= this.session.length) this.grow(open);
    if (this.session[open] !== session) {
      this.session[open] = session;
      this.ownRow[open] = -1;
      this.ownWrite[open] = 0;
      this.ownAt[open] = -Infinity;
      this.seen[open] = 0;
      this.seenAt[open] = -Infinity;
    }
    return open;
  }

  /** A driver knows which replicas refuse connections, and leaves them out; silence it does not notice. */
  private isOffered(slot: number, least: number, isNear: boolean): boolean {
    const { copies, ctx } = this;
    if (!copies.isCopy(slot) || ctx.net.instances.health[slot] === HEALTH.crashed) return false;
    if (copies.distances.isFar(slot - ctx.firstSlot) === isNear) return false;
    return least === 0 || copies.applying.upTo(slot - ctx.firstSlot) >= least;
  }

  private count(least: number, isNear: boolean): number {
    const { firstSlot, slots } = this.ctx;
    let count = 0;
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) if (this.isOffered(slot, least, isNear)) count++;
    return count;
  }

  private nth(n: number, least: number, isNear: boolean): number {
    let left = n;
    let slot = this.ctx.firstSlot;
    while (!this.isOffered(slot, least, isNear) || left-- > 0) slot++;
    return slot;
  }

  private grow(open: number): void {
    let length = Math.max(64, this.session.length);
    while (length <= open) length *= 2;
    for (const column of ints) this[column] = longer(this[column], new Int32Array(length).fill(-1));
    for (const column of floats) this[column] = longer(this[column], new Float64Array(length));
  }
}
