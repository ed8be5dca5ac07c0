import { describe, expect, it } from 'vitest';
import { replicasEn } from '../../i18n/late/replicas.en.ts';
import { replicasKo } from '../../i18n/late/replicas.ko.ts';
import type { MetricComparison, Verdict } from '../../runner/compareWorlds.ts';
import type { MetricName } from '../../runner/worldMetrics.ts';
import { differenceText, sayComparison } from './replicaWords.ts';

const none = { value: null, interval: null, isTooLittle: true };

function comparison(name: MetricName, verdict: Verdict, [value, low, high]: readonly number[], [bBetter, aBetter]: readonly number[]) {
  const worlds = 50;
  return {
    name,
    verdict,
    a: none,
    b: none,
    worlds,
    paired: verdict === 'too-little' ? null : { difference: { value, low, high }, isReal: verdict.endsWith('better'), varianceGain: 8 },
    signs: { above: aBetter, below: bBetter, equal: worlds - aBetter - bBetter, p: 0.01 },
    bBetter,
    aBetter,
  } as MetricComparison;
}

const plain = (text: string) => text.replace(/\u00a0/g, ' ');
const said = (found: MetricComparison, words = replicasEn as typeof replicasKo) => {
  const { headline, detail } = sayComparison(words, found);
  return plain(`${headline}; ${detail}`);
};

describe('a comparison in words', () => {
  it('names the winner, the worlds, the size and its interval', () => {
    expect(said(comparison('p99', 'b-better', [-0.012, -0.015, -0.009], [48, 2]))).toBe(
      'B beats A in 48 of 50 worlds; p99 is 12 ms lower, 95% interval 9 to 15 ms',
    );
    expect(said(comparison('p99', 'b-better', [-0.012, -0.015, -0.009], [48, 2]), replicasKo)).toBe(
      '시드 50개 중 48개에서 B가 A보다 낫습니다; p99 12 ms 낮음, 95% 구간 9~15 ms',
    );
  });

  it('turns the sign when A wins', () => {
    expect(said(comparison('p99', 'a-better', [0.012, 0.0009, 0.015], [3, 47]))).toBe(
      'A beats B in 47 of 50 worlds; p99 is 12 ms lower, 95% interval 0.9 to 15 ms',
    );
    expect(said(comparison('goodput', 'a-better', [-20, -30, -10], [3, 47]))).toBe(
      'A beats B in 47 of 50 worlds; Goodput is 20/s higher, 95% interval 10 to 30/s',
    );
  });

  it('speaks of shares in points', () => {
    expect(said(comparison('failed', 'b-better', [-0.02, -0.03, -0.01], [50, 0]))).toBe(
      'B beats A in 50 of 50 worlds; Failed requests is 2 points lower, 95% interval 1 to 3 points',
    );
  });

  it('says when a difference is not real, not there, or not known', () => {
    expect(said(comparison('p99', 'not-real', [0.001, -0.003, 0.005], [27, 23]))).toBe(
      'No real difference; B has the better p99 in 27 of 50 worlds; the 95% interval of the difference, −3 to +5 ms, holds zero.',
    );
    expect(said(comparison('p99', 'same', [0, 0, 0], [0, 0]))).toContain('equal to the last digit in all 50 worlds');
    expect(said(comparison('p99', 'too-little', [0, 0, 0], [0, 0]))).toContain('Too little to tell');
  });
});

it('gives both ends of an interval one unit', () => {
  const text = (low: number, high: number) => plain(differenceText(replicasEn, 'p99', { value: 0, low, high }));
  expect(text(-0.00117, -0.00094)).toBe('−1.17 to −0.94 ms');
  expect(text(-0.000_45, 0.000_2)).toBe('−450 to +200 µs');
  expect(text(0.5, 2.5)).toBe('+500 ms to +2.5 s');
});
