import { ASK, isPoison, jobNumber } from '../../engine/asks.ts';
import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import { serviceSeconds, shapeOf } from '../../engine/durations.ts';
import { crash, recover } from '../../engine/faults.ts';
import { integerBelow, uniform } from '../../engine/luck.ts';
import { MeteredStations } from '../../engine/meteredStations.ts';
import { offer } from '../../engine/offers.ts';
import { CLASS, HEALTH, OUTCOME } from '../../engine/plan.ts';
import { Process } from '../../engine/program/process.ts';
import { Rows } from '../../engine/rows.ts';
import { ENTRY } from '../../engine/stations.ts';
import { Book, DONE } from './book.ts';
import { workerSpec } from './spec.ts';

export const workerBehavior: Behavior = {
  kind: workerSpec.kind,
  role: workerSpec.role,
  fields: workerSpec.fields,
  metrics: workerSpec.metrics,
  faults: workerSpec.faults,
  create: createWorker,
};

/** Steps of a job: `calls.stage`. */
const STEP = { work: 0, file: 1, row: 2, silence: 3 } as const;

/** The order of the spec's options. */
const ACK = { after: 0, before: 1 } as const;
const POISON = { crash: 0, error: 1 } as const;

/** Timer: an instance that a poisonous job killed starts again. */
const RESTART = 0;

/** Crashes and restarts by poison that are noted; a loop of them would fill the timeline. */
const mostNotes = 100;

/**
 * A job occupies one of `concurrency` servers until its result is written. How many more messages an instance would take is
 * `instances.room`: whoever hands it one takes one off, the worker gives it back when the job is over. A job that was acknowledged
 * before the work is no call any more: a chore stands for it.
 */
