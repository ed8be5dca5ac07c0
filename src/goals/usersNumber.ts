/** What the users of a run got, as one number. */

import type { Frame } from '../engine/frame.ts';
import { addSparse, bucketCount, sumOf, valueOf } from '../engine/histogram.ts';
import { type RequestClass, readClasses, requestClasses } from '../engine/plan.ts';
import { nodeColumns, runColumn } from '../runner/columnIndex.ts';
import { totalOf } from '../runner/columns.ts';
import { partTimesOf } from '../runner/partTimes.ts';
import { type Percentiles, percentiles, ratio } from '../runner/percentiles.ts';
import { type RequestSummary, requestsOf, summarise } from '../runner/summary.ts';
import type { Measure, UsersFigure } from './goal.ts';
import type { RunSoFar } from './situation.ts';

const quantiles: Partial<Record<UsersFigure, keyof Percentiles>> = { p50Ms: 'p50', p95Ms: 'p95', p99Ms: 'p99', p999Ms: 'p999' };
const inMs = (seconds: number | null): number | null => (seconds === null ? null : 1000 * seconds);

type OfUsers = Extract<Measure, { of: 'users' }>;

/** @param frames of the stretch; at least one */
export function usersNumber(asked: OfUsers, run: RunSoFar, frames: readonly Frame[]): number | null {
  const { figure, class: only, only: population } = asked;
  const { layout } = run;
  const seconds = frames.at(-1)!.end - frames[0].start;
  if (population !== undefined) return populationNumber({ ...asked, only: population }, run, frames, seconds);
  const classes: readonly RequestClass[] = only === undefined ? requestClasses : [only];
  const stale = () => totalOf(frames, [runColumn(layout, 'staleReads')]);
  switch (figure) {
    case 'staleReads':
      return stale();
    case 'staleShare':
      return ratio(stale(), requestsOf(frames, layout, readClasses).completed);
    case 'amplification':
      return summarise({ ...run, frames }).amplification.factor;
    case 'meanMs':
      return meanMs(frames, classes);
    default:
      return figureOf(figure, requestsOf(frames, layout, classes), seconds);
  }
}

function figureOf(figure: UsersFigure, all: RequestSummary, seconds: number): number | null {
  switch (figure) {
    case 'offered':
    case 'completed':
    case 'failed':
    case 'availability':
      return all[figure];
    case 'offeredPerSecond':
      return all.offered / seconds;
    case 'goodputPerSecond':
      return all.completed / seconds;
    case 'failedShare':
      return ratio(all.failed, all.failed + all.completed);
    default: {
      const quantile = quantiles[figure];
      return quantile === undefined ? null : inMs(all.latency[quantile]);
    }
  }
}

/** Within the half percent that a bucket is wide; those that failed count at the end of their patience, as in percentiles. */
function meanMs(frames: readonly Frame[], classes: readonly RequestClass[]): number | null {
  const counts = new Float64Array(bucketCount);
  for (const frame of frames) for (const name of classes) addSparse(counts, frame.latency, requestClasses.indexOf(name));
  const all = sumOf(counts);
  return all === 0 ? null : (1000 * counts.reduce((sum, count, bucket) => (count === 0 ? sum : sum + count * valueOf(bucket)), 0)) / all;
}

/** One population among several is a part like any other; its response times are told apart by class, its counts are not. */
function populationNumber(
  { figure, class: only, only: id }: OfUsers & { only: string },
  { plan, layout }: RunSoFar,
  frames: readonly Frame[],
  seconds: number,
) {
  const node = plan.nodes.findIndex((each) => each.id === id);
  const total = (metric: string) => totalOf(frames, nodeColumns(layout, node, metric));
  const quantile = quantiles[figure];
  if (node >= 0 && quantile !== undefined) return percentileMs(quantile, node, only, plan, frames);
  switch (node < 0 || only !== undefined ? null : figure) {
    case 'offered':
      return total('arrived');
    case 'completed':
    case 'failed':
      return total(figure);
    case 'offeredPerSecond':
      return total('arrived') / seconds;
    case 'goodputPerSecond':
      return total('completed') / seconds;
    case 'failedShare':
      return ratio(total('failed'), total('failed') + total('completed'));
    case 'availability':
      return ratio(total('completed'), total('arrived'));
    case 'meanMs':
      return weightedMeanMs(frames, nodeColumns(layout, node, 'meanResponse')[0], nodeColumns(layout, node, 'completed'));
    default:
      return null;
  }
}

/** Who is alone is everybody: the run's own histogram has them. */
function percentileMs(
  quantile: keyof Percentiles,
  node: number,
  only: RequestClass | undefined,
  plan: RunSoFar['plan'],
  frames: readonly Frame[],
): number | null {
  const isAlone = plan.nodes.filter(({ kind }) => kind === plan.nodes[node].kind).length === 1;
  const counts = isAlone ? new Float64Array(bucketCount) : partTimesOf(frames, [node], only);
  if (isAlone) for (const { latency } of frames) addSparse(counts, latency, only === undefined ? -1 : requestClasses.indexOf(only));
  return inMs(percentiles(counts)[quantile]);
}

/** Each frame's mean counts as often as it was answered in that frame. */
function weightedMeanMs(frames: readonly Frame[], mean: number, answered: readonly number[]): number | null {
  let sum = 0;
  let count = 0;
  for (const frame of frames) {
    if (frame.values[mean] < 0) continue;
    const here = totalOf([frame], answered);
    sum += here * frame.values[mean];
    count += here;
  }
  return count === 0 ? null : (1000 * sum) / count;
}
