import { ASK, FOUND } from '../../engine/asks.ts';
import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import type { Calls } from '../../engine/calls.ts';
import { duration } from '../../engine/durations.ts';
import { integerBelow, type Stream, uniform } from '../../engine/luck.ts';
import { MeteredStations } from '../../engine/meteredStations.ts';
import { METER, type Network } from '../../engine/network.ts';
import { CLASS, OUTCOME } from '../../engine/plan.ts';
import { Rows } from '../../engine/rows.ts';
import { ENTRY, Stations } from '../../engine/stations.ts';
import { webServerSpec } from './spec.ts';

/** What a request inside is about: `calls.stage`. How many of its rows it has is in `calls.visit`. */
const STEP = { thread: 0, cpu: 1, lookUp: 2, fetch: 3, fetchUncached: 4, write: 5, publish: 6, service: 7 } as const;

/** Apart from each other, the salts of what one request asks for: row numbers go up to 20. */
const SALT = { lookUp: 0, set: 20, write: 40, invalidate: 41, publish: 42, service: 43 } as const;

export const webServerBehavior: Behavior = {
  kind: webServerSpec.kind,
  role: webServerSpec.role,
  fields: webServerSpec.fields,
  metrics: webServerSpec.metrics,
  create: (ctx) => new WebServer(ctx),
};

class WebServer implements Actor {
  private readonly ctx: NodeContext;
  private readonly net: Network;
  private readonly calls: Calls;
  private readonly params: Float64Array;
  private readonly firstSlot: number;
  private readonly threads: Stations;
  private readonly cpu: MeteredStations;
  private readonly rows: Rows;
  private readonly service: Stream;
  private readonly placing: Stream;
  private readonly sharding: Stream;
  private readonly jobs: Stream;
  private readonly caches: readonly number[];
  private readonly queues: readonly number[];
  /** Who has the rows: databases, else another service. */
  private readonly sources: readonly number[];
  private readonly alsoServers: readonly number[];
  /** A service is asked for the page as a whole, not row by row. */
  private readonly asksService: boolean;
  private readonly fields;
  private readonly threadsBusy: number;
  private readonly jobsPublished: number;
  private readonly existing: Int32Array;

  constructor(ctx: NodeContext) {
    const { net, firstSlot } = ctx;
    this.ctx = ctx;
    this.net = net;
    this.calls = net.calls;
    this.params = net.params;
    this.firstSlot = firstSlot;
    this.threads = new Stations(ctx.memory, net.calls, ctx.slots);
    this.cpu = new MeteredStations(ctx.memory, net, firstSlot, ctx.slots);
    this.rows = new Rows(ctx);
    this.service = ctx.stream('service');
    this.placing = ctx.stream('place');
    this.sharding = ctx.stream('shard');
    this.jobs = ctx.stream('jobs');
    this.caches = ctx.linksTo('cache');
    this.queues = ctx.linksTo('queue');
    const stores = ctx.linksTo('store');
    const servers = ctx.linksTo('server');
    this.sources = stores.length > 0 ? stores : servers;
    this.alsoServers = stores.length > 0 ? servers : [];
    this.asksService = stores.length === 0 && servers.length > 0;
    this.fields = {
      vcpu: ctx.param('vcpu'),
      dynamicMs: ctx.param('cpuDynamicMs'),
      staticMs: ctx.param('cpuStaticMs'),
      form: ctx.param('service'),
      spread: ctx.param('serviceSpread'),
      threads: ctx.param('threads'),
      queueLimit: ctx.param('queueLimit'),
      reads: ctx.param('readsPerRequest'),
      jobShare: ctx.param('jobShare'),
    };
    this.threadsBusy = ctx.metric('threadsBusy');
    this.jobsPublished = ctx.metric('jobsPublished');
    this.existing = ctx.memory.i32(1);
    this.recount();
  }

  private queueLevel(slot: number): number {
    return METER.queue * this.net.instances.count + slot;
  }

  private busyLevel(slot: number): number {
    return this.threadsBusy + slot - this.firstSlot;
  }

  private recount(): void {
    this.existing[0] = 0;
    for (let slot = this.firstSlot; slot < this.firstSlot + this.ctx.slots; slot++) this.existing[0] += this.net.instances.exists[slot];
    this.cpu.setServers(this.params[this.fields.vcpu]);
  }

