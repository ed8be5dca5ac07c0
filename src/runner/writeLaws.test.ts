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
  /** Only a second primary has it. */
  aside: boolean;
}

/** Everything a store's book was told, kept for ever, by number; and what follows from it, worked out by looking through all. */
function shadowOf(ledger: Ledger): Map<number, Write> {
  const writes = new Map<number, Write>();
  const { commit, settle, lose, setAside, merge, loseAside } = ledger;
  ledger.commit = (row, now, told, isPending, isAside = false) => {
    const number = commit.call(ledger, row, now, told, isPending, isAside);
    expect(writes.has(number)).toBe(false);
    writes.set(number, { row, told, lost: false, aside: isAside });
    return number;
  };
  ledger.settle = (number, told) => {
    const write = writes.get(number);
    if (write && told) write.told = true;
    settle.call(ledger, number, told);
  };
  ledger.lose = (after, survives = () => false) => {
    for (const [number, write] of writes) if (number > after && !write.aside && !survives(number)) write.lost = true;
    return lose.call(ledger, after, survives);
  };
  ledger.setAside = (after, shared) => {
    for (const [number, write] of writes) if (number > after && !write.lost && !shared(number)) write.aside = true;
    return setAside.call(ledger, after, shared);
  };
  ledger.merge = (after, discarded) => {
    const last = { own: new Map<number, number>(), others: new Map<number, number>() };
    for (const [number, { row, lost, aside }] of writes) {
      if (!lost && aside) last.own.set(row, number);
      else if (!lost && number > after) last.others.set(row, number);
    }
    for (const [row, own] of last.own) {
      const other = last.others.get(row);
      const loser = other === undefined ? undefined : writes.get(Math.min(own, other));
      if (loser) loser.lost = true;
    }
    for (const write of writes.values()) write.aside = false;
    merge.call(ledger, after, discarded);
  };
  ledger.loseAside = () => {
    for (const write of writes.values()) {
      if (write.aside) write.lost = true;
      write.aside = false;
    }
    return loseAside.call(ledger);
  };
  return writes;
}

/** How a database of the drawing copies, and who of its servers is cut off when. */
const copying = fc.record({
  replication: fc.constantFrom('async', 'semi', 'sync'),
  syncBy: fc.constantFrom('all', 'majority'),
  lagForm: fc.constantFrom('exponential', 'fixed', 'apart'),
  failoverForm: fc.constantFrom('whole', 'phases'),
  fencing: fc.boolean(),
  cuts: fc.array(
    fc.record({
      at: fc.double({ min: 1, max: seconds - 3, noNaN: true }),
      instance: fc.nat(2),
      fault: fc.constantFrom('cut-off', 'deaf', 'mute'),
      lasts: fc.double({ min: 0.2, max: 5, noNaN: true }),
    }),
    { maxLength: 3 },
  ),
});

describe('writes', () => {
  it('that were acknowledged are lost or there, never both and never neither, whatever dies', () => {
    let lost = 0;
    let there = 0;
    let diverged = 0;
    fc.assert(
      fc.property(
        drawing,
        fc.array(fc.double({ min: 1, max: seconds - 1, noNaN: true }), { minLength: 1, maxLength: 3 }),
        copying,
        (drawn, deaths, { cuts, ...copies }) => {
          let design = setWorkloadParam(setWorkloadParam(drawn, 'writeShare', 40), 'staticShare', 0);
          // with errors by chance on the way most writes would come to nothing
          for (const { id, params } of design.nodes) if ('errorPercent' in params) design = setParam(design, id, 'errorPercent', 0);
          const stores = design.nodes.filter(({ params }) => 'failoverSeconds' in params);
          for (const { id } of stores) {
            design = setParam(setParam(setParam(design, id, 'failoverSeconds', 1), id, 'lagMs', 300), id, 'replicas', 2);
            const phases = { heartbeatSeconds: 0.3, missedBeats: 2, electionSeconds: 0.2, promoteSeconds: 0.3, repointSeconds: 0.4 };
            for (const [field, value] of Object.entries({ ...copies, ...phases, semiSyncTimeoutMs: 700, farReplicas: 1 })) {
              design = setParam(design, id, field, value);
            }
            for (const { at, instance, fault, lasts } of cuts) {
              design = addScenarioEvent(design, { at, act: 'strike', node: id, instance, fault, seconds: lasts });
            }
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
            diverged += sum('divergedWrites');
            lost += told.filter((write) => write.lost).length;
            there += told.filter((write) => !write.lost).length;
          }
        },
      ),
      { numRuns: 100 },
    );
    expect(lost).toBeGreaterThan(20);
    expect(diverged).toBeGreaterThan(20);
    expect(there).toBeGreaterThan(1000);
  });
});
