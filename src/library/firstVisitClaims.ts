/** What the first visitor's example must show. Apart from it, because the page draws the example first of all and proves nothing. */

import type { MustShow } from './template.ts';

export const firstVisitClaims: readonly MustShow[] = [
  { claim: 'At 100 a second the server is hardly busy', from: 30, to: 120, of: 'web-1', metric: 'utilization', least: 0.2, most: 0.25 },
  { claim: '… and everybody is served', from: 30, to: 120, of: 'users', metric: 'failedShare', least: 0, most: 0.0005 },
  {
    claim: 'At 400 a second it is busy, not overrun',
    given: [['users-1', 'ratePerSecond', 400]],
    from: 60,
    to: 240,
    of: 'web-1',
    metric: 'utilization',
    least: 0.85,
    most: 0.95,
  },
  {
    claim: '… and nobody is turned away',
    given: [['users-1', 'ratePerSecond', 400]],
    from: 60,
    to: 240,
    of: 'users',
    metric: 'failedShare',
    least: 0,
    most: 0.001,
  },
  {
    claim: 'At 600 a second more than a thousand wait',
    given: [['users-1', 'ratePerSecond', 600]],
    from: 60,
    to: 120,
    of: 'web-1',
    metric: 'queue',
    least: 1000,
    most: 1300,
  },
  {
    claim: '… and every fourth is turned away',
    given: [['users-1', 'ratePerSecond', 600]],
    from: 60,
    to: 120,
    of: 'users',
    metric: 'failedShare',
    least: 0.22,
    most: 0.3,
  },
  {
    claim: 'With a second server 600 a second are served',
    given: [
      ['users-1', 'ratePerSecond', 600],
      ['web-1', 'instances', 2],
    ],
    from: 30,
    to: 120,
    of: 'users',
    metric: 'failedShare',
    least: 0,
    most: 0.0005,
  },
];
