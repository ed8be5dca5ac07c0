/** Models A and B, the product's engine beside a hard-coded loop, round about in one process, so that their ratio holds anywhere. */

import type { Design } from '../../src/design/design.ts';
import { createRun } from '../../src/engine/run.ts';
import { behaviorList } from '../../src/nodes/behaviors.ts';
import { runBareA } from './bareA.ts';
import { runBareB } from './bareB.ts';
import { designA, designB } from './designs.ts';
import { planOf } from './plans.ts';
import { cpuSeconds, median, rounded } from './timing.ts';

/** Seconds that something takes. */
type Stopwatch = (work: () => void) => number;

interface Timed {
  requests: number;
  /** Events of the future event list that were handled. */
  events: number;
  seconds: number;
  meanMs: number;
}

interface Model {
  id: string;
  name: string;
  /** Events of a request in the bare loop's own counting: arrivals, hops, starts and ends of service, answers. */
  logicalPerRequest: number;
  bare: 'A' | 'B';
  product: (round: number, stopwatch: Stopwatch) => Timed;
}

function timeBare(run: () => { requests: number; logicalEvents: number; meanMs: number }, stopwatch: Stopwatch): Timed {
  let done = { requests: 0, logicalEvents: 0, meanMs: 0 };
  const seconds = stopwatch(() => {
    done = run();
  });
  return { requests: done.requests, events: done.logicalEvents, seconds, meanMs: done.meanMs };
}

/** @param warmSeconds simulated seconds before timing begins: the bare loop knows no cold cache */
function timeProduct(design: Design, warmSeconds: number, stopwatch: Stopwatch): Timed {
  const run = createRun(planOf(design), behaviorList);
  const column = run.layout.columns.findIndex((c) => c.metric === 'completed.read');
  const mean = run.layout.columns.findIndex((c) => c.metric === 'meanResponse' && c.node === 0);
  let requests = 0;
  let weighted = 0;
  let events = 0;
  run.advance(warmSeconds, Number.POSITIVE_INFINITY);
  run.takeFrames();
  const seconds = stopwatch(() => {
    while (!run.finished()) {
      events += run.advance(run.now() + 50, Number.POSITIVE_INFINITY);
      for (const { values } of run.takeFrames()) {
        requests += values[column];
        weighted += values[column] * Math.max(0, values[mean]);
      }
    }
  });
  return { requests, events, seconds, meanMs: (weighted / requests) * 1000 };
}

const bares = {
  A: (round: number, stopwatch: Stopwatch) => timeBare(() => runBareA(1_000_000, round), stopwatch),
  B: (round: number, stopwatch: Stopwatch) => timeBare(() => runBareB(600_000, round), stopwatch),
};

const models: readonly Model[] = [
  {
    id: 'A',
    name: 'M/M/1, load 0.8',
    logicalPerRequest: 3,
    bare: 'A',
    product: (round, stopwatch) => timeProduct(designA(1250, `bench-${round}`), 0, stopwatch),
  },
  {
    id: 'B',
    name: 'three tiers, 1200 requests/s',
    logicalPerRequest: 7.6,
    bare: 'B',
    product: (round, stopwatch) => timeProduct(designB(560, `bench-${round}`, false), 60, stopwatch),
  },
  {
    id: 'B, all hops',
    name: 'the same, answers travel home through every hop',
    logicalPerRequest: 7.6,
    bare: 'B',
    product: (round, stopwatch) => timeProduct(designB(560, `bench-${round}`, true), 60, stopwatch),
  },
];

const nsPerRequest = ({ seconds, requests }: Timed): number => (seconds / requests) * 1e9;

function summarise({ id, name, logicalPerRequest }: Model, bare: readonly Timed[], product: readonly Timed[]) {
  const ratios = product.map((timed, round) => nsPerRequest(bare[round]) / nsPerRequest(timed));
  const ns = median(product.map(nsPerRequest));
  const bareNs = median(bare.map(nsPerRequest));
  return {
    model: id,
    name,
    rounds: ratios.length,
    ratio: rounded(median(ratios), 3),
    ratioLow: rounded(Math.min(...ratios), 3),
    ratioHigh: rounded(Math.max(...ratios), 3),
    nsPerRequest: Math.round(ns),
    bareNsPerRequest: Math.round(bareNs),
    requestsPerSecond: Math.round(1e9 / ns),
    bareRequestsPerSecond: Math.round(1e9 / bareNs),
    logicalEventsPerSecond: Math.round((1e9 / ns) * logicalPerRequest),
    calendarEventsPerSecond: Math.round(median(product.map(({ events, seconds }) => events / seconds))),
    calendarEventsPerRequest: rounded(median(product.map(({ events, requests }) => events / requests)), 2),
    meanMs: rounded(median(product.map(({ meanMs }) => meanMs)), 2),
    bareMeanMs: rounded(median(bare.map(({ meanMs }) => meanMs)), 2),
  };
}

export type ModelResult = ReturnType<typeof summarise>;

/**
 * @param rounds how often each is timed, after a first time that only warms the compiler up
 * @param stopwatch CPU time where there is such a thing
 */
export function measureModels(rounds: number, stopwatch: Stopwatch): ModelResult[] {
  const bare: Timed[][] = models.map(() => []);
  const product: Timed[][] = models.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    models.forEach((model, m) => {
      const timed = [bares[model.bare](round, stopwatch), model.product(round, stopwatch)];
      if (round === 0) return;
      bare[m].push(timed[0]);
      product[m].push(timed[1]);
    });
  }
  return models.map((model, m) => summarise(model, bare[m], product[m]));
}

/** What an event of the bare loop of model B costs: the yardstick for everything that has no bare loop of its own. */
export function bareNsPerEvent(): number {
  const timed = bares.B(1, cpuSeconds);
  return (timed.seconds / timed.events) * 1e9;
}
