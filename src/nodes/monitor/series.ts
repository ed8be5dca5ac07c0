/** Numbers that are kept of each watched instance: rate, failures, p99, processor, memory, disk and a few more. */
const metricsPerInstance = 10;

/**
 * Time series that a monitor keeps: every metric of every instance, once per value of its labels (cardinality).
 * @param labels combinations of label values by which each metric is split, 1 = none
 */
export const seriesOf = (instances: number, labels: number): number => metricsPerInstance * instances * labels;
