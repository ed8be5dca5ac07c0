/**
 * Whether a request's session is known here. A stateful server remembers sessions in the memory of each instance, and they die with it;
 * a stateless one asks a session store, where one is wired. Who is not remembered is sent to the login page: his answer is a redirect,
 * and his browser asks again with a password.
 */

import { ASK, FOUND } from '../../engine/asks.ts';
import type { NodeContext } from '../../engine/behavior.ts';
import { integerBelow, type Stream } from '../../engine/luck.ts';
import { CLASS, OUTCOME } from '../../engine/plan.ts';
import { SALT, saltOfStep } from '../../engine/program/salts.ts';
import { type Doorkeeper, type Host, type PageMaker, STEP } from '../../engine/program/steps.ts';
import { COOKIE } from '../../engine/sessions.ts';
import { SessionTable } from '../../engine/sessionTable.ts';

/** What comes of a request: its page can be made, its caller is sent to the login page, or a store has been asked. */
const MEETS = { known: 0, redirected: 1, asked: 2 } as const;

/** The order of the field's options. */
const STATE = { stateless: 0, stateful: 1 } as const;

const kilo = 1000;

export class Remembering implements Doorkeeper {
  private readonly ctx: NodeContext;
  private readonly host: Host;
  private readonly maker: PageMaker;
  private readonly tables: readonly SessionTable[];
  private readonly stores: readonly number[];
  private readonly homes: Stream;
  /** One cell: 1 while anything here asks whose session a request is of. */
  private readonly on: Uint8Array;
  private readonly fields;
  private readonly metrics;

  constructor(ctx: NodeContext, host: Host, maker: PageMaker) {
    this.ctx = ctx;
    this.host = host;
    this.maker = maker;
    this.tables = Array.from({ length: ctx.slots }, () => new SessionTable(ctx.memory));
    this.stores = ctx.linksTo('sessions');
    this.homes = ctx.stream('session home');
    this.fields = { state: ctx.param('state'), sizeKB: ctx.param('sessionKB'), ttl: ctx.param('sessionTtlSeconds') };
    this.on = ctx.memory.u8(1);
    this.decide();
    this.metrics = { lost: ctx.metric('lostSessions'), held: ctx.metric('sessionsHeld'), memory: ctx.metric('sessionMB') };
  }

  private get isStateful(): boolean {
    return this.ctx.net.params[this.fields.state] === STATE.stateful;
  }

  /** Whether anything here asks whose session a request is of. */
  get isOn(): boolean {
    return this.on[0] === 1;
  }

  private decide(): void {
    this.on[0] = this.stores.length > 0 || this.isStateful ? 1 : 0;
  }

  /** A request has computed: its page is made if its session is known. */
  admit(call: number): void {
    this.ctx.net.calls.stage[call] = STEP.recall;
    this.meet(call, this.recall(call));
  }

  /** The page is made: whoever has logged in is remembered before he is told, and what a write changed of a session is kept. */
  keep(call: number): void {
    const { calls } = this.ctx.net;
    if (calls.cls[call] === CLASS.login) {
      calls.stage[call] = STEP.remember;
      this.meet(call, this.remember(call));
      return;
    }
    if (calls.cls[call] === CLASS.write) this.update(call);
    this.host.finish(call, OUTCOME.ok);
  }

  /** The store has answered well. */
  answered(call: number, child: number): void {
    const { sessions, calls } = this.ctx.net;
    const session = calls.session[call];
    let meets: number = MEETS.known;
    if (calls.scratch[child] === ASK.remember) sessions.setCookie(session, calls.memo[child]);
    else if (calls.memo[child] !== FOUND.yes && sessions.cookieOf(session) !== COOKIE.unknown) meets = this.lose(session);
    this.meet(call, meets);
  }

  private meet(call: number, meets: number): void {
    if (meets === MEETS.asked) return;
    if (meets === MEETS.redirected || this.ctx.net.calls.stage[call] === STEP.remember) this.host.finish(call, OUTCOME.ok);
    else this.maker.makePage(call);
  }

