/** A column of a sheet as a line of a few pixels. Pure. */

/** As many points as there are pixels: of all that fall on one the greatest, so that no peak is lost. Null where nothing was measured. */
export function sparkColumn(values: readonly (number | null)[], width: number): (number | null)[] {
  if (values.length <= width) return [...values];
  const column = new Array<number | null>(width).fill(null);
  for (const [i, value] of values.entries()) {
    const at = Math.floor((i * width) / values.length);
    if (value !== null) column[at] = Math.max(column[at] ?? 0, value);
  }
  return column;
}

/** The path of an SVG, from zero at the bottom to the greatest at the top; gaps stay gaps. */
export function sparkPath(values: readonly (number | null)[], width: number, height: number): string {
  const column = sparkColumn(values, width);
  const most = Math.max(0, ...column.map((value) => value ?? 0));
  const step = width / Math.max(1, column.length - 1);
  let pen = 'M';
  return column
    .map((value, i) => {
      if (value === null) {
        pen = 'M';
        return '';
      }
      const point = `${pen}${(i * step).toFixed(1)},${(height - (most > 0 ? value / most : 0) * height).toFixed(1)}`;
      pen = 'L';
      return point;
    })
    .join('');
}
