import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { shop } from '../runner/designsForTests.ts';
import { designStore } from './designStore.ts';
import { loadDocument, removeDocument, saveDocument } from './documentCopies.ts';
import { pastKey } from './documents.ts';
import { changeKept, forgetFutures, futuresStore, keepRun } from './futures.ts';
import { memoryShelf } from './memoryShelf.ts';
import { parsePast, pastText, startRemembering } from './past.ts';
import { addPin, pinsStore, removeAllPins } from './pins.ts';

const design = shop();
const figures = {
  offered: 100,
  completed: 99,
  failed: 1,
  offeredPerSecond: 10,
  goodputPerSecond: 9.9,
  availability: 0.99,
  latency: { p50: 0.02, p95: 0.04, p99: null, p999: null },
};
const run = (until: number) => ({
  ...{ keptAtMs: 1, design, branchedAt: null, until, buckets: null, index: null, notes: [], figures },
  interventions: [{ at: until / 2, act: 'crash' as const, node: design.nodes[1].id, instance: 0 }],
});
const open = (id: string | null) => designStore.getState().open(design, id, id === null ? 'preview' : 'mine');
const pinNames = () => pinsStore.getState().pins.map(({ name }) => name);
const rest = () => vi.advanceTimersByTimeAsync(1000);

let shelf = memoryShelf();
let stop = () => {};
beforeEach(async () => {
  vi.useFakeTimers();
  shelf = memoryShelf();
  await saveDocument(shelf, 'mine', design, 1);
  open('mine');
  removeAllPins();
  forgetFutures();
  stop = startRemembering(shelf);
  await rest();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

/** As the page does when another document is opened, or the same one after a reload. */
async function reopen(id: string | null): Promise<void> {
  open(null);
  removeAllPins();
  forgetFutures();
  open(id);
  await rest();
}

describe('pins and rows of the notebook', () => {
  it('are there again when their document is opened again, and are of no other', async () => {
    addPin(12.5, 'before it broke');
    keepRun(run(20));
    changeKept(futuresStore.getState().kept[0].id, { note: 'one server less', isPinned: true });
    await rest();
    await saveDocument(shelf, 'other', design, 2);
    await reopen('other');
    expect([pinNames(), futuresStore.getState().kept]).toEqual([[], []]);
    await reopen('mine');
    expect(pinsStore.getState().pins).toMatchObject([{ time: 12.5, name: 'before it broke' }]);
    expect(futuresStore.getState().kept).toMatchObject([{ ...run(20), note: 'one server less', isPinned: true }]);
    // what is done next is kept beside it, under numbers of its own
    keepRun(run(30));
    addPin(3, 'later');
    await rest();
    await reopen('mine');
    expect(pinNames()).toEqual(['later', 'before it broke']);
    expect(new Set(futuresStore.getState().kept.map(({ id }) => id)).size).toBe(2);
  });

  it('leave nothing behind of what is only looked at, and go with their document', async () => {
    await reopen('never-saved');
    addPin(1, 'looked at');
    await rest();
    await reopen(null);
    addPin(2, 'of somebody else');
    await rest();
    expect([...shelf.kept.keys()].filter((key) => key.startsWith('past:') && key !== pastKey('mine'))).toEqual([]);
    await reopen('mine');
    addPin(3, 'mine');
    await rest();
    expect(shelf.kept.has(pastKey('mine'))).toBe(true);
    await removeDocument(shelf, 'mine');
    expect(shelf.kept.has(pastKey('mine'))).toBe(false);
    expect(await loadDocument(shelf, 'mine')).toMatchObject({ ok: false });
  });

  it('stay in the storage when it fails, and rubbish in it is left out', async () => {
    addPin(3, 'kept');
    await rest();
    shelf.failAfter(0);
    addPin(4, 'lost');
    await rest();
    await reopen('mine');
    expect(pinNames()).toEqual(['kept']);
    const whole = pastText({ pins: [{ id: 1, time: 2, name: 'x' }], kept: [{ ...run(9), id: 1, isPinned: false, note: '' }] });
    expect(parsePast(whole)).toMatchObject({ pins: [{ time: 2, name: 'x' }], rows: [{ until: 9 }] });
    const bad = JSON.parse(whole);
    bad.rows[0].began = '{"format":2}';
    bad.pins.push({ time: -1, name: 'y' }, { time: 1 }, null);
    expect(parsePast(JSON.stringify(bad))).toMatchObject({ pins: [{ name: 'x' }], rows: [] });
    for (const text of [null, 7, '', '[]', 'null', '{"pins":{},"rows":7}', '{'.repeat(99)])
      expect(parsePast(text)).toEqual({ pins: [], rows: [] });
  });
});
