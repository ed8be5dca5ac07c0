import { beforeEach, describe, expect, it, vi } from 'vitest';
import { setTitle } from '../design/edits.ts';
import { toFile } from '../design/parse.ts';
import { shop } from '../runner/designsForTests.ts';
import { designStore } from './designStore.ts';
import { loadDocument, saveDocument, snapshotsKept } from './documentCopies.ts';
import { type MemoryShelf, memoryShelf } from './memoryShelf.ts';
import { listVersions, restoreVersion } from './versions.ts';

let shelf: MemoryShelf;
vi.mock('./persistence.ts', () => ({ shelfInUse: () => shelf }));

const named = (title: string) => setTitle(shop(), title);
const inHand = () => designStore.getState();
const titles = async () => (await listVersions()).map(({ design, savedAt }) => [design?.title ?? null, savedAt]);

beforeEach(() => {
  shelf = memoryShelf();
  inHand().open(named('now'), 'a', 'mine');
});

describe('versions of the document in hand', () => {
  it('are what was saved, newest first, each with its time; twenty are kept, and times only of these', async () => {
    for (let i = 1; i <= 25; i++) await saveDocument(shelf, 'a', named(`v${i}`), i * 1000);
    await saveDocument(shelf, 'ab', named('of another'), 99);
    const all = await titles();
    expect(all).toHaveLength(snapshotsKept);
    expect(all.slice(0, 2)).toEqual([
      ['v25', 25_000],
      ['v24', 24_000],
    ]);
    expect(all.at(-1)).toEqual(['v6', 6000]);
    expect(Object.keys((shelf.kept.get('doc:a') as { times: object }).times)).toHaveLength(snapshotsKept);
  });

  it('of earlier versions of the page have no time but the last', async () => {
    await saveDocument(shelf, 'a', named('v1'), 1);
    await saveDocument(shelf, 'a', named('v2'), 2);
    const { times: _, ...pointer } = shelf.kept.get('doc:a') as { times: object };
    shelf.kept.set('doc:a', pointer);
    expect(await titles()).toEqual([
      ['v2', 2],
      ['v1', null],
    ]);
  });

  it('are gone back to by one step, which can be undone', async () => {
    await saveDocument(shelf, 'a', named('then'), 1);
    const [{ design }] = await listVersions();
    restoreVersion(design ?? shop());
    expect(inHand().design.title).toBe('then');
    inHand().undo();
    expect(inHand().design.title).toBe('now');
  });

  it('ux 4.6 #56: what cannot be read is listed once, for taking away, whether it was put aside yet or not', async () => {
    await saveDocument(shelf, 'a', named('good'), 1);
    await saveDocument(shelf, 'a', named('damaged'), 2);
    const cut = toFile(named('damaged')).slice(0, 50);
    shelf.kept.set('copy:a:2', cut);
    expect(await titles()).toEqual([
      [null, 2],
      ['good', 1],
    ]);
    await loadDocument(shelf, 'a');
    shelf.kept.set('quarantine:copy:ab:1', 'of another');
    const after = await listVersions();
    expect(after.map(({ key, design }) => [key, design?.title])).toEqual([
      ['copy:a:1', 'good'],
      ['quarantine:copy:a:2', undefined],
    ]);
    expect(after[1].characters).toBe(cut.length);
  });

  it('of others, and of what was never saved, there are none; nor where storage fails', async () => {
    expect(await listVersions()).toEqual([]);
    await saveDocument(shelf, 'a', named('v1'), 1);
    inHand().open(named('theirs'), null, 'preview');
    expect(await listVersions()).toEqual([]);
    inHand().open(named('now'), 'a', 'mine');
    shelf.keys = () => Promise.reject(new Error('no'));
    expect(await listVersions()).toEqual([]);
  });
});
