import { ASK, FOUND } from '../../engine/asks.ts';
import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import { duration, integerBelow, uniform } from '../../engine/luck.ts';
import { MeteredStations } from '../../engine/meteredStations.ts';
import { METER } from '../../engine/network.ts';
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
  create: createWebServer,
};

function createWebServer(ctx: NodeContext): Actor {
  const { net, firstSlot } = ctx;
  const { calls, params } = net;
  const threads = new Stations(ctx.memory, calls, ctx.slots);
  const cpu = new MeteredStations(ctx.memory, net, firstSlot, ctx.slots);
  const rows = new Rows(ctx);
  const service = ctx.stream('service');
  const placing = ctx.stream('place');
  const sharding = ctx.stream('shard');
  const jobs = ctx.stream('jobs');
  const caches = ctx.linksTo('cache');
  const stores = ctx.linksTo('store');
  const queues = ctx.linksTo('queue');
  const servers = ctx.linksTo('server');
  /** Who has the rows: databases, else another service. */
  const sources = stores.length > 0 ? stores : servers;
  const alsoServers = stores.length > 0 ? servers : [];
  const place = {
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
  const threadsBusy = ctx.metric('threadsBusy');
  const jobsPublished = ctx.metric('jobsPublished');
  const existing = ctx.memory.i32(1);

  const queueLevel = (slot: number): number => METER.queue * net.instances.count + slot;
  const busyLevel = (slot: number): number => threadsBusy + slot - firstSlot;

  function recount(): void {
    existing[0] = 0;
    for (let slot = firstSlot; slot < firstSlot + ctx.slots; slot++) existing[0] += net.instances.exists[slot];
    cpu.setServers(params[place.vcpu]);
  }
  recount();

  /** Several nodes of one role share the rows: each row always goes to the same one. */
  const home = (links: readonly number[], row: number): number =>
    links.length === 1 ? links[0] : links[integerBelow(sharding, row, 0, links.length)];

  const saltFor = (call: number, step: number): number => net.saltBelow(call) * 64 + step;

  function enterCpu(call: number): void {
    calls.stage[call] = STEP.cpu;
    if (cpu.enter(call, Infinity) === ENTRY.served) compute(call);
  }

  function compute(call: number): void {
    const mean = params[calls.cls[call] === CLASS.static ? place.staticMs : place.dynamicMs] / 1000;
    const seconds = duration(service, calls.request[call], net.saltOf(call), params[place.form], mean, params[place.spread]);
    net.serve(call, seconds * net.instances.slow[calls.to[call]]);
  }

  /** Answers and gives the thread to the next in line. */
  function finish(call: number, outcome: number): void {
    const slot = calls.to[call];
    const next = threads.leave(slot - firstSlot, params[place.threads]);
    if (next >= 0) {
      net.meters.shift(queueLevel(slot), -1);
      enterCpu(next);
    } else {
      net.meters.shift(busyLevel(slot), -1);
    }
    net.reply(call, outcome);
  }

  /** A page that could not be made: 503 when somebody below was full, 500 for everything else. */
  function fail(call: number, outcome: number): void {
    finish(call, outcome === OUTCOME.shed ? OUTCOME.shed : OUTCOME.error);
  }

  /** The row that is read now: the request's own first, then others that always go with it. */
  function rowNow(call: number): number {
    const stride = Math.floor(rows.count * 0.618);
    return (rows.of(calls.key[call]) + calls.visit[call] * stride) % rows.count;
  }

  function ask(call: number, links: readonly number[], what: number, step: number, salt: number): void {
    const row = rowNow(call);
    const key = rows.keyOf(row);
    calls.stage[call] = step;
    const child = net.send(home(links, row), calls.to[call], call, -1, calls.cls[call], key, calls.request[call], saltFor(call, salt));
    calls.scratch[child] = what;
  }

  /** Reads the next row, or goes on when the page has all. */
  function readOn(call: number): void {
    // a service is asked for the page as a whole
    const needed = sources === servers && servers.length > 0 ? 1 : params[place.reads];
    if (calls.visit[call] >= needed || (caches.length === 0 && sources.length === 0)) callService(call);
    else if (caches.length > 0) ask(call, caches, ASK.get, STEP.lookUp, SALT.lookUp + calls.visit[call]);
    else ask(call, sources, ASK.read, STEP.fetchUncached, SALT.lookUp + calls.visit[call]);
  }

  /** The cache did not have it. @param keep whether it shall have it next time */
  function fetch(call: number, keep: boolean): void {
    if (sources.length > 0) {
      ask(call, sources, ASK.read, keep ? STEP.fetch : STEP.fetchUncached, SALT.lookUp + calls.visit[call]);
      return;
    }
    if (keep) tellCache(call, ASK.set, 0, -1);
    nextRow(call);
  }

  function nextRow(call: number): void {
    calls.visit[call]++;
    readOn(call);
  }

  function tellCache(call: number, what: number, version: number, store: number): void {
    const row = rowNow(call);
    const salt = what === ASK.set ? SALT.set + calls.visit[call] : SALT.invalidate;
    const key = rows.keyOf(row);
    const note = net.tell(home(caches, row), calls.to[call], calls.cls[call], key, calls.request[call], saltFor(call, salt));
    calls.scratch[note] = what;
    calls.version[note] = version;
    calls.memo[note] = store;
  }

  function write(call: number): void {
    if (sources.length > 0) ask(call, sources, ASK.write, STEP.write, SALT.write);
    else publish(call);
  }

  function publish(call: number): void {
    const request = calls.request[call];
    if (queues.length === 0 || uniform(jobs, request, 0) * 100 >= params[place.jobShare]) {
      callService(call);
      return;
    }
    calls.stage[call] = STEP.publish;
    const link = home(queues, request);
    net.send(link, calls.to[call], call, -1, CLASS.job, calls.key[call], request, saltFor(call, SALT.publish));
  }

  /** Whoever has databases of its own asks a service behind it last. */
  function callService(call: number): void {
    if (alsoServers.length === 0) {
      finish(call, OUTCOME.ok);
      return;
    }
    calls.stage[call] = STEP.service;
    const link = home(alsoServers, calls.request[call]);
    net.send(link, calls.to[call], call, -1, calls.cls[call], calls.key[call], calls.request[call], saltFor(call, SALT.service));
  }

  /** What an answer knows of its row's age is known of the page, too. */
  function learn(call: number, child: number): void {
    calls.version[call] = calls.version[child];
    if (calls.stale[child] === 1) calls.stale[call] = 1;
  }

  return {
    place: (call) => firstSlot + integerBelow(placing, calls.request[call], net.saltOf(call), existing[0]),

    receive: (call) => {
      const slot = calls.to[call];
      calls.stage[call] = STEP.thread;
      const entry = threads.enter(slot - firstSlot, call, params[place.threads], params[place.queueLimit]);
      if (entry === ENTRY.full) {
        net.reply(call, OUTCOME.shed);
      } else if (entry === ENTRY.waits) {
        net.meters.shift(queueLevel(slot), 1);
      } else {
        net.meters.shift(busyLevel(slot), 1);
        enterCpu(call);
      }
    },

    served: (call) => {
      const next = cpu.leave(calls.to[call]);
      if (next >= 0) compute(next);
      if (calls.cls[call] === CLASS.read) readOn(call);
      else if (calls.cls[call] === CLASS.write) write(call);
      else finish(call, OUTCOME.ok);
    },

    returned: (call, child, outcome) => {
      const ok = outcome === OUTCOME.ok;
      switch (calls.stage[call]) {
        case STEP.lookUp:
          if (ok && calls.memo[child] === FOUND.yes) {
            learn(call, child);
            nextRow(call);
          } else {
            fetch(call, ok);
          }
          return;
        case STEP.fetch:
        case STEP.fetchUncached:
          if (!ok) {
            fail(call, outcome);
            return;
          }
          learn(call, child);
          if (calls.stage[call] === STEP.fetch) tellCache(call, ASK.set, calls.version[child], net.links.to[calls.link[child]]);
          nextRow(call);
          return;
        case STEP.write:
          if (!ok) {
            fail(call, outcome);
            return;
          }
          if (caches.length > 0) tellCache(call, ASK.invalidate, 0, -1);
          publish(call);
          return;
        case STEP.publish:
          if (!ok) {
            fail(call, outcome);
            return;
          }
          net.meters.values[jobsPublished]++;
          callService(call);
          return;
        default:
          learn(call, child);
          if (ok) finish(call, OUTCOME.ok);
          else fail(call, outcome);
      }
    },

    crashed: (slot) => {
      threads.clear(slot - firstSlot);
      cpu.clear(slot);
      net.meters.shift(busyLevel(slot), -net.meters.values[busyLevel(slot)]);
    },

    changed: () => {
      recount();
      for (let slot = firstSlot; slot < firstSlot + ctx.slots; slot++) {
        for (let call = threads.admit(slot - firstSlot, params[place.threads]); call >= 0; ) {
          net.meters.shift(queueLevel(slot), -1);
          net.meters.shift(busyLevel(slot), 1);
          enterCpu(call);
          call = threads.admit(slot - firstSlot, params[place.threads]);
        }
        for (let call = cpu.admit(slot); call >= 0; call = cpu.admit(slot)) compute(call);
      }
    },
  };
}
