/**
 * `npm run -s bench [-- --rounds n] [--json]`: how fast the engine is on this machine, as a ratio to a hard-coded loop that runs
 * beside it in the same process, round about. Times are CPU time of the process, so that other work on the machine disturbs
 * less; the ratio is what to compare between machines.
 */

import type { Design } from '../src/design/design.ts';
import { createRun } from '../src/engine/run.ts';
import { behaviorList } from '../src/nodes/behaviors.ts';
import { compile } from '../src/runner/compile.ts';
import { runBareA } from './bench/bareA.ts';
import { runBareB } from './bench/bareB.ts';
import { designA, designB } from './bench/designs.ts';

interface Timed {
  requests: number;
  /** Events of the future event list that were handled. */
  events: number;
  cpuSeconds: number;
  meanMs: number;
}

interface Model {
  id: 'A' | 'B';
  name: string;
  /** Events of a request in the bare loop's own counting: arrivals, hops, starts and ends of service, answers. */
  logicalPerRequest: number;
  bare: (round: number) => Timed;
  product: (round: number) => Timed;
}

function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function timeBare(run: () => { requests: number; logicalEvents: number; meanMs: number }): Timed {
  let done = { requests: 0, logicalEvents: 0, meanMs: 0 };
  const seconds = cpuSeconds(() => {
    done = run();
  });
  return { requests: done.requests, events: done.logicalEvents, cpuSeconds: seconds, meanMs: done.meanMs };
}

function timeProduct(design: Design): Timed {
  const { plan, problems } = compile(design);
  if (!plan) throw new Error(`the bench's design does not compile: ${JSON.stringify(problems)}`);
  const run = createRun(plan, behaviorList);
  const column = run.layout.columns.findIndex((c) => c.metric === 'completed.read');
  const mean = run.layout.columns.findIndex((c) => c.metric === 'meanResponse' && c.node === 0);
  let requests = 0;
  let weighted = 0;
  let events = 0;
  const seconds = cpuSeconds(() => {
    while (!run.finished()) {
      events += run.advance(run.now() + 50, Number.POSITIVE_INFINITY);
      for (const { values } of run.takeFrames()) {
        requests += values[column];
        weighted += values[column] * Math.max(0, values[mean]);
      }
    }
  });
  return { requests, events, cpuSeconds: seconds, meanMs: (weighted / requests) * 1000 };
}

const models: readonly Model[] = [
  {
    id: 'A',
    name: 'M/M/1, load 0.8',
    logicalPerRequest: 3,
    bare: (round) => timeBare(() => runBareA(1_000_000, round)),
    product: (round) => timeProduct(designA(1250, `bench-${round}`)),
  },
  {
    id: 'B',
    name: 'three tiers, 1200 requests/s',
    logicalPerRequest: 7.6,
    bare: (round) => timeBare(() => runBareB(600_000, round)),
    product: (round) => timeProduct(designB(500, `bench-${round}`)),
  },
];

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
};
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

function measure(rounds: number) {
  const seen = models.map(() => ({
    bare: [] as number[],
    product: [] as number[],
    ratio: [] as number[],
    events: [] as number[],
    means: [0, 0],
  }));
  for (let round = -1; round < rounds; round++) {
    models.forEach((model, m) => {
      const bare = model.bare(round + 1);
      const product = model.product(round + 1);
      // the first round warms the compiler up
      if (round < 0) return;
      const rates = [bare, product].map((timed) => timed.requests / timed.cpuSeconds);
      seen[m].bare.push(rates[0]);
      seen[m].product.push(rates[1]);
      seen[m].ratio.push(rates[1] / rates[0]);
      seen[m].events.push(product.events / product.cpuSeconds);
      seen[m].means = [bare.meanMs, product.meanMs];
    });
  }
  return models.map(({ id, name, logicalPerRequest }, m) => ({
    model: id,
    name,
    rounds,
    bareRequestsPerSecond: Math.round(median(seen[m].bare)),
    requestsPerSecond: Math.round(median(seen[m].product)),
    logicalEventsPerSecond: Math.round(median(seen[m].product) * logicalPerRequest),
    calendarEventsPerSecond: Math.round(median(seen[m].events)),
    ratio: rounded(median(seen[m].ratio), 3),
    ratioLow: rounded(Math.min(...seen[m].ratio), 3),
    ratioHigh: rounded(Math.max(...seen[m].ratio), 3),
    bareMeanMs: rounded(seen[m].means[0], 2),
    meanMs: rounded(seen[m].means[1], 2),
  }));
}

function table(results: ReturnType<typeof measure>): string {
  const millions = (value: number) => `${(value / 1e6).toFixed(2)} M`;
  const lines = [
    'model  requests/s (CPU)   bare loop      ratio (low-high)        events/s      mean response, bare',
    ...results.map((r) =>
      [
        r.model.padEnd(6),
        millions(r.requestsPerSecond).padStart(9),
        millions(r.bareRequestsPerSecond).padStart(17),
        `${r.ratio.toFixed(2)} (${r.ratioLow.toFixed(2)}-${r.ratioHigh.toFixed(2)})`.padStart(21),
        millions(r.calendarEventsPerSecond).padStart(15),
        `${r.meanMs} ms, ${r.bareMeanMs} ms`.padStart(24),
      ].join(''),
    ),
    'A: M/M/1 at load 0.8. B: three tiers. Ratio: requests per CPU second, product to bare, paired within each round.',
  ];
  return lines.join('\n');
}

const flags = process.argv.slice(2);
const rounds = Number(flags[flags.indexOf('--rounds') + 1] ?? 5);
if (flags.includes('--rounds') && !(Number.isInteger(rounds) && rounds > 0)) {
  process.stderr.write('--rounds takes a whole number above 0\n');
  process.exit(2);
}
const results = measure(flags.includes('--rounds') ? rounds : 5);
process.stdout.write(`${flags.includes('--json') ? JSON.stringify(results, null, 2) : table(results)}\n`);
