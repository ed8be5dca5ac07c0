/** Memory of requests under way, and what compiling a design and closing a frame cost. */

import { PerformanceObserver } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { createRun, type Run } from '../../src/engine/run.ts';
import { chapter } from '../../src/library/chapter.ts';
import { behaviorList } from '../../src/nodes/behaviors.ts';
import { compile } from '../../src/runner/compile.ts';
import { inFlight, twoHundredNodes } from './bigDesigns.ts';
import { planOf } from './plans.ts';
import { cpuSeconds, median, rounded, wallMs } from './timing.ts';

const aimRequests = 1_000_000;
/** Events of a slice while growing: the pacer looks at the clock about as often. */
const sliceEvents = 1000;
const aimSliceMs = 12;

interface Slice {
  /** CPU time. */
  ms: number;
  /** By the clock. */
  from: number;
  to: number;
}

/** Plays to a moment in slices. @returns the shortest first */
function slicesTo(run: Run, until: number): Slice[] {
  const slices: Slice[] = [];
  for (let events = sliceEvents; events === sliceEvents; ) {
    const from = performance.now();
    const ms = cpuSeconds(() => (events = run.advance(until, sliceEvents))) * 1000;
    slices.push({ ms, from, to: performance.now() });
  }
  return slices.sort((a, b) => a.ms - b.ms);
}

/** When the garbage collector worked. `stop` says it, once the last of it has been told. */
function watchCollector() {
  const seen: { from: number; to: number }[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.push({ from: startTime, to: startTime + duration });
  });
  observer.observe({ entryTypes: ['gc'] });
  return {
    async stop() {
      await setTimeout(50);
      observer.disconnect();
      return seen;
    },
  };
}

/** What the state of a run takes for each request that is under way in it, when there are so many. */
function bytesPerRequest(run: Run, before: number, requests: number): number {
  return Math.round((run.bytes() - before) / requests);
}

/** The same, each request going through a balancer: two calls. */
function bytesThroughBalancer(): number {
  const run = createRun(planOf(inFlight(aimRequests, 'bench-memory', true)), behaviorList);
  run.advance(0.001, Number.POSITIVE_INFINITY);
  const before = run.bytes();
  run.advance(3, Number.POSITIVE_INFINITY);
  return bytesPerRequest(run, before, run.callsAlive() / 2);
}

/** What the run's state takes with so many requests under way, less what the same run takes with none; and how long its slices get meanwhile. */
export async function measureMemory() {
  // the compiler has seen it all before: its time, and that of code which is not compiled yet, is not the engine's
  for (const requests of [30_000, 300_000]) slicesTo(createRun(planOf(inFlight(requests, 'bench-warm')), behaviorList), 3);
  const plan = planOf(inFlight(aimRequests, 'bench-memory'));
  const run = createRun(plan, behaviorList);
  run.advance(0.001, Number.POSITIVE_INFINITY);
  const before = run.bytes();
  const collector = watchCollector();
  const slices = slicesTo(run, 3);
  const collected = await collector.stop();
  const own = slices.filter((slice) => !collected.some(({ from, to }) => from <= slice.to && to >= slice.from));
  run.takeFrames();
  const snapshot = run.snapshot().reduce((sum, cells) => sum + cells.byteLength, 0);
  const underWay = run.callsAlive();
  const cpu = cpuSeconds(() => run.advance(3.5, Number.POSITIVE_INFINITY));
  return {
    requestsUnderWay: underWay,
    bytesPerRequest: bytesPerRequest(run, before, underWay),
    bytesThroughBalancer: bytesThroughBalancer(),
    snapshotBytesPerRequest: Math.round(snapshot / underWay),
    aimBytes: 200,
    sliceP99Ms: rounded(slices[Math.floor(0.99 * slices.length)].ms, 1),
    sliceMostMs: rounded(slices[slices.length - 1].ms, 1),
    slicesOverAim: slices.filter(({ ms }) => ms > aimSliceMs).length,
    /** The longest of those in which the garbage collector did not work. */
    ownSliceMostMs: rounded(own[own.length - 1].ms, 1),
    slicesWithCollector: slices.length - own.length,
    slices: slices.length,
    aimSliceMs,
    nsPerRequest: Math.round((cpu / (0.5 * aimRequests)) * 1e9),
  };
}

/** Runs without traffic, so that closing frames is nearly all there is to do. */
function frameUs(design: Parameters<typeof planOf>[0]): { frameUs: number; frameBytes: number } {
  const quiet = { ...design, seconds: 2000, workload: { ...design.workload, params: { ...design.workload.params, traffic: 0 } } };
  const run = createRun(planOf(quiet), behaviorList);
  run.advance(200, Number.POSITIVE_INFINITY);
  run.takeFrames();
  const cpu = cpuSeconds(() => run.advance(1800, Number.POSITIVE_INFINITY));
  const frames = run.takeFrames();
  return { frameUs: rounded((cpu / frames.length) * 1e6, 1), frameBytes: frames[0].values.byteLength };
}

function costsOf(id: string, design: Parameters<typeof planOf>[0]) {
  const compileMs = Array.from({ length: 12 }, () => wallMs(() => compile(design))).slice(2);
  const createMs = Array.from({ length: 7 }, () => wallMs(() => createRun(planOf(design), behaviorList))).slice(2);
  return { id, compileMs: rounded(median(compileMs), 2), createMs: rounded(median(createMs), 2), ...frameUs(design) };
}

export function measureCosts() {
  return [costsOf('chapter', chapter.design), costsOf('200 nodes', twoHundredNodes(600, 'bench-costs'))];
}

export type MemoryResult = Awaited<ReturnType<typeof measureMemory>>;
export type CostResult = ReturnType<typeof measureCosts>[number];
