/**
 * What one request asks of the parts below its program, and in which order: rows from caches and databases, a write, a job, a
 * service. It holds its thread all the while; `program.ts` has the threads and the CPU and is told when the page is done.
 */

import { ASK, FOUND } from '../asks.ts';
import type { NodeContext } from '../behavior.ts';
import { type Calls, FLAG, WHOLE } from '../calls.ts';
import { type Stream, uniform } from '../luck.ts';
import type { Network } from '../network.ts';
import { CLASS, OUTCOME } from '../plan.ts';
import { Caching } from './caching.ts';
import { type Forks, JOIN } from './forks.ts';
import { Handing } from './handing.ts';
import { Homes } from './homes.ts';
import { Routing } from './routing.ts';
import { PHASE, phaseOf, SALT, saltOfRound, saltOfStep } from './salts.ts';
import { ASKED_FOR, type Services, type Ways } from './services.ts';
import { type Doorkeeper, type Host, type PageMaker, STEP } from './steps.ts';

const nobody: readonly number[] = [];
export class Asking implements PageMaker {
  private readonly host: Host;
  private readonly net: Network;
  private readonly calls: Calls;
  private readonly params: Float64Array;
  private readonly homes: Homes;
  private readonly again: Stream;
  private readonly services: Services;
  private readonly forks: Forks;
  private readonly caching: Caching;
  private readonly handing: Handing;
  readonly doorkeeper: Doorkeeper | null;
  private readonly routing: Routing;
  private readonly fields;
  private readonly jobsPublished: number;
  private readonly computedAgain: number;

  constructor(ctx: NodeContext, host: Host, ways: Ways) {
    const { net } = ctx;
    this.host = host;
    this.net = net;
    this.calls = net.calls;
    this.params = net.params;
    this.homes = new Homes(ctx);
    this.again = ctx.stream('again');
    this.services = ways.services(ctx, this.homes);
    this.forks = this.services.forks;
    this.caching = new Caching(ctx, this.homes);
    this.handing = new Handing(ctx, this.homes);
    this.doorkeeper = ways.doorkeeper?.(ctx, host, this) ?? null;
    this.routing = new Routing(ctx, ways.asksOne);
    this.fields = {
      reads: ctx.param('readsPerRequest'),
      againShare: ways.againField === undefined ? -1 : ctx.param(ways.againField),
    };
    this.jobsPublished = ctx.metric('jobsPublished');
    this.computedAgain = ways.againField === undefined ? -1 : ctx.metric('computedAgain');
  }

  /** The request is here, but has neither thread nor CPU yet. */
  expect(call: number): void {
    this.calls.memo[call] = 0;
  }

  /** To be added to the salt of a draw about computing: a request that computes again meets fresh luck. */
  saltOfRound(call: number): number {
    return saltOfRound(this.calls.memo[call]);
  }

  /** The request has computed; what it needs is asked for now. `returned` goes on from there. */
  begin(call: number): void {
    const { calls } = this;
    if (calls.cls[call] === CLASS.static) {
      if (this.handing.files.length > 0) this.askFile(call, ASK.read, STEP.service);
      else if (this.routing.fileServers.length > 0) this.askService(call, this.routing.fileServers);
      else this.host.finish(call, OUTCOME.ok);
      return;
    }
    // asked once, however often a request computes
    if (this.doorkeeper?.isOn && calls.memo[call] === 0) this.doorkeeper.admit(call);
    else this.makePage(call);
  }

  makePage(call: number): void {
    const { calls } = this;
    const again = this.fields.againShare < 0 ? 0 : this.params[this.fields.againShare];
    if (again > 0 && uniform(this.again, calls.request[call], this.net.saltOf(call) + this.saltOfRound(call)) * 100 < again) {
      calls.memo[call]++;
      this.readOn(call);
    } else this.serve(call);
  }

