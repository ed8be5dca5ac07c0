/** A link of thirty parts: 117 squares a side, which a camera tells apart from near. Characters. */
export const longestCode = 1300;

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
