import { describe, expect, it } from 'vitest';
import { duration, FORM } from './durations.ts';
import { exponential, integerBelow, normal, streamOf, uniform } from './luck.ts';

const n = 200_000;
const stream = streamOf('seed', 'web-1', 'service');

function moments(draw: (i: number) => number) {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const x = draw(i);
    sum += x;
    squares += x * x;
  }
  const mean = sum / n;
  return { mean, variance: squares / n - mean * mean };
}

/** Pearson's statistic of counts that should be alike, as standard normal deviate (Wilson and Hilferty 1931). */
function deviate(counts: ArrayLike<number>, expected: number): number {
  let chi = 0;
  for (let i = 0; i < counts.length; i++) chi += (counts[i] - expected) ** 2 / expected;
  const k = counts.length - 1;
  return ((chi / k) ** (1 / 3) - (1 - 2 / (9 * k))) / Math.sqrt(2 / (9 * k));
}

describe('keyed luck', () => {
  it('is a function of stream, counter and salt alone', () => {
    const a = uniform(stream, 7, 0);
    uniform(stream, 8, 0);
    normal(streamOf('other'), 1, 1);
    expect(uniform(stream, 7, 0)).toBe(a);
    expect(uniform(stream, 7, 1)).not.toBe(a);
    expect(uniform(streamOf('seed', 'web-2', 'service'), 7, 0)).not.toBe(a);
    expect(streamOf('ab', 'c')).not.toEqual(streamOf('a', 'bc'));
  });

  it('has fixed bits', () => {
    expect([uniform(stream, 0, 0), exponential(stream, 1, 0), normal(stream, 2, 0)]).toMatchInlineSnapshot(`
      [
        0.34427463034020667,
        1.0832072633469194,
        1.5774761518497518,
      ]
    `);
  });

  it.each([
    ['over counters', (i: number) => uniform(stream, i, 0)],
    ['over salts', (i: number) => uniform(stream, 5, i)],
    ['over nodes', (i: number) => uniform(streamOf('s', `n${i}`), 0, 0)],
    ['over seeds in a row', (i: number) => uniform(streamOf(String(i), 'users-1', 'arrivals'), 0, 0)],
  ])('is even %s', (_, draw) => {
    const bins = new Uint32Array(256);
    for (let i = 0; i < n; i++) bins[Math.floor(draw(i) * 256)]++;
    expect(Math.abs(deviate(bins, n / 256))).toBeLessThan(4);
  });

  it('is even in pairs of neighbours, and in its low bits', () => {
    const pairs = new Uint32Array(32 * 32);
    const lows = new Uint32Array(256);
    for (let i = 0; i < n; i++) {
      const u = uniform(stream, i, 0);
      pairs[Math.floor(u * 32) * 32 + Math.floor(uniform(stream, i + 1, 0) * 32)]++;
      lows[(u * 2 ** 53) % 256]++;
    }
    expect(Math.abs(deviate(pairs, n / 1024))).toBeLessThan(4);
    expect(Math.abs(deviate(lows, n / 256))).toBeLessThan(4);
  });

  it('streams do not know each other', () => {
    const other = streamOf('seed', 'web-1', 'arrivals');
    let sum = 0;
    let lagged = 0;
    for (let i = 0; i < n; i++) {
      sum += (uniform(stream, i, 0) - 0.5) * (uniform(other, i, 0) - 0.5);
      lagged += (uniform(stream, i, 0) - 0.5) * (uniform(stream, i + 1, 0) - 0.5);
    }
    const sd = 1 / 12 / Math.sqrt(n);
    expect(Math.abs(sum / n)).toBeLessThan(4 * sd);
    expect(Math.abs(lagged / n)).toBeLessThan(4 * sd);
  });

  it('every input bit moves half the output bits', () => {
    for (let bit = 0; bit < 32; bit++) {
      let flips = 0;
      for (let i = 0; i < 2000; i++) {
        const a = (uniform(stream, i, 0) * 2 ** 32) >>> 0;
        const b = (uniform(stream, i ^ (1 << bit), 0) * 2 ** 32) >>> 0;
        let x = a ^ b;
        for (; x !== 0; x &= x - 1) flips++;
      }
      expect(Math.abs(flips / 2000 - 16)).toBeLessThan(0.4);
    }
  });

  it('exponential: mean, variance, tail', () => {
    const { mean, variance } = moments((i) => exponential(stream, i, 0));
    expect(Math.abs(mean - 1)).toBeLessThan(4 / Math.sqrt(n));
    expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(8 / n));
    let beyond = 0;
    for (let i = 0; i < n; i++) if (exponential(stream, i, 0) > 3) beyond++;
    const p = Math.exp(-3);
    expect(Math.abs(beyond / n - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / n));
  });

  it('exponential: even after its own distribution function', () => {
    const bins = new Uint32Array(128);
    for (let i = 0; i < n; i++) bins[Math.min(127, Math.floor((1 - Math.exp(-exponential(stream, i, 3))) * 128))]++;
    expect(Math.abs(deviate(bins, n / 128))).toBeLessThan(4);
  });

  it('normal: moments, symmetry, tail', () => {
    const { mean, variance } = moments((i) => normal(stream, i, 0));
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(n));
    expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
    let beyond = 0;
    for (let i = 0; i < n; i++) if (Math.abs(normal(stream, i, 0)) > 2.5) beyond++;
    const p = 0.012419330651552;
    expect(Math.abs(beyond / n - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / n));
  });

  it.each([
    [FORM.lognormal, 0.6, 0.6],
    [FORM.exponential, 0, 1],
    [FORM.fixed, 0, 0],
  ])('durations keep their mean and spread (form %i)', (form, spread, cv) => {
    const { mean, variance } = moments((i) => duration(stream, i, 0, form, 0.005, spread));
    expect(mean / 0.005).toBeCloseTo(1, 2);
    expect(Math.sqrt(Math.max(0, variance)) / 0.005).toBeCloseTo(cv, 1);
  });

  it('whole numbers are even', () => {
    const bins = new Uint32Array(7);
    for (let i = 0; i < n; i++) bins[integerBelow(stream, i, 0, 7)]++;
    expect(Math.abs(deviate(bins, n / 7))).toBeLessThan(4);
  });
});
