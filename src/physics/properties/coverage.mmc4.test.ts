/** P10, one of its two systems; the other is a file of its own, so that both cores have one. */

import { expect, it } from 'vitest';
import { coverageOf } from './coverageForTests.ts';

it('95 % intervals of mmc-c4-rho80 hold the exact mean response in 91 to 98 % of 500 worlds', () => {
  const { held, refused } = coverageOf('mmc-c4-rho80', 1, 500);
  // a run that says that it does not know has reported nothing; few may
  expect(refused).toBeLessThan(25);
  expect(held / (500 - refused)).toBeGreaterThanOrEqual(0.91);
  expect(held / (500 - refused)).toBeLessThanOrEqual(0.98);
}, 600_000);
