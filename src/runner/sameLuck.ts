/** Streams of luck are named by parts' ids. Two designs drawn apart call the same part by two names; here they get one. */

import type { Plan } from '../engine/plan.ts';

/**
 * `plan` with the ids of `like` wherever both have a part for them: parts of one kind and one id keep it, the others of a kind are
 * matched in order. So the two meet the same users, keys and service times (common random numbers). Changes nobody's behaviour: a
 * plan's ids name streams and nothing else. A part that `like` has not keeps its own id, or a new one if that is taken.
 */
export function withLuckOf(plan: Plan, like: Plan): Plan {
  const free = new Map(like.nodes.map(({ id, kind }) => [id, kind]));
  const names = plan.nodes.map(({ id, kind }) => (free.get(id) === kind && free.delete(id) ? id : null));
  for (const [i, { kind }] of plan.nodes.entries()) {
    if (names[i] !== null) continue;
    const match = [...free].find(([, other]) => other === kind)?.[0] ?? null;
    if (match !== null) free.delete(match);
    names[i] = match;
  }
  const taken = new Set([...like.nodes.map(({ id }) => id), ...names]);
  const nodes = plan.nodes.map((node, i) => {
    let id = names[i] ?? node.id;
    // `~` occurs in no id that somebody can give, so this ends.
    while (names[i] === null && taken.has(id)) id += '~';
    taken.add(id);
    return { ...node, id };
  });
  return { ...plan, nodes };
}
