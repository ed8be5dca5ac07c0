/** Which region's people are sent into which region, from the newest frames. Pure. */

import { type Design, type RegionId, regionIds } from '../design/design.ts';
import { placesOf } from '../design/places.ts';
import { regionOf } from '../design/regions.ts';
import type { Frame, FrameLayout } from '../engine/frame.ts';
import type { PlanIndex } from './planIndex.ts';

/** Kinds that send people into regions count by the region's number. */
const counted = /^sentTo(\d+)$/;

export interface Flow {
  from: RegionId;
  to: RegionId;
  perSecond: number;
  /** Of all requests of the people there that go into a region, 0 to 1. */
  share: number;
}

export interface Sender {
  column: number;
  from: RegionId;
  to: RegionId;
}

/** The columns that count, and where their requests come from and go. */
export function sendersOf(design: Design, index: PlanIndex, layout: FrameLayout): Sender[] {
  const nodes = new Map(design.nodes.map((node) => [node.id, node]));
  return layout.columns.flatMap(({ node, instance, metric }, column) => {
    const to = regionIds[Number(counted.exec(metric)?.[1] ?? -1)];
    const part = nodes.get(index.nodes[node]?.id ?? '');
    if (!to || !part) return [];
    const place = placesOf(design, part)?.[Math.max(0, instance)];
    const from = place === undefined ? regionOf(design, part) : regionIds[place];
    return from ? [{ column, from, to }] : [];
  });
}

/**
 * @param frames the newest ones, over which the mean is taken
 * @returns the biggest first; empty where no people stand in a region, or nothing has been sent
 */
export function flowsOf(design: Design, index: PlanIndex, layout: FrameLayout, frames: readonly Frame[]): Flow[] {
  const seconds = frames.reduce((sum, { start, end }) => sum + end - start, 0);
  if (seconds <= 0) return [];
  const flows = new Map<string, Omit<Flow, 'share'>>();
  for (const { column, from, to } of sendersOf(design, index, layout)) {
    const perSecond = frames.reduce((sum, { values }) => sum + Math.max(0, values[column]), 0) / seconds;
    const key = `${from} ${to}`;
    flows.set(key, { from, to, perSecond: (flows.get(key)?.perSecond ?? 0) + perSecond });
  }
  const all = [...flows.values()].filter(({ perSecond }) => perSecond > 0);
  const totalOf = (region: RegionId) => all.reduce((sum, { from, perSecond }) => sum + (from === region ? perSecond : 0), 0);
  return all.map((flow) => ({ ...flow, share: flow.perSecond / totalOf(flow.from) })).sort((a, b) => b.perSecond - a.perSecond);
}

/** What share of all requests comes into each region, the biggest first. */
export function sharesOf(flows: readonly Flow[]): { region: RegionId; perSecond: number; share: number }[] {
  const total = flows.reduce((sum, { perSecond }) => sum + perSecond, 0);
  return regionIds
    .map((region) => ({ region, perSecond: flows.reduce((sum, { to, perSecond }) => sum + (to === region ? perSecond : 0), 0) }))
    .filter(({ perSecond }) => perSecond > 0)
    .map((each) => ({ ...each, share: each.perSecond / total }))
    .sort((a, b) => b.perSecond - a.perSecond);
}
