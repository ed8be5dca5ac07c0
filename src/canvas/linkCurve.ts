/** The line of a wire: one cubic from card to card, drawn by the edge and walked by the dots. Pure. */

import { type Axis, type Box, handleY, knob } from './cardGeometry.ts';

/** Eight numbers: start, two control points, end. */
export type Curve = Float32Array;

/** Both cards of a wire and the way calls run. */
export interface Ends {
  from: Box;
  to: Box;
  axis: Axis;
  /** How far the wire is bent aside, down or to the right, to run round a card. */
  bend?: number | undefined;
}

/** Less room than this between two cards is none: the wire leaves by another side. */
const leastRoom = 16;
const leastPull = 24;

/**
 * Ahead the wire runs from knob to knob. Where the called card does not lie ahead it takes the short way, out of the side that
 * faces the other card; and where the two stand abreast it swings below both (beside both, when calls run down).
 */
export function wireCurve({ from, to, axis, bend = 0 }: Ends, into: Curve): Curve {
  const right = from.x + from.width;
  const bottom = from.y + from.height;
  const middleFrom = from.x + from.width / 2;
  const middleTo = to.x + to.width / 2;
  const levelFrom = from.y + handleY;
  const levelTo = to.y + handleY;
  if (axis === 'across') {
    if (to.x - right >= leastRoom) return level(right + knob, levelFrom, to.x - knob, levelTo, bend, into);
    if (to.y - bottom >= leastRoom) return upright(middleFrom, bottom, middleTo, to.y, bend, into);
    if (from.y - to.y - to.height >= leastRoom) return upright(middleFrom, from.y, middleTo, to.y + to.height, bend, into);
    const lane = Math.max(bottom, to.y + to.height) + swing(middleTo - middleFrom) + Math.abs(bend);
    return set(into, middleFrom, bottom, middleFrom, lane, middleTo, lane, middleTo, to.y + to.height);
  }
  if (to.y - bottom >= leastRoom) return upright(middleFrom, bottom + knob, middleTo, to.y - knob, bend, into);
  if (to.x - right >= leastRoom) return level(right, levelFrom, to.x, levelTo, bend, into);
  if (from.x - to.x - to.width >= leastRoom) return level(from.x, levelFrom, to.x + to.width, levelTo, bend, into);
  const lane = Math.max(right, to.x + to.width) + swing(levelTo - levelFrom) + Math.abs(bend);
  return set(into, right, levelFrom, lane, levelFrom, lane, levelTo, to.x + to.width, levelTo);
}

/** How far the control points of a swing lie out: further for a long one, so that it clears what stands between. */
const swing = (span: number): number => Math.min(128, 48 + Math.abs(span) * 0.08);

/** Half the way there, towards the end. */
const pull = (distance: number): number => Math.sign(distance) * Math.max(leastPull, Math.abs(distance) / 2);

function level(fromX: number, fromY: number, toX: number, toY: number, bend: number, into: Curve): Curve {
  const p = pull(toX - fromX);
  return set(into, fromX, fromY, fromX + p, fromY + bend, toX - p, toY + bend, toX, toY);
}

function upright(fromX: number, fromY: number, toX: number, toY: number, bend: number, into: Curve): Curve {
  const p = pull(toY - fromY);
  return set(into, fromX, fromY, fromX + bend, fromY + p, toX + bend, toY - p, toX, toY);
}

function set(into: Curve, ...values: readonly number[]): Curve {
  into.set(values);
  return into;
}

/** Degrees the wire's end points to: 0 is right, 90 is down. */
export function endAngle(c: Curve): number {
  return (Math.atan2(c[7] - c[5], c[6] - c[4]) * 180) / Math.PI;
}

/** The same wire ending a little earlier, inside its arrow head. */
export function shortened(c: Curve, by: number): Curve {
  const length = Math.hypot(c[6] - c[4], c[7] - c[5]) || 1;
  const backX = ((c[6] - c[4]) / length) * by;
  const backY = ((c[7] - c[5]) / length) * by;
  const short = c.slice();
  short[4] -= backX;
  short[5] -= backY;
  short[6] -= backX;
  short[7] -= backY;
  return short;
}

const short = (value: number): string => String(Math.round(value * 100) / 100 || 0);

export function curveText(c: Curve): string {
  return `M${short(c[0])},${short(c[1])} C${short(c[2])},${short(c[3])} ${short(c[4])},${short(c[5])} ${short(c[6])},${short(c[7])}`;
}

export function curveAt(c: Curve, t: number, axis: 0 | 1): number {
  const s = 1 - t;
  return s * s * s * c[axis] + 3 * s * s * t * c[axis + 2] + 3 * s * t * t * c[axis + 4] + t * t * t * c[axis + 6];
}

const fine = 96;
const scratchX = new Float32Array(8 * (fine + 1));
const scratchY = new Float32Array(8 * (fine + 1));

/**
 * Walks the curves one after the other and writes `points` places evenly spaced along the whole way, x and y in turn.
 * At most eight curves: a route opened by a resolver has two.
 */
export function walk(curves: readonly Curve[], points: number, into: Float32Array): void {
  let count = 0;
  for (const curve of curves.slice(0, 8)) {
    for (let i = 0; i <= fine; i++) {
      scratchX[count] = curveAt(curve, i / fine, 0);
      scratchY[count] = curveAt(curve, i / fine, 1);
      count++;
    }
  }
  let length = 0;
  for (let i = 1; i < count; i++) length += Math.hypot(scratchX[i] - scratchX[i - 1], scratchY[i] - scratchY[i - 1]);
  let at = 1;
  let before = 0;
  for (let p = 0; p < points; p++) {
    const wanted = (length * p) / (points - 1);
    let piece = Math.hypot(scratchX[at] - scratchX[at - 1], scratchY[at] - scratchY[at - 1]);
    while (at < count - 1 && before + piece < wanted) {
      before += piece;
      at++;
      piece = Math.hypot(scratchX[at] - scratchX[at - 1], scratchY[at] - scratchY[at - 1]);
    }
    const share = piece > 0 ? Math.min(1, (wanted - before) / piece) : 0;
    into[2 * p] = scratchX[at - 1] + share * (scratchX[at] - scratchX[at - 1]);
    into[2 * p + 1] = scratchY[at - 1] + share * (scratchY[at] - scratchY[at - 1]);
  }
}
