import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setTitle } from '../design/edits.ts';
import { toFile } from '../design/parse.ts';
import { shop } from '../runner/designsForTests.ts';
import { loadDocument, removeDocument, saveDocument, snapshotsKept } from './documentCopies.ts';
import { documentsOn, lastDocument } from './documents.ts';
import { memoryShelf } from './memoryShelf.ts';

const named = (title: string) => setTitle(shop(), title);
const titleOf = (loaded: Awaited<ReturnType<typeof loadDocument>>) => (loaded.ok ? loaded.design.title : loaded.problem.code);

describe('documents', () => {
  it('gives back what was saved, and lists the newest first', async () => {
    const shelf = memoryShelf();
    await saveDocument(shelf, 'a', named('first'), 1);
    await saveDocument(shelf, 'b', named('second'), 2);
    await saveDocument(shelf, 'a', named('first again'), 3);
    expect(await loadDocument(shelf, 'a')).toMatchObject({ ok: true, design: named('first again'), repairs: [], damaged: 0 });
    expect(await documentsOn(shelf)).toEqual([
      { id: 'a', title: 'first again', savedAt: 3 },
      { id: 'b', title: 'second', savedAt: 2 },
    ]);
    expect(await lastDocument(shelf)).toBe('a');
    await removeDocument(shelf, 'a');
    expect(titleOf(await loadDocument(shelf, 'a'))).toBe('missing');
    expect(await lastDocument(shelf)).toBe('b');
    expect(await lastDocument(memoryShelf())).toBeNull();
  });

  it('keeps twenty copies', async () => {
    const shelf = memoryShelf();
    for (let i = 0; i < 30; i++) await saveDocument(shelf, 'a', named(`copy ${i}`), i);
    await saveDocument(shelf, 'ab', named('other'), 99);
    const copies = [...shelf.kept.keys()].filter((key) => key.startsWith('copy:a:'));
    expect(copies).toHaveLength(snapshotsKept);
    expect(titleOf(await loadDocument(shelf, 'a'))).toBe('copy 29');
  });

  it('ux 4.6 #55: does not list a save that the storage broke off, at whichever write it was full', async () => {
    for (let allowed = 0; allowed < 3; allowed++) {
      const shelf = memoryShelf();
      await saveDocument(shelf, 'a', named('good'), 1);
      shelf.failAfter(allowed);
      await expect(saveDocument(shelf, 'a', named('never finished'), 2)).rejects.toThrow('full');
      shelf.failAfter(Number.POSITIVE_INFINITY);
      // Once the pointer was moved the document is saved, even if the rest did not happen.
      expect(titleOf(await loadDocument(shelf, 'a'))).toBe(allowed === 2 ? 'never finished' : 'good');
      await saveDocument(shelf, 'a', named('better'), 3);
      expect(titleOf(await loadDocument(shelf, 'a'))).toBe('better');
    }
  });

  it('rejects a copy that does not read as it was written', async () => {
    const shelf = memoryShelf();
    await saveDocument(shelf, 'a', named('good'), 1);
    shelf.onSet = (key, value) => (key.startsWith('copy:') ? String(value).slice(0, 100) : value);
    await expect(saveDocument(shelf, 'a', named('cut'), 2)).rejects.toThrow('does not read');
    expect(titleOf(await loadDocument(shelf, 'a'))).toBe('good');
  });

  it('ux 4.6 #56: puts a damaged copy aside untouched and opens the newest good one', async () => {
    const shelf = memoryShelf();
    await saveDocument(shelf, 'a', named('good'), 1);
    await saveDocument(shelf, 'a', named('damaged'), 2);
    const cut = toFile(named('damaged')).slice(0, 50);
    shelf.kept.set('copy:a:2', cut);
    const loaded = await loadDocument(shelf, 'a');
    expect(loaded).toMatchObject({ ok: true, design: { title: 'good' }, damaged: 1 });
    expect(shelf.kept.get('quarantine:copy:a:2')).toBe(cut);
    await saveDocument(shelf, 'a', named('onwards'), 3);
    expect(shelf.kept.get('quarantine:copy:a:2')).toBe(cut);
    expect(titleOf(await loadDocument(shelf, 'a'))).toBe('onwards');
  });

  it('ux 4.6 #56: takes no changed letter for the design, wherever it is, and no value of another sort', async () => {
    const shelf = memoryShelf();
    await saveDocument(shelf, 'a', named('good'), 1);
    await saveDocument(shelf, 'a', named('newest'), 2);
    const text = toFile(named('newest'));
    const flipped = (at: number) => text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);
    const spoilt: unknown[] = [null, undefined, 7, {}, [text], new Uint8Array(9), ''];
    for (let at = 0; at < text.length; at += 13) spoilt.push(flipped(at));
    for (const value of spoilt) {
      shelf.kept.set('copy:a:2', value);
      expect(await loadDocument(shelf, 'a')).toMatchObject({ ok: true, design: { title: 'good' }, damaged: 1 });
      expect(shelf.kept.get('quarantine:copy:a:2')).toBe(value);
    }
    shelf.kept.set('copy:a:2', text);
    expect(titleOf(await loadDocument(shelf, 'a'))).toBe('newest');
    // of an earlier version of the page, which wrote no sum
    shelf.kept.set('doc:a', { id: 'a', title: 'newest', savedAt: 2, version: 2 });
    expect(titleOf(await loadDocument(shelf, 'a'))).toBe('newest');
    // no room to put it aside: the good one opens all the same
    shelf.kept.set('copy:a:2', text.slice(0, 99));
    shelf.failAfter(0);
    expect(titleOf(await loadDocument(shelf, 'a'))).toBe('good');
  });

  it('ux 4.6 #57: leaves a document of a newer version alone', async () => {
    const shelf = memoryShelf();
    await saveDocument(shelf, 'a', named('good'), 1);
    const newer = JSON.stringify({ ...shop(), format: 99 });
    shelf.kept.set('copy:a:1', newer);
    shelf.kept.set('doc:a', { id: 'a', title: 'good', savedAt: 1, version: 1 });
    expect(await loadDocument(shelf, 'a')).toMatchObject({ ok: false, problem: { code: 'newer-version' } });
    expect([...shelf.kept.keys()].some((key) => key.startsWith('quarantine'))).toBe(false);
  });

  it('opens whatever it finds without ever throwing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('doc:a', 'copy:a:1', 'copy:a:2', 'copy:a:x', 'last'), fc.anything())),
        async (entries) => {
          const shelf = memoryShelf();
          for (const [key, value] of entries) shelf.kept.set(key, value);
          expect(typeof (await loadDocument(shelf, 'a')).ok).toBe('boolean');
          expect(Array.isArray(await documentsOn(shelf))).toBe(true);
          await lastDocument(shelf);
        },
      ),
    );
  });
});
