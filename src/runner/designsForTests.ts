/** Small designs that the tests of this room and of the store speak about. */

import type { Design } from '../design/design.ts';
import { addGroup, addNode, connect, emptyDesign, setGroupOf, setParam } from '../design/edits.ts';

const at = (x: number) => ({ x: x * 240, y: 0 });
const linked = (design: Design, ...chain: string[]): Design => chain.slice(1).reduce((d, to, i) => connect(d, chain[i], to), design);

/** users-1 → lb-1 → web-1 (2 instances) → db-1. */
export function shop(): Design {
  const kinds = ['users', 'load-balancer', 'web-server', 'database'] as const;
  const parts = kinds.reduce<Design>((design, kind, x) => addNode(design, kind, at(x)), emptyDesign());
  const ids = parts.nodes.map(({ id }) => id);
  return { ...setParam(linked(parts, ...ids), ids[2], 'instances', 2), seconds: 60 };
}

/** Users in Seoul and in US East ask one DNS, which knows a balancer in each of the two places. */
export function twoPlaces(): Design {
  let design = emptyDesign();
  for (const [x, kind] of (['users', 'users', 'dns', 'load-balancer', 'load-balancer', 'web-server', 'web-server'] as const).entries()) {
    design = addNode(design, kind, at(x));
  }
  const [seoulUsers, eastUsers, dns, east, seoul, eastWeb, seoulWeb] = design.nodes.map(({ id }) => id);
  design = linked(linked(linked(design, seoulUsers, dns, east, eastWeb), eastUsers, dns), dns, seoul, seoulWeb);
  design = addGroup(addGroup(design, { x: 0, y: 300 }, { region: 'us-east' }), { x: 2000, y: 300 }, { region: 'seoul' });
  const [eastPlace, seoulPlace] = design.groups.map(({ id }) => id);
  return setGroupOf(setGroupOf(design, [eastUsers, east, eastWeb], eastPlace), [seoulUsers, seoul, seoulWeb], seoulPlace);
}

export const idOf = (design: Design, kind: string, which = 0): string => design.nodes.filter((node) => node.kind === kind)[which].id;
