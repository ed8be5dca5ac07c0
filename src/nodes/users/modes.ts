/** Options of the users' fields, as numbers: the order of the spec. */

export const LOOP = { open: 0, closed: 1 } as const;
export const ARRIVALS = { poisson: 0, even: 1, renewal: 2, bursty: 3, batches: 4, recorded: 5 } as const;
export const VISITS = { requests: 0, sessions: 1 } as const;
export const RATE_FROM = { rate: 0, users: 1, monthly: 2 } as const;
