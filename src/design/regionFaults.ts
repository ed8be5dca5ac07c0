/** What befalls a whole region or zone at once, as the acts on its parts and wires that it is. Pure. */

import type { Design, Id, ScenarioEvent } from './design.ts';
import { controlLinks, specOf } from './wires.ts';

/** `cut`: no wire between the region and the rest carries anything, and nobody is told. `join` ends that. */
export const regionActs = ['crash', 'hang', 'recover', 'cut', 'join'] as const;
export type RegionAct = (typeof regionActs)[number];

type WithoutTime<T> = T extends unknown ? Omit<T, 'at'> : never;

/** Its people stay as they are: what a region loses is its machines. @param seconds after which it ends by itself */
export function actsOnRegion(design: Design, group: Id, act: RegionAct, seconds?: number): WithoutTime<ScenarioEvent>[] {
  const until = seconds !== undefined && seconds > 0 && act !== 'recover' && act !== 'join' ? { seconds } : {};
  const inside = new Set(design.nodes.filter((node) => node.group === group).map(({ id }) => id));
  if (act === 'cut' || act === 'join') {
    const control = controlLinks(design);
    const border = design.links.filter(({ id, from, to }) => inside.has(from) !== inside.has(to) && !control.has(id));
    return border.map(({ id }) =>
      act === 'cut'
        ? { act: 'strike-link' as const, link: id, fault: 'partition', ...until }
        : { act: 'mend-link' as const, link: id, fault: 'partition' },
    );
  }
  const machines = design.nodes.filter(({ id, kind }) => inside.has(id) && specOf(kind).role !== 'source');
  return machines.map(({ id }) => ({ act, node: id, instance: null, ...until }));
}
