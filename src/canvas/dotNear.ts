/** Which dot somebody has pressed. */

import { findDot, spot } from './drawDots.ts';
import type { LayerView } from './layerCanvas.ts';
import type { Pool } from './particles.ts';
import type { TrafficPaths } from './trafficPaths.ts';

/** The nearest dot within `slop` pixels of a place on the layer, -1 when there is none. */
export function dotNear(pool: Pool, paths: TrafficPaths, now: number, view: LayerView, x: number, y: number, slop: number): number {
  let nearest = -1;
  let least = slop * slop;
  for (let dot = 0; dot < pool.count; dot++) {
    if (!findDot(pool, paths, dot, now, view)) continue;
    const away = (spot[0] - x) ** 2 + (spot[1] - y) ** 2;
    if (away > least) continue;
    least = away;
    nearest = dot;
  }
  return nearest;
}
