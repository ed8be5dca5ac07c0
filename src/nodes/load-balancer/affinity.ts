/**
 * Whose requests belong together. A sticky balancer sends a session where its cookie, or the client's address, says; one of layer 4
 * sends all of a connection where its first went; and a connection that is new costs a handshake where TLS ends here.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import type { HealthChecks } from '../../engine/checks.ts';
import { ringPlace } from '../../engine/ring.ts';
import { Bindings } from './bindings.ts';

/** In the order of the spec's options. */
const LAYER = { http: 0, tcp: 1 } as const;
const STICKY = { off: 0, cookie: 1, address: 2 } as const;
const HASH_ON = { address: 0, session: 1, key: 2 } as const;
/** The place of `consistent-hash` among the algorithms: the only one that asks what to hash. */
const consistentHash = 8;

/** How a request is told apart by what it belongs to. */
const BY = { nothing: 0, session: 1, address: 2, connection: 3 } as const;

/** Cells: one of `BY`; 1 = connections are counted; 1 = they begin with a handshake. */
const BOUND_BY = 0;
const COUNTS = 1;
const SHAKES = 2;

export class Affinity {
  private readonly ctx: NodeContext;
  private readonly checks: HealthChecks;
  /** Cookies, or the balancer's table of addresses. */
  private readonly stuck: Bindings;
  private readonly connections: Bindings;
  private readonly cells: Int32Array;
  /** Per target: 1 once it is known to be on its way out. */
  private readonly drains: Uint8Array;
  private readonly places;

  constructor(ctx: NodeContext, checks: HealthChecks, targets: number) {
    this.ctx = ctx;
    this.checks = checks;
    this.stuck = new Bindings(ctx.memory, targets);
    this.connections = new Bindings(ctx.memory, targets);
    this.cells = ctx.memory.i32(3);
    this.drains = ctx.memory.u8(targets);
    this.places = {
      algorithm: ctx.param('algorithm'),
      hashOn: ctx.param('hashOn'),
      layer: ctx.param('layer'),
      sticky: ctx.param('sticky'),
      stickySeconds: ctx.param('stickySeconds'),
      stickyCpuPercent: ctx.param('stickyCpuPercent'),
      tls: ctx.param('tls'),
      tlsMs: ctx.param('tlsMs'),
      keepAliveSeconds: ctx.param('keepAliveSeconds'),
      drainSeconds: ctx.param('drainSeconds'),
      stuckSessions: ctx.metric('stuckSessions'),
      stickyImbalance: ctx.metric('stickyImbalance'),
      movedSessions: ctx.metric('movedSessions'),
      handshakes: ctx.metric('handshakes'),
      opened: ctx.metric('openedConnections'),
      connections: ctx.metric('connections'),
    };
  }

  /** Reads what is set now. @returns whether any of it asks who a request belongs to */
  takeParams(): boolean {
    const { params } = this.ctx.net;
    const { cells, places } = this;
    const isTcp = params[places.layer] === LAYER.tcp;
    const sticky = isTcp ? STICKY.off : params[places.sticky];
    cells[BOUND_BY] = isTcp ? BY.connection : sticky === STICKY.cookie ? BY.session : sticky === STICKY.address ? BY.address : BY.nothing;
    cells[SHAKES] = !isTcp && params[places.tls] === 1 ? 1 : 0;
    cells[COUNTS] = isTcp || cells[SHAKES] === 1 ? 1 : 0;
    if (sticky === STICKY.off) this.stuck.clear();
    if (cells[COUNTS] === 0) this.connections.clear();
    return cells[BOUND_BY] !== BY.nothing || cells[COUNTS] === 1;
  }

  /** What handing on costs, over what it costs without looking for a session's server. */
  burden(): number {
    const by = this.cells[BOUND_BY];
    return by === BY.session || by === BY.address ? 1 + this.ctx.net.params[this.places.stickyCpuPercent] / 100 : 1;
  }

  /** Processor time of the handshake that a request's connection begins with; 0 when it is open already. */
  handshakeSeconds(call: number): number {
    if (this.cells[SHAKES] === 0) return 0;
    const { net } = this.ctx;
    const session = net.calls.session[call];
    if (session >= 0 && this.connections.find(session, net.now, net.params[this.places.keepAliveSeconds]) >= 0) return 0;
    if (session >= 0) this.connections.bind(session, 0, net.now);
    net.meters.values[this.places.handshakes]++;
    net.meters.values[this.places.opened]++;
    return net.params[this.places.tlsMs] / 1000;
  }

