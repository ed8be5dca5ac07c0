import { expect, it } from 'vitest';
import { lags } from './useLag.ts';

it.each([
  [64, 60, false],
  [64, 20, true],
  [0.25, 0.24, false],
  [0.25, 0.1, true],
  // as fast as it goes: behind when it is slower than real time
  [Number.POSITIVE_INFINITY, 20, false],
  [Number.POSITIVE_INFINITY, 1.1, false],
  [Number.POSITIVE_INFINITY, 0.084, true],
  [1, 0, false],
])('asked for %f and playing at %f, the machine is behind: %s', (speed, trueSpeed, isBehind) => {
  expect(lags({ status: 'playing', speed, trueSpeed })).toBe(isBehind);
  expect(lags({ status: 'paused', speed, trueSpeed })).toBe(false);
});
