/**
 * People who come for a while: a session is one page after another with time to read in between, until its time is over or its user
 * has had enough. A page is first itself, then all that belongs to it over a few connections at once. Who waits longer than he can bear
 * leaves, and what he would have looked at later is never asked for. Sessions start whatever the system does (open) or as soon as
 * another is over (closed); within a session the next page waits for the last.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import { exponential, mix, type Stream, uniform } from '../../engine/luck.ts';
import { exp } from '../../engine/math.ts';
import { longer } from '../../engine/memory.ts';
import { CLASS, OUTCOME } from '../../engine/plan.ts';
import { COOKIE } from '../../engine/sessions.ts';
import type { Crowd } from './crowd.ts';
import { LOOP, VISITS } from './modes.ts';
import { mostTimers } from './people.ts';
import type { Shape } from './shapes.ts';

/** What a session is doing. */
const STATE = { none: 0, reading: 1, loading: 2, loggingIn: 3, leaving: 4 } as const;

/** Among the forms of a session's length. */
const FORM_PARETO = 1;

/** Cells. */
const LIVE = 0;
const PAGE_SECONDS = 1;
const PAGES = 2;

const firstSlots = 64;

/** Salts of one session's draws; above them, one per page or request. */
const LENGTH = 0;
const READING = 1;

/** Who sends a session's requests. */
export interface Browser {
  /** A request of a class for a session; its end comes as `Visits.ended`, perhaps before this returns. */
  ask(cls: number, request: number, session: number): void;
  /** The class of a request that is no static file. */
  dynamicClassOf(request: number): number;
  /** A number for a new session. */
  number(): number;
}

const fields = [
  'visits',
  'loop',
  'people',
  'sessionSeconds',
  'sessionForm',
  'sessionTail',
  'viewSeconds',
  'dynamicPerView',
  'staticPerView',
  'leaveShare',
  'connections',
] as const;
const metrics = ['sessions', 'inSession', 'pageViews', 'pageSeconds', 'abandoned', 'relogins'] as const;

export class Visits {
  private readonly ctx: NodeContext;
  private readonly code: number;
  private readonly shape: Shape;
  private readonly crowd: Crowd;
  private readonly browser: Browser;
  private readonly cells: Float64Array;
  private readonly places: { readonly [name in (typeof fields)[number]]: number };
  private readonly metrics: { readonly [name in (typeof metrics)[number]]: number };
  private readonly lengths: Stream;
  private readonly readings: Stream;
  private readonly sizes: Stream;
  private readonly tempers: Stream;
  /** By slot of the engine's open sessions: when it is over, when its reading ends, when its page was asked for. */
  private endsAt = new Float64Array(firstSlots);
  private wakeAt = new Float64Array(firstSlots);
  private pageAt = new Float64Array(firstSlots);
  /** Requests on their way, those of the page that are still to be sent, and how many there have been. */
  private out = new Int32Array(firstSlots);
  private dynamics = new Int32Array(firstSlots);
  private statics = new Int32Array(firstSlots);
  private asked = new Int32Array(firstSlots);
  private state = new Uint8Array(firstSlots);

  /** @param code of the timers this may use */
  constructor(ctx: NodeContext, code: number, shape: Shape, crowd: Crowd, browser: Browser) {
    this.ctx = ctx;
    this.code = code;
    this.shape = shape;
    this.crowd = crowd;
    this.browser = browser;
    this.cells = ctx.memory.f64(3);
    this.places = Object.fromEntries(fields.map((name) => [name, ctx.param(name)])) as typeof this.places;
    this.metrics = Object.fromEntries(metrics.map((name) => [name, ctx.metric(name)])) as typeof this.metrics;
    this.lengths = ctx.stream('session length');
    this.readings = ctx.stream('reading');
    this.sizes = ctx.stream('page size');
    this.tempers = ctx.stream('temper');
    const own = this as unknown as Record<string, Float64Array & Int32Array & Uint8Array>;
    ctx.memory.grows(own, 'endsAt', 'wakeAt', 'pageAt', 'out', 'dynamics', 'statics', 'asked', 'state');
  }

  /** Whether people come in sessions now. */
  get areOn(): boolean {
    return this.value('visits') === VISITS.sessions;
  }

  /** Whether there are always as many sessions as people. */
  private get areClosed(): boolean {
    return this.areOn && this.value('loop') === LOOP.closed;
  }

