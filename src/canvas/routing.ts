/** Wires round cards: how far the curve of each wire is bent aside so that it crosses no third card. Pure; nothing is measured. */

import type { Axis, Box } from './cardGeometry.ts';
import { type Curve, type Ends, wireCurve } from './linkCurve.ts';

export interface RoutedWire {
  id: string;
  from: string;
  to: string;
}

/** Nearer than this to a card is through it. */
const clearance = 6;
const step = 24;
/** Further aside than this a wire looks lost: rather it crosses a corner. */
const mostBend = 432;
const samples = 24;

/** Bends of those wires that need one, in canvas units; a wire that is not named runs as it is. */
export function bendsOf(wires: readonly RoutedWire[], boxes: ReadonlyMap<string, Box>, axis: Axis): Map<string, number> {
  const bends = new Map<string, number>();
  const curve: Curve = new Float32Array(8);
  const all = [...boxes.values()];
  for (const { id, from, to } of wires) {
    const [a, b] = [boxes.get(from), boxes.get(to)];
    if (!a || !b) continue;
    const bend = bendOf({ from: a, to: b, axis }, all, curve);
    if (bend !== 0) bends.set(id, bend);
  }
  return bends;
}

/** The smallest bend that crosses the fewest cards: mostly none at all, and of two alike the one below. */
export function bendOf(ends: Ends, others: readonly Box[], curve: Curve = new Float32Array(8)): number {
  const straight = crossed(wireCurve(ends, curve), others, 0, ends);
  if (straight === 0) return 0;
  const near = others.filter((box) => isAround(curve, box));
  let best = 0;
  let least = straight;
  for (let bend = step; bend <= mostBend && least > 0; bend += step) {
    for (const each of [bend, -bend]) {
      const count = crossed(wireCurve({ ...ends, bend: each }, curve), near, clearance, ends);
      if (count >= least) continue;
      least = count;
      best = each;
      if (least === 0) break;
    }
  }
  return best;
}

/** Whether a bend of this wire could come upon the box. */
function isAround(curve: Curve, { x, y, width, height }: Box): boolean {
  const xs = [curve[0], curve[2], curve[4], curve[6]];
  const ys = [curve[1], curve[3], curve[5], curve[7]];
  return (
    x - mostBend < Math.max(...xs) &&
    x + width + mostBend > Math.min(...xs) &&
    y - mostBend < Math.max(...ys) &&
    y + height + mostBend > Math.min(...ys)
  );
}

/** How many of the boxes but its own two the curve runs through or comes too near to. */
export function crossed(c: Curve, boxes: readonly Box[], air: number, except: Pick<Ends, 'from' | 'to'>): number {
  const left = Math.min(c[0], c[2], c[4], c[6]) - air;
  const right = Math.max(c[0], c[2], c[4], c[6]) + air;
  const top = Math.min(c[1], c[3], c[5], c[7]) - air;
  const bottom = Math.max(c[1], c[3], c[5], c[7]) + air;
  let count = 0;
  for (const box of boxes) {
    if (box === except.from || box === except.to) continue;
    if (box.x > right || box.x + box.width < left || box.y > bottom || box.y + box.height < top) continue;
    if (runsThrough(c, box, air)) count++;
  }
  return count;
}

function runsThrough(c: Curve, { x, y, width, height }: Box, air: number): boolean {
  for (let i = 1; i < samples; i++) {
    const t = i / samples;
    const s = 1 - t;
    const px = s * s * s * c[0] + 3 * s * s * t * c[2] + 3 * s * t * t * c[4] + t * t * t * c[6];
    if (px < x - air || px > x + width + air) continue;
    const py = s * s * s * c[1] + 3 * s * s * t * c[3] + 3 * s * t * t * c[5] + t * t * t * c[7];
    if (py > y - air && py < y + height + air) return true;
  }
  return false;
}
