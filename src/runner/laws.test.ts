/** Laws that hold in whatever somebody draws: random parts, wires, parameters and faults, run on the real engine. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addNode } from '../design/edits.ts';
import { requestClasses } from '../engine/plan.ts';
import { createRun } from '../engine/run.ts';
import { behaviorList } from '../nodes/behaviors.ts';
import { compile } from './compile.ts';
import { drawing, seconds } from './drawingsForTests.ts';

describe('whatever is drawn', () => {
  it('runs, loses no request, and shows no number that is none', () => {
    let ran = 0;
    let offered = 0;
    fc.assert(
      fc.property(drawing, (design) => {
        const { plan } = compile(design);
        if (!plan) return;
        ran++;
        const run = createRun(plan, behaviorList);
        run.advance(Infinity, 2_000_000);
        const column = (metric: string) => run.layout.columns.findIndex((c) => c.scope === 'run' && c.metric === metric);
        const ends = requestClasses.flatMap((c) => [
          column(`completed.${c}`),
          ...['refused', 'timeout', 'shed', 'error', 'limited'].map((reason) => column(`failed.${c}.${reason}`)),
        ]);
        const starts = requestClasses.map((c) => column(`offered.${c}`));
        const inside = new Map<string, number>();
        for (const { values } of run.takeFrames()) {
          const sum = (columns: readonly number[]) => columns.reduce((total, i) => total + values[i], 0);
          expect(values.every((value) => Number.isFinite(value) && !Object.is(value, -0) && value >= -1)).toBe(true);
          expect(values[column('inFlightAtStart')] + sum(starts)).toBe(sum(ends) + values[column('inFlightAtEnd')]);
          offered += sum(starts);
          run.layout.columns.forEach(({ scope, node, instance, metric }, i) => {
            if (scope !== 'instance' || !['arrived', 'completed', 'failed'].includes(metric)) return;
            const name = `${node}.${instance}`;
            inside.set(name, (inside.get(name) ?? 0) + (metric === 'arrived' ? values[i] : -values[i]));
          });
          for (const held of inside.values()) expect(held).toBeGreaterThanOrEqual(0);
          run.layout.columns.forEach(({ metric }, i) => {
            if (metric === 'utilization') expect(values[i]).toBeLessThanOrEqual(1 + 1e-9);
          });
        }
      }),
      { numRuns: 170 },
    );
    // most random drawings must really run, else this looks at nothing
    expect(ran).toBeGreaterThan(75);
    expect(offered).toBeGreaterThan(100_000);
  });

  it('photographed at any moment, it plays on to the same bytes', () => {
    let compared = 0;
    fc.assert(
      fc.property(drawing, fc.double({ min: 0, max: seconds * 0.95, noNaN: true }), fc.nat(200), (design, at, extra) => {
        const { plan } = compile(design);
        if (!plan) return;
        const run = createRun(plan, behaviorList);
        run.advance(at, 2_000_000);
        run.advance(seconds, extra);
        run.takeFrames();
        const photo = run.snapshot();
        run.advance(seconds, 2_000_000);
        const future = run.takeFrames();
        const other = createRun(plan, behaviorList);
        other.restore(photo);
        other.advance(seconds, 2_000_000);
        expect(other.takeFrames()).toEqual(future);
        compared += future.length;
      }),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(100);
  });

  it('a part beside the rest changes nobody', () => {
    fc.assert(
      fc.property(drawing, (design) => {
        const alone = compile(design).plan;
        const beside = compile(addNode(design, 'database', { x: 900, y: 900 })).plan;
        if (!alone || !beside) return;
        const [a, b] = [alone, beside].map((plan) => {
          const run = createRun(plan, behaviorList);
          run.advance(seconds, 2_000_000);
          const rest = run.layout.columns.flatMap(({ node }, i) => (node < alone.nodes.length ? [i] : []));
          return run.takeFrames().map(({ values, latency }) => [rest.map((i) => values[i]), latency]);
        });
        expect(b).toEqual(a);
      }),
      { numRuns: 40 },
    );
  });
});
