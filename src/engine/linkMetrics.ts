/** What is counted of a wire with a policy. */

/** A wire's own columns of the frames, in the order of `LINK_METER`. */
export const linkMetrics = {
  attempts: 'counter',
  retries: 'counter',
  turnedAway: 'counter',
  hedges: 'counter',
  hedgeWins: 'counter',
  connections: 'level',
  waitingForConnection: 'level',
  budgetLeft: 'gauge',
  breakersOpen: 'gauge',
} as const;
export type LinkMetric = keyof typeof linkMetrics;

/** Places of the same, from the wire's first meter on. */
export const LINK_METER = {
  attempts: 0,
  retries: 1,
  turnedAway: 2,
  hedges: 3,
  hedgeWins: 4,
  connections: 5,
  waiting: 6,
  budgetLeft: 7,
  breakersOpen: 8,
  count: 9,
} as const;

export const linkMeterCount = LINK_METER.count;
