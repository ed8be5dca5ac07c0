/**
 * `sim <design> --sweep …`: see `sweep.ts`
 * `sim <design> --capacity [--p99-ms 200] [--availability 99.9] [--precision 5]`
 * `sim <design> --weak-points [--seeds 3]`
 * The page's trials without a page: the same code, and so the same numbers.
 */

import type { Design } from '../src/design/design.ts';
import { capacityOf, limitOf, mistake, type Probe } from '../src/runner/capacity.ts';
import { mostFactorOf, planUnder, searchCapacity } from '../src/runner/capacitySearch.ts';
import { replicate } from '../src/runner/replicate.ts';
import { capacityCsv, weakCsv } from '../src/runner/trialCsv.ts';
import { byDamage, damageOf, usualWeakAsked, weakCasesOf } from '../src/runner/weakPoints.ts';
import type { World } from '../src/runner/world.ts';
import { CommandError, type CommandLine, numberSwitch, wholeSwitch } from './commandLine.ts';
import { crewFor } from './crew.ts';
import { reasonText, spanOf } from './replicationTable.ts';
import { digits, ms, none, percent, table } from './summaryTable.ts';
import { failedNote, sweepText } from './sweep.ts';

export const trialSwitches = {
  sweep: 'value',
  and: 'value',
  metric: 'value',
  seeds: 'value',
  csv: 'flag',
  capacity: 'flag',
  'p99-ms': 'value',
  availability: 'value',
  precision: 'value',
  'weak-points': 'flag',
  shard: 'value',
  merge: 'flag',
} as const;

export interface TrialAsked {
  design: Design;
  line: CommandLine;
  workers: number | null;
  bundle: URL | null;
}

/** The trial that the line asks for, as text; null when it asks for none. */
export function trialOf(asked: TrialAsked): Promise<string> | null {
  const { switches } = asked.line;
  if (switches.shard !== undefined && switches.sweep === undefined) throw new CommandError('--shard goes with --sweep.');
  const wanted = (['sweep', 'capacity', 'weak-points'] as const).filter((name) => switches[name] !== undefined);
  if (wanted.length > 1) throw new CommandError(`--${wanted[0]} and --${wanted[1]} are two trials: ask for one at a time.`);
  if (wanted.length === 0) {
    const loose = (['and', 'metric', 'seeds', 'csv', 'p99-ms', 'availability', 'precision'] as const).find(
      (name) => switches[name] !== undefined,
    );
    if (loose) throw new CommandError(`--${loose} goes with --sweep, --capacity or --weak-points.`);
    return null;
  }
  return { sweep: sweepText, capacity: capacityText, 'weak-points': weakText }[wanted[0]](asked);
}