  /** What each class of requests is about. */
  private serve(call: number): void {
    switch (this.calls.cls[call]) {
      case CLASS.write:
        this.write(call);
        return;
      case CLASS.search:
        if (this.handing.indexes.length > 0 && !this.caching.keepsResults(call))
          this.ask(call, this.handing.indexes, ASK.read, STEP.service, SALT.search);
        else this.readOn(call);
        return;
      case CLASS.upload:
        if (this.handing.files.length > 0) this.askFile(call, ASK.write, STEP.store);
        else this.takeUpload(call);
        return;
      default:
        this.readOn(call);
    }
  }

  private askFile(call: number, what: number, step: number): void {
    this.calls.stage[call] = step;
    this.handing.askFile(call, what);
  }

  /** An upload becomes a job; where nobody takes jobs it is written down at once. */
  private takeUpload(call: number): void {
    if (this.handing.takesJobs) this.publish(call);
    else this.write(call);
  }

  /** All that the request wanted of this phase is there. */
  private done(call: number): void {
    if (phaseOf(this.calls.memo[call]) === PHASE.last) {
      if (this.doorkeeper?.isOn) this.doorkeeper.keep(call);
      else this.host.finish(call, this.services.settle(call, OUTCOME.ok));
      return;
    }
    this.calls.memo[call]++;
    this.calls.visit[call] = 0;
    this.net.meters.values[this.computedAgain]++;
    this.host.computeAgain(call);
  }

  changed(): void {
    this.doorkeeper?.changed();
  }

  measure(): void {
    this.doorkeeper?.measure();
    this.services.measure?.();
  }

  /** A page that could not be made: 503 when somebody below was full, 500 for everything else. */
  private fail(call: number, outcome: number): void {
    this.host.finish(call, this.services.settle(call, outcome === OUTCOME.shed ? OUTCOME.shed : OUTCOME.error));
  }

  private ask(call: number, links: readonly number[], what: number, step: number, salt: number): number {
    const { homes, net } = this;
    const { wholes, flags } = this.calls;
    const row = homes.rowNow(call);
    const key = homes.rows.keyOf(row);
    const own = saltOfStep(net, call, salt);
    flags[call | FLAG.stage] = step;
    const from = wholes[call | WHOLE.to];
    const child = net.send(homes.home(links, row), from, call, -1, flags[call | FLAG.cls], key, wholes[call | WHOLE.request], own);
    this.calls.scratch[child] = what;
    return child;
  }

  /** Reads the next row, or goes on when the page has all. */
  private readOn(call: number): void {
    const { flags } = this.calls;
    const cls = flags[call | FLAG.cls];
    if (this.routing.readsRows[cls] === 0) {
      this.readOnOtherwise(call);
      return;
    }
    const visit = flags[call | FLAG.visit];
    if (visit >= (cls === CLASS.feed ? 1 : this.params[this.fields.reads])) this.callService(call);
    else this.ask(call, this.caching.links, ASK.get, STEP.lookUp, SALT.lookUp + visit);
  }

  /** As `readOn`, where there is more to ask than whether the page has all. */
  private readOnOtherwise(call: number): void {
    const { calls } = this;
    const { visit } = calls;
    const cls = calls.cls[call];
    const asksService = this.routing.asksService(cls);
    // the service may be all there is to ask
    if (asksService && !this.caching.isThere) {
      this.askService(call, this.sourcesOf(call));
      return;
    }
    const isSearch = this.caching.keepsResults(call);
    const needed = asksService || isSearch || cls === CLASS.feed || cls === CLASS.login ? 1 : this.params[this.fields.reads];
    // who has all rows that it needs asks nobody
    const sources = visit[call] < needed ? this.sourcesOf(call) : nobody;
    // nobody keeps passwords in a cache
    const asksCache = this.caching.isThere && cls !== CLASS.login;
    const hasNone = sources.length === 0 && (!asksCache || this.routing.hasSource(cls));
    if (isSearch && visit[call] > 0) this.done(call);
    else if (visit[call] >= needed || hasNone) this.callService(call);
    else if (asksCache) this.ask(call, this.caching.links, this.caching.question(call), STEP.lookUp, SALT.lookUp + visit[call]);
    else if (this.services.fanOut > 1 && needed - visit[call] > 1) {
      calls.stage[call] = STEP.rows;
      this.homes.fork(call, sources, Math.min(needed - visit[call], this.services.fanOut), this.forks);
    } else this.ask(call, sources, this.wordFor(call), STEP.fetchUncached, SALT.lookUp + visit[call]);
  }

