/** A hash ring: each of n nodes stands at v random points of a circle and owns the arcs that end there. */

/** Standard deviation of a node's share of the circle over its mean: sqrt((n - 1) / (n v + 1)); spacings are Dirichlet. */
export function ringSpread(nodes: number, pointsEach: number): number {
  return Math.sqrt((nodes - 1) / (nodes * pointsEach + 1));
}

/** Share of keys that change place when one more node joins n. */
export const movedByJoining = (nodes: number): number => 1 / (nodes + 1);

/** Share of keys that change place when keys are dealt by hash modulo n and n changes: 1 - gcd / max. */
export function movedByModulo(before: number, after: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  return 1 - divisor(before, after) / Math.max(before, after);
}
