/** What a store's panel shows of single rows, as numbers that can cross to the page. Made on demand, no state of the run. */

export interface RowSample {
  row: number;
  /** The newest acknowledged write of the row, wherever it was made; 0 = none yet. */
  newest: number;
  /** By instance: the write that it would show, 0 = as in the beginning, -1 = it does not keep the row or is away. */
  versions: readonly number[];
}

/** Instances that are shown; a panel has no room for more. */
export const instancesShown = 6;

const head = 2;

/** @param samples all with as many versions */
export function packRows(samples: readonly RowSample[]): Float64Array {
  const instances = samples[0]?.versions.length ?? 0;
  const width = 2 + instances;
  const packed = new Float64Array(head + samples.length * width);
  packed.set([samples.length, instances]);
  for (const [i, { row, newest, versions }] of samples.entries()) packed.set([row, newest, ...versions], head + i * width);
  return packed;
}

export function unpackRows(packed: Float64Array): RowSample[] {
  const [count, instances] = packed;
  const width = 2 + instances;
  return Array.from({ length: count }, (_, i) => {
    const [row, newest, ...versions] = packed.subarray(head + i * width, head + (i + 1) * width);
    return { row, newest, versions };
  });
}