  /** Several nodes of one role share the rows: each row always goes to the same one. */
  private home(links: readonly number[], row: number): number {
    return links.length === 1 ? links[0] : links[integerBelow(this.sharding, row, 0, links.length)];
  }

  private saltFor(call: number, step: number): number {
    return this.net.saltBelow(call) * 64 + step;
  }

  private enterCpu(call: number): void {
    this.calls.stage[call] = STEP.cpu;
    if (this.cpu.enter(call, Infinity) === ENTRY.served) this.compute(call);
  }

  private compute(call: number): void {
    const mean = this.params[this.calls.cls[call] === CLASS.static ? this.fields.staticMs : this.fields.dynamicMs] / 1000;
    const seconds = duration(
      this.service,
      this.calls.request[call],
      this.net.saltOf(call),
      this.params[this.fields.form],
      mean,
      this.params[this.fields.spread],
    );
    this.net.serve(call, seconds * this.net.instances.slow[this.calls.to[call]]);
  }

  /** Answers and gives the thread to the next in line. */
  private finish(call: number, outcome: number): void {
    const slot = this.calls.to[call];
    const next = this.threads.leave(slot - this.firstSlot, this.params[this.fields.threads]);
    if (next >= 0) {
      this.net.meters.shift(this.queueLevel(slot), -1);
      this.enterCpu(next);
    } else {
      this.net.meters.shift(this.busyLevel(slot), -1);
    }
    this.net.reply(call, outcome);
  }

  /** A page that could not be made: 503 when somebody below was full, 500 for everything else. */
  private fail(call: number, outcome: number): void {
    this.finish(call, outcome === OUTCOME.shed ? OUTCOME.shed : OUTCOME.error);
  }

  /** The row that is read now: the request's own first, then others that always go with it. */
  private rowNow(call: number): number {
    const first = this.rows.of(this.calls.key[call]);
    if (this.calls.visit[call] === 0) return first;
    const stride = Math.floor(this.rows.count * 0.618);
    return (first + this.calls.visit[call] * stride) % this.rows.count;
  }

  private ask(call: number, links: readonly number[], what: number, step: number, salt: number): void {
    const row = this.rowNow(call);
    const key = this.rows.keyOf(row);
    this.calls.stage[call] = step;
    const child = this.net.send(
      this.home(links, row),
      this.calls.to[call],
      call,
      -1,
      this.calls.cls[call],
      key,
      this.calls.request[call],
      this.saltFor(call, salt),
    );
    this.calls.scratch[child] = what;
  }

  /** Reads the next row, or goes on when the page has all. */
  private readOn(call: number): void {
    const needed = this.asksService ? 1 : this.params[this.fields.reads];
    if (this.calls.visit[call] >= needed || (this.caches.length === 0 && this.sources.length === 0)) this.callService(call);
    else if (this.caches.length > 0) this.ask(call, this.caches, ASK.get, STEP.lookUp, SALT.lookUp + this.calls.visit[call]);
    else this.ask(call, this.sources, ASK.read, STEP.fetchUncached, SALT.lookUp + this.calls.visit[call]);
  }

  /** The cache did not have it. @param keep whether it shall have it next time */
  private fetch(call: number, keep: boolean): void {
    if (this.sources.length > 0) {
      this.ask(call, this.sources, ASK.read, keep ? STEP.fetch : STEP.fetchUncached, SALT.lookUp + this.calls.visit[call]);
      return;
    }
    if (keep) this.tellCache(call, ASK.set, 0, -1);
    this.nextRow(call);
  }

  private nextRow(call: number): void {
    this.calls.visit[call]++;
    this.readOn(call);
  }

  private tellCache(call: number, what: number, version: number, store: number): void {
    const row = this.rowNow(call);
    const salt = what === ASK.set ? SALT.set + this.calls.visit[call] : SALT.invalidate;
    const key = this.rows.keyOf(row);
    const note = this.net.tell(
      this.home(this.caches, row),
      this.calls.to[call],
      this.calls.cls[call],
      key,
      this.calls.request[call],
      this.saltFor(call, salt),
    );
    this.calls.scratch[note] = what;
    this.calls.version[note] = version;
    this.calls.memo[note] = store;
  }

  private write(call: number): void {
    if (this.sources.length > 0) this.ask(call, this.sources, ASK.write, STEP.write, SALT.write);
    else this.publish(call);
  }

