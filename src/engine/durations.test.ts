import { describe, expect, it } from 'vitest';
import { boundedParetoMean, duration, FORM, type Shape, serviceSeconds } from './durations.ts';
import { normal, streamOf } from './luck.ts';

const stream = streamOf('durations', 'test');
const draws = 200_000;

/** Mean, standard deviation over mean, and quantiles of many draws of mean 3. */
function sample(draw: (counter: number) => number) {
  const all = Float64Array.from({ length: draws }, (_, counter) => draw(counter)).sort();
  const mean = all.reduce((sum, x) => sum + x, 0) / draws;
  const variance = all.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws;
  return { mean, spread: Math.sqrt(variance) / mean, at: (q: number) => all[Math.floor(q * draws)], least: all[0], most: all[draws - 1] };
}

const of = (form: number, spread: number, slowShare?: number) => sample((i) => duration(stream, i, 2, form, 3, spread, slowShare));

describe('durations', () => {
  it.each([
    ['lognormal', FORM.lognormal, 0.6, 0.6],
    ['exponential', FORM.exponential, 9, 1],
    ['fixed', FORM.fixed, 9, 0],
    ['erlang of four stages', FORM.erlang, 0.5, 0.5],
    ['erlang of two stages', FORM.erlang, 0.7, Math.SQRT1_2],
    ['erlang of a hundred stages', FORM.erlang, 0.1, 0.1],
    ['erlang of one stage', FORM.erlang, 1.5, 1],
    ['erlang without spread', FORM.erlang, 0, 0],
    ['hyperexponential', FORM.hyperexponential, 2, 2],
    ['hyperexponential, as narrow as it can be', FORM.hyperexponential, 0.5, 1],
    ['bimodal', FORM.bimodal, 2.18, 2.18],
  ])('%s: mean and spread are those asked for', (_, form, spread, expected) => {
    const found = of(form, spread);
    expect(found.mean / 3).toBeCloseTo(1, 1);
    expect(Math.abs(found.mean / 3 - 1)).toBeLessThan((4.5 * Math.max(expected, 1e-9)) / Math.sqrt(draws));
    expect(Math.abs(found.spread - expected)).toBeLessThan(0.03 * expected + 1e-9);
  });

  it('lognormal: exp(s z - s^2 / 2), of two spreads by turns', () => {
    // spreads whose logarithms are remembered in the same place
    for (let i = 0; i < 100; i++) {
      for (const spread of [0.6, 0.44]) {
        const variance = Math.log(1 + spread * spread);
        const expected = 3 * Math.exp(Math.sqrt(variance) * normal(stream, i, 2) - variance / 2);
        expect(duration(stream, i, 2, FORM.lognormal, 3, spread)).toBeCloseTo(expected, 9);
      }
    }
  });

  it('of a kind takes its share of slow ones in percent', () => {
    const params = Float64Array.of(FORM.bimodal, 2, 5);
    const shape: Shape = { form: 0, spread: 1, slowShare: 2, tailIndex: 0, tailRange: 0 };
    const all = Array.from({ length: draws }, (_, i) => serviceSeconds(stream, i, 2, params, shape, 1));
    expect(all.filter((x) => x > 1).length / draws).toBeCloseTo(0.05, 2);
  });

  it('takes no time in the form none', () => {
    expect(of(FORM.none, 0.6).most).toBe(0);
  });

  it('erlang: quantiles of four stages', () => {
    // of the gamma distribution with shape 4 and mean 1 (chi-square with 8 degrees of freedom over 8)
    const found = of(FORM.erlang, 0.5);
    expect(found.at(0.5) / 3).toBeCloseTo(7.344 / 8, 1);
    expect(Math.abs(found.at(0.95) / 3 / (15.507 / 8) - 1)).toBeLessThan(0.01);
    expect(Math.abs(found.at(0.05) / 3 / (2.733 / 8) - 1)).toBeLessThan(0.02);
  });

  it.each([1, 2, 4, 9])('erlang: the whole distribution, of %i stages', (stages) => {
    const all = Float64Array.from({ length: draws }, (_, i) => duration(stream, i, 2, FORM.erlang, 1, 1 / Math.sqrt(stages))).sort();
    let farthest = 0;
    all.forEach((x, i) => {
      // P(X > x): fewer than `stages` arrivals of a Poisson process
      let term = Math.exp(-stages * x);
      let beyond = 0;
      for (let j = 0; j < stages; j++) {
        beyond += term;
        term *= (stages * x) / (j + 1);
      }
      farthest = Math.max(farthest, Math.abs(1 - beyond - (i + 0.5) / draws));
    });
    // Kolmogorov and Smirnov: above this once in a thousand
    expect(farthest * Math.sqrt(draws)).toBeLessThan(1.95);
  });

  it('bimodal: exactly two values, in the shares asked for', () => {
    // 5 with probability 0.95 and 105 else: mean 10, spread sqrt(475) / 10
    const values = new Map<number, number>();
    for (let i = 0; i < draws; i++) {
      const x = duration(stream, i, 2, FORM.bimodal, 10, Math.sqrt(475) / 10, 0.05);
      values.set(x, (values.get(x) ?? 0) + 1);
    }
    const [low, high] = [...values.keys()].sort((a, b) => a - b);
    expect(values.size).toBe(2);
    expect(low).toBeCloseTo(5, 9);
    expect(high).toBeCloseTo(105, 9);
    expect((values.get(high) ?? 0) / draws).toBeCloseTo(0.05, 2);
  });

  it('hyperexponential: the tail is that of the slow branch', () => {
    // means 0.5 and 8 with shares 0.8667 and 0.1333: P(X > 8) = 0.1333 / e + 0.8667 e^-16
    const slow = 1 / 7.5;
    const second = 2 * (slow * 64 + (1 - slow) * 0.25);
    const mean = slow * 8 + (1 - slow) * 0.5;
    let beyond = 0;
    for (let i = 0; i < draws; i++) {
      if (duration(stream, i, 2, FORM.hyperexponential, mean, Math.sqrt(second / mean ** 2 - 1), slow) > 8) beyond++;
    }
    expect(Math.abs(beyond / draws / (slow / Math.E) - 1)).toBeLessThan(0.03);
  });

  it('a spread too wide for the share of slow ones is as wide as it can be, and the mean stays', () => {
    const found = of(FORM.bimodal, 10, 0.2);
    expect(found.least).toBe(0);
    expect(found.most).toBeCloseTo(15, 9);
    expect(found.mean / 3).toBeCloseTo(1, 1);
  });
});

