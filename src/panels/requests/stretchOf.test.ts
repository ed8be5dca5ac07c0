import { expect, it } from 'vitest';
import { stretchOf } from './stretchOf.ts';

it('blames the stretch that was dragged over in the charts, as far as it was played', () => {
  expect(stretchOf('charts', 100, [20, 35])).toEqual({ since: 20, until: 35 });
  expect(stretchOf('charts', 30, [20, 35])).toEqual({ since: 20, until: 30 });
  expect(stretchOf('charts', 20.5, [20, 35])).toBeNull();
  expect(stretchOf('charts', 100, null)).toBeNull();
});

it('or the newest minute, or all of the run', () => {
  expect(stretchOf('minute', 100, [20, 35])).toEqual({ since: 40, until: 100 });
  expect(stretchOf('minute', 12, null)).toEqual({ since: 0, until: 12 });
  expect(stretchOf('whole', 100, null)).toEqual({ since: 0, until: 100 });
  expect(stretchOf('whole', 0, null)).toBeNull();
});
