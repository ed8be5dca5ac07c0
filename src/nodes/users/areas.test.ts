import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayArea, momentOf, rampArea, spikeArea, traceArea, traceAreas } from './areas.ts';
import { dayHeight, rampHeight, spikeHeight, traceHeight } from './shapes.ts';

/** Simpson's rule over many short stretches. */
function integral(height: (t: number) => number, to: number, steps = 20_000): number {
  const h = to / steps;
  let sum = 0;
  for (let i = 0; i < steps; i++) sum += height(i * h) + 4 * height((i + 0.5) * h) + height((i + 1) * h);
  return (sum * h) / 6;
}

const trace = [0.2, 1, 0, 0.4, 0.4];
const areas = traceAreas(trace);

describe('the area under a shape', () => {
  it.each([3, 50, 119.5, 199])('is that of the heights up to second %f', (t) => {
    expect(rampArea(t, 0.1, 120)).toBeCloseTo(
      integral((s) => rampHeight(s, 0.1, 120), t),
      6,
    );
    expect(60 + spikeArea(t - 60, 5, 10, 30, 30)).toBeCloseTo(
      integral((s) => spikeHeight(s - 60, 5, 10, 30, 30), t),
      3,
    );
    expect(24 * (dayArea(t / 24 + 0.3, 0.65) - dayArea(0.3, 0.65))).toBeCloseTo(
      integral((s) => dayHeight(s / 24 + 0.3, 0.65), t),
      6,
    );
    // where its rounds meet the trace jumps, which the rule sees to within a step only
    expect(traceArea(t, trace, areas, 40)).toBeCloseTo(
      integral((s) => traceHeight(s, trace, 40), t),
      2,
    );
  });

  it('of weeks is that of their days, workdays first, also before the first midnight', () => {
    // twelve hours before a week begins, it is still the weekend of the week before
    expect(dayHeight(-0.5, 0.65, 0.85)).toBeCloseTo(1.65 * 0.85, 12);
    expect([4.5, 5.5, 6.5, 7.5].map((day) => dayHeight(day, 0.65, 0.85) / 1.65)).toEqual(
      [1, 0.85, 0.85, 1].map((x) => expect.closeTo(x, 12)),
    );
    for (const weekend of [0, 0.85, 2.5]) {
      const week = dayArea(7, 0.65, weekend);
      expect(week).toBeCloseTo(5 + 2 * weekend, 12);
      expect(dayArea(70, 0.65, weekend)).toBeCloseTo(10 * week, 9);
      for (const t of [0.2, 4.9, 5.3, 6.8, 9.1, 13.5]) {
        const start = -0.4;
        expect(dayArea(t + start, 0.65, weekend) - dayArea(start, 0.65, weekend)).toBeCloseTo(
          integral((s) => dayHeight(s + start, 0.65, weekend), t),
          3,
        );
      }
    }
    expect(dayArea(6.3, 0.65, 1)).toBe(dayArea(6.3, 0.65));
  });

  it('of one round of a trace is that of its values', () => {
    expect(traceArea(40, trace, areas, 40)).toBeCloseTo((2 / 5) * 40, 9);
    expect(traceArea(7, [], traceAreas([]), 40)).toBe(7);
  });

  it('gives the moment back', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 200, noNaN: true }), fc.double({ min: 0.001, max: 500, noNaN: true }), (from, more) => {
        for (const area of [(t: number) => rampArea(t, 0.1, 120), (t: number) => 60 + spikeArea(t - 60, 5, 10, 30, 30)]) {
          const at = momentOf(area, area(from) + more, from, from + more, 10_000);
          expect(at).toBeGreaterThanOrEqual(from);
          expect(Math.abs(area(at) - area(from) - more)).toBeLessThan(1e-9 * (1 + area(at)));
        }
      }),
    );
  });

  it('that never fills has no moment', () => {
    expect(momentOf((t) => traceArea(t, [0, 0], traceAreas([0, 0]), 40), 1, 0, 1, 86_400)).toBe(Infinity);
  });
});
