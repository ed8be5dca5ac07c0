import { describe, expect, it } from 'vitest';
import { estimate, lagOne } from './estimate.ts';
import { tQuantile } from './student.ts';

describe('Student t', () => {
  // printed tables: 99 % two-sided, and 95 % two-sided
  it.each([
    [0.995, 1, 63.657],
    [0.995, 10, 3.169],
    [0.995, 29, 2.756],
    [0.975, 5, 2.571],
    [0.975, 19, 2.093],
    [0.995, 100_000, 2.576],
  ])('has %f below at %i degrees of freedom: %f', (probability, freedom, quantile) => {
    expect(tQuantile(probability, freedom)).toBeCloseTo(quantile, 3);
  });
});

describe('an estimate', () => {
  const wave = (i: number) => Math.sin(i * 12.9898) * 43758.5453;
  const noise = Array.from({ length: 30 }, (_, i) => wave(i) - Math.floor(wave(i)));

  it('has an interval around the whole', () => {
    const found = estimate(0.5, noise);
    expect(found.refused).toBeNull();
    expect(found.low).toBeLessThan(0.5);
    expect(found.high - 0.5).toBeCloseTo(0.5 - found.low, 12);
    expect(found.high - found.low).toBeGreaterThan(0.1);
  });

  it('reaches as far as 99 % of Student t does, and further as an AR(1) process asks for', () => {
    // 15 times 1 and 15 times -1, whose standard deviation is sqrt(30 / 29); 2.7564 is t(0.995) of 29 degrees of freedom
    const turning = Array.from({ length: 30 }, (_, i) => (i % 2 === 0 ? 1 : -1));
    const plain = (2.7564 * Math.sqrt(30 / 29)) / Math.sqrt(30);
    expect(estimate(7, turning).high).toBeCloseTo(7 + plain, 4);
    // in runs of two each value is like the one before half of the time: a correlation of 1/30, no more than chance
    const pairs = Array.from({ length: 30 }, (_, i) => (i % 4 < 2 ? 1 : -1));
    expect(estimate(7, pairs).refused).toBeNull();
    // in runs of three, 20 of 29 neighbours are alike
    const threes = Array.from({ length: 30 }, (_, i) => (i % 6 < 3 ? 1 : -1));
    const lag = 11 / 30;
    expect(lagOne(threes)).toBeCloseTo(lag, 12);
    expect(estimate(7, threes).low).toBeCloseTo(7 - plain * Math.sqrt((1 + lag) / (1 - lag)), 4);
  });

  it('knows the correlation of neighbours', () => {
    expect(lagOne([1, 2, 3, 4])).toBeCloseTo(0.25, 12);
    expect(lagOne([5, 5, 5])).toBe(0);
  });

  it('of nothing is refused', () => {
    for (const nothing of [Number.NaN, Infinity]) expect(estimate(nothing, noise).refused).toContain('nothing was measured');
  });

  it('is refused with too few sections', () => {
    expect(estimate(0.5, noise.slice(0, 19)).refused).toContain('19 sections');
  });

  it('knows what is always the same, however the clock rounds it', () => {
    const rounded = Array.from({ length: 30 }, (_, i) => 400 + 1e-6 * i);
    expect(lagOne(rounded)).toBeGreaterThan(0.8);
    const { low, high, refused } = estimate(400, rounded);
    expect(refused).toBeNull();
    expect(high - low).toBeLessThan(1e-4);
  });

  it('is refused when sections remember each other', () => {
    const drifting = Array.from({ length: 30 }, (_, i) => i);
    expect(lagOne(drifting)).toBeGreaterThan(0.8);
    expect(estimate(15, drifting).refused).toContain('remember');
  });

  it('is refused when a section measured nothing', () => {
    expect(estimate(0.5, [...noise.slice(1), Number.NaN]).refused).toContain('measured nothing');
  });

  it('is wider when neighbours are alike', () => {
    const alike = noise.map((value, i) => (i === 0 ? value : 0.55 * value + 0.45 * noise[i - 1]));
    const shuffled = alike.map((_, i) => alike[(i * 7) % 30]);
    expect(lagOne(alike)).toBeGreaterThan(0.31);
    expect(Math.abs(lagOne(shuffled))).toBeLessThan(0.3);
    const width = (values: number[]) => estimate(0.5, values).high - 0.5;
    expect(width(alike)).toBeGreaterThan(1.2 * width(shuffled));
  });
});
