/**
 * `npm run -s coverage [-- case id] [--seeds n]`: do the intervals that `validate` and the page print hold what they say? Plays a case
 * whose answer is known under so many seeds, 100,000 requests each, and counts in how many the 95 % interval of the mean response
 * holds that answer. Exit code 1 if that is not in 91 to 98 of 100.
 */

import ownCases from '../src/library/physics/cases.json?raw';
import { CaseError, readCase } from '../src/physics/caseFile.ts';
import { listCases } from '../src/physics/caseList.ts';
import { asPromised, coverageOf, isAsPromised } from '../src/physics/coverage.ts';
import { CommandError, numberSwitch, readCommandLine, runCommand } from './commandLine.ts';

const usual = ['mm1-rho80', 'mmc-c4-rho80'];

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

await runCommand(async (args) => {
  const line = readCommandLine(args, { seeds: 'value' });
  if (line.words.length > 1) throw new CommandError('Usage: npm run -s coverage [-- case id] [--seeds n]');
  const seeds = numberSwitch(line, 'seeds', 20, 10_000) ?? 500;
  if (!Number.isInteger(seeds)) throw new CommandError('--seeds takes a whole number.');
  const cases = listCases(ownCases);
  const lines = (line.words.length > 0 ? line.words : usual).map((id) => {
    const found = cases.find((each) => each.id === id);
    if (!found) throw new CommandError(`There is no case "${id}".`);
    try {
      const { runs, held, refused } = coverageOf(readCase(found.value, found.position), seeds);
      const holds = isAsPromised({ runs, held, refused });
      if (!holds) process.exitCode = 1;
      const promise = `${percent(asPromised.least)} to ${percent(asPromised.most)} asked`;
      return `${holds ? 'passed' : 'FAILED'}  ${id}: ${held} of ${runs - refused} intervals hold (${percent(held / (runs - refused))}, ${promise}), ${refused} not given`;
    } catch (error) {
      if (error instanceof CaseError) throw new CommandError(error.message);
      throw error;
    }
  });
  return `${lines.join('\n')}\n`;
});
