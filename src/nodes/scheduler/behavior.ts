import { jobMemo } from '../../engine/asks.ts';
import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import { rowCells } from '../../engine/calls.ts';
import { integerBelow, uniform } from '../../engine/luck.ts';
import { exp, log } from '../../engine/math.ts';
import { CLASS, OUTCOME } from '../../engine/plan.ts';
import { schedulerSpec } from './spec.ts';

export const schedulerBehavior: Behavior = {
  kind: schedulerSpec.kind,
  role: schedulerSpec.role,
  fields: schedulerSpec.fields,
  metrics: schedulerSpec.metrics,
  faults: schedulerSpec.faults,
  create: createScheduler,
};

/** Timers: the next run is due; the next job of an instance's run is. */
const TIMER = { run: 0, job: 1 } as const;

/** The order of the spec's options. */
const OVERLAP = { start: 0, skip: 1 } as const;

/** Numbers of the jobs as requests, far above those of users. */
const firstRequest = 0x40000000;

/** Jobs released at one event: however many are due at a moment, the run stays interruptible. */
const atOnce = 1000;

/** Cells. */
const RUN = 0;
const RUN_AT = 1;
const OPEN = 2;
const REQUESTS = 3;
const OWED = 4;
const EVERY = 5;
/** Runs to come that are started twice, and not at all. */
const DOUBLE = 6;
const MISSED = 7;
const count = 8;

/** The order of the spec's faults. */
const FAULT = { double: 0, missed: 1 } as const;

/**
 * A run has `jobs` jobs, released one after the other at moments drawn evenly over the jitter. They are drawn in order: of n points left
 * in a stretch the first lies at 1 - U^(1/n) of it.
 */
