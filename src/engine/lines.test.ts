import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rowCells } from './calls.ts';
import { DISCIPLINE, Lines } from './lines.ts';
import { Memory } from './memory.ts';
import { ENTRY } from './stations.ts';

const step = fc.record({
  what: fc.constantFrom(...Array(8).fill('enter'), 'leave', 'leave', 'remove', 'remove', 'admit', 'pull', 'photograph'),
  discipline: fc.constantFrom(DISCIPLINE.fifo, DISCIPLINE.lifo, DISCIPLINE.priority),
  rank: fc.nat({ max: 3 }),
  station: fc.nat({ max: 1 }),
  pick: fc.nat(),
});

/** One line as lists: by rank, first to last. */
const emptyModel = () => ({ busy: 0, rows: [[], [], [], []] as number[][] });

it('behaves like lists, whatever order is asked for and whoever leaves', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (script) => {
      const memory = new Memory();
      const lines = new Lines(memory, 2);
      const models = [emptyModel(), emptyModel()];
      const servers = 2;
      script.forEach(({ what, discipline, rank, station, pick }, i) => {
        // numbers of calls come in any order and far apart
        const call = rowCells * ((i * 7919) % 5003);
        const model = models[station];
        const first = (): number => model.rows.find((row) => row.length > 0)?.shift() ?? -1;
        const standing = model.rows.flat();
        if (what === 'enter') {
          const entry = lines.enter(station, call, servers, 40, discipline, rank);
          if (model.busy < servers) {
            expect(entry).toBe(ENTRY.served);
            model.busy++;
          } else if (standing.length >= 40) {
            expect(entry).toBe(ENTRY.full);
          } else {
            expect(entry).toBe(ENTRY.waits);
            if (discipline === DISCIPLINE.lifo) model.rows[0].unshift(call);
            else model.rows[discipline === DISCIPLINE.priority ? rank : 0].push(call);
          }
        } else if (what === 'leave' && model.busy > 0) {
          const next = first();
          if (next < 0) model.busy--;
          expect(lines.leave(station, servers)).toBe(next);
        } else if (what === 'remove' && standing.length > 0) {
          const gone = standing[pick % standing.length];
          model.rows = model.rows.map((row) => row.filter((each) => each !== gone));
          lines.remove(station, gone);
        } else if (what === 'admit') {
          const next = model.busy < servers + 1 ? first() : -1;
          if (next >= 0) model.busy++;
          expect(lines.admit(station, servers + 1)).toBe(next);
        } else if (what === 'pull') {
          expect(lines.pull(station)).toBe(first());
        } else if (what === 'photograph') {
          memory.restore(memory.snapshot());
        }
        expect(lines.busy[station]).toBe(model.busy);
        expect(lines.waiting[station]).toBe(model.rows.flat().length);
      });
    }),
    { numRuns: 200 },
  );
});

it('forgets a line that is cleared, and no other', () => {
  const lines = new Lines(new Memory(), 2);
  for (let n = 0; n < 8; n++) lines.enter(n % 2, n * rowCells, 1, 10, DISCIPLINE.priority, n % 4);
  lines.clear(0);
  expect([lines.busy[0], lines.waiting[0]]).toEqual([0, 0]);
  expect(lines.enter(0, 20 * rowCells, 1, 10, DISCIPLINE.fifo, 0)).toBe(ENTRY.served);
  expect(lines.leave(0, 1)).toBe(-1);
  const left = [lines.leave(1, 1), lines.leave(1, 1), lines.leave(1, 1), lines.leave(1, 1)];
  expect(left).toEqual([5 * rowCells, 3 * rowCells, 7 * rowCells, -1]);
});

it('servers that are taken away go out of use one by one', () => {
  const lines = new Lines(new Memory(), 1);
  for (let n = 0; n < 5; n++) lines.enter(0, n * rowCells, 3, 10, DISCIPLINE.fifo, 0);
  expect(lines.leave(0, 1)).toBe(-1);
  expect(lines.leave(0, 1)).toBe(-1);
  expect(lines.leave(0, 1)).toBe(3 * rowCells);
  expect(lines.busy[0]).toBe(1);
});
