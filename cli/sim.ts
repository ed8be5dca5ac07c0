/**
 * `npm run -s sim -- <design.json | share link | template id> [--seed n] [--seconds s] [--targets p99Ms=200,rtoSeconds=30] [--reveal] [--json] [--list]`
 * `… --follow <number | slowest | failed | retried>`: one request of the run, call by call; see `follow.ts`.
 * `… --replications n [--compare <second design>] [--workers k]`: in n worlds, with intervals; see `replications.ts`.
 * `… --sweep …`: see `sweep.ts`. `… --capacity`, `… --weak-points`: see `trials.ts`.
 * Runs a design without a page, on the same engine, and prints the same metrics. The same input prints the same bytes.
 */

import { withoutConcealed } from '../src/design/concealed.ts';
import type { Design } from '../src/design/design.ts';
import { setSeconds, setSeed } from '../src/design/edits.ts';
import { type Problem, stopsRun } from '../src/design/problems.ts';
import { underUsersOf } from '../src/design/sameUsers.ts';
import { settingsOf } from '../src/design/settingFields.ts';
import type { Note } from '../src/engine/frame.ts';
import { bytesPerCall, type RunLimits, runEnds, usualLimits } from '../src/engine/limits.ts';
import type { Plan } from '../src/engine/plan.ts';
import { templates } from '../src/library/templates.ts';
import { behaviors } from '../src/nodes/behaviors.ts';
import { businessOfRun } from '../src/runner/business.ts';
import { compile } from '../src/runner/compile.ts';
import { costOf } from '../src/runner/cost.ts';
import { framesHash } from '../src/runner/framesHash.ts';
import { runHeadless } from '../src/runner/headless.ts';
import type { PlanIndex } from '../src/runner/planIndex.ts';
import { withLuckOf } from '../src/runner/sameLuck.ts';
import { summarise } from '../src/runner/summary.ts';
import { CommandError, type CommandLine, numberSwitch, readCommandLine, runCommand, wholeSwitch } from './commandLine.ts';
import { playHere, replicaRole } from './crew.ts';
import { businessTable, costTable } from './economyTable.ts';
import { followText } from './follow.ts';
import { isHiredAs, serveNodeCrew } from './nodeCrew.ts';
import { readDesign } from './readDesign.ts';
import { type Arm, replications } from './replications.ts';
import { summaryTable } from './summaryTable.ts';
import { mergedSweep } from './sweep.ts';
import { targetsOfSwitch, targetsTable, verdictsOf } from './targetsTable.ts';
import { trialOf, trialSwitches } from './trials.ts';

const usage =
  'Usage: npm run -s sim -- <design.json | share link | template id> [--seed n] [--seconds s] [--targets name=value,…] [--replications n] [--compare <second design>] [--workers k] [--memory-mb m] [--follow <number | slowest | failed | retried>] [--sweep part.field=values [--and …] [--metric p99] [--shard i/n]] [--merge <part…>] [--capacity [--p99-ms 200] [--availability 99.9]] [--weak-points] [--seeds n] [--csv] [--reveal] [--json] [--list]';

/** Worlds of a comparison, unless somebody says how many: the least with which a run that never settles should be judged. */
const usualWorlds = 20;

function problemText({ code, node, link, details }: Problem): string {
  const told = Object.entries(details).map(([name, value]) => `${name} ${value}`);
  return `${[code, node ?? link].filter(Boolean).join(' at ')}${told.length > 0 ? ` (${told.join(', ')})` : ''}`;
}

function compiled(design: Design, which: string): { plan: Plan; problems: readonly Problem[]; index: PlanIndex } {
  const { plan, problems, index } = compile(design);
  const errors = problems.filter(stopsRun);
  if (!plan) throw new CommandError(`${which} cannot run:\n${errors.map((problem) => `- ${problemText(problem)}`).join('\n')}`);
  return { plan, problems, index };
}

/** The second design as it is compared: under the users, keys and luck of the first. */
async function armB(source: string, a: Arm & { design: Design }): Promise<Arm> {
  const design = underUsersOf((await readDesign(source)).design, a.design);
  return { title: design.title, plan: withLuckOf(compiled(design, 'The second design').plan, a.plan) };
}

function checkedSeed({ switches: { seed } }: CommandLine): string | undefined {
  if (seed !== undefined && (seed === '' || [...seed].length > 24)) throw new CommandError('--seed takes 1 to 24 characters.');
  return seed;
}

/** Memory that calls under way may take, in each world; a run that needs more ends there. */
function limitsOf(line: CommandLine): RunLimits | null {
  const megabytes = numberSwitch(line, 'memory-mb', 1, 4000);
  return megabytes === null ? null : { ...usualLimits, calls: Math.floor((megabytes * 1e6) / bytesPerCall) };
}

