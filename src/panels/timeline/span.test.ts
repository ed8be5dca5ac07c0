import { describe, expect, it } from 'vitest';
import { pageAt, parseMoment, wholeLength, zoomed } from './span.ts';

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
