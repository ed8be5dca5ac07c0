/** Who calls whom, seen from the plan: routes that a resolver opens are calls like any other. */

import type { Plan } from '../../engine/plan.ts';
import { specAt } from '../roles.ts';

interface Graph {
  callees: readonly (readonly number[])[];
  /** Everything that a part's calls may end up at. */
  below: readonly ReadonlySet<number>[];
}

const known = new WeakMap<Plan, Graph>();

function graphOf(plan: Plan): Graph {
  const before = known.get(plan);
  if (before) return before;
  const isTool = plan.nodes.map(({ kind }) => specAt(kind).role === 'operator');
  const callees = plan.nodes.map((_, node) =>
    isTool[node] ? [] : [...new Set(plan.links.filter(({ from, to }) => from === node && to !== node).map(({ to }) => to))],
  );
  const below = plan.nodes.map((_, node) => {
    const found = new Set<number>();
    const open = [...callees[node]];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (found.has(next)) continue;
      found.add(next);
      open.push(...callees[next]);
    }
    return found;
  });
  const made = { callees, below };
  known.set(plan, made);
  return made;
}

/** @returns whether calls of one part may end up at another; a part does not reach itself */
export const reaches = (plan: Plan, from: number, to: number): boolean => from !== to && graphOf(plan).below[from].has(to);

/** @returns the parts that one calls itself */
export const calleesOf = (plan: Plan, node: number): readonly number[] => graphOf(plan).callees[node];

/** @returns the parts that call one themselves */
export const callersOf = (plan: Plan, node: number): readonly number[] =>
  plan.nodes.flatMap((_, from) => (graphOf(plan).callees[from].includes(node) ? [from] : []));

/** @returns everybody who suffers from a part: whoever's calls may end up there */
export const above = (plan: Plan, node: number): readonly number[] =>
  plan.nodes.flatMap((_, from) => (reaches(plan, from, node) ? [from] : []));
