/** Where the regions lie. */

import type { RegionId } from '../../design/design.ts';
import { mapSize, placeOnMap } from './land.ts';

const degrees: Readonly<Record<RegionId, readonly [longitude: number, latitude: number]>> = {
  'us-east': [-77.5, 38.9],
  'us-west': [-121, 39],
  ireland: [-6.3, 53.3],
  frankfurt: [8.7, 50.1],
  seoul: [127, 37.6],
  tokyo: [139.7, 35.7],
  singapore: [103.8, 1.3],
  sydney: [151.2, -33.9],
  'sao-paulo': [-46.6, -23.5],
};

/** In units of the map. */
export const machinesAt = (region: RegionId): readonly [x: number, y: number] => placeOnMap(...degrees[region]);

/** What of the map is shown. */
export interface View {
  x: number;
  y: number;
  width: number;
  height: number;
  /** A hundredth of the width: what marks and letters are measured in, so that they look alike whatever is shown. */
  unit: number;
}

/** Room around the places, as a share of what lies between them; never closer than this many degrees; as wide as high times this, or the whole world. */
const [margin, closest, aspect] = [0.35, 110, 1.9];

/** The part of the world in which the regions lie. */
export function viewOf(regions: readonly RegionId[]): View {
  const points = regions.map(machinesAt);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const wanted = Math.max(closest, (right - left) * (1 + 2 * margin), (bottom - top) * (1 + 2 * margin) * aspect);
  const width = Math.min(mapSize.width, wanted);
  const height = Math.min(mapSize.height, width / aspect);
  const within = (at: number, size: number, all: number) => Math.min(Math.max(0, at), Math.max(0, all - size));
  return {
    x: within((left + right - width) / 2, width, mapSize.width),
    y: within((top + bottom - height) / 2, height, mapSize.height),
    width,
    height,
    unit: width / 100,
  };
}

/** People stand a little above the machines of their region, so that both are seen. */
export function peopleAt(region: RegionId, { unit }: View): readonly [x: number, y: number] {
  const [x, y] = machinesAt(region);
  return [x, y - 9 * unit];
}

/** A bow from the people of one region to the machines of another; within a region a short line. `label` is where its number stands. */
export function bow(from: RegionId, to: RegionId, view: View): { path: string; label: readonly [x: number, y: number] } {
  const { unit } = view;
  const [[x, y], [goalX, goalY]] = [peopleAt(from, view), machinesAt(to)];
  if (from === to) return { path: `M${x} ${y}L${goalX} ${goalY}`, label: [x + 7 * unit, (y + goalY) / 2] };
  const [bendX, bendY] = [(x + goalX) / 2, Math.max(view.y + unit, Math.min(y, goalY) - 3 * unit - Math.abs(goalX - x) / 5)];
  return { path: `M${x} ${y}Q${bendX} ${bendY} ${goalX} ${goalY}`, label: [(x + 2 * bendX + goalX) / 4, (y + 2 * bendY + goalY) / 4] };
}
