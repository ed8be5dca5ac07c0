/** Between what is moved and the edge, pixels. */
const rest = 8;

/**
 * How far something has to move so that an edge does not cut it. Pure.
 * @param middle where its middle is, from the left edge @param width of it @param within of the room it has @param most it moves no further
 */
export function shiftWithin(middle: number, width: number, within: number, most: number): number {
  const [left, right] = [middle - width / 2 - rest, middle + width / 2 + rest];
  // where both do not fit, its beginning is to be read
  const shift = left < 0 || right - left > within ? -left : Math.min(0, within - right);
  return Math.max(-most, Math.min(most, shift));
}
