/** Two designs under the same users, so that what differs between their runs is the architecture alone. */

import { perSecondOf } from '../nodes/users/asked.ts';
import type { Design, DesignNode } from './design.ts';
import { sourcesOf } from './wires.ts';

const rateOf = (node: DesignNode): number => perSecondOf(node.params);

/**
 * `design` under the users of `like`: its workload, seed and length; and its populations, the first of the one for the first of the
 * other and so on. Where the two have drawn different numbers of populations, each takes the ways of the first one of `like`, and
 * all together ask for as much. Parts, wires, regions and planned faults stay the design's own.
 */
export function underUsersOf(design: Design, like: Design): Design {
  const [own, theirs] = [sourcesOf(design), sourcesOf(like)];
  const users = new Map(own.map((node, i) => [node.id, paramsFor(node, i, own, theirs)]));
  return {
    ...design,
    workload: like.workload,
    seed: like.seed,
    seconds: like.seconds,
    nodes: design.nodes.map((node) => (users.has(node.id) ? { ...node, params: users.get(node.id) ?? node.params } : node)),
  };
}

function paramsFor(node: DesignNode, i: number, own: readonly DesignNode[], theirs: readonly DesignNode[]): DesignNode['params'] {
  if (theirs.length === 0) return node.params;
  if (theirs.length === own.length) return theirs[i].params;
  const total = (nodes: readonly DesignNode[]) => nodes.reduce((sum, each) => sum + rateOf(each), 0);
  const share = total(own) > 0 ? rateOf(node) / total(own) : 1 / own.length;
  return { ...theirs[0].params, rateFrom: 'rate', ratePerSecond: share * total(theirs) };
}