  private sourcesOf(call: number): readonly number[] {
    if (this.caching.keepsResults(call)) return this.handing.indexes;
    return this.routing.sourcesOf(this.calls.cls[call], phaseOf(this.calls.memo[call]));
  }

  private wordFor(call: number): number {
    return this.calls.cls[call] === CLASS.feed ? ASK.join : ASK.read;
  }

  /** What the cache says of the row. */
  private lookedUp(call: number, child: number, outcome: number): void {
    const ok = outcome === OUTCOME.ok;
    const found = ok ? this.calls.memo[child] : FOUND.no;
    if (found === FOUND.yes || found === FOUND.refresh) {
      this.learn(call, child);
      if (found === FOUND.refresh) this.caching.refresh(call, this.sourcesOf(call), this.wordFor(call));
      this.nextRow(call);
    } else if (found === FOUND.wait) {
      this.calls.stage[call] = STEP.pauses;
      this.caching.pause(call, child);
    } else if (found === FOUND.share && this.sourcesOf(call).length > 0) {
      if (this.caching.waitsFor(call, this.homes.rowNow(call))) this.calls.stage[call] = STEP.shares;
      else this.fetch(call, STEP.fetchShared);
    } else if (!ok && this.sourcesOf(call).length === 0 && this.caching.reads(this.homes.rowNow(call))) {
      this.fail(call, outcome);
    } else {
      this.fetch(call, ok ? STEP.fetch : STEP.fetchUncached);
    }
  }

  /** The cache did not have it. @param step `fetchUncached` when it shall not have it next time either */
  private fetch(call: number, step: number): void {
    const sources = this.sourcesOf(call);
    if (step !== STEP.fetchUncached) this.caching.begins(call);
    if (sources.length > 0) {
      this.ask(call, sources, this.wordFor(call), step, SALT.lookUp + this.calls.visit[call]);
      return;
    }
    if (step === STEP.fetch) this.caching.tell(call, ASK.set, 0, -1);
    this.nextRow(call);
  }

  /** The row that the cache did not have is here, or cannot be had; whoever waited for it goes on, too. */
  private fetched(call: number, child: number, outcome: number): void {
    const { calls } = this;
    const step = calls.stage[call];
    const ok = outcome === OUTCOME.ok;
    let waiting = step === STEP.fetchShared ? this.caching.land(call) : -1;
    if (ok && step !== STEP.fetchUncached) this.caching.tell(call, ASK.set, calls.version[child], this.net.links.to[calls.link[child]]);
    this.receiveRow(call, child, outcome);
    while (waiting >= 0) {
      const next = calls.next[waiting];
      this.receiveRow(waiting, child, outcome);
      waiting = next;
    }
  }

  private receiveRow(call: number, child: number, outcome: number): void {
    if (outcome !== OUTCOME.ok) {
      this.fail(call, outcome);
      return;
    }
    this.learn(call, child);
    this.nextRow(call);
  }

  /** A pause, or the time for services, is over. @returns false when it was none of ours */
  served(call: number): boolean {
    const stage = this.calls.stage[call];
    if (stage === STEP.services && this.services.timeIsUp) {
      this.goOnWith(call, this.services.timeIsUp(call), OUTCOME.timeout);
      return true;
    }
    if (stage !== STEP.pauses) return false;
    const child = this.ask(call, this.caching.links, this.caching.question(call), STEP.lookUp, SALT.lookUp + this.calls.visit[call]);
    this.caching.repeats(call, child);
    return true;
  }

  crashed(slot: number): void {
    this.doorkeeper?.crashed(slot);
    this.caching.crashed(slot);
  }

  private nextRow(call: number): void {
    this.calls.visit[call]++;
    this.readOn(call);
  }