function createWorker(ctx: NodeContext): Actor {
  const { net, firstSlot, slots, memory } = ctx;
  const { calls, instances, params, meters } = net;
  const rows = new Rows(ctx);
  const service = ctx.stream('service');
  const silence = ctx.stream('unheard');
  const shape = shapeOf(ctx);
  const sharding = ctx.stream('shard');
  const stores = ctx.linksTo('store');
  const files = ctx.linksTo('files');
  const indexes = ctx.linksTo('index');
  const caches = ctx.linksTo('cache');
  const servers = new MeteredStations(memory, net, firstSlot, slots);
  const process = new Process(ctx);
  const place = {
    concurrency: ctx.param('concurrency'),
    jobMs: ctx.param('jobMs'),
    prefetch: ctx.param('prefetch'),
    ackMode: ctx.param('ackMode'),
    idempotent: ctx.param('idempotent'),
    poisonDoes: ctx.param('poisonDoes'),
    restartSeconds: ctx.param('restartSeconds'),
    unheardPercent: ctx.param('unheardPercent'),
    unheardSeconds: ctx.param('unheardSeconds'),
  };
  const meter = {
    done: ctx.metric('jobsDone'),
    duplicates: ctx.metric('duplicates'),
    recognised: ctx.metric('recognised'),
    unheard: ctx.metric('unheard'),
    outOfOrder: ctx.metric('outOfOrder'),
    failed: ctx.metric('jobsFailed'),
    lost: ctx.metric('jobsLost'),
    memoryMb: ctx.metric('memoryMb'),
  };
  /** By wire that leads here; job numbers are the wire's own. */
  const books = new Map(ctx.plan.links.flatMap((link, at) => (link.to === ctx.node ? [[at, new Book(memory)]] : [])));
  /** Messages an instance holds at most, as of the last change. */
  const limit = memory.f64(1);
  const crashed = memory.u8(slots);
  /** By instance: acknowledged jobs in hand, and when it starts again. */
  const owed = memory.i32(slots);
  const restartAt = memory.f64(slots);
  /** [crashes and restarts noted] */
  const noted = memory.i32(1);

  function takeParams(): void {
    const most = params[place.concurrency] + params[place.prefetch];
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) instances.room[slot] += most - limit[0];
    limit[0] = most;
    servers.setServers(params[place.concurrency]);
  }
  takeParams();

  const isChore = (call: number): boolean => calls.link[call] < 0;
  /** A chore keeps the wire that its job came by in `scratch`. */
  const bookOf = (call: number): Book => books.get(isChore(call) ? calls.scratch[call] : calls.link[call]) as Book;

  function work(call: number): void {
    const mean = params[place.jobMs] / 1000;
    const seconds = serviceSeconds(service, calls.request[call], net.saltOf(call), params, shape, mean);
    net.serve(call, seconds * instances.serviceFactor(calls.to[call], net.clock));
  }

  /** The job goes on without anybody waiting for it. */
  function acknowledgeFirst(call: number): number {
    const chore = net.chore(calls.to[call], calls.request[call]);
    calls.cls[chore] = CLASS.job;
    calls.key[chore] = calls.key[call];
    calls.memo[chore] = calls.memo[call];
    calls.salt[chore] = calls.salt[call];
    calls.bornAt[chore] = calls.bornAt[call];
    calls.arrivedAt[chore] = net.now;
    calls.scratch[chore] = calls.link[call];
    owed[calls.to[call] - firstSlot]++;
    net.follower?.isFor(chore, call);
    net.reply(call, OUTCOME.ok);
    return chore;
  }

  /** Gives the place in the instance back and says how it went, to whoever still wants to know. */
  function answer(call: number, outcome: number): void {
    const slot = calls.to[call];
    instances.room[slot] = Math.min(limit[0], instances.room[slot] + 1);
    const unheard = calls.waiting[call] === 0;
    if (isChore(call)) {
      owed[slot - firstSlot]--;
      if (outcome !== OUTCOME.ok) meters.values[meter.lost]++;
      calls.free(call);
    } else net.reply(call, outcome);
    // who gave the job away has given up on it: no answer tells that there is room again
    if (unheard) offer(net, slot);
  }

  function countEffect(call: number, isHeard: boolean): void {
    const book = bookOf(call);
    const job = jobNumber(calls.memo[call]);
    const effect = book.finish(job, calls.key[call]);
    book.setUnheard(job, !isHeard);
    if (effect === DONE.late) meters.values[meter.outOfOrder]++;
    if (effect === DONE.again) meters.values[params[place.idempotent] === 1 ? meter.recognised : meter.duplicates]++;
  }

  function finish(call: number, outcome: number): void {
    const slot = calls.to[call];
    const next = servers.leave(slot);
    if (next >= 0) work(next);
    if (outcome === OUTCOME.ok) {
      meters.values[meter.done + slot - firstSlot]++;
      countEffect(call, true);
    } else meters.values[meter.failed]++;
    answer(call, outcome);
  }

  function note(code: 'crash' | 'recover', slot: number): void {
    if (noted[0]++ < mostNotes) net.journal.note(code, ctx.node, slot - firstSlot, 0);
  }

  function poisoned(call: number): void {
    const slot = calls.to[call];
    if (params[place.poisonDoes] === POISON.error) {
      finish(call, OUTCOME.error);
      return;
    }
    meters.values[meter.failed]++;
    note('crash', slot);
    crash(net, slot);
    if (params[place.restartSeconds] === 0) return;
    restartAt[slot - firstSlot] = net.now + params[place.restartSeconds];
    net.wake(ctx.node, RESTART, slot, restartAt[slot - firstSlot]);
  }

  /** The job was done elsewhere, and the answer does not come: the worker waits, and then it does not know. */
  function isUnheard(call: number): boolean {
    const share = params[place.unheardPercent];
    return share > 0 && uniform(silence, calls.request[call], net.saltOf(call)) * 100 < share;
  }

  function staysSilent(call: number): void {
    countEffect(call, false);
    meters.values[meter.unheard]++;
    calls.stage[call] = STEP.silence;
    net.serve(call, params[place.unheardSeconds]);
  }

  /** Writes the job's result to one of the parts of a role; a row always to the same one. */
  function write(call: number, links: readonly number[], step: number): void {
    const row = rows.of(calls.key[call]);
    const link = links.length === 1 ? links[0] : links[integerBelow(sharding, row, 0, links.length)];
    // of one kind of part only, as it always was; a file's way is another
    const salt = net.saltBelow(call) + (step === STEP.file ? 1 : 0);
    calls.stage[call] = step;
    const child = net.send(link, calls.to[call], call, -1, CLASS.write, calls.key[call], calls.request[call], salt);
    calls.scratch[child] = ASK.write;
  }

  /** Says that the row is another now, and does not wait for an answer. */
  function tell(call: number, link: number, what: number): void {
    const news = net.tell(link, calls.to[call], CLASS.write, calls.key[call], calls.request[call], net.saltBelow(call) + 2);
    calls.scratch[news] = what;
  }

  /** The next thing that is to be written after `step`, and then the end. */
  function goOn(call: number, step: number): void {
    if (step < STEP.file && files.length > 0) write(call, files, STEP.file);
    else if (step < STEP.row && stores.length > 0) write(call, stores, STEP.row);
    else {
      for (const link of indexes) tell(call, link, ASK.write);
      for (const link of caches) tell(call, link, ASK.invalidate);
      finish(call, OUTCOME.ok);
    }
  }

  return {
    /** A message that is sent again over the wire, or the job of somebody who waits for it, comes without an address. */
    place: () => {
      let best = -1;
      for (let slot = firstSlot; slot < firstSlot + slots; slot++) {
        if (instances.isUp(slot) && (best < 0 || instances.room[slot] > instances.room[best])) best = slot;
      }
      if (best >= 0) instances.room[best]--;
      return best;
    },

    receive: (call) => {
      if (params[place.idempotent] === 1 && bookOf(call).isKnown(jobNumber(calls.memo[call]))) {
        meters.values[meter.recognised]++;
        answer(call, OUTCOME.ok);
        return;
      }
      process.takesIn(calls.to[call], 0);
      const job = params[place.ackMode] === ACK.before ? acknowledgeFirst(call) : call;
      if (servers.enter(job, Infinity) === ENTRY.served) work(job);
    },

    served: (call) => {
      if (calls.stage[call] === STEP.silence) finish(call, OUTCOME.error);
      else if (isPoison(calls.memo[call])) poisoned(call);
      else if (isUnheard(call)) staysSilent(call);
      else goOn(call, STEP.work);
    },

    returned: (call, _, outcome) => {
      if (outcome === OUTCOME.ok) goOn(call, calls.stage[call]);
      else finish(call, OUTCOME.error);
    },

    struck: (fault, slot, value) => process.struck(fault, slot, value),
    mended: (fault, slot) => process.mended(fault, slot),

    wake: (code, slot) => {
      if (code !== RESTART) {
        process.wake(code, slot);
        return;
      }
      const at = slot - firstSlot;
      if (restartAt[at] !== net.now) return;
      restartAt[at] = 0;
      if (instances.exists[slot] === 0 || instances.health[slot] !== HEALTH.crashed) return;
      note('recover', slot);
      recover(net, slot);
    },

    crashed: (slot) => {
      const at = slot - firstSlot;
      servers.clear(slot);
      process.crashed(slot);
      instances.room[slot] = 0;
      crashed[at] = 1;
      restartAt[at] = 0;
      meters.values[meter.lost] += owed[at];
      owed[at] = 0;
    },

    recovered: (slot) => {
      // after a hang or slowness everything is still inside
      if (crashed[slot - firstSlot] === 1) instances.room[slot] = limit[0];
      crashed[slot - firstSlot] = 0;
      process.recovered(slot);
      offer(net, slot);
    },

    /** What runs, or hangs, has its memory. */
    measure: () => {
      for (let slot = firstSlot; slot < firstSlot + slots; slot++) {
        const runs = instances.exists[slot] === 1 && instances.health[slot] !== HEALTH.crashed;
        meters.values[meter.memoryMb + slot - firstSlot] = runs ? process.megabytes(slot, 0) : 0;
      }
    },

    changed: () => {
      takeParams();
      for (let slot = firstSlot; slot < firstSlot + slots; slot++) {
        for (let call = servers.admit(slot); call >= 0; call = servers.admit(slot)) work(call);
        offer(net, slot);
      }
    },
  };
}