  /** The target that a request must go to because of those before it; -1 when it is free. */
  held(call: number): number {
    const by = this.cells[BOUND_BY];
    if (by === BY.nothing) return -1;
    const { net } = this.ctx;
    const session = net.calls.session[call];
    if (session < 0) return -1;
    const { params, now } = net;
    const target =
      by === BY.connection
        ? this.connections.find(session, now, params[this.places.keepAliveSeconds])
        : this.stuck.find(this.whoIs(session), now, params[this.places.stickySeconds]);
    return target >= 0 && this.checks.takesKnown(target) ? target : -1;
  }

  /** From now on a request's session, or connection, belongs to this target. */
  hold(call: number, target: number): void {
    const by = this.cells[BOUND_BY];
    const { net } = this.ctx;
    const session = net.calls.session[call];
    // it has none, or none to a server that is there; whoever has no session opens one for each request
    if (by === BY.connection) net.meters.values[this.places.opened]++;
    if (by === BY.nothing || session < 0) return;
    if (by === BY.connection) {
      this.connections.bind(session, target, net.now);
      return;
    }
    const who = this.whoIs(session);
    const before = this.stuck.find(who, net.now, net.params[this.places.stickySeconds]);
    if (before === target) return;
    if (before >= 0) net.meters.values[this.places.movedSessions]++;
    this.stuck.bind(who, target, net.now);
  }

  /** A connection of layer 4 has ended badly: its client opens another. */
  broke(call: number): void {
    const session = this.ctx.net.calls.session[call];
    if (session >= 0 && this.cells[BOUND_BY] === BY.connection) this.connections.release(session);
  }

  /** Where a request stands on a ring, by the sender or by what is asked for; -1 without either. */
  placeOf(call: number): number {
    const { calls, params } = this.ctx.net;
    const on = params[this.places.algorithm] === consistentHash ? params[this.places.hashOn] : HASH_ON.address;
    if (on === HASH_ON.key) return ringPlace(calls.key[call]);
    const session = calls.session[call];
    if (session < 0) return -1;
    return ringPlace(on === HASH_ON.session ? session : this.ctx.net.sessions.addressOf(session));
  }

  /** Targets have come or go: those that go stay for the sessions and connections that they have, as long as draining takes. */
  drain(slotOf: readonly number[]): void {
    const { net } = this.ctx;
    const { draining, keptUntil } = net.instances;
    for (let target = 0; target < slotOf.length; target++) {
      const slot = slotOf[target];
      if (draining[slot] === 0) {
        keptUntil[slot] = 0;
        this.drains[target] = 0;
      } else if (this.drains[target] === 0) {
        this.drains[target] = 1;
        if (this.isHeld(target)) keptUntil[slot] = Math.max(keptUntil[slot], net.now + net.params[this.places.drainSeconds]);
      }
    }
  }

  private isHeld(target: number): boolean {
    return this.cells[BOUND_BY] !== BY.nothing && (this.stuck.perTarget[target] > 0 || this.connections.perTarget[target] > 0);
  }

  /** Connections end with the balancer; cookies are the clients'. */
  crashed(): void {
    this.connections.clear();
    if (this.cells[BOUND_BY] === BY.address) this.stuck.clear();
  }

  measure(): void {
    const { net } = this.ctx;
    const { params, now } = net;
    const { values } = net.meters;
    this.stuck.expire(now, params[this.places.stickySeconds]);
    this.connections.expire(now, params[this.places.keepAliveSeconds]);
    values[this.places.stuckSessions] = this.stuck.size;
    values[this.places.connections] = this.cells[COUNTS] === 1 ? this.connections.size : -1;
    values[this.places.stickyImbalance] = this.imbalance();
  }

  private imbalance(): number {
    const { ready, readyCount } = this.checks;
    let most = 0;
    let all = 0;
    for (let i = 0; i < readyCount; i++) {
      const count = this.stuck.perTarget[ready[i]];
      most = Math.max(most, count);
      all += count;
    }
    return all === 0 ? -1 : (most * readyCount) / all;
  }

  private whoIs(session: number): number {
    return this.cells[BOUND_BY] === BY.address ? this.ctx.net.sessions.addressOf(session) : session;
  }
}