/** Why a run ended before its time, in words; null when it did not. */
function earlyEnd(notes: readonly Note[]): string | null {
  // of the last frame, others may stand behind it
  const last = notes.findLast(({ code }) => runEnds.some((end) => end === code));
  if (last?.code === 'overflow') return `ended at ${last.time.toFixed(3)} s: too many requests in flight (${last.value} calls at once)`;
  if (last?.code === 'standstill') return `ended at ${last.time.toFixed(3)} s: so much happens at that moment that time does not go on`;
  return null;
}

/** The text that the command prints. `bundle` is this command as a file that can be a worker, or null to play in this thread. */
export async function sim(args: readonly string[], bundle: URL | null = null): Promise<string> {
  const line = readCommandLine(args, {
    seed: 'value',
    seconds: 'value',
    replications: 'value',
    compare: 'value',
    workers: 'value',
    'memory-mb': 'value',
    follow: 'value',
    json: 'flag',
    list: 'flag',
    targets: 'value',
    reveal: 'flag',
    ...trialSwitches,
  });
  if (line.switches.list) return templates.map(({ id, design }) => `${id.padEnd(16)}${design.title}\n`).join('');
  if (line.switches.merge) return mergedSweep(line);
  if (line.words.length !== 1) throw new CommandError(usage);
  const seconds = numberSwitch(line, 'seconds', 1, 86_400);
  const asksTrial = ['sweep', 'capacity', 'weak-points'].some((name) => line.switches[name] !== undefined);
  const worlds = wholeSwitch(line, 'replications', 3, 1000) ?? (line.switches.compare === undefined ? null : usualWorlds);
  const limits = limitsOf(line);
  const workers = wholeSwitch(line, 'workers', 1, 64);
  if (workers !== null && worlds === null && !asksTrial)
    throw new CommandError('--workers goes with --replications or --compare: one run has one worker.');
  const seed = checkedSeed(line);
  const read = await readDesign(line.words[0]);
  const seeded = seed === undefined ? read.design : setSeed(read.design, seed);
  const design = seconds === null ? seeded : setSeconds(seeded, seconds);
  const { plan, problems, index } = compiled(design, 'This design');
  const trial = trialOf({ design, line, workers, bundle });
  if (trial) return trial;
  if (worlds !== null) {
    const a = { title: design.title, plan, design };
    const b = line.switches.compare === undefined ? null : await armB(line.switches.compare, a);
    return replications({ a, b, worlds, workers, limits, bundle, isJson: line.switches.json === 'true' });
  }
  if (line.switches.follow !== undefined) return followText(design, plan, line.switches.follow);
  const { layout, frames, notes: all } = runHeadless(plan, behaviors, limits ? { limits } : {});
  // who is not to know of a fault does not learn of it here either, but by asking for it
  const isOpen = line.switches.reveal === 'true';
  const notes = isOpen ? all : withoutConcealed(all, design.scenario);
  const concealed = isOpen ? 0 : design.scenario.filter(({ hidden }) => hidden).length;
  const summary = summarise({ plan, layout, frames, notes });
  const cost = costOf(design, summary);
  const business = businessOfRun(design, layout, frames);
  const hash = framesHash(frames);
  const targets = line.switches.targets === undefined ? design.targets : targetsOfSwitch(line.switches.targets);
  const verdicts = verdictsOf(targets ?? {}, {
    design,
    run: { plan, index, layout, frames, notes, time: design.seconds, done: design.scenario },
  });
  if (line.switches.json) {
    const { title } = design;
    return `${JSON.stringify({ title, seed: design.seed, seconds: design.seconds, framesHash: hash, endedEarly: earlyEnd(notes), repairs: read.repairs, problems, ...summary, cost, business, verdicts, notes }, null, 2)}\n`;
  }
  const head: [string, string][] = [
    ['design', design.title || '(untitled)'],
    ['seed', design.seed],
    ['simulated', `${design.seconds} s`],
    ['frames hash', hash],
  ];
  const early = earlyEnd(notes);
  if (early) head.push(['note', early]);
  if (concealed > 0) head.push(['note', `${concealed} concealed event${concealed === 1 ? '' : 's'} of the timeline: --reveal tells`]);
  for (const problem of problems) head.push(['note', problemText(problem)]);
  if (read.repairs.length > 0) head.push(['note', `${read.repairs.length} things in it were mended on opening`]);
  return `${summaryTable(summary, head)}\n\n${verdicts.length > 0 ? `${targetsTable(verdicts)}\n\n` : ''}${costTable(cost)}\n${business ? `\n${businessTable(business, settingsOf(design).model)}\n` : ''}`;
}

if (isHiredAs(replicaRole)) serveNodeCrew(playHere);
else if (process.argv[1] && /[\\/]sim[^\\/]*$/.test(process.argv[1])) await runCommand((args) => sim(args, new URL(import.meta.url)));
