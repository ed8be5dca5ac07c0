/** The line of a wire: one cubic from knob to knob, drawn by the edge and walked by the dots. Pure. */

/** Eight numbers: start, two control points, end. */
export type Curve = Float32Array;

/** Sideways pull of the control points: half the way forward, a soft loop for a wire that leads back. */
function reach(dx: number): number {
  return dx >= 0 ? Math.max(24, dx / 2) : 24 + 6 * Math.sqrt(-dx);
}

export function linkCurve(fromX: number, fromY: number, toX: number, toY: number, into: Curve): Curve {
  const pull = reach(toX - fromX);
  into[0] = fromX;
  into[1] = fromY;
  into[2] = fromX + pull;
  into[3] = fromY;
  into[4] = toX - pull;
  into[5] = toY;
  into[6] = toX;
  into[7] = toY;
  return into;
}

const short = (value: number): string => String(Math.round(value * 100) / 100);

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