  private write(call: number): void {
    const sources = this.routing.sourcesOf(this.calls.cls[call], PHASE.last);
    if (this.caching.takesWrites(this.homes.rowNow(call))) this.ask(call, this.caching.links, ASK.write, STEP.writeCached, SALT.write);
    else if (sources.length > 0) this.ask(call, sources, ASK.write, STEP.write, SALT.write);
    else this.publish(call);
  }

  private publish(call: number): void {
    if (!this.handing.leavesJob(call)) {
      this.callService(call);
      return;
    }
    this.calls.stage[call] = STEP.publish;
    this.handing.sendJob(call);
  }

  /** Whoever has databases of its own asks a service behind it last. */
  private callService(call: number): void {
    const services = this.routing.servicesOf(this.calls.cls[call], phaseOf(this.calls.memo[call]));
    if (services.length === 0) this.done(call);
    else this.askService(call, services);
  }

  private askService(call: number, services: readonly number[]): void {
    const { calls } = this;
    const isSource = this.routing.asksService(calls.cls[call]);
    const row = isSource ? this.homes.rowNow(call) : calls.request[call];
    const asked = this.services.ask(call, services, row, isSource ? SALT.lookUp : SALT.service);
    if (asked === ASKED_FOR.nothing) this.done(call);
    else calls.stage[call] = asked === ASKED_FOR.one ? STEP.service : STEP.services;
  }

  /** A call of several has ended; its request may have ended before it. */
  private joined(call: number, child: number, outcome: number): void {
    const stage = this.calls.stage[call];
    if (stage !== STEP.rows && stage !== STEP.services) return;
    const isOk = outcome === OUTCOME.ok;
    const state =
      stage === STEP.rows
        ? this.forks.join(call, child, isOk, saltOfStep(this.net, call, SALT.fork), this.calls.visit[call])
        : this.services.join(call, child, isOk, this.routing.askedOf(this.calls.cls[call], phaseOf(this.calls.memo[call])));
    if (state === JOIN.stranger) return;
    if (isOk && state !== JOIN.hopeless) this.learn(call, child);
    this.goOnWith(call, state, outcome);
  }

  /** Several were asked. @param state one of `JOIN` @param outcome of a failure */
  private goOnWith(call: number, state: number, outcome: number): void {
    if (state === JOIN.hopeless) this.fail(call, outcome);
    else if (state === JOIN.enough && this.calls.stage[call] === STEP.rows) this.readOn(call);
    else if (state === JOIN.enough) this.done(call);
  }

  /** What an answer knows of its row's age is known of the page, too. */
  private learn(call: number, child: number): void {
    this.calls.version[call] = this.calls.version[child];
    if (this.calls.stale[child] === 1) this.calls.stale[call] = 1;
  }

  returned(call: number, child: number, outcome: number): void {
    if (this.forks.isBranch(child)) {
      this.joined(call, child, outcome);
      return;
    }
    if (call < 0) {
      if (outcome === OUTCOME.ok) this.caching.refreshed(child);
      return;
    }
    const step = this.calls.stage[call];
    if (step === STEP.lookUp) this.lookedUp(call, child, outcome);
    else if (step === STEP.fetch || step === STEP.fetchShared || step === STEP.fetchUncached) this.fetched(call, child, outcome);
    else if (outcome === OUTCOME.ok) this.goOn(call, child, step);
    else {
      if (step === STEP.service || step === STEP.services) this.learn(call, child);
      this.fail(call, outcome);
    }
  }

  /** A step has gone well. */
  private goOn(call: number, child: number, step: number): void {
    switch (step) {
      case STEP.recall:
      case STEP.remember:
        this.doorkeeper?.answered(call, child);
        return;
      case STEP.write:
      case STEP.writeCached:
        if (step === STEP.write && this.caching.isThere) this.caching.tell(call, ASK.invalidate, 0, -1);
        this.handing.tellIndexes(call);
        this.publish(call);
        return;
      case STEP.store:
        this.takeUpload(call);
        return;
      case STEP.publish:
        this.net.meters.values[this.jobsPublished]++;
        this.callService(call);
        return;
      default:
        this.learn(call, child);
        this.done(call);
    }
  }
}
