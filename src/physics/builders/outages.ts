/** Queues whose consumers are away. */

import { glanceRow, type Run } from '../../engine/run.ts';
import { sdOf } from '../../statistics/estimate.ts';
import type { Builder, Row } from '../experiment.ts';
import { Beyond, chain, plainQueue, readsOnly, station, users } from '../parts.ts';
import { playTo } from '../play.ts';
import { crash, meanIn } from './moments.ts';
import { requireStable } from './stations.ts';

/**
 * All consumers die for a while; producers go on. The queue looks after consumers that were away every 0.2 s, which is no part of the
 * case: it is built in a slow time, where that is nothing beside the outage.
 */
export const consumersDown: Builder = ({ parameters }) => {
  const rate = parameters.positive('arrival_rate_per_s');
  const capacity = parameters.positive('consumer_capacity_per_s');
  const outage = parameters.positive('outage_s');
  if (parameters.number('initial_backlog') !== 0) throw new Beyond('a queue that is not empty in the beginning');
  requireStable(parameters.where, rate / capacity);
  let k = 1;
  while (outage / k < 2000 && 10_000 / capacity / k <= 1000) k /= 10;
  const design = chain(
    [
      users(rate * k),
      station({ vcpu: 96, service: 'fixed', cpuDynamicMs: 0.01, jobShare: 100 }),
      { kind: 'queue', params: { ...plainQueue, maxBacklog: 10_000_000 } },
      { kind: 'worker', params: { instances: 1, concurrency: 1, prefetch: 0, service: 'exponential', jobMs: 1000 / capacity / k } },
    ],
    { ...readsOnly, writeShare: 100 },
  );
  /** Frames of the outage: what is added up over the backlog's life begins and ends with one. */
  const frames = 300;
  const frameSeconds = outage / k / frames;
  const begin = 10 * frameSeconds;
  const end = begin + outage / k;
  const longest = end + (4 * outage * rate) / (capacity - rate) / k + 10 * frameSeconds;
  return {
    form: 'replicated',
    design,
    seconds: longest,
    frameSeconds,
    acts: () => [crash(begin, 3), { ...crash(end, 3), act: 'recover' }],
    play: (run): Row => {
      const rows = new Float32Array(run.slots * glanceRow);
      const line = slotOf(run, 2) * glanceRow + 4;
      // messages that wait stand in the queue's line
      const waiting = () => {
        run.glance(rows);
        return rows[line];
      };
      playTo(run, begin);
      const before = waiting();
      run.takeFrames();
      playTo(run, end);
      const peak = waiting() - before;
      let at = end;
      while (waiting() > 0 && at < longest) {
        at += frameSeconds / 20;
        playTo(run, at);
      }
      return { peak, drain: (at - end) * k, ...backlogLife(run, k) };
    },
    metrics: {
      peak_backlog: meanIn('peak'),
      drain_time_s: meanIn('drain'),
      sd_peak_backlog: (rows) => sdOf(rows.map(({ peak }) => peak)),
      sd_drain_time_s: (rows) => sdOf(rows.map(({ drain }) => drain)),
      max_message_delay_s: meanIn('oldest'),
      mean_delay_of_affected_s: meanIn('delay'),
      messages_affected: meanIn('affected'),
    },
  };
};

/** Of the frames since the outage began: messages that came, how long they waited on average, and how long the oldest had at most. */
function backlogLife(run: Run, k: number): Row {
  const column = (metric: string) => run.layout.columns.findIndex((each) => each.node === 2 && each.metric === metric);
  const [published, queue, oldest] = ['published', 'queue', 'oldestSeconds'].map(column);
  let affected = 0;
  let area = 0;
  let most = 0;
  for (const { start, end, values } of run.takeFrames()) {
    affected += values[published];
    area += values[queue] * (end - start);
    most = Math.max(most, values[oldest]);
  }
  return { affected, delay: (area / affected) * k, oldest: most * k };
}

/** First slot of a node, as the layout's columns name nodes and instances in order. */
function slotOf(run: Run, node: number): number {
  return run.layout.columns.filter((column) => column.scope === 'instance' && column.metric === 'inside' && column.node < node).length;
}
