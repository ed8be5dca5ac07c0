/** The way of a camera between two views: out, across and in again, so that it seems to move at one speed. */

/** Middle of the view and its width, in the units of the canvas. */
export type View = readonly [x: number, y: number, width: number];

/** How far out the way goes: the value that people liked best, sqrt(2) (van Wijk and Nuij 2003, section 5). */
const rho = Math.SQRT2;

/** Smooth and efficient zooming and panning: J. van Wijk, W. Nuij, INFOVIS 2003, equations 9 and 10. A share of the way, 0 to 1, gives a view. */
export function interpolateZoom([x0, y0, w0]: View, [x1, y1, w1]: View): (share: number) => View {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const far = Math.hypot(dx, dy);
  if (far < 1e-6) {
    const growth = Math.log(w1 / w0);
    return (share) => [x0 + share * dx, y0 + share * dy, w0 * Math.exp(share * growth)];
  }
  const bend = (width: number, sign: 1 | -1): number => {
    const b = (w1 * w1 - w0 * w0 + sign * rho ** 4 * far * far) / (2 * width * rho * rho * far);
    return -Math.asinh(b);
  };
  const [r0, r1] = [bend(w0, 1), bend(w1, -1)];
  return (share) => {
    const r = r0 + share * (r1 - r0);
    const gone = (w0 / (rho * rho * far)) * (Math.cosh(r0) * Math.tanh(r) - Math.sinh(r0));
    return [x0 + gone * dx, y0 + gone * dy, (w0 * Math.cosh(r0)) / Math.cosh(r)];
  };
}

/** The straight way, which React Flow may ask for by name. */
export const interpolate =
  (from: View, to: View) =>
  (share: number): View => [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1]), from[2] + share * (to[2] - from[2])];
