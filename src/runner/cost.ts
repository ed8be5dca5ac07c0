/** What a design costs in a month, line by line, at what a run of it measured: list prices, as if the month went on like the run. Pure. */

import { type Design, type DesignNode, regionIds } from '../design/design.ts';
import { instancesOf } from '../design/instances.ts';
import { specOf } from '../design/wires.ts';
import { answerGb, type PriceUse, secondsPerMonth } from '../economy/price.ts';
import { type PriceId, priceBook, regionMultipliers } from '../economy/priceBook.ts';
import { requestClasses } from '../engine/plan.ts';
import { prices } from '../nodes/prices.ts';
import type { Used } from './used.ts';

export interface CostLine {
  /** null: of the design as a whole. */
  node: string | null;
  price: PriceId;
  /** Units of the price in a month. */
  quantity: number;
  usd: number;
}

export interface Cost {
  lines: readonly CostLine[];
  usdPerMonth: number;
  /** null without a run, or when nothing was asked. */
  usdPerMillionRequests: number | null;
  /** Whether what is billed by use was measured; without a run only what is billed by the month is in. */
  isMeasured: boolean;
}

/** Lines that bill what leaves for the users: what they count is not billed a second time. */
const egressLines: readonly PriceId[] = ['edge-egress'];

/** @param summary of a run of this design, or what one used; null before there is one */
export function costOf(design: Design, summary: Used | null): Cost {
  const seconds = summary ? summary.window.end - summary.window.start : 0;
  const times = seconds > 0 ? secondsPerMonth / seconds : 0;
  const measured = new Map(seconds > 0 ? summary?.nodes.map((node) => [node.id, node]) : []);
  const lines = design.nodes.flatMap((node) => nodeLines(design, node, measured, times));
  if (summary && times > 0) {
    const answered = requestClasses.reduce((gb, name) => gb + answerGb(summary.classes[name].completed * times, name), 0);
    const billed = lines.filter(({ price }) => egressLines.includes(price)).reduce((gb, line) => gb + line.quantity, 0);
    lines.push(
      lineOf(null, 'egress', Math.max(0, answered - billed), 1),
      // what crosses the border of a zone is billed where it leaves and where it arrives
      lineOf(null, 'zone-traffic', 2 * summary.crossedGb.zones * times, 1),
      lineOf(null, 'region-traffic', summary.crossedGb.regions * times, 1),
    );
  }
  const usdPerMonth = lines.reduce((sum, line) => sum + line.usd, 0);
  const asked = (summary?.all.offered ?? 0) * times;
  return {
    lines: lines.filter(({ quantity }) => quantity > 0),
    usdPerMonth,
    usdPerMillionRequests: asked > 0 ? (usdPerMonth / asked) * 1e6 : null,
    isMeasured: times > 0,
  };
}

/** What one part costs in a month. */
export const costOfNode = (cost: Cost, node: string): number =>
  cost.lines.filter((line) => line.node === node).reduce((sum, line) => sum + line.usd, 0);

function nodeLines(design: Design, node: DesignNode, summaries: ReadonlyMap<string, Used['nodes'][number]>, times: number): CostLine[] {
  const measured = summaries.get(node.id);
  const price = prices[node.kind];
  if (!price) return [];
  const counted: Readonly<Record<string, number>> = measured
    ? { ...measured.counters, arrived: measured.arrived, completed: measured.completed, failed: measured.failed }
    : {};
  const called = new Set(design.links.filter(({ from }) => from === node.id).map(({ to }) => to));
  const wiredTo = (role: string | null) =>
    design.nodes.filter(({ id, kind }) => called.has(id) && (role === null || specOf(kind).role === role));
  const instances = (of: DesignNode) => summaries.get(of.id)?.instances ?? instancesOf(of);
  const use: PriceUse = {
    params: node.params,
    instances: instances(node),
    perMonth: (counter) => (counted[counter] ?? 0) * times,
    mean: (gauge) => measured?.gauges[gauge] ?? 0,
    wiredTo: (role) => wiredTo(role).length,
    wiredInstances: (role) => wiredTo(role).reduce((sum, other) => sum + instances(other), 0),
    keys: Number(design.workload.params.keys),
  };
  const factor = regionMultipliers[regionOf(design, node)].times;
  return price(use).map(({ price: id, quantity }) => lineOf(node.id, id, quantity, factor));
}

const lineOf = (node: string | null, price: PriceId, quantity: number, times: number): CostLine => ({
  node,
  price,
  quantity,
  usd: quantity * priceBook.lines[price].usd * times,
});

/** Outside every group prices are those of the book. */
function regionOf(design: Design, node: DesignNode): string {
  const region = design.groups.find(({ id }) => id === node.group)?.region;
  return region && regionIds.includes(region) && Object.hasOwn(regionMultipliers, region) ? region : priceBook.region;
}
