/** What a run used of what is billed, read from its frames as they come, so that none has to be kept. The numbers are a summary's. Pure. */

import { completedColumn, type Frame, type FrameLayout, offeredColumn } from '../engine/frame.ts';
import { type Plan, type RequestClass, requestClasses } from '../engine/plan.ts';
import { nodeColumns, runColumn } from './columnIndex.ts';
import { totalOf } from './columns.ts';
import type { NodeSummary } from './nodeSummary.ts';
import { specAt } from './roles.ts';
import type { Summary } from './summary.ts';

/** What a bill is made of; a `Summary` has all of it. */
export interface Used extends Pick<Summary, 'window' | 'crossedGb'> {
  all: Pick<Summary['all'], 'offered'>;
  classes: Readonly<Record<RequestClass, Pick<Summary['all'], 'completed'>>>;
  nodes: readonly Pick<NodeSummary, 'id' | 'instances' | 'arrived' | 'completed' | 'failed' | 'counters' | 'gauges'>[];
}

interface Sum {
  name: string;
  columns: readonly number[];
  total: number;
}

/** Of a gauge, or of how many instances there were: value times seconds, and the seconds in which there was one. */
interface Mean extends Sum {
  seconds: number;
}

interface NodeBook {
  id: string;
  counters: Sum[];
  gauges: Mean[];
  instances: Mean;
  calls: Record<'arrived' | 'completed' | 'failed', Sum>;
}

const meanOf = ({ total, seconds }: Mean): number => (seconds > 0 ? total / seconds : 0);

/** Takes a run's frames in order; `close` gives what they came to. */
export function createUseBook({ nodes }: Pick<Plan, 'nodes'>): { add(frame: Frame, layout: FrameLayout): void; close(): Used } {
  let books: NodeBook[] | null = null;
  let run: Record<'offered' | 'zones' | 'regions', Sum> | null = null;
  let completed: Sum[] = [];
  let window: Used['window'] = { start: 0, end: 0 };

  const open = (layout: FrameLayout): void => {
    const sum = (name: string, columns: readonly number[]): Sum => ({ name, columns, total: 0 });
    const ofRun = (metric: string) => sum(metric, [runColumn(layout, metric)]);
    run = {
      offered: sum(
        'offered',
        requestClasses.map((c) => runColumn(layout, offeredColumn(c))),
      ),
      zones: ofRun('crossedZonesMB'),
      regions: ofRun('crossedRegionsMB'),
    };
    completed = requestClasses.map((c) => ofRun(completedColumn(c)));
    books = nodes.map(({ id, kind }, node) => {
      const of = (metric: string) => sum(metric, nodeColumns(layout, node, metric));
      const own = (form: string) => Object.entries(specAt(kind).metrics).flatMap(([name, metric]) => (metric.form === form ? [name] : []));
      return {
        id,
        counters: own('counter').map(of),
        gauges: own('gauge').map((name) => ({ ...of(name), seconds: 0 })),
        instances: { ...of('utilization'), seconds: 0 },
        calls: { arrived: of('arrived'), completed: of('completed'), failed: of('failed') },
      };
    });
  };

  return {
    add(frame, layout) {
      if (!books) {
        open(layout);
        window = { start: frame.start, end: frame.start };
      }
      window = { start: window.start, end: frame.end };
      const { values } = frame;
      const seconds = frame.end - frame.start;
      // one by one, as a summary adds them up: in another order a sum of fractions is another one
      const count = (sum: Sum): void => {
        for (const column of sum.columns) sum.total += Math.max(0, values[column]);
      };
      for (const sum of [...Object.values(run ?? {}), ...completed]) count(sum);
      for (const { counters, gauges, instances, calls } of books ?? []) {
        for (const sum of counters) count(sum);
        for (const sum of Object.values(calls)) count(sum);
        for (const mean of gauges) {
          // -1: nothing to measure
          if (!mean.columns.some((column) => values[column] >= 0)) continue;
          mean.total += totalOf([frame], mean.columns) * seconds;
          mean.seconds += seconds;
        }
        instances.total += instances.columns.filter((column) => values[column] >= 0).length * seconds;
        instances.seconds += seconds;
      }
    },
    close: () => ({
      window,
      all: { offered: run?.offered.total ?? 0 },
      classes: Object.fromEntries(requestClasses.map((c, at) => [c, { completed: completed[at]?.total ?? 0 }])) as Used['classes'],
      crossedGb: { zones: (run?.zones.total ?? 0) / 1000, regions: (run?.regions.total ?? 0) / 1000 },
      nodes: (books ?? []).map(({ id, counters, gauges, instances, calls }) => ({
        id,
        instances: meanOf(instances),
        arrived: calls.arrived.total,
        completed: calls.completed.total,
        failed: calls.failed.total,
        counters: Object.fromEntries(counters.map(({ name, total }) => [name, total])),
        gauges: Object.fromEntries(gauges.map((gauge) => [gauge.name, meanOf(gauge)])),
      })),
    }),
  };
}
