/** How far ahead of the wall clock whole designs run in one worker, every request simulated, metering on. */

import type { Design } from '../../src/design/design.ts';
import { createRun } from '../../src/engine/run.ts';
import { chapter } from '../../src/library/chapter.ts';
import { netflix2013 } from '../../src/library/netflix2013.ts';
import { twoDatacentres } from '../../src/library/twoDatacentres.ts';
import { behaviorList } from '../../src/nodes/behaviors.ts';
import { createPacer } from '../../src/runner/pacer.ts';
import { summarise } from '../../src/runner/summary.ts';
import { dailyUsers, shardedRows, twoHundredNodes } from './bigDesigns.ts';
import { planOf } from './plans.ts';
import { cpuSeconds, rounded } from './timing.ts';

interface Load {
  id: string;
  name: string;
  design: () => Design;
  /** Simulated seconds before timing begins, and timed. */
  warmSeconds: number;
  seconds: number;
  /** Simulated seconds per second that we aim at; null: no aim is stated. */
  aim: number | null;
}

const seed = 'bench-capacity';
const loads: readonly Load[] = [
  {
    id: 'chapter',
    name: 'the full chapter, 2,000 requests/s',
    design: () => ({ ...chapter.design, seconds: 600 }),
    warmSeconds: 30,
    seconds: 200,
    aim: null,
  },
  {
    id: '200 nodes',
    name: '20 cells of 10 parts, 2,000 requests/s',
    design: () => twoHundredNodes(600, seed),
    warmSeconds: 20,
    seconds: 100,
    aim: null,
  },
  {
    id: 'shards',
    name: 'a router before four shards, 4,000 requests/s',
    design: () => shardedRows(600, seed),
    warmSeconds: 10,
    seconds: 50,
    aim: null,
  },
  {
    id: 'regions',
    name: 'two active regions, stores that tell each other, 1,000 requests/s',
    design: () => ({ ...netflix2013.design, seconds: 600 }),
    warmSeconds: 30,
    seconds: 200,
    aim: null,
  },
  {
    id: 'databases',
    name: 'two data centres, databases that tell each other, 1,000 requests/s',
    design: () => ({ ...twoDatacentres.design, seconds: 600 }),
    warmSeconds: 30,
    seconds: 200,
    aim: null,
  },
  {
    id: '10 M users',
    name: '10 million daily users at their peak, 53,240 requests/s',
    design: () => dailyUsers(10, 600, seed),
    warmSeconds: 4,
    seconds: 12,
    aim: 10,
  },
  {
    id: '100 M users',
    name: '100 million daily users at their peak, 532,400 requests/s',
    design: () => dailyUsers(100, 600, seed),
    warmSeconds: 1,
    seconds: 3,
    aim: 1,
  },
];

function timeLoad({ id, name, design, warmSeconds, seconds, aim }: Load) {
  const plan = planOf(design());
  const run = createRun(plan, behaviorList);
  run.advance(warmSeconds, Number.POSITIVE_INFINITY);
  run.takeFrames();
  let events = 0;
  const cpu = cpuSeconds(() => {
    events = run.advance(warmSeconds + seconds, Number.POSITIVE_INFINITY);
  });
  const frames = run.takeFrames();
  const { all, nodes } = summarise({ plan, layout: run.layout, frames, notes: [] });
  return {
    id,
    name,
    nodes: plan.nodes.length,
    requestsPerSimulatedSecond: Math.round(all.offered / seconds),
    answeredShare: rounded((all.completed + 1e-9) / (all.offered + 1e-9), 4),
    busiest: rounded(Math.max(...nodes.map(({ utilization }) => (utilization ? utilization.mean : 0))), 2),
    timesRealTime: rounded(seconds / cpu, 2),
    aim,
    nsPerRequest: Math.round((cpu / all.offered) * 1e9),
    eventsPerRequest: rounded(events / all.offered, 2),
    nsPerEvent: rounded((cpu / events) * 1e9, 1),
    requestsUnderWay: run.callsAlive(),
    ...timeSlices(run, plan),
  };
}

/** Played by the page's own pacer for a second and a half of wall time: how long a slice of work keeps the worker from listening. */
function timeSlices(run: ReturnType<typeof createRun>, plan: ReturnType<typeof planOf>) {
  const slices: number[] = [];
  let next: (() => void) | null = null;
  const pacer = createPacer(run, plan, {
    clockMs: () => performance.now(),
    wait: (_, then) => {
      next = then;
      return () => {
        next = null;
      };
    },
    worked: ({ ms }) => slices.push(ms),
    holdOn: () => false,
    onChange: () => undefined,
  });
  pacer.setSpeed(Number.POSITIVE_INFINITY);
  pacer.play();
  const end = performance.now() + 1500;
  while (next && performance.now() < end) {
    const go: () => void = next;
    next = null;
    go();
    run.takeFrames();
  }
  const sorted = slices.sort((a, b) => a - b);
  const at = (q: number) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0, 1);
  return { sliceP50Ms: at(0.5), sliceP99Ms: at(0.99), sliceMostMs: at(1) };
}

export type CapacityResult = ReturnType<typeof timeLoad>;

export function measureCapacity(): CapacityResult[] {
  return loads.map(timeLoad);
}
