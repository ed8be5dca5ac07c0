/** From how near one looks: the world of regions, the parts, or the inside of parts. And what the world shows, as sums of what the parts show. Pure. */

import type { Design, Id } from '../design/design.ts';
import { groupAround } from '../design/nesting.ts';
import { controlLinks, sourcesOf } from '../design/wires.ts';
import type { Box } from './cardGeometry.ts';
import { boxOf } from './cardGeometry.ts';
import { flowIdOfGroup } from './flowAdapter.ts';
import { atRest, type HealthWord, type NodeHealth } from './pulse.ts';
import type { LinkRate, Reading } from './readings.ts';

export type Level = 'world' | 'parts' | 'inside';

/** Entered at the first of each pair and left at the second, so that a zoom that stands at a threshold does not flicker. */
const world = { enter: 0.3, leave: 0.34 } as const;
const inside = { enter: 1.5, leave: 1.4 } as const;
/** Zooms that acts go to: within each level. */
export const worldZoom = 0.28;
export const insideZoom = 1.75;

/** @param hasRegions without any there is no world to see */
export function levelAt(zoom: number, before: Level, hasRegions: boolean): Level {
  if (hasRegions && zoom < (before === 'world' ? world.leave : world.enter)) return 'world';
  return zoom >= (before === 'inside' ? inside.leave : inside.enter) ? 'inside' : 'parts';
}

/** A region with all that stands in it, or a part that stands in none. */
export interface Place {
  /** React Flow's id of the frame or card. */
  id: string;
  group: Id | null;
  label: string;
  box: Box;
  parts: number;
  /** Calls per second that come to it from other places, and requests its own users make; -1 before anything was measured. */
  ratePerSecond: number;
  worst: HealthWord;
  /** Instances that are down or hang. */
  lost: number;
}

export interface Road {
  from: string;
  to: string;
  /** Calls per second over all its wires together. */
  ratePerSecond: number;
  wires: number;
}

export interface Measured {
  health: ReadonlyMap<Id, NodeHealth>;
  readings: ReadonlyMap<Id, Reading>;
  rates: ReadonlyMap<Id, LinkRate>;
}

const order: readonly HealthWord[] = ['rest', 'idle', 'ok', 'busy', 'saturated', 'hung', 'down'];

export function worldOf(design: Design, { health, readings, rates }: Measured): { places: Place[]; roads: Road[] } {
  const outermost = (group: Id): Id => {
    const around = groupAround(design, group);
    return around ? outermost(around.id) : group;
  };
  const placeOf = new Map(design.nodes.map(({ id, group }) => [id, group === null ? id : flowIdOfGroup(outermost(group))]));
  const places = new Map<string, Place>();
  for (const group of design.groups) {
    if (outermost(group.id) !== group.id) continue;
    const { x, y, width, height, label } = group;
    const id = flowIdOfGroup(group.id);
    places.set(id, { id, group: group.id, label, box: { x, y, width, height }, parts: 0, ratePerSecond: -1, worst: 'rest', lost: 0 });
  }
  for (const node of design.nodes) {
    const id = placeOf.get(node.id) ?? node.id;
    const place = places.get(id) ?? {
      id,
      group: null,
      label: node.label,
      box: boxOf(node),
      parts: 0,
      ratePerSecond: -1,
      worst: 'rest',
      lost: 0,
    };
    const { word, lost } = health.get(node.id) ?? atRest;
    place.parts++;
    place.lost += lost;
    if (order.indexOf(word) > order.indexOf(place.worst)) place.worst = word;
    places.set(id, place);
  }
  const add = (id: string | undefined, rate: number): void => {
    const place = id === undefined ? undefined : places.get(id);
    if (place) place.ratePerSecond = Math.max(0, place.ratePerSecond) + rate;
  };
  for (const source of sourcesOf(design)) {
    const rate = readings.get(source.id)?.ratePerSecond ?? -1;
    if (rate >= 0) add(placeOf.get(source.id), rate);
  }
  const control = controlLinks(design);
  const roads = new Map<string, Road>();
  for (const link of design.links) {
    const [from, to] = [placeOf.get(link.from), placeOf.get(link.to)];
    if (from === undefined || to === undefined || from === to || control.has(link.id)) continue;
    const rate = rates.get(link.id)?.ratePerSecond;
    const road = roads.get(`${from} ${to}`) ?? { from, to, ratePerSecond: 0, wires: 0 };
    road.wires++;
    road.ratePerSecond += rate ?? 0;
    roads.set(`${from} ${to}`, road);
    if (rate !== undefined) add(to, rate);
  }
  return { places: [...places.values()], roads: [...roads.values()] };
}
