/** A hand-in as it is played for its grade: under the prompt's users, through the prompt's chaos. Pure. */

import type { Design } from '../design/design.ts';
import { befalling } from './asAssigned.ts';
import { callsOf } from './calls.ts';
import { calmDesign, seedOf, type Task } from './calmDesign.ts';
import { eventsOf } from './chaos.ts';
import type { Calls } from './targets.ts';

/**
 * @param seed number of the seed, from 1
 * @param onSlice called now and then while it is found out which parts are busy
 */
export function gradedDesign(task: Task, handedIn: Design, seed: number, onSlice: () => void = () => undefined): Design {
  const calm = calmDesign(task, handedIn, seed);
  let known: Calls | null = null;
  // the same parts are struck whatever the luck
  const calls = () => {
    known ??= callsOf({ ...calm, seed: seedOf(task, 1) }, onSlice);
    return known;
  };
  const chaos = task.chaos.flatMap((each) => eventsOf(each, calm, task.run.warmUpSeconds, calls));
  const planned = task.rules ? befalling(calm.scenario, task.rules.start, calm, calls) : calm.scenario;
  return { ...calm, scenario: [...planned, ...chaos].sort((a, b) => a.at - b.at) };
}
