/** What happens to writes when primaries die: the book of every store, read beside the run by somebody who writes down all of it. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addScenarioEvent, setParam, setWorkloadParam } from '../design/edits.ts';
import type { Behavior } from '../engine/behavior.ts';
import { Ledger } from '../engine/ledger.ts';
import { createRun } from '../engine/run.ts';
import { behaviorList } from '../nodes/behaviors.ts';
import { compile } from './compile.ts';
import { drawing, seconds } from './drawingsForTests.ts';

interface Write {
  row: number;
  told: boolean;
  lost: boolean;
}

/** Everything a store's book was told, kept for ever, by number. */
function shadowOf(ledger: Ledger): Map<number, Write> {
  const writes = new Map<number, Write>();
  const commit = ledger.commit.bind(ledger);
  const lose = ledger.lose.bind(ledger);
  ledger.commit = (row, now, told) => {
    const number = commit(row, now, told);
    expect(writes.has(number)).toBe(false);
    writes.set(number, { row, told, lost: false });
    return number;
  };
  ledger.lose = (after, survives = () => false) => {
    for (const [number, write] of writes) if (number > after && !survives(number)) write.lost = true;
    return lose(after, survives);
  };
  return writes;
}

describe('writes', () => {
  it('that were acknowledged are lost or there, never both and never neither, whatever dies', () => {
    let lost = 0;
    let there = 0;
    fc.assert(
      fc.property(
        drawing,
        fc.array(fc.double({ min: 1, max: seconds - 1, noNaN: true }), { minLength: 1, maxLength: 3 }),
        (drawn, deaths) => {
          let design = setWorkloadParam(setWorkloadParam(drawn, 'writeShare', 40), 'staticShare', 0);
          // with errors by chance on the way most writes would come to nothing
          for (const { id, params } of design.nodes) if ('errorPercent' in params) design = setParam(design, id, 'errorPercent', 0);
          const stores = design.nodes.filter(({ params }) => 'failoverSeconds' in params);
          for (const { id } of stores) {
            design = setParam(setParam(setParam(design, id, 'failoverSeconds', 1), id, 'lagMs', 300), id, 'replicas', 2);
            for (const at of deaths) {
              design = addScenarioEvent(design, { at, act: 'crash', node: id, instance: Math.floor(at) % 3 });
              design = addScenarioEvent(design, { at: at + 1.7, act: 'recover', node: id, instance: null });
            }
          }
          const { plan } = compile(design);
          if (!plan) return;
          const books: { ledger: Ledger; writes: Map<number, Write>; node: number }[] = [];
          const watched = behaviorList.map(
            (behavior): Behavior => ({
              ...behavior,
              create: (ctx) => {
                const actor = behavior.create(ctx);
                const ledger = ctx.net.ledgers[ctx.node];
                if (ledger instanceof Ledger) books.push({ ledger, writes: shadowOf(ledger), node: ctx.node });
                return actor;
              },
            }),
          );
          const run = createRun(plan, watched);
          run.advance(Infinity, 2_000_000);
          const frames = run.takeFrames();
          for (const { ledger, writes, node } of books) {
            const sum = (metric: string) => {
              const at = run.layout.columns.findIndex((c) => c.node === node && c.metric === metric);
              return frames.reduce((total, { values }) => total + values[at], 0);
            };
            const all = [...writes.values()];
            const told = all.filter((write) => write.told);
            expect(sum('acknowledgedWrites')).toBe(told.length);
            expect(sum('lostWrites')).toBe(told.filter((write) => write.lost).length);
            // the newest of every row that is not lost is what the store holds: nothing lost is there, nothing there is missing
            const newest = new Map<number, number>();
            for (const [number, write] of writes) {
              if (!write.lost) newest.set(write.row, number);
              else if (!newest.has(write.row)) newest.set(write.row, 0);
            }
            for (const [row, number] of newest) expect(ledger.newestOf(row)).toBe(number);
            lost += told.filter((write) => write.lost).length;
            there += told.filter((write) => !write.lost).length;
          }
        },
      ),
      { numRuns: 100 },
    );
    expect(lost).toBeGreaterThan(20);
    expect(there).toBeGreaterThan(1000);
  }, 120_000);
});
