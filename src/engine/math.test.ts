import { describe, expect, it } from 'vitest';
import { cosOfTurns, exp, log, pow, sinOfTurns } from './math.ts';

/** Units in the last place between two doubles of like sign. */
function ulps(a: number, b: number): number {
  const f = new Float64Array([a, b]);
  const i = new BigInt64Array(f.buffer);
  return Math.abs(Number(i[0] - i[1]));
}

const grid = Array.from({ length: 4000 }, (_, i) => 10 ** (-12 + (24 * (i + 0.37)) / 4000));

describe('own elementary functions', () => {
  it('log is within one unit in the last place of the host', () => {
    for (const x of grid) expect(ulps(log(x), Math.log(x))).toBeLessThanOrEqual(1);
  });

  it('exp is within one unit in the last place of the host', () => {
    for (let x = -740; x < 709; x += 0.3711) expect(ulps(exp(x), Math.exp(x))).toBeLessThanOrEqual(x < -700 ? 4 : 1);
  });

  it('pow serves weights', () => {
    for (const s of [0.64, 0.99, 1.2, 2.5]) for (const r of [1, 2, 3, 10, 1e3, 1e6]) expect(pow(r, -s) / r ** -s).toBeCloseTo(1, 13);
  });

  it('turns repeat to the bit and agree with the host', () => {
    for (let i = 0; i < 500; i++) {
      const t = i / 500;
      expect(cosOfTurns(t)).toBeCloseTo(Math.cos(2 * Math.PI * t), 14);
      expect(sinOfTurns(t)).toBeCloseTo(Math.sin(2 * Math.PI * t), 14);
      expect(cosOfTurns(i / 512 + 3)).toBe(cosOfTurns(i / 512));
    }
  });

  it('knows the edges', () => {
    expect(log(1)).toBe(0);
    expect(log(0)).toBe(-Infinity);
    expect(log(-1)).toBeNaN();
    expect(log(Infinity)).toBe(Infinity);
    expect(log(5e-324)).toBeCloseTo(Math.log(5e-324), 10);
    expect(exp(0)).toBe(1);
    expect(exp(800)).toBe(Infinity);
    expect(exp(-800)).toBe(0);
    expect(pow(0, 2)).toBe(0);
    expect(pow(7, 0)).toBe(1);
  });

  it('has fixed bits: these very doubles on every machine', () => {
    expect([log(3), log(0.07), exp(2), exp(-0.7), cosOfTurns(0.1)]).toMatchInlineSnapshot(`
      [
        1.0986122886681096,
        -2.659260036932778,
        7.38905609893065,
        0.4965853037914095,
        0.8090169943749473,
      ]
    `);
  });
});