  /** A request other than a login wants its page. @returns one of `MEETS` */
  private recall(call: number): number {
    const { sessions, calls, now, params } = this.ctx.net;
    const session = calls.session[call];
    const cookie = sessions.cookieOf(session);
    if (calls.cls[call] === CLASS.login) return MEETS.known;
    if (cookie === COOKIE.lost) return MEETS.redirected;
    if (cookie === COOKIE.none) return this.remember(call);
    if (!this.isStateful) {
      this.send(call, ASK.recall, Math.max(0, cookie), SALT.recall);
      return MEETS.asked;
    }
    if (cookie === COOKIE.unknown) return MEETS.known;
    const known = this.tableOf(call).recall(session, now, params[this.fields.ttl]);
    return known === cookie ? MEETS.known : this.lose(session);
  }

  /** A login is right, or somebody comes for the first time: from now on the session is known. */
  private remember(call: number): number {
    const { sessions, calls, now, params } = this.ctx.net;
    const session = calls.session[call];
    const login = sessions.newLogin();
    if (!this.isStateful) {
      this.send(call, ASK.remember, login, SALT.remember);
      return MEETS.asked;
    }
    if (sessions.cookieOf(session) === COOKIE.unknown) return MEETS.known;
    this.tableOf(call).remember(session, login, now, params[this.fields.ttl]);
    sessions.setCookie(session, login);
    return MEETS.known;
  }

  /** The page has changed what the session holds: the store is told, and nobody waits. */
  private update(call: number): void {
    const { net } = this.ctx;
    const cookie = net.sessions.cookieOf(net.calls.session[call]);
    if (this.isStateful || cookie <= COOKIE.none) return;
    const { calls } = net;
    const salt = saltOfStep(net, call, SALT.remember);
    const note = net.tell(this.home(calls.session[call]), calls.to[call], calls.cls[call], calls.key[call], calls.request[call], salt);
    calls.session[note] = calls.session[call];
    calls.scratch[note] = ASK.remember;
    calls.memo[note] = cookie;
  }

  megabytes(slot: number): number {
    return (this.tables[slot - this.ctx.firstSlot].size * this.ctx.net.params[this.fields.sizeKB]) / kilo;
  }

  /** What was in the instance's memory is gone. */
  crashed(slot: number): void {
    this.tables[slot - this.ctx.firstSlot].clear();
  }

  /** Instances were taken away, and their memory with them. */
  changed(): void {
    this.decide();
    const { exists, draining, standsBy } = this.ctx.net.instances;
    this.tables.forEach((table, i) => {
      const slot = this.ctx.firstSlot + i;
      // one on its way out, or standing by, still runs and has its memory
      const runs = exists[slot] === 1 || draining[slot] === 1 || standsBy[slot] === 1;
      if (table.size > 0 && (!runs || !this.isStateful)) table.clear();
    });
  }

  measure(): void {
    const { net } = this.ctx;
    this.tables.forEach((table, i) => {
      table.expire(net.now);
      net.meters.values[this.metrics.held + i] = table.size;
      net.meters.values[this.metrics.memory + i] = (table.size * net.params[this.fields.sizeKB]) / kilo;
    });
  }

  private lose(session: number): number {
    const { net } = this.ctx;
    // others of its requests may have found out before
    if (net.sessions.cookieOf(session) !== COOKIE.lost) net.meters.values[this.metrics.lost]++;
    net.sessions.setCookie(session, COOKIE.lost);
    return MEETS.redirected;
  }

  private send(call: number, word: number, login: number, step: number): void {
    const { net } = this.ctx;
    const { calls } = net;
    const link = this.home(calls.session[call]);
    const salt = saltOfStep(net, call, step);
    const child = net.send(link, calls.to[call], call, -1, calls.cls[call], calls.key[call], calls.request[call], salt);
    calls.scratch[child] = word;
    calls.memo[child] = login;
  }

  /** Several stores share the sessions: each is always kept by the same one. */
  private home(session: number): number {
    return this.stores.length === 1 ? this.stores[0] : this.stores[integerBelow(this.homes, session, 0, this.stores.length)];
  }

  private tableOf(call: number): SessionTable {
    return this.tables[this.ctx.net.calls.to[call] - this.ctx.firstSlot];
  }
}
