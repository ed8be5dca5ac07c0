/** P05, P09 and P12: laws that hold at every instant of a run, looked at event by event. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Run } from '../../engine/run.ts';
import { compile } from '../../runner/compile.ts';
import { drawing } from '../../runner/drawingsForTests.ts';
import { GLANCE } from '../../runner/protocol.ts';
import { meanOf, sdOf } from '../../statistics/estimate.ts';
import { tQuantile } from '../../statistics/student.ts';
import { Budget } from '../budget.ts';
import { balancer, chain, station, users } from '../parts.ts';
import { planOf, playTo, runOf } from '../play.ts';
import { columnsOf } from '../window.ts';

let rows = new Float32Array(0);
/** The run at this moment; the same array every time. */
function rowsOf(run: Run): Float32Array {
  if (rows.length !== run.slots * GLANCE.size) rows = new Float32Array(run.slots * GLANCE.size);
  run.glance(rows);
  return rows;
}

describe('at every instant', () => {
  it('what has arrived at an instance is answered, has failed, or is still inside', () => {
    let compared = 0;
    fc.assert(
      fc.property(drawing, (design) => {
        const { plan } = compile(design);
        if (!plan) return;
        // frames of four milliseconds: nothing can be lost in one and found in the next
        const fine = { ...plan, seconds: 3, frameSeconds: 0.004 };
        const run = runOf(fine, new Budget());
        const columns = columnsOf(run.layout);
        const held = new Float64Array(run.slots);
        for (let edge = fine.frameSeconds; !run.finished(); edge += fine.frameSeconds) {
          playTo(run, edge * (1 + 1e-12));
          for (const { values } of run.takeFrames()) {
            let slot = 0;
            plan.nodes.forEach(({ slots }, node) => {
              const [arrived, completed, failed] = ['arrived', 'completed', 'failed'].map(
                (metric) => columns.get(`${node} ${metric}`) ?? [],
              );
              for (let i = 0; i < slots; i++, slot++) {
                // asked a million times: an `expect` each would take longer than the runs
                if (Math.min(values[arrived[i]], values[completed[i]], values[failed[i]]) < 0)
                  expect.fail(`a count below 0 at ${run.now()} s`);
                held[slot] += values[arrived[i]] - values[completed[i]] - values[failed[i]];
              }
            });
          }
          const rows = rowsOf(run);
          for (let slot = 0; slot < run.slots; slot++) {
            if (rows[slot * GLANCE.size + GLANCE.inside] === held[slot]) compared++;
            else
              expect({ slot, at: run.now(), inside: rows[slot * GLANCE.size + GLANCE.inside] }).toEqual({
                slot,
                at: run.now(),
                inside: held[slot],
              });
          }
        }
      }),
      { numRuns: 25 },
    );
    expect(compared).toBeGreaterThan(10_000);
  });

  it('no server is idle while a call waits for it', () => {
    let waited = 0;
    const shape = fc.record({
      servers: fc.integer({ min: 1, max: 5 }),
      instances: fc.integer({ min: 1, max: 3 }),
      load: fc.double({ min: 0.6, max: 1.3, noNaN: true }),
      service: fc.constantFrom('exponential', 'fixed', 'lognormal'),
      algorithm: fc.constantFrom('round-robin', 'random', 'least-connections'),
      discipline: fc.constantFrom('fifo', 'lifo', 'priority'),
    });
    fc.assert(
      fc.property(shape, ({ servers, instances, load, service, algorithm, discipline }) => {
        const rate = (load * servers * instances * 1000) / 10;
        const web = station({ vcpu: servers, instances, service, discipline, cpuDynamicMs: 10, serviceSpread: 2 });
        const design = chain([users(rate), balancer(algorithm), web]);
        const run = runOf(planOf(design, 'busy', 5, 5), new Budget());
        while (!run.finished()) {
          run.stepEvent();
          const rows = rowsOf(run);
          for (let slot = 2; slot < 2 + instances; slot++) {
            const queue = rows[slot * GLANCE.size + GLANCE.queue];
            const served = rows[slot * GLANCE.size + GLANCE.inside] - queue;
            if (queue > 0) waited++;
            if (served > servers || (queue > 0 && served < servers))
              expect({ queue, served, at: run.now() }).toEqual({ queue, served: servers });
          }
        }
      }),
      { numRuns: 25 },
    );
    expect(waited).toBeGreaterThan(10_000);
  });

  it('arrivals of a Poisson process see what is there on average over time', () => {
    const servers = 2;
    const design = chain([users(160), station({ vcpu: servers, cpuDynamicMs: 10 })]);
    const states = 6;
    const sections = 30;
    const seconds = 150;
    const run = runOf(planOf(design, 'pasta', sections * seconds, sections * seconds), new Budget());
    const differences: number[][] = Array.from({ length: states }, () => []);
    for (let section = 1; section <= sections; section++) {
      const seen = new Float64Array(states);
      const lasted = new Float64Array(states);
      let arrivals = 0;
      const began = run.now();
      while (run.now() < section * seconds && !run.finished()) {
        const before = run.now();
        const inside = rowsOf(run)[GLANCE.size + GLANCE.inside];
        run.stepEvent();
        if (inside < states) lasted[inside] += run.now() - before;
        if (rowsOf(run)[GLANCE.size + GLANCE.inside] <= inside) continue;
        arrivals++;
        if (inside < states) seen[inside]++;
      }
      seen.forEach((count, state) => {
        differences[state].push(count / arrivals - lasted[state] / (run.now() - began));
      });
    }
    differences.forEach((values) => {
      // six intervals that shall all hold at 99 %, so each is as wide as a sixth of the doubt asks for (Bonferroni)
      const half = (tQuantile(1 - 0.005 / states, sections - 1) * sdOf(values)) / Math.sqrt(sections);
      expect(Math.abs(meanOf(values))).toBeLessThan(half);
      // an interval that would hold anything proves nothing
      expect(half).toBeLessThan(0.01);
    });
  });
});
