/**
 * How far apart places are. Round trips in milliseconds, measured ones with their source, the rest typical values that are
 * said to be assumptions. Two places are enough for a link's delay: those of its ends.
 */

import type { Design, DesignLink, DesignNode, RegionId } from './design.ts';
import { groupParamsOf } from './groupFields.ts';
import { specOf } from './wires.ts';

/** Two nodes of one region, or one of which stands in no region. */
export const sameZoneRttMs = 0.5;
/** Two zones of one region. */
export const crossZoneRttMs = 1;
/** Users and the nearest edge of a content delivery network. */
export const userToEdgeRttMs = 10;
/** Users and a data centre of their own region. */
export const userToRegionRttMs = 30;

/** `V14`: measured between the regions of one cloud, 2017. `assumption`: typical of such a distance. */
export type RttSource = 'V14' | 'V15' | 'assumption';

/** `V14` measured two places of `us-west`: the nearer one to the east coast, the other one to Asia; each pair has its figure. */
const pairs: readonly (readonly [RegionId, RegionId, number, RttSource])[] = [
  ['us-east', 'us-west', 73, 'V14'],
  ['us-east', 'ireland', 81, 'V14'],
  ['us-east', 'frankfurt', 89, 'V14'],
  ['us-east', 'seoul', 178, 'V14'],
  ['us-east', 'tokyo', 145, 'V14'],
  ['us-east', 'singapore', 217, 'V14'],
  ['us-east', 'sydney', 230, 'V14'],
  ['us-east', 'sao-paulo', 120, 'V14'],
  ['us-west', 'ireland', 130, 'assumption'],
  ['us-west', 'frankfurt', 145, 'assumption'],
  ['us-west', 'seoul', 118, 'V14'],
  ['us-west', 'tokyo', 89, 'V14'],
  ['us-west', 'singapore', 165, 'assumption'],
  ['us-west', 'sydney', 140, 'assumption'],
  ['us-west', 'sao-paulo', 175, 'assumption'],
  ['ireland', 'frankfurt', 25, 'assumption'],
  ['ireland', 'seoul', 240, 'assumption'],
  ['ireland', 'tokyo', 210, 'assumption'],
  ['ireland', 'singapore', 180, 'assumption'],
  ['ireland', 'sydney', 260, 'assumption'],
  ['ireland', 'sao-paulo', 180, 'assumption'],
  ['frankfurt', 'seoul', 235, 'assumption'],
  ['frankfurt', 'tokyo', 225, 'assumption'],
  ['frankfurt', 'singapore', 160, 'assumption'],
  ['frankfurt', 'sydney', 250, 'assumption'],
  ['frankfurt', 'sao-paulo', 200, 'assumption'],
  ['seoul', 'tokyo', 31, 'V14'],
  ['seoul', 'singapore', 72, 'V14'],
  ['seoul', 'sydney', 135, 'assumption'],
  ['seoul', 'sao-paulo', 290, 'assumption'],
  ['tokyo', 'singapore', 70, 'assumption'],
  ['tokyo', 'sydney', 105, 'assumption'],
  ['tokyo', 'sao-paulo', 260, 'assumption'],
  ['singapore', 'sydney', 93, 'assumption'],
  ['singapore', 'sao-paulo', 325, 'assumption'],
  ['sydney', 'sao-paulo', 310, 'assumption'],
];

function pairOf(a: RegionId, b: RegionId): readonly [RegionId, RegionId, number, RttSource] {
  const pair = pairs.find((known) => (known[0] === a && known[1] === b) || (known[0] === b && known[1] === a));
  if (!pair) throw new Error(`no round trip between ${a} and ${b}`);
  return pair;
}

/** Mean round trip between two data centres; within one region that of one zone. */
export function rttMs(a: RegionId, b: RegionId): number {
  return a === b ? sameZoneRttMs : pairOf(a, b)[2];
}

/** Where the figure of `rttMs` comes from; the page shows assumptions as such. */
export function rttSource(a: RegionId, b: RegionId): RttSource {
  return a === b ? 'V15' : pairOf(a, b)[3];
}

/** The region a node stands in, by its group; null outside every group. */
export function regionOf(design: Design, node: DesignNode): RegionId | null {
  return design.groups.find((group) => group.id === node.group)?.region ?? null;
}

/** Whether both stand in zones, and in different ones. */
function areZonesApart(design: Design, from: DesignNode, to: DesignNode): boolean {
  const [a, b] = [from, to].map((node) => design.groups.find(({ id }) => id === node.group));
  if (!a || !b) return false;
  const [zone, other] = [groupParamsOf(a).zone, groupParamsOf(b).zone];
  return zone !== 'none' && other !== 'none' && zone !== other;
}

/** The border between two nodes: of their regions, or of zones in one region; null where there is none, or one of them stands nowhere. */
export function borderBetween(
  design: Design,
  from: DesignNode,
  to: DesignNode,
  standing: RegionId | null = null,
): 'region' | 'zone' | null {
  const [a, b] = [standing ?? regionOf(design, from), regionOf(design, to)];
  if (a === null || b === null) return null;
  return a === b ? (areZonesApart(design, from, to) ? 'zone' : null) : 'region';
}

/**
 * Mean round trip between two nodes by where they stand. What stands in no region counts as standing where the other end is.
 *
 * - users and a part that stands near its callers (an edge): 10 ms wherever either stands
 * - users and anything else: 30 ms in one region, else the regions' round trip (the last miles are part of it)
 * - such a part and what it hands on to: as from users to there. One outside every group stands in each region from which it is
 *   called (`places.ts`): `standing` says which of them is meant
 * - any other two: 0.5 ms in one region (1 ms when they stand in different zones of it), else the regions' round trip
 */
export function rttBetween(design: Design, from: DesignNode, to: DesignNode, standing: RegionId | null = null): number {
  const fromRole = specOf(from.kind).role;
  const isNear = specOf(from.kind).nearCallers === true;
  if (fromRole === 'source' && specOf(to.kind).nearCallers) return userToEdgeRttMs;
  const [fromRegion, toRegion] = [standing ?? regionOf(design, from), regionOf(design, to)];
  const near = fromRegion === null || toRegion === null || fromRegion === toRegion;
  if (!near) return rttMs(fromRegion, toRegion);
  if (fromRole === 'source' || isNear) return userToRegionRttMs;
  return areZonesApart(design, from, to) ? crossZoneRttMs : sameZoneRttMs;
}

/** Mean round trip of a drawn link in milliseconds: its own `rttMs` when that is set, else by where its ends stand. */
export function linkDelay(design: Design, link: DesignLink): number {
  const own = link.params.rttMs;
  if (typeof own === 'number' && own > 0) return own;
  const from = design.nodes.find((node) => node.id === link.from);
  const to = design.nodes.find((node) => node.id === link.to);
  return from && to ? rttBetween(design, from, to) : sameZoneRttMs;
}