  private publish(call: number): void {
    const request = this.calls.request[call];
    if (this.queues.length === 0 || uniform(this.jobs, request, 0) * 100 >= this.params[this.fields.jobShare]) {
      this.callService(call);
      return;
    }
    this.calls.stage[call] = STEP.publish;
    const link = this.home(this.queues, request);
    this.net.send(link, this.calls.to[call], call, -1, CLASS.job, this.calls.key[call], request, this.saltFor(call, SALT.publish));
  }

  /** Whoever has databases of its own asks a service behind it last. */
  private callService(call: number): void {
    if (this.alsoServers.length === 0) {
      this.finish(call, OUTCOME.ok);
      return;
    }
    this.calls.stage[call] = STEP.service;
    const link = this.home(this.alsoServers, this.calls.request[call]);
    this.net.send(
      link,
      this.calls.to[call],
      call,
      -1,
      this.calls.cls[call],
      this.calls.key[call],
      this.calls.request[call],
      this.saltFor(call, SALT.service),
    );
  }

  /** What an answer knows of its row's age is known of the page, too. */
  private learn(call: number, child: number): void {
    this.calls.version[call] = this.calls.version[child];
    if (this.calls.stale[child] === 1) this.calls.stale[call] = 1;
  }

  place(call: number): number {
    return this.firstSlot + integerBelow(this.placing, this.calls.request[call], this.net.saltOf(call), this.existing[0]);
  }

  receive(call: number): void {
    const slot = this.calls.to[call];
    this.calls.stage[call] = STEP.thread;
    const entry = this.threads.enter(slot - this.firstSlot, call, this.params[this.fields.threads], this.params[this.fields.queueLimit]);
    if (entry === ENTRY.full) {
      this.net.reply(call, OUTCOME.shed);
    } else if (entry === ENTRY.waits) {
      this.net.meters.shift(this.queueLevel(slot), 1);
    } else {
      this.net.meters.shift(this.busyLevel(slot), 1);
      this.enterCpu(call);
    }
  }

  served(call: number): void {
    const next = this.cpu.leave(this.calls.to[call]);
    if (next >= 0) this.compute(next);
    if (this.calls.cls[call] === CLASS.read) this.readOn(call);
    else if (this.calls.cls[call] === CLASS.write) this.write(call);
    else this.finish(call, OUTCOME.ok);
  }

  returned(call: number, child: number, outcome: number): void {
    const ok = outcome === OUTCOME.ok;
    switch (this.calls.stage[call]) {
      case STEP.lookUp:
        if (ok && this.calls.memo[child] === FOUND.yes) {
          this.learn(call, child);
          this.nextRow(call);
        } else {
          this.fetch(call, ok);
        }
        return;
      case STEP.fetch:
      case STEP.fetchUncached:
        if (!ok) {
          this.fail(call, outcome);
          return;
        }
        this.learn(call, child);
        if (this.calls.stage[call] === STEP.fetch)
          this.tellCache(call, ASK.set, this.calls.version[child], this.net.links.to[this.calls.link[child]]);
        this.nextRow(call);
        return;
      case STEP.write:
        if (!ok) {
          this.fail(call, outcome);
          return;
        }
        if (this.caches.length > 0) this.tellCache(call, ASK.invalidate, 0, -1);
        this.publish(call);
        return;
      case STEP.publish:
        if (!ok) {
          this.fail(call, outcome);
          return;
        }
        this.net.meters.values[this.jobsPublished]++;
        this.callService(call);
        return;
      default:
        this.learn(call, child);
        if (ok) this.finish(call, OUTCOME.ok);
        else this.fail(call, outcome);
    }
  }

  crashed(slot: number): void {
    this.threads.clear(slot - this.firstSlot);
    this.cpu.clear(slot);
    this.net.meters.shift(this.busyLevel(slot), -this.net.meters.values[this.busyLevel(slot)]);
  }

  changed(): void {
    this.recount();
    for (let slot = this.firstSlot; slot < this.firstSlot + this.ctx.slots; slot++) {
      for (let call = this.threads.admit(slot - this.firstSlot, this.params[this.fields.threads]); call >= 0; ) {
        this.net.meters.shift(this.queueLevel(slot), -1);
        this.net.meters.shift(this.busyLevel(slot), 1);
        this.enterCpu(call);
        call = this.threads.admit(slot - this.firstSlot, this.params[this.fields.threads]);
      }
      for (let call = this.cpu.admit(slot); call >= 0; call = this.cpu.admit(slot)) this.compute(call);
    }
  }
}