  private get areTooMany(): boolean {
    return this.areClosed && this.cells[LIVE] > this.value('people');
  }

  private value(name: (typeof fields)[number]): number {
    return this.ctx.net.params[this.places[name]];
  }

  /** Of a closed population: whoever is in no session begins one, with reading. */
  gather(): void {
    if (!this.areClosed) return;
    const people = Math.min(this.value('people'), mostTimers);
    while (this.cells[LIVE] < people) this.read(this.open(this.browser.number()));
  }

  /** Somebody comes, and asks for his first page at once. */
  begin(session: number): void {
    this.view(this.open(session));
  }

  /** A timer has rung: a page has been read, or the session is over. */
  ring(slot: number): void {
    const { net, firstSlot } = this.ctx;
    if (slot >= this.state.length || this.state[slot] !== STATE.reading || this.wakeAt[slot] !== net.now) return;
    if (!net.instances.isUp(firstSlot)) this.read(slot);
    else if (net.now >= this.endsAt[slot] || !this.areOn || this.areTooMany) this.close(slot);
    else this.view(slot);
  }

  /** A request of an open session has come to its end. */
  ended(session: number, cls: number, outcome: number): void {
    const { sessions } = this.ctx.net;
    const slot = sessions.slotFor(session);
    if (slot < 0 || slot >= this.state.length || this.state[slot] === STATE.none) return;
    this.out[slot]--;
    if (this.state[slot] === STATE.leaving) {
      if (this.out[slot] === 0) this.close(slot);
      return;
    }
    if (outcome !== OUTCOME.ok && this.leaves(slot, outcome)) {
      this.ctx.net.meters.values[this.metrics.abandoned]++;
      this.state[slot] = STATE.leaving;
      if (this.out[slot] === 0) this.close(slot);
      return;
    }
    const isLoggedOut = sessions.cookieOf(session) === COOKIE.lost;
    if (this.state[slot] === STATE.loggingIn) {
      if (cls !== CLASS.login) return;
      this.state[slot] = STATE.loading;
      // nobody there keeps sessions: the next server may ask again
      if (isLoggedOut && outcome === OUTCOME.ok) sessions.setCookie(session, COOKIE.none);
    } else if (isLoggedOut && outcome === OUTCOME.ok) {
      this.logIn(slot);
      return;
    }
    this.goOn(slot);
  }

  /** Nobody is left: the sessions are over, and none of them will ask again. */
  crashed(): void {
    for (let slot = 0; slot < this.state.length; slot++) if (this.state[slot] !== STATE.none) this.forget(slot);
  }

  measure(): void {
    const { values } = this.ctx.net.meters;
    values[this.metrics.inSession] = this.cells[LIVE];
    values[this.metrics.pageSeconds] = this.cells[PAGES] > 0 ? this.cells[PAGE_SECONDS] / this.cells[PAGES] : -1;
    this.cells[PAGES] = 0;
    this.cells[PAGE_SECONDS] = 0;
  }

  private open(session: number): number {
    const { net } = this.ctx;
    const slot = net.sessions.open(session);
    while (slot >= this.state.length) this.grow();
    this.cells[LIVE]++;
    net.meters.values[this.metrics.sessions]++;
    this.endsAt[slot] = net.now + this.value('sessionSeconds') * this.lengthOf(session);
    this.asked[slot] = 0;
    this.out[slot] = 0;
    return slot;
  }

  /** A session's length over the mean one. */
  private lengthOf(session: number): number {
    const lot = exponential(this.lengths, session, LENGTH);
    if (this.value('sessionForm') !== FORM_PARETO) return lot;
    const tail = this.value('sessionTail');
    // what is exponential in the logarithm is a power law
    return ((tail - 1) / tail) * exp(lot / tail);
  }

  private close(slot: number): void {
    this.forget(slot);
    if (this.areClosed && this.cells[LIVE] < this.value('people')) this.read(this.open(this.browser.number()));
  }

  private forget(slot: number): void {
    this.state[slot] = STATE.none;
    this.cells[LIVE]--;
    this.ctx.net.sessions.close(slot);
  }