async function capacityText({ design, line, workers, bundle }: TrialAsked): Promise<string> {
  const asked = {
    p99Seconds: (numberSwitch(line, 'p99-ms', 0.001, 600_000) ?? 200) / 1000,
    availability: (numberSwitch(line, 'availability', 0, 99.999) ?? 99.9) / 100,
    precision: (numberSwitch(line, 'precision', 1, 50) ?? 5) / 100,
    seconds: design.seconds,
  };
  const probes: Probe[] = [];
  const failed: string[] = [];
  const crew = crewFor(bundle, workers);
  await searchCapacity(crew, design, asked, {
    onProbe: (probe, isDecided) => isDecided && probes.push(probe),
    onFailed: (factor, reason) => failed.push(`at ${digits(factor)}x: ${reasonText(reason)}`),
  }).ended;
  crew.cancelAll();
  const found = capacityOf(probes, mostFactorOf(design));
  const idOf = (node: number) => design.nodes[node].id;
  if (line.switches.csv) return capacityCsv(probes, idOf);
  if (line.switches.json) return `${JSON.stringify({ asked, mistake, found, probes, failed }, null, 2)}\n`;
  const target = `p99 at most ${ms(asked.p99Seconds)}, at least ${digits(asked.availability * 100)} % answered`;
  const told = ({ factor, offeredPerSecond }: Probe) => `${digits(factor)} times the traffic (${digits(offeredPerSecond)} requests/s)`;
  const answer = {
    nothing: () => 'not found',
    none: () => 'no traffic passes, not even the least that was tried',
    unmoved: () => 'cannot be asked: the arrivals of this design do not follow the traffic',
    any: () => `more than ${found.found === 'any' ? told(found.low) : ''}, the most that can be asked for`,
    between: () => (found.found === 'between' ? `between ${told(found.low)} and ${told(found.high)}, to 95 %` : ''),
  }[found.found]();
  const plan = found.found === 'between' ? planUnder(design, asked, found.high.factor) : null;
  const limit = plan && found.found === 'between' ? limitOf(plan, found.high) : null;
  const head: [string, string][] = [
    ['design', design.title || '(untitled)'],
    ['target', target],
    ['capacity', answer],
    ...(found.found === 'between'
      ? [['limit', limit ? `${limit.id}, ${percent(limit.share)} busy` : 'no part is full'] as [string, string]]
      : []),
    ...failedNote(failed),
  ];
  const rows = probes.map(({ factor, offeredPerSecond, worlds, p99, failed: share, verdict, fullest }) => [
    `${digits(factor)}x`,
    `${digits(offeredPerSecond)} /s`,
    String(worlds),
    p99 ? ms(p99.value) : none,
    p99 ? spanOf('p99', p99.low, p99.high) : none,
    percent(share),
    verdict,
    fullest ? `${idOf(fullest.node)} ${percent(fullest.share)}` : none,
  ]);
  return `${table(head)}\n\n${table([['traffic', 'offered', 'worlds', 'p99', 'surely within', 'failed', 'target', 'fullest'], ...rows])}\n`;
}

async function weakText({ design, line, workers, bundle }: TrialAsked): Promise<string> {
  const asked = { ...usualWeakAsked, worlds: wholeSwitch(line, 'seeds', 1, 1000) ?? usualWeakAsked.worlds };
  const cases = weakCasesOf(design, asked);
  if (!cases) throw new CommandError('This design cannot run.');
  const played: World[][] = [cases.base, ...cases.cases].map(() => []);
  const failed: string[] = [];
  const crew = crewFor(bundle, workers);
  await replicate(crew, [cases.base, ...cases.cases.map(({ plan }) => plan)], asked.worlds, {
    onWorld: (arm, world) => played[arm].push(world),
    onFailed: (_, _world, reason) => failed.push(reasonText(reason)),
  }).ended;
  crew.cancelAll();
  const [peace, ...broken] = played.map((worlds) => worlds.sort((a, b) => a.number - b.number));
  const found = byDamage(
    cases.cases.flatMap(({ broken: what }, i) => {
      const pairs = broken[i].filter(({ number }) => peace.some((world) => world.number === number));
      const calm = peace.filter(({ number }) => pairs.some((world) => world.number === number));
      return pairs.length === 0 ? [] : [{ broken: what, damage: damageOf(pairs, calm, asked) }];
    }),
  );
  if (line.switches.csv) return weakCsv(found);
  if (line.switches.json) return `${JSON.stringify({ asked, found, failed }, null, 2)}\n`;
  const rows = found.map(({ broken: { what, id }, damage }) => [
    `${what} ${id}${damage.isSinglePoint ? ' *' : ''}`,
    digits(Math.round(damage.failed)),
    percent(damage.failedShare),
    `${digits(damage.secondsBelow)} s`,
    digits(Math.round(damage.lostWrites)),
    damage.secondsToRecover === null ? 'never' : `${digits(damage.secondsToRecover)} s`,
  ]);
  const head: [string, string][] = [
    ['design', design.title || '(untitled)'],
    ['each', `${asked.worlds} worlds; broken for good at ${asked.at} s, watched for ${asked.watched} s`],
    ['*', 'single point: users are served by less than half until the end'],
    ...failedNote(failed),
  ];
  return `${table(head)}\n\n${table([['taken away', 'failed', 'of all', `below ${percent(asked.target)}`, 'lost writes', 'recovered'], ...rows])}\n`;
}
