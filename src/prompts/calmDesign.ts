/** A hand-in under the users, workload, physics and prices of its prompt, whatever was changed of them; nothing goes wrong yet. Pure, and plays nothing. */

import type { Design, DesignGroup, DesignNode } from '../design/design.ts';
import { removeParts } from '../design/edits.ts';
import { underUsersOf } from '../design/sameUsers.ts';
import { sourcesOf } from '../design/wires.ts';
import { worldSeed } from '../runner/worldSeed.ts';
import { type AssignmentRules, asAssigned } from './asAssigned.ts';
import type { Prompt } from './prompt.ts';
import { inTheWorld } from './world.ts';

/** What grading needs to know of a prompt; an assignment of a teacher's is one as well. */
export type Task = Pick<Prompt, 'given' | 'world' | 'budgetUsd' | 'run' | 'chaos' | 'rubric' | 'fatal' | 'needs'> & {
  /** Names the luck of its seeds. */
  id: string;
  /** Of a teacher's assignment: what stays as it was given out, in the place of what is so in every prompt. */
  rules?: AssignmentRules;
};

/** Seeds are the same for everybody, so that hand-ins meet the same users, keys and service times; numbered from 1. */
export const seedOf = ({ id }: Pick<Task, 'id'>, number: number): string => worldSeed(`grade-${id}`.slice(0, 24), number);

export const secondsOf = ({ run }: Pick<Task, 'run'>): number => run.warmUpSeconds + run.steadySeconds + run.chaosSeconds;

/**
 * The design without chaos, on one of the task's seeds; what the hand-in had planned itself is left out.
 * @param seed number of the seed, from 1
 */
export const calmDesign = (task: Task, handedIn: Design, seed: number): Design => ({
  ...(task.rules
    ? asAssigned(task.rules, underGivenUsers(task.given, handedIn))
    : inTheWorld(underGivenUsers(task.given, handedIn), task.world ?? [], task.given)),
  scenario: task.given.scenario,
  seed: seedOf(task, seed),
  seconds: secondsOf(task),
});

/** Populations of the same ids are put back as they were given, and others are not counted; without those ids the users stand in for them. */
function underGivenUsers(given: Design, handedIn: Design): Design {
  const theirs = sourcesOf(given);
  const own = sourcesOf(handedIn);
  const isDrawnOn = theirs.every(({ id, kind }) => own.some((node) => node.id === id && node.kind === kind));
  const { settings: _, ...design } = isDrawnOn ? givenBack(given, handedIn, theirs) : underUsersOf(handedIn, given);
  return { ...design, workload: given.workload, ...(given.settings ? { settings: given.settings } : {}) };
}

function givenBack(given: Design, handedIn: Design, theirs: readonly DesignNode[]): Design {
  const extra = sourcesOf(handedIn).filter(({ id }) => !theirs.some((node) => node.id === id));
  const { nodes, groups, ...design } = removeParts(handedIn, { nodes: extra.map(({ id }) => id) });
  const placeOf = ({ group }: DesignNode): DesignGroup | undefined => given.groups.find(({ id }) => id === group);
  const places = theirs.flatMap((node) => placeOf(node) ?? []);
  return {
    ...design,
    nodes: nodes.map((node) => {
      const back = theirs.find(({ id }) => id === node.id);
      return back ? { ...node, params: back.params, group: back.group } : node;
    }),
    groups: [
      ...groups.map((group) => {
        const back = places.find(({ id }) => id === group.id);
        return back ? { ...group, region: back.region } : group;
      }),
      ...places.filter(({ id }, i) => !groups.some((group) => group.id === id) && places.findIndex((each) => each.id === id) === i),
    ],
  };
}
