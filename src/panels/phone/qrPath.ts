/** Longer links make a code whose squares a camera no longer tells apart. Characters. */
export const longestCode = 600;

/** The dark squares of a QR code as one SVG path, row by row, neighbours as one stroke. Pure. */
export function codePath(rows: readonly (readonly boolean[])[]): string {
  const strokes: string[] = [];
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x++;
      strokes.push(`M${from},${y}h${x - from + 1}v1h-${x - from + 1}z`);
    }
  });
  return strokes.join('');
}
