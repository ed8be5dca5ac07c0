/** P13: what the histogram says of a million values, against the values themselves. */

import { describe, expect, it } from 'vitest';
import { duration, FORM } from '../../engine/durations.ts';
import { bucketCount, bucketOf, quantileOf } from '../../engine/histogram.ts';
import { streamOf } from '../../engine/luck.ts';
import { caseNamed } from './casesForTests.ts';

const count = 1_000_000;
/** Half a bucket of 64 per octave: the error that histogram.ts declares. */
const declared = 1 / 128;

describe('a histogram of a million lognormal times', () => {
  const { parameters, expected } = caseNamed('sampler-lognormal');
  const stream = streamOf('sketch');
  const meanSeconds = parameters.positive('mean_ms') / 1000;
  const values = Float64Array.from({ length: count }, (_, i) =>
    duration(stream, i, 0, FORM.lognormal, meanSeconds, parameters.positive('cv')),
  );
  const whole = new Float64Array(bucketCount);
  for (const value of values) whole[bucketOf(value)]++;

  it('is filled with what the case asks for', () => {
    const mean = values.reduce((sum, value) => sum + value, 0) / count;
    expect(Math.abs(mean / meanSeconds - 1)).toBeLessThan(0.01);
    expect(Math.abs((quantileOf(whole, 0.99) * 1000) / expected.p99_ms.value - 1)).toBeLessThan(0.02);
  });

  it('knows every quantile as well as it says', () => {
    const sorted = values.slice().sort();
    for (const q of [0.5, 0.95, 0.99, 0.999]) {
      const exact = sorted[Math.ceil(q * count) - 1];
      expect(Math.abs(quantileOf(whole, q) / exact - 1)).toBeLessThanOrEqual(declared);
    }
  });

  it('is the same when workers count parts of it and the parts are added up', () => {
    const parts = Array.from({ length: 7 }, () => new Float64Array(bucketCount));
    values.forEach((value, i) => {
      parts[i % parts.length][bucketOf(value)]++;
    });
    expect(parts.reduce((sum, part) => sum.map((n, b) => n + part[b]))).toEqual(whole);
  });
});
