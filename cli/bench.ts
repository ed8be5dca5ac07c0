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
import { CommandError, numberSwitch, readCommandLine, runCommand } from './commandLine.ts';

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

/** @param warmSeconds simulated seconds before timing begins: the bare loop knows no cold cache */
function timeProduct(design: Design, warmSeconds: number): Timed {
  const { plan, problems } = compile(design);
  if (!plan) throw new Error(`the bench's design does not compile: ${JSON.stringify(problems)}`);
  const run = createRun(plan, behaviorList);
  const column = run.layout.columns.findIndex((c) => c.metric === 'completed.read');
  const mean = run.layout.columns.findIndex((c) => c.metric === 'meanResponse' && c.node === 0);
  let requests = 0;
  let weighted = 0;
  let events = 0;
  run.advance(warmSeconds, Number.POSITIVE_INFINITY);
  run.takeFrames();
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
    product: (round) => timeProduct(designA(1250, `bench-${round}`), 0),
  },
  {
    id: 'B',
    name: 'three tiers, 1200 requests/s',
    logicalPerRequest: 7.6,
    bare: (round) => timeBare(() => runBareB(600_000, round)),
    product: (round) => timeProduct(designB(560, `bench-${round}`), 60),
  },
];

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
};
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
const nsPerRequest = ({ cpuSeconds, requests }: Timed): number => (cpuSeconds / requests) * 1e9;

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
    calendarEventsPerSecond: Math.round(median(product.map(({ events, cpuSeconds }) => events / cpuSeconds))),
    calendarEventsPerRequest: rounded(median(product.map(({ events, requests }) => events / requests)), 2),
    meanMs: rounded(median(product.map(({ meanMs }) => meanMs)), 2),
    bareMeanMs: rounded(median(bare.map(({ meanMs }) => meanMs)), 2),
  };
}

function measure(rounds: number) {
  const bare: Timed[][] = models.map(() => []);
  const product: Timed[][] = models.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    models.forEach((model, m) => {
      const timed = [model.bare(round), model.product(round)];
      // the first round warms the compiler up
      if (round === 0) return;
      bare[m].push(timed[0]);
      product[m].push(timed[1]);
    });
  }
  return models.map((model, m) => summarise(model, bare[m], product[m]));
}

const legend = `A: M/M/1 at load 0.8. B: load balancer, 8 web servers, a warm cache, a database. CPU time; ratio: bare ns to product ns,
paired within each round, median (low-high).
What the product does and the bare loop does not: every request has a class, a key and keyed draws that survive edits; the cache
holds real keys; answers travel home through every hop (in B that is why its mean is higher: 2 to 3 more hops of 0.5 ms); faults,
timeouts and retries may strike any call; per instance and frame arrivals, ends, busy, queue and inside, histograms per node and class.`;

function table(results: ReturnType<typeof measure>): string {
  const millions = (value: number) => `${(value / 1e6).toFixed(2)} M`;
  const rows = [
    ['model', 'ratio', 'ns/request', 'bare', 'requests/s', 'bare', 'events/request', 'events/s', 'mean ms', 'bare'],
    ...results.map((r) => [
      r.model,
      `${r.ratio.toFixed(2)} (${r.ratioLow.toFixed(2)}-${r.ratioHigh.toFixed(2)})`,
      String(r.nsPerRequest),
      String(r.bareNsPerRequest),
      millions(r.requestsPerSecond),
      millions(r.bareRequestsPerSecond),
      String(r.calendarEventsPerRequest),
      millions(r.calendarEventsPerSecond),
      r.meanMs.toFixed(2),
      r.bareMeanMs.toFixed(2),
    ]),
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padStart(widths[column])).join('  '));
  return [...lines, '', legend].join('\n');
}

/** The text that the command prints. */
async function bench(args: readonly string[]): Promise<string> {
  const line = readCommandLine(args, { rounds: 'value', json: 'flag' });
  if (line.words.length > 0) throw new CommandError('Usage: npm run -s bench [-- --rounds n] [--json]');
  const rounds = numberSwitch(line, 'rounds', 1, 1000) ?? 5;
  if (!Number.isInteger(rounds)) throw new CommandError('--rounds takes a whole number.');
  const results = measure(rounds);
  return `${line.switches.json ? JSON.stringify(results, null, 2) : table(results)}\n`;
}

await runCommand(bench);
