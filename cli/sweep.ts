/**
 * `sim <design> --sweep web-1.instances=1..8 [--and workload.traffic=1,2,4] [--metric p99] [--seeds 10] [--csv]`
 * `sim <design> --sweep … --shard 2/8 > part-2.jsonl` on each of eight machines, then `sim --merge part-*.jsonl [--metric p50] [--csv]`
 * Runs are dealt out in turn; their counters and histograms travel whole, so that parts come together to the same bytes as if one machine
 * had played all.
 */

import type { Design } from '../src/design/design.ts';
import { streamOf } from '../src/engine/luck.ts';
import { engineMajor } from '../src/engine/version.ts';
import { mostRuns, type SweepPoint, type SweptPoint, sweepOf, sweptKnee, sweptPoints } from '../src/runner/sweep.ts';
import { type Axis, countIn, fieldAt, readRange, readTarget, targetText, valuesIn } from '../src/runner/sweepAxis.ts';
import { sweepCsv } from '../src/runner/trialCsv.ts';
import type { World } from '../src/runner/world.ts';
import { type MetricName, metricNames } from '../src/runner/worldMetrics.ts';
import { CommandError, type CommandLine, wholeSwitch } from './commandLine.ts';
import { crewFor } from './crew.ts';
import { type Begin, readParts, readShard, type Shard } from './parts.ts';
import { names, reasonText, spanOf, textOf } from './replicationTable.ts';
import { none, table } from './summaryTable.ts';
import { type PackedWorld, packWorld, unpackWorld } from './worldText.ts';

export interface SweepAsk {
  design: Design;
  line: CommandLine;
  workers: number | null;
  bundle: URL | null;
}

/** What a sweep is, whoever plays it. */
interface Sweeping {
  title: string;
  /** Of the whole design: equal when it is. */
  mark: string;
  axes: readonly Axis[];
  /** Of every point, in order. */
  values: readonly (readonly number[])[];
  worlds: number;
  seconds: number;
  metric: MetricName;
}

type Fact = { run: { point: number; world: PackedWorld } } | { failed: string };

const whole: Shard = { part: 1, of: 1 };

function markOf(design: Design): string {
  const { k0, k1 } = streamOf('sweep', JSON.stringify(design));
  return (k0 >>> 0).toString(16).padStart(8, '0') + (k1 >>> 0).toString(16).padStart(8, '0');
}

/** A sweep as text: its table, or one part of it as lines. */
export async function sweepText({ design, line, workers, bundle }: SweepAsk): Promise<string> {
  const { sweep = '', and, shard: shardText } = line.switches;
  const shard = shardText === undefined ? whole : readShard(shardText);
  const most = mostRuns * shard.of;
  const axes = [axisOf(design, 'sweep', sweep, most), ...(and === undefined ? [] : [axisOf(design, 'and', and, most)])];
  const worlds = wholeSwitch(line, 'seeds', 1, 1000) ?? 10;
  const swept = sweepOf(design, { axes, worlds, seconds: design.seconds }, most);
  if (!swept.ok && swept.why === 'too-many') throw new CommandError(`That is ${swept.runs} runs; at most ${most} are played.`);
  if (!swept.ok)
    throw new CommandError(swept.why === 'nothing' ? 'There is nothing to sweep.' : `At ${swept.values.join(', ')} the design cannot run.`);
  const sweeping: Sweeping = {
    title: design.title,
    mark: markOf(design),
    axes,
    values: swept.points.map(({ values }) => values),
    worlds,
    seconds: design.seconds,
    metric: metricOf(line) ?? 'p99',
  };
  const { played, failed } = await playPart(swept.points, worlds, shard, { workers, bundle });
  if (shardText === undefined) return told(sweeping, played, failed, line);
  const facts: Fact[] = [
    ...played.flatMap((those, point) => those.map((world): Fact => ({ run: { point, world: packWorld(world) } }))),
    ...failed.map((reason): Fact => ({ failed: reason })),
  ];
  const lines = [{ begin: { ...shard, engine: engineMajor, ...sweeping } }, ...facts, { end: { facts: facts.length } }];
  return lines.map((each) => `${JSON.stringify(each)}\n`).join('');
}

