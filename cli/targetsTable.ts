/** What a design is to keep, held against a run of it, as text for people. */

import { type TargetName, type Targets, targetFields, targetNames, withTarget } from '../src/design/targets.ts';
import type { Situation } from '../src/goals/situation.ts';
import { crossedAt, judgeTargets, type TargetVerdict } from '../src/goals/targets.ts';
import { CommandError } from './commandLine.ts';
import { digits, none, table } from './summaryTable.ts';

export interface CrossedVerdict extends TargetVerdict {
  /** Since which simulated second it is not met. */
  since: number | null;
}

/** @param text `p99Ms=200,availabilityPercent=99.9`: in place of the design's own */
export function targetsOfSwitch(text: string): Targets {
  return text.split(',').reduce<Targets>((targets, pair) => {
    const [name = '', given = ''] = pair.split('=');
    if (!Object.hasOwn(targetFields, name)) throw new CommandError(`There is no target "${name}". There is: ${targetNames.join(', ')}.`);
    const { min, max } = targetFields[name as TargetName];
    const value = Number(given);
    if (given.trim() === '' || !(value >= min && value <= max))
      throw new CommandError(`--targets ${name} takes a number from ${min} to ${max}, not "${given}".`);
    return withTarget(targets, name as TargetName, value);
  }, {});
}

export const verdictsOf = (targets: Targets, situation: Situation): CrossedVerdict[] =>
  judgeTargets(targets, situation).map((verdict) => ({
    ...verdict,
    since: verdict.met === false ? crossedAt(verdict.name, verdict.target, situation) : null,
  }));

export function targetsTable(verdicts: readonly CrossedVerdict[]): string {
  const rows = verdicts.map(({ name, target, measured, met, soFar, since }) => [
    name,
    `${name === 'availabilityPercent' ? '≥' : '≤'} ${target}`,
    soFar !== null ? `${digits(soFar)} so far` : measured === null ? none : digits(measured),
    soFar !== null ? 'already over' : met === null ? 'not yet measurable' : met ? 'met' : 'not met',
    since === null ? '' : `since ${since} s`,
  ]);
  return table([['requirement', 'target', 'measured', 'verdict', ''], ...rows]);
}
