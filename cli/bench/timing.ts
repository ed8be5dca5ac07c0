/** Times and their medians. CPU time of the process: other work on the machine disturbs it less than the wall clock. */

export function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** For where there is no CPU time to be had: a browser's worker. */
export const wallSeconds = (work: () => void): number => wallMs(work) / 1000;

export const wallMs = (work: () => void): number => {
  const before = performance.now();
  work();
  return performance.now() - before;
};

/** Of at least one value. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
};

export const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
