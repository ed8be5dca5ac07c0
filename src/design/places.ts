/** Parts that stand near whoever asks them: where they stand, by the regions of their callers. */

import { type Design, type DesignNode, type Id, regionIds } from './design.ts';
import { regionOf } from './regions.ts';
import { specOf } from './wires.ts';

/** A region's number as the engine has it; -1 outside every group. */
const regionNumber = (design: Design, node: DesignNode): number => {
  const region = regionOf(design, node);
  return region === null ? -1 : regionIds.indexOf(region);
};

/**
 * Regions in which a part has an instance, each by number, in the order in which its callers stand in the design; null for a part
 * that stands where it was drawn. Callers are who is wired to it and, through a resolver, who asks for its name.
 */
export function placesOf(design: Design, node: DesignNode, seen: ReadonlySet<Id> = new Set()): readonly number[] | null {
  if (specOf(node.kind).nearCallers !== true || node.group !== null || seen.has(node.id)) return null;
  const wired = (to: Id): DesignNode[] => {
    const from = new Set(design.links.filter((link) => link.to === to).map((link) => link.from));
    return design.nodes.filter(({ id }) => from.has(id));
  };
  const callers = new Set(wired(node.id).flatMap((caller) => (specOf(caller.kind).role === 'resolver' ? wired(caller.id) : [caller])));
  const inOrder = design.nodes.filter((each) => callers.has(each));
  const among = new Set([...seen, node.id]);
  const places = inOrder.flatMap((caller) => placesOf(design, caller, among) ?? [regionNumber(design, caller)]);
  return places.length === 0 ? [-1] : [...new Set(places)];
}