async function playPart(
  points: readonly SweepPoint[],
  worlds: number,
  { part, of }: Shard,
  { workers, bundle }: Pick<SweepAsk, 'workers' | 'bundle'>,
) {
  const played: World[][] = points.map(() => []);
  const failed: string[] = [];
  const crew = crewFor(bundle, workers);
  const jobs = Array.from({ length: points.length * worlds }, (_, i) => i).filter((i) => i % of === part - 1);
  await Promise.all(
    jobs.map(async (i) => {
      const point = i % points.length;
      const world = 1 + Math.floor(i / points.length);
      const ended = await crew.add({ plan: points[point].plan, world, limits: null }).ended;
      if (ended.end === 'done') played[point].push(ended.result);
      else if (ended.end === 'failed') failed.push(reasonText(ended.reason));
    }),
  );
  crew.cancelAll();
  for (const those of played) those.sort((a, b) => a.number - b.number);
  return { played, failed };
}

/** Parts of one sweep put together; any number of the runs can be asked for then, not only the one that was. */
export async function mergedSweep(line: CommandLine): Promise<string> {
  if (line.words.length === 0) throw new CommandError('Name the parts of a sweep: sim --merge part-*.jsonl');
  const played: World[][] = [];
  const failed: string[] = [];
  const common = ({ title, mark, axes, values, worlds, seconds, metric }: Sweeping) =>
    JSON.stringify({ title, mark, axes, values, worlds, seconds, metric });
  const sweeping = await readParts<Begin & Sweeping, Fact>(line.words, {
    work: 'sweep',
    facts: ['run', 'failed'],
    isSame: (a, b) => common(a) === common(b),
    take(fact) {
      if ('failed' in fact) failed.push(fact.failed);
      else {
        played[fact.run.point] ??= [];
        played[fact.run.point].push(unpackWorld(fact.run.world));
      }
    },
  });
  return told(sweeping, played, failed, line);
}

function told(
  { title, axes, values, worlds, seconds, metric: usual }: Sweeping,
  played: readonly World[][],
  failed: readonly string[],
  line: CommandLine,
): string {
  const metric = metricOf(line) ?? usual;
  const points = sweptPoints(
    values.map((each) => ({ values: each })),
    played,
    metric,
  );
  if (line.switches.csv) return sweepCsv(axes, points, metric);
  const knee = axes.length === 1 ? sweptKnee(points, metric) : null;
  if (line.switches.json) return `${JSON.stringify({ axes, metric, seconds, points, knee, failed }, null, 2)}\n`;
  const head: [string, string][] = [
    ['design', title || '(untitled)'],
    ['each point', `${worlds} world${worlds === 1 ? '' : 's'} of ${seconds} s, the same for all points`],
    ...(axes.length === 1
      ? [['knee', knee ? kneeText(axes[0], points[knee.at]) : 'none: no bend that stands out'] as [string, string]]
      : []),
    ...failedNote(failed),
  ];
  return `${table(head)}\n\n${table([[...axes.map(({ target }) => targetText(target)), names[metric], '95 % interval'], ...points.map((point) => pointRow(point, metric))])}\n`;
}

function axisOf(design: Design, name: string, text: string, most: number): Axis {
  const at = text.indexOf('=');
  const target = readTarget(design, text.slice(0, Math.max(0, at)));
  const field = target && fieldAt(design, target);
  if (!target || !field) {
    throw new CommandError(
      `--${name} takes a number of a part, a wire or the workload and its values, such as web-1.instances=1..8, not "${text}".`,
    );
  }
  const range = readRange(text.slice(at + 1), field);
  if (!range) throw new CommandError(`--${name} takes values such as 1..8, 1..100:log:7 or 1,2,5, not "${text.slice(at + 1)}".`);
  if (countIn(range) > most) throw new CommandError(`--${name} asks for ${countIn(range)} values; at most ${most} runs are played.`);
  return { target, values: valuesIn(range, field) };
}

/** Null: not said. */
function metricOf({ switches: { metric } }: CommandLine): MetricName | null {
  if (metric === undefined) return null;
  const found = metricNames.find((name) => name === metric);
  if (!found) throw new CommandError(`--metric takes ${metricNames.join(', ')}, not "${metric}".`);
  return found;
}

/** What is said of runs that could not be played. */
export const failedNote = (failed: readonly string[]): [string, string][] =>
  failed.length === 0 ? [] : [['note', `${failed.length} runs could not be played: ${[...new Set(failed)].sort().join('; ')}`]];

const kneeText = ({ target }: Axis, { values }: SweptPoint): string =>
  `${targetText(target)} = ${values[0]} (Kneedle, Satopää et al. 2011)`;

const pointRow = ({ values, value, interval, isTooLittle }: SweptPoint, metric: MetricName): string[] => [
  ...values.map(String),
  value === null ? (isTooLittle ? 'too little data' : none) : textOf(metric, value),
  interval ? spanOf(metric, interval.low, interval.high) : none,
];
