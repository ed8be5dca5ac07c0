import { describe, expect, it } from 'vitest';
import { pageAt, parseMoment, placeOf, wholeLength, zoomed } from './span.ts';

describe('wholeLength', () => {
  it('is a round length that holds what was played and what is planned, within the run', () => {
    expect(wholeLength(0, 0, 600)).toBe(10);
    expect(wholeLength(26, 0, 600)).toBe(30);
    expect(wholeLength(26, 58, 600)).toBe(120);
    expect(wholeLength(26, 599, 600)).toBe(600);
    expect(wholeLength(100, 0, 90)).toBe(100);
    expect(wholeLength(45, 0, 50)).toBe(50);
    expect(wholeLength(90_000, 0, 0)).toBe(90_000);
  });
});

describe('pageAt', () => {
  it('holds the moment, stays within the whole, and stands still while time goes on within it', () => {
    for (let time = 0; time <= 600; time += 0.7) {
      const { from, to } = pageAt(time, 60, 600);
      expect(to - from).toBeCloseTo(60);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(600);
      expect(time).toBeGreaterThanOrEqual(from);
      expect(time).toBeLessThanOrEqual(to);
    }
    expect(pageAt(91, 60, 600)).toEqual(pageAt(134, 60, 600));
    expect(pageAt(5, 60, 30)).toEqual({ from: 0, to: 30 });
  });
});

describe('zoomed', () => {
  it('goes through round lengths, and out to all of it', () => {
    expect(zoomed(null, -1, 600)).toBe(300);
    expect(zoomed(300, -1, 600)).toBe(120);
    expect(zoomed(5, -1, 600)).toBe(5);
    expect(zoomed(300, 1, 600)).toBeNull();
    expect(zoomed(60, 1, 600)).toBe(120);
    expect(zoomed(120, -1, 45)).toBe(30);
  });
});

describe('parseMoment', () => {
  it('reads what people write', () => {
    for (const [text, time] of [
      ['38', 38],
      ['0:38', 38],
      [' 1:02:03.5 ', 3723.5],
      ['38 s', 38],
      ['38초', 38],
      ['2 min', 120],
      ['2분', 120],
      ['12.25', 12.25],
    ] as const)
      expect(parseMoment(text)).toBe(time);
  });

  it('refuses what is no moment', () => {
    for (const text of ['', 'soon', '-3', '1:2:3:4', '0:38 min', '1e9', ':', 'NaN', '５']) expect(parseMoment(text)).toBeNull();
  });
});

describe('placeOf', () => {
  const hour = { from: 0, to: 3600 };

  it('is where the moment is, to the dot, and at the end of the line for one that is not on it', () => {
    for (const time of [0, 0.1, 7.3, 1800, 2345.6, 3600]) {
      const off = (Number.parseFloat(placeOf(time, hour, 900)) / 100) * 900 - (time / 3600) * 900;
      expect(Math.abs(off)).toBeLessThan(0.51);
    }
    expect([placeOf(-5, hour, 900), placeOf(4000, hour, 900), placeOf(900, hour, 0)]).toEqual(['0.000%', '100.000%', '25.000%']);
  });

  it('changes no oftener than a screen would show it', () => {
    const tenths = Array.from({ length: 101 }, (_, i) => placeOf(1000 + i / 10, hour, 900));
    expect(new Set(tenths).size).toBeLessThanOrEqual(4);
  });
});
