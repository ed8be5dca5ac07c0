/**
 * `npm run -s bench [-- --only models|capacity|travel|memory|costs] [--rounds n] [--json]`: how fast and how lean the engine is on this
 * machine. Models A and B stand beside a hard-coded loop that runs in the same process, round about; the ratio is what to compare
 * between machines. `--browser` (`scripts/benchBrowser.mjs`) runs the models in a worker of Chromium, built as the page's is.
 */

import { measureCapacity } from './bench/capacity.ts';
import { bareNsPerEvent, measureModels } from './bench/models.ts';
import { measureCosts, measureMemory } from './bench/size.ts';
import { asText, type BenchResult } from './bench/tables.ts';
import { cpuSeconds, rounded } from './bench/timing.ts';
import { measureTravel } from './bench/travel.ts';
import { CommandError, numberSwitch, readCommandLine, runCommand } from './commandLine.ts';

const sections = ['models', 'capacity', 'travel', 'memory', 'costs'] as const;
const usage = `Usage: npm run -s bench [-- --only ${sections.join('|')}] [--rounds n] [--json], or: -- --browser [--rounds n] [--json]`;

/** The text that the command prints. */
async function bench(args: readonly string[]): Promise<string> {
  const line = readCommandLine(args, { rounds: 'value', json: 'flag', only: 'value' });
  if (line.words.length > 0) throw new CommandError(usage);
  const { only } = line.switches;
  if (only !== undefined && !sections.some((name) => name === only)) throw new CommandError(usage);
  const rounds = numberSwitch(line, 'rounds', 1, 1000) ?? 5;
  if (!Number.isInteger(rounds)) throw new CommandError('--rounds takes a whole number.');
  const wanted = (name: (typeof sections)[number]) => only === undefined || only === name;
  const result: BenchResult = {};
  // first the models: a compiler that has seen many designs is not the one they are to be compared in
  if (wanted('models')) result.models = measureModels(rounds, cpuSeconds);
  if (wanted('capacity')) {
    const capacity = measureCapacity();
    const bare = bareNsPerEvent();
    result.capacity = capacity.map((each) => ({ ...each, eventsToBare: rounded(bare / each.nsPerEvent, 2) }));
  }
  if (wanted('travel')) result.travel = measureTravel();
  if (wanted('memory')) result.memory = await measureMemory();
  if (wanted('costs')) result.costs = measureCosts();
  return `${line.switches.json ? JSON.stringify(result, null, 2) : asText(result)}\n`;
}

await runCommand(bench);