describe('bounded Pareto', () => {
  const params = new Float64Array(5);
  const shape: Shape = { form: 0, spread: 1, slowShare: 2, tailIndex: 3, tailRange: 4 };
  const of = (index: number, range: number) => {
    params.set([FORM.pareto, 0, 0, index, range]);
    return sample((i) => serviceSeconds(stream, i, 2, params, shape, 3));
  };

  it.each([
    [1.5, 1000],
    [1, 50],
    [0.5, 20],
    [3, 10],
  ])('exponent %f over a range of %f: mean, ends and median', (index, range) => {
    const found = of(index, range);
    const smallest = 3 / boundedParetoMean(index, range);
    expect(Math.abs(found.mean / 3 - 1)).toBeLessThan(0.03);
    expect(found.least).toBeGreaterThanOrEqual(smallest * (1 - 1e-12));
    expect(found.most).toBeLessThanOrEqual(smallest * range * (1 + 1e-12));
    const median = smallest * (1 - 0.5 * (1 - range ** -index)) ** (-1 / index);
    expect(Math.abs(found.at(0.5) / median - 1)).toBeLessThan(0.02);
  });

  it('two of them drawn by turns do not meet', () => {
    const draw = (index: number, range: number, i: number) => {
      params.set([FORM.pareto, 0, 0, index, range]);
      return serviceSeconds(stream, i, 2, params, shape, 3);
    };
    const alone = [1000, 10].map((range) => Array.from({ length: 50 }, (_, i) => draw(1.5, range, i)));
    expect(alone[1]).not.toEqual(alone[0]);
    for (let i = 0; i < 50; i++) expect([draw(1.5, 1000, i), draw(1.5, 10, i)]).toEqual([alone[0][i], alone[1][i]]);
  });

  it('its mean is the integral of its density, also where the exponent is nearly 1', () => {
    for (const [index, range] of [
      [1.5, 1000],
      [1, 1000],
      [1 + 1e-10, 1000],
      [1.05, 1000],
      [0.95, 1000],
      [0.3, 7],
    ]) {
      const steps = 100_000;
      // in the middle of steps that grow by equal factors
      const factor = range ** (1 / steps);
      let sum = 0;
      let whole = 0;
      for (let i = 0; i < steps; i++) {
        const x = factor ** (i + 0.5);
        const density = x ** (-index - 1) * x;
        sum += x * density;
        whole += density;
      }
      expect(boundedParetoMean(index, range) / (sum / whole)).toBeCloseTo(1, 6);
    }
  });
});
