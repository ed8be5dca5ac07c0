/** What would help where the slow ones lose their time: the kinds' own remedies for what a stretch went to. Pure. */

import type { Design } from '../../design/design.ts';
import { specOf } from '../../design/wires.ts';
import { type SpentOn, spentOn } from '../../engine/follow/story.ts';
import type { Plan } from '../../engine/plan.ts';
import type { Trouble } from '../../nodes/strain.ts';
import type { Lever } from '../../runner/diagnosis/remedies.ts';
import { leversAgainst } from '../../runner/diagnosis/remedies.ts';
import type { BlameRow } from '../../runner/requests/tail.ts';

export type SetLever = Extract<Lever, { kind: 'set' }>;

/** What is short where time goes to this; the ways of the network and pauses are no shortage. */
const troubles: Partial<Record<SpentOn, Trouble | 'pool'>> = {
  queue: 'servers',
  processor: 'servers',
  service: 'servers',
  connection: 'connections',
  lock: 'lock',
  disk: 'disk',
  copies: 'quorum',
  shared: 'stampede',
  pause: 'stampede',
  pool: 'pool',
};

/** The best of them that a button can do, or a hint; null where nothing is known to help. */
export function leverFor(design: Design, plan: Plan, { node, link, on }: BlameRow): Lever | null {
  const place = link < 0 ? node : plan.links[link].from;
  const kind = design.nodes.find(({ id }) => id === plan.nodes[place]?.id)?.kind;
  const trouble = troubles[spentOn[on]];
  if (!kind || !trouble) return null;
  // whoever has threads has a line for them, and another for its processors
  const isForThread = spentOn[on] === 'queue' && 'threads' in specOf(kind).fields;
  const levers = leversAgainst({ design, plan }, place, link, isForThread ? 'threads' : trouble);
  return levers.find((lever) => lever.kind === 'set') ?? levers[0] ?? null;
}