function createScheduler(ctx: NodeContext): Actor {
  const { net, memory, firstSlot, slots } = ctx;
  const { calls, instances, params, meters } = net;
  const links = ctx.links;
  const when = ctx.stream('when');
  const keys = ctx.stream('key');
  const place = {
    every: ctx.param('everySeconds'),
    first: ctx.param('firstSeconds'),
    jobs: ctx.param('jobs'),
    jitter: ctx.param('jitterSeconds'),
    lock: ctx.param('lock'),
    overlap: ctx.param('overlap'),
    catchUp: ctx.param('catchUp'),
    files: ctx.workload('staticFiles'),
    keys: ctx.workload('keys'),
  };
  const meter = {
    due: ctx.metric('jobsDue'),
    released: ctx.metric('jobsReleased'),
    accepted: ctx.metric('jobsAccepted'),
    refused: ctx.metric('jobsRefused'),
    late: ctx.metric('jobsLate'),
    missed: ctx.metric('jobsMissed'),
    doubles: ctx.metric('doubleRuns'),
    overlaps: ctx.metric('overlaps'),
    open: ctx.metric('jobsOpen'),
  };
  const cells = memory.f64(count);
  /** By instance: jobs still to be released of its run, the run's number of the next one, until when, and when the next one is due. */
  const left = memory.f64(slots);
  const nextJob = memory.f64(slots);
  const until = memory.f64(slots);
  const nextAt = memory.f64(slots);

  function planRun(at: number): void {
    cells[RUN_AT] = at;
    cells[EVERY] = params[place.every];
    net.wake(ctx.node, TIMER.run, 0, at);
  }

  /** When the next of the jobs left is released. */
  function drawNext(i: number): void {
    const rest = until[i] - nextAt[i];
    if (rest <= 0) return;
    nextAt[i] += rest * (1 - exp(log(1 - uniform(when, nextJob[i], i)) / left[i]));
  }

  function begin(slot: number, jobs: number, firstJob: number, seconds: number): void {
    const i = slot - firstSlot;
    // what is left of a run before it goes along
    left[i] += jobs;
    nextJob[i] = firstJob;
    until[i] = net.now + seconds;
    nextAt[i] = net.now;
    drawNext(i);
    net.wake(ctx.node, TIMER.job, i, nextAt[i]);
  }

  function release(slot: number, job: number): void {
    const files = params[place.files];
    const key = files + integerBelow(keys, job, 0, params[place.keys]);
    const request = (firstRequest + cells[REQUESTS]++) | 0;
    const link = links[job % links.length];
    const call = net.send(link, slot, -1, -1, CLASS.job, key, request, 0);
    calls.memo[call] = jobMemo(job % 0x40000000, false);
    cells[OPEN]++;
    meters.values[meter.released]++;
  }

  function releaseDue(i: number): void {
    for (let released = 0; left[i] > 0 && nextAt[i] <= net.now && released < atOnce; released++) {
      if (net.now > until[i]) meters.values[meter.late]++;
      release(firstSlot + i, nextJob[i]++);
      left[i]--;
      if (left[i] > 0) drawNext(i);
    }
    if (left[i] > 0) net.wake(ctx.node, TIMER.job, i, nextAt[i]);
  }

  const miss = (jobs: number): void => {
    if (params[place.catchUp] === 1) cells[OWED] += jobs;
    else meters.values[meter.missed] += jobs;
  };

  /** The same jobs once more, all at one moment. */
  function again(firstJob: number, jobs: number): void {
    let slot = firstSlot;
    while (!instances.isUp(slot)) slot++;
    for (let job = firstJob; job < firstJob + jobs; job++) release(slot, job);
  }

  function startRun(): void {
    const jobs = params[place.jobs];
    const firstJob = cells[RUN] * jobs;
    cells[RUN]++;
    planRun(net.now + params[place.every]);
    meters.values[meter.due] += jobs;
    if (cells[OPEN] > 0 || left.some((some) => some > 0)) {
      meters.values[meter.overlaps]++;
      if (params[place.overlap] === OVERLAP.skip) {
        meters.values[meter.missed] += jobs;
        return;
      }
    }
    if (cells[MISSED] > 0) {
      cells[MISSED]--;
      miss(jobs);
      return;
    }
    let started = 0;
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) {
      if (!instances.isUp(slot) || links.length === 0 || (started > 0 && params[place.lock] === 1)) continue;
      begin(slot, jobs, firstJob, params[place.jitter]);
      started++;
    }
    if (cells[DOUBLE] > 0 && started > 0) {
      cells[DOUBLE]--;
      again(firstJob, jobs);
      started++;
    }
    if (started === 0) miss(jobs);
    if (started > 1) meters.values[meter.doubles]++;
  }

  return {
    start: () => planRun(params[place.first]),

    /** Nobody asks it anything. */
    receive: (call) => net.reply(call, OUTCOME.error),

    wake: (code, i) => {
      if (code === TIMER.run) {
        if (cells[RUN_AT] === net.now) startRun();
      } else if (nextAt[i] === net.now && left[i] > 0 && instances.isUp(firstSlot + i)) releaseDue(i);
    },

    struck: (fault) => {
      cells[fault === FAULT.double ? DOUBLE : MISSED]++;
    },

    returned: (_, __, outcome) => {
      cells[OPEN]--;
      meters.values[outcome === OUTCOME.ok ? meter.accepted : meter.refused]++;
    },

    crashed: (slot) => {
      const i = slot - firstSlot;
      miss(left[i]);
      left[i] = 0;
      // nobody hears the answers to what it has released
      cells[OPEN] = 0;
      for (let call = 0; call < calls.used; call += rowCells) {
        const from = calls.from[call];
        if (calls.waiting[call] === 1 && from !== slot && from >= firstSlot && from < firstSlot + slots && calls.link[call] >= 0)
          cells[OPEN]++;
      }
    },

    recovered: (slot) => {
      const i = slot - firstSlot;
      if (cells[OWED] > 0 && links.length > 0) {
        const owed = cells[OWED];
        cells[OWED] = 0;
        meters.values[meter.late] += owed;
        begin(slot, owed, cells[RUN] * params[place.jobs] - owed, 0);
      } else if (left[i] > 0) {
        // after a silence it goes on with what it had to do
        nextAt[i] = Math.max(nextAt[i], net.now);
        net.wake(ctx.node, TIMER.job, i, nextAt[i]);
      }
    },

    changed: () => {
      for (let slot = firstSlot; slot < firstSlot + slots; slot++) {
        if (instances.exists[slot] === 1 || left[slot - firstSlot] === 0) continue;
        miss(left[slot - firstSlot]);
        left[slot - firstSlot] = 0;
      }
      if (cells[RUN] === 0 || params[place.every] === cells[EVERY]) return;
      const last = cells[RUN_AT] - cells[EVERY];
      planRun(Math.max(net.now, last + params[place.every]));
    },

    measure: () => {
      meters.values[meter.open] = cells[OPEN];
    },
  };
}
