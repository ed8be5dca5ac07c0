import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setTitle } from '../design/edits.ts';
import { toFile } from '../design/parse.ts';
import { shop } from '../runner/designsForTests.ts';
import { flush, startAutosave } from './autosave.ts';
import { designStore } from './designStore.ts';
import { loadDocument, saveDocument } from './documentCopies.ts';
import { lastDocument } from './documents.ts';
import { startLastWords } from './lastWords.ts';
import { memoryShelf } from './memoryShelf.ts';
import { sessionStore } from './sessionStore.ts';
import { takeUpLastWords } from './takeUpLastWords.ts';

const listeners = new Map<string, (event: { preventDefault(): void }) => void>();
const listen = (type: string, listener: () => void) => listeners.set(type, listener);
const storage = { full: false };
let shelf = memoryShelf();
let stops: (() => void)[] = [];

/** A storage as the browser's: what is in it are its own keys. */
function localStorageOf(): object {
  const methods = {
    getItem(this: Record<string, string>, key: string) {
      return this[key] ?? null;
    },
    setItem(this: Record<string, string>, key: string, text: string) {
      if (storage.full) throw new DOMException('full', 'QuotaExceededError');
      this[key] = text;
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key];
    },
  };
  return Object.create(methods) as object;
}

const rename = (title: string) => designStore.getState().edit('rename', (design) => setTitle(design, title));
const titleOf = async (id: string) => {
  const loaded = await loadDocument(shelf, id);
  return loaded.ok ? loaded.design.title : loaded.problem.code;
};
const leftBehind = () => Object.keys(localStorage);

beforeEach(async () => {
  vi.useFakeTimers();
  listeners.clear();
  storage.full = false;
  shelf = memoryShelf();
  vi.stubGlobal('localStorage', localStorageOf());
  vi.stubGlobal('addEventListener', listen);
  vi.stubGlobal('removeEventListener', () => undefined);
  vi.stubGlobal('document', { hidden: true, addEventListener: listen, removeEventListener: () => undefined });
  await saveDocument(shelf, 'mine', setTitle(shop(), 'before'), 1);
  designStore.getState().open(setTitle(shop(), 'before'), 'mine', 'mine');
  stops = [startAutosave(shelf), startLastWords()];
});

afterEach(() => {
  for (const stop of stops) stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a page that goes away before it has saved', () => {
  it('ux 4.6 #66: closed ten milliseconds after an edit, it loses nothing', async () => {
    rename('last words');
    await vi.advanceTimersByTimeAsync(10);
    listeners.get('pagehide')?.({ preventDefault: () => undefined });
    // nothing more is done by this page
    for (const stop of stops) stop();
    expect(await titleOf('mine')).toBe('before');
    await takeUpLastWords(shelf);
    expect([await titleOf('mine'), await lastDocument(shelf), leftBehind()]).toEqual(['last words', 'mine', []]);
    // what was there before is still an earlier copy
    expect(shelf.kept.get('copy:mine:1')).toBe(toFile(setTitle(shop(), 'before')));
  });

  it('ux 4.6 #66: also a document that was never saved at all', async () => {
    designStore.getState().open(shop(), 'new', 'mine');
    rename('first words');
    listeners.get('visibilitychange')?.({ preventDefault: () => undefined });
    for (const stop of stops) stop();
    await takeUpLastWords(shelf);
    expect([await titleOf('new'), await lastDocument(shelf)]).toEqual(['first words', 'new']);
  });

  it('leaves nothing behind when there is nothing to save, or when it was saved after all', async () => {
    listeners.get('pagehide')?.({ preventDefault: () => undefined });
    expect(leftBehind()).toEqual([]);
    rename('saved in time');
    listeners.get('visibilitychange')?.({ preventDefault: () => undefined });
    expect(leftBehind()).toHaveLength(1);
    await flush();
    expect([leftBehind(), await titleOf('mine')]).toEqual([[], 'saved in time']);
    designStore.getState().open(shop(), null, 'preview');
    rename('of somebody else');
    listeners.get('pagehide')?.({ preventDefault: () => undefined });
    expect(leftBehind()).toEqual([]);
  });

  it('ux 4.6 #55: keeps elsewhere what a full storage refuses, and asks before it is left only when that is full, too', async () => {
    shelf.failAfter(0);
    rename('no room');
    await vi.advanceTimersByTimeAsync(500);
    expect(sessionStore.getState().saved).toEqual({ state: 'failed', reason: 'full' });
    expect(leftBehind()).toHaveLength(1);
    let asked = 0;
    const leaving = { preventDefault: () => asked++ };
    listeners.get('beforeunload')?.(leaving);
    expect(asked).toBe(0);
    storage.full = true;
    listeners.get('beforeunload')?.(leaving);
    expect(asked).toBe(1);
    // room again, and nobody edits: it is tried again by itself
    shelf.failAfter(Number.POSITIVE_INFINITY);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([sessionStore.getState().saved.state, await titleOf('mine'), leftBehind()]).toEqual(['saved', 'no room', []]);
    listeners.get('beforeunload')?.(leaving);
    expect(asked).toBe(1);
  });

  it('ux 4.6 #56: what it left behind and cannot be read is put aside untouched; what a newer page left stays for that one', async () => {
    localStorage.setItem('faultline.last-words.mine', '{"format":2,');
    const newer = JSON.stringify({ ...JSON.parse(toFile(shop())), format: 99 });
    localStorage.setItem('faultline.last-words.other', newer);
    await takeUpLastWords(shelf);
    expect(await titleOf('mine')).toBe('before');
    expect(shelf.kept.get('quarantine:faultline.last-words.mine')).toBe('{"format":2,');
    expect([leftBehind(), localStorage.getItem('faultline.last-words.other')]).toEqual([['faultline.last-words.other'], newer]);
  });

  it('ux 4.6 #53: storage that may not even be looked at stops nobody', async () => {
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
    rename('a');
    listeners.get('pagehide')?.({ preventDefault: () => undefined });
    await takeUpLastWords(shelf);
    await flush();
    expect(await titleOf('mine')).toBe('a');
  });
});
