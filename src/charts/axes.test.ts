import { describe, expect, it } from 'vitest';
import { clockTick, linearRange, linearTicks, logRange, logTicks, timeRange } from './axes.ts';

describe('time axis', () => {
  it('stands still while the run goes on, and ends with the run', () => {
    expect(timeRange(0, 600)).toEqual([0, 10]);
    expect(timeRange(61, 600)).toEqual([0, 90]);
    expect(timeRange(89.9, 600)).toEqual([0, 90]);
    expect(timeRange(510, 520)).toEqual([0, 520]);
    expect(timeRange(4000, 100_000)).toEqual([0, 5400]);
  });

  it('names whole seconds', () => {
    expect([0, 9, 75, 3600, 3723].map(clockTick)).toEqual(['0:00', '0:09', '1:15', '1:00:00', '1:02:03']);
  });
});

describe('linear axis', () => {
  it('covers the data with headroom and round ticks', () => {
    for (const max of [0.0013, 0.9, 1, 7, 99, 100, 1234, 2000, 98_765]) {
      const [low, high] = linearRange(max);
      expect(low).toBe(0);
      expect(high).toBeGreaterThanOrEqual(max);
      expect(high).toBeLessThanOrEqual(max * 2.1);
      const ticks = linearTicks(high, 5);
      expect(ticks[0]).toBe(0);
      expect(ticks.at(-1)).toBeCloseTo(high, 9);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(6);
    }
  });

  it('has a range without data', () => {
    for (const max of [0, Number.NaN, -1]) expect(linearRange(max)).toEqual([0, 10]);
  });
});

describe('log axis', () => {
  it('covers the data with whole decades', () => {
    expect(logRange(0.0021, 0.43)).toEqual([0.001, 1]);
    expect(logRange(0.01, 0.01)).toEqual([0.01, 0.1]);
    expect(logRange(0, 0)).toEqual([0.001, 1]);
  });

  it('has a tick per decade, more within a single one', () => {
    expect(logTicks(0.001, 1)).toEqual([0.001, 0.01, 0.1, 1]);
    expect(logTicks(0.01, 0.1)).toEqual([0.01, 0.03, 0.1]);
  });
});
