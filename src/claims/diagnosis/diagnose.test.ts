import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { draw } from '../../library/template.ts';
import { brokenCases } from './brokenCases.ts';
import { diagnosedAt } from './diagnosed.ts';
import { fullCases } from './fullCases.ts';
import { quietCases } from './quietCases.ts';

// whole runs, on a machine that may be busy with others
vi.setConfig({ testTimeout: 120_000 });

describe('a diagnosis finds what is known to be wrong', () => {
  it.each([...quietCases, ...fullCases, ...brokenCases])('$name', ({ design, at, kind, code, where, instance, by, wire, since }) => {
    const found = diagnosedAt(design, at);
    const seen = { code: found.cause?.code ?? null, where: found.where };
    expect(seen).toEqual({ code, where });
    expect([kind].flat()).toContain(found.kind);
    if (instance !== undefined) expect(found.cause?.instance).toBe(instance);
    if (by !== undefined) expect(found.by).toBe(by);
    if (wire !== undefined) expect(found.wire).toBe(wire);
    if (since !== undefined) expect(Math.abs((found.cause?.since ?? -99) - since)).toBeLessThanOrEqual(2.5);
  });
});

/** Four tiers in a row, each with so much room that the load fills so many tenths of it. */
const tiers = ['front', 'middle', 'back', 'db'] as const;
const rate = 200;
const rows = fc.record({
  full: fc.nat(tiers.length - 1),
  overload: fc.double({ min: 1.3, max: 2, noNaN: true }),
  others: fc.array(fc.double({ min: 0.1, max: 0.65, noNaN: true }), { minLength: 4, maxLength: 4 }),
  vcpu: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 4, maxLength: 4 }),
  threads: fc.constantFrom(50, 200, 2000),
});

it('finds the one full tier of random designs, whoever waits before it', () => {
  const wrong: string[] = [];
  fc.assert(
    fc.property(rows, ({ full, overload, others, vcpu, threads }) => {
      // milliseconds that make one tier's processors busy for this share
      const ms = (tier: number) => ((tier === full ? overload : others[tier]) * vcpu[tier] * 1000) / rate;
      const program = (tier: number) => ({ vcpu: vcpu[tier], cpuDynamicMs: ms(tier), threads, queueLimit: 500 });
      const at = [0, 0] as const;
      const design = draw({
        title: '',
        seconds: 60,
        workload: { staticShare: 0, writeShare: 0, feedShare: 0, loginShare: 0, searchShare: 0, uploadShare: 0 },
        nodes: [
          { id: 'users', kind: 'users', at, params: { ratePerSecond: rate } },
          { id: 'front', kind: 'web-server', at, params: program(0) },
          { id: 'middle', kind: 'service', at, params: { vcpu: vcpu[1], cpuCallMs: ms(1), threads, queueLimit: 500 } },
          { id: 'back', kind: 'service', at, params: { vcpu: vcpu[2], cpuCallMs: ms(2), threads, queueLimit: 500 } },
          {
            id: 'db',
            kind: 'database',
            at,
            params: { replicas: 0, readsFrom: 'primary', vcpu: vcpu[3], cpuReadMs: ms(3), queueLimit: 500 },
          },
        ],
        links: [
          ['users', 'front', { timeoutMs: 20_000 }],
          ['front', 'middle', { timeoutMs: 10_000 }],
          ['middle', 'back', { timeoutMs: 8000 }],
          ['back', 'db', { timeoutMs: 6000 }],
        ],
      });
      const found = diagnosedAt(design, 45);
      if (found.where !== tiers[full] || found.cause?.code !== 'servers')
        wrong.push(`${tiers[full]}: ${found.kind} ${found.cause?.code} ${found.where}`);
      return true;
    }),
    { numRuns: 12, seed: 7 },
  );
  expect(wrong).toEqual([]);
});
