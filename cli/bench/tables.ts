/** Results as text: tables with a head, columns right-aligned. */

import type { CapacityResult } from './capacity.ts';
import type { ModelResult } from './models.ts';
import type { CostResult, MemoryResult } from './size.ts';
import type { TravelResult } from './travel.ts';

export interface BenchResult {
  models?: ModelResult[];
  capacity?: (CapacityResult & { eventsToBare: number })[];
  travel?: TravelResult;
  memory?: MemoryResult;
  costs?: CostResult[];
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  '))
    .join('\n');
}

const millions = (value: number) => `${(value / 1e6).toFixed(2)} M`;
const aim = (value: number | null, unit: string) => (value === null ? '' : `${value}${unit}`);

function modelsTable(results: readonly ModelResult[]): string {
  return table([
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
  ]);
}

function capacityTable(results: NonNullable<BenchResult['capacity']>): string {
  return table([
    [
      'design',
      'parts',
      'requests/s',
      'x real time',
      'aim',
      'ns/request',
      'events/request',
      'ns/event',
      'to bare',
      'answered',
      'busiest',
      'slice p50, p99, most ms',
    ],
    ...results.map((r) => [
      r.id,
      String(r.nodes),
      String(r.requestsPerSimulatedSecond),
      r.timesRealTime.toFixed(2),
      aim(r.aim, 'x'),
      String(r.nsPerRequest),
      String(r.eventsPerRequest),
      r.nsPerEvent.toFixed(1),
      r.eventsToBare.toFixed(2),
      `${(100 * r.answeredShare).toFixed(2)} %`,
      r.busiest.toFixed(2),
      `${r.sliceP50Ms} ${r.sliceP99Ms} ${r.sliceMostMs}`,
    ]),
  ]);
}

function travelLines(r: TravelResult): string {
  const mb = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  return [
    `${r.design}, ${r.simulatedSeconds} simulated seconds, ran in ${r.ranMs} ms with ${r.checkpoints} checkpoints (${mb(r.checkpointBytes)})`,
    `snapshot ${r.snapshotMs} ms, restore ${r.restoreMs} ms, ${mb(r.snapshotBytes)}`,
    `seek: median ${r.seekMedianMs} ms, longest ${r.seekMostMs} ms by the clock, ${r.seekCpuMedianMs} and ${r.seekCpuMostMs} ms of CPU; aim ${r.seekAimMs} ms`,
  ].join('\n');
}

function memoryLine(r: MemoryResult): string {
  return `${r.requestsUnderWay} requests under way: ${r.bytesPerRequest} bytes each (aim ${r.aimBytes}), through a balancer ${r.bytesThroughBalancer}, in a snapshot ${r.snapshotBytesPerRequest}; ${r.nsPerRequest} ns/request
slices of 1000 events on the way there, CPU: longest ${r.sliceMostMs} ms, p99 ${r.sliceP99Ms} ms, ${r.slicesOverAim} of ${r.slices} over ${r.aimSliceMs} ms;
without the garbage collector, which worked in ${r.slicesWithCollector} of them: longest ${r.ownSliceMostMs} ms`;
}

function costsTable(results: readonly CostResult[]): string {
  return table([
    ['design', 'compile ms', 'create run ms', 'close a frame us', 'bytes/frame'],
    ...results.map((r) => [r.id, String(r.compileMs), String(r.createMs), String(r.frameUs), String(r.frameBytes)]),
  ]);
}

const legend = `A: M/M/1 at load 0.8. B: load balancer, 8 web servers, a warm cache, a database, as many hops for a hit as the bare loop; "all hops":
every wire takes time both ways. CPU time, in a browser by the clock; ratio: bare ns to product ns, paired within each round, median (low-high). "to bare": ns per event
of the bare loop of B to ns per event here. What the product does and the bare loop does not: every request has a class, a key and keyed
draws that survive edits; the cache holds real keys; answers travel home through every node; faults, timeouts and retries may strike any
call; per instance and frame arrivals, ends, busy, queue and inside, histograms per node and class.`;

export function asText({ models, capacity, travel, memory, costs }: BenchResult): string {
  const parts = [
    models && modelsTable(models),
    capacity && capacityTable(capacity),
    travel && travelLines(travel),
    memory && memoryLine(memory),
    costs && costsTable(costs),
    legend,
  ];
  return parts.filter(Boolean).join('\n\n');
}
