import { describe, expect, it } from 'vitest';
import { kneeOf } from './knee.ts';

const tens = Array.from({ length: 10 }, (_, i) => i);

describe('the knee of a curve', () => {
  it('is that of figure 2 of the paper', () => {
    const x = tens.map((i) => i / 9);
    const y = x.map((at) => -1 / (at + 0.1) + 5);
    expect(x[kneeOf(x, y, 'gain')!.at]).toBeCloseTo(0.222, 3);
  });

  it.each([
    ['a rising cost', [1, 2, 3, 4, 5, 10, 15, 20, 40, 100], 'cost', 7],
    ['a falling cost', [100, 40, 20, 15, 10, 5, 4, 3, 2, 1], 'cost', 2],
    ['a rising gain', [0, 60, 80, 85, 90, 95, 96, 97, 98, 99], 'gain', 2],
    ['a falling gain', [99, 98, 97, 96, 95, 90, 85, 80, 60, 0], 'gain', 7],
  ] as const)('is found where it bends, %s', (_, y, meaning, at) => {
    expect(kneeOf(tens, y, meaning)?.at).toBe(at);
  });

  it('is the highest of several bends, not the first', () => {
    const wobbles = [0, 30, 30, 32, 90, 92, 94, 96, 98, 99, 100];
    const x = wobbles.map((_, i) => i);
    expect(kneeOf(x, wobbles, 'gain')?.at).toBe(4);
  });

  it('of a cost that comes to a ceiling is where it was still low, not where it is as bad as it gets', () => {
    const patience = [50, 51, 52, 55, 95, 8000, 8100, 8100, 8100, 8100];
    expect(kneeOf(tens, patience, 'cost')?.at).toBe(4);
  });

  it('of the response time of M/M/1 lies where the line gets long, whatever the service time', () => {
    const load = Array.from({ length: 19 }, (_, i) => 0.05 * (i + 1));
    const [slow, fast] = [1, 0.001].map((service) =>
      kneeOf(
        load,
        load.map((rho) => service / (1 - rho)),
        'cost',
      ),
    );
    expect(load[slow!.at]).toBeGreaterThan(0.75);
    expect(load[slow!.at]).toBeLessThan(0.9);
    expect(fast!.at).toBe(slow!.at);
  });

  it('passes over points that measured nothing, and keeps the position of the others', () => {
    const y = [Number.NaN, 100, 40, 20, 15, 10, 5, 4, 3, 2];
    expect(kneeOf(tens, y, 'cost')?.at).toBe(3);
  });

  it('is not made up: of a line, of a flat curve, of three points, within the noise', () => {
    expect(
      kneeOf(
        tens,
        tens.map((x) => 3 * x + 1),
        'cost',
      ),
    ).toBeNull();
    expect(
      kneeOf(
        tens,
        tens.map(() => 4),
        'cost',
      ),
    ).toBeNull();
    expect(kneeOf([0, 1, 2], [0, 0, 9], 'cost')).toBeNull();
    const y = [1, 2, 3, 4, 5, 10, 15, 20, 40, 100];
    expect(kneeOf(tens, y, 'cost', 40)).not.toBeNull();
    expect(kneeOf(tens, y, 'cost', 50)).toBeNull();
  });
});
