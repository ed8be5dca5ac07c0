/** What the lines of `lines.ts` are called in every prompt. */
export const linesEn = {
  reachable: 'Every class of request has a path to an answer',
  cost: 'A month costs no more than the budget (no points at 1.5 times the budget)',
  'single-points': 'No part whose death alone takes half of the requests down for a minute',
  headroom: 'In steady load the busiest machine is busy 70 % of the time or less',
} as const;