  /** Until the next page, or until the session is over. */
  private read(slot: number): void {
    const { net, node } = this.ctx;
    const session = net.sessions.numberOf(slot);
    const mean = this.value('viewSeconds');
    const lot = exponential(this.readings, session, READING + this.asked[slot]++);
    let next = net.now + mean * lot;
    if (this.areClosed) {
      const traffic = this.crowd.traffic;
      next = traffic > 0 ? this.shape.momentAfter(net.now, (mean * lot) / traffic, net.now) : Infinity;
    }
    this.state[slot] = STATE.reading;
    // one whose time ended while he was cut off is asked again later whether he is back
    this.wakeAt[slot] = this.endsAt[slot] > net.now ? Math.min(next, this.endsAt[slot]) : next;
    if (this.wakeAt[slot] < Infinity) net.wake(node, this.code, slot, this.wakeAt[slot]);
  }

  private view(slot: number): void {
    const { net } = this.ctx;
    const session = net.sessions.numberOf(slot);
    const { asked } = this;
    this.dynamics[slot] = this.whole(this.value('dynamicPerView'), uniform(this.sizes, session, 2 * asked[slot]));
    this.statics[slot] = this.whole(this.value('staticPerView'), uniform(this.sizes, session, 2 * asked[slot] + 1));
    net.meters.values[this.metrics.pageViews]++;
    this.pageAt[slot] = net.now;
    this.state[slot] = STATE.loading;
    if (this.dynamics[slot] + this.statics[slot] > 0) this.send(slot);
    else this.read(slot);
  }

  /** So many on average: as many as are whole, and one more as often as there is a rest. */
  private whole(mean: number, lot: number): number {
    return Math.floor(mean) + (lot < mean - Math.floor(mean) ? 1 : 0);
  }

  private send(slot: number): void {
    const { browser } = this;
    const request = this.numberFor(slot);
    const session = this.ctx.net.sessions.numberOf(slot);
    this.out[slot]++;
    if (this.dynamics[slot] > 0) {
      this.dynamics[slot]--;
      browser.ask(browser.dynamicClassOf(request), request, session);
    } else {
      this.statics[slot]--;
      browser.ask(CLASS.static, request, session);
    }
  }

  /** The request's answer was a way to the login page: one more request, and the rest of the page after it. */
  private logIn(slot: number): void {
    this.state[slot] = STATE.loggingIn;
    this.out[slot]++;
    this.ctx.net.meters.values[this.metrics.relogins]++;
    this.browser.ask(CLASS.login, this.numberFor(slot), this.ctx.net.sessions.numberOf(slot));
  }

  /** The page is here: what belongs to it is fetched; all of it is here: it is read. */
  private goOn(slot: number): void {
    const { net } = this.ctx;
    const session = net.sessions.numberOf(slot);
    const isSame = () => this.state[slot] === STATE.loading && net.sessions.numberOf(slot) === session;
    while (isSame() && this.out[slot] < this.value('connections') && this.dynamics[slot] + this.statics[slot] > 0) this.send(slot);
    if (!isSame() || this.out[slot] > 0) return;
    this.cells[PAGES]++;
    this.cells[PAGE_SECONDS] += net.now - this.pageAt[slot];
    if (this.areOn && net.now < this.endsAt[slot]) this.read(slot);
    else this.close(slot);
  }

  private leaves(slot: number, outcome: number): boolean {
    if (outcome === OUTCOME.timeout) return true;
    const session = this.ctx.net.sessions.numberOf(slot);
    return uniform(this.tempers, session, this.asked[slot]) * 100 < this.value('leaveShare');
  }

  /** Of the session and of how many it has sent: the same in every design, whoever else asks. */
  private numberFor(slot: number): number {
    return requestOf(this.ctx.net.sessions.numberOf(slot), this.asked[slot]++);
  }

  private grow(): void {
    const length = 2 * this.state.length;
    for (const key of ['endsAt', 'wakeAt', 'pageAt'] as const) this[key] = longer(this[key], new Float64Array(length));
    for (const key of ['out', 'dynamics', 'statics', 'asked'] as const) this[key] = longer(this[key], new Int32Array(length));
    this.state = longer(this.state, new Uint8Array(length));
  }
}

/** The number of a session's request, counted from 0. */
const requestOf = (session: number, nth: number): number => mix(mix(session) + nth) & 0x7fffffff;

/** Whether a request is the first of its session; one by itself is. */
export const isFirstOf = (session: number, request: number): boolean => request === session || request === requestOf(session, 0);
