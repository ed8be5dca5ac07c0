import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeLink } from '../design/codec.ts';
import { moveParts, setTitle } from '../design/edits.ts';
import { toFile } from '../design/parse.ts';
import { firstVisit, templateNamed } from '../library/templates.ts';
import { shop } from '../runner/designsForTests.ts';
import { flush } from './autosave.ts';
import { deleteDocument } from './deleteDocument.ts';
import { designStore } from './designStore.ts';
import { loadDocument, saveDocument } from './documentCopies.ts';
import { lastKey } from './documents.ts';
import { locksForTests } from './locksForTests.ts';
import { type MemoryShelf, memoryShelf } from './memoryShelf.ts';
import { openFile } from './openFile.ts';
import { listDocuments, lookAt, makeItMine, newDocument, openDocument, openLink, startPersistence } from './persistence.ts';
import { sessionStore } from './sessionStore.ts';
import { shareLink } from './share.ts';

/** As much of a page as persistence touches. */
const page = { hash: '', listeners: new Map<string, () => void>(), hidden: false, taken: new Set<string>() };

const locks = {
  request: async (name: string, _options: object, hold: (lock: object | null) => unknown) => {
    await hold(page.taken.has(name) ? null : {});
  },
};

let shelf: MemoryShelf;
const inHand = () => designStore.getState();
const session = () => sessionStore.getState();
const rename = (title: string) => inHand().edit('rename', (design) => setTitle(design, title));
const storedTitle = async (id: string | null) => {
  const loaded = await loadDocument(shelf, id ?? '');
  return loaded.ok ? loaded.design.title : loaded.problem.code;
};

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(page, { hash: '', hidden: false });
  page.taken.clear();
  page.listeners.clear();
  shelf = memoryShelf();
  vi.stubGlobal('addEventListener', (type: string, listener: () => void) => page.listeners.set(type, listener));
  vi.stubGlobal('document', {
    get hidden() {
      return page.hidden;
    },
    addEventListener: (type: string, listener: () => void) => page.listeners.set(type, listener),
  });
  vi.stubGlobal('location', {
    href: 'https://faultline.test/app/?lang=ko#a1.what-was-there-before',
    origin: 'https://faultline.test',
    pathname: '/app/',
    search: '',
    get hash() {
      return page.hash && `#${page.hash}`;
    },
  });
  vi.stubGlobal('history', {
    replaceState: () => {
      page.hash = '';
    },
  });
  vi.stubGlobal('navigator', { locks, language: 'en' });
  session().set({ saved: { state: 'saving' }, dialog: null, linkProblem: null, previewOf: null });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the first thing in hand', () => {
  it('is the living example for who comes for the first time, and nothing is stored yet', async () => {
    await startPersistence({ shelf });
    expect(inHand()).toMatchObject({ design: firstVisit.design, ownership: 'mine' });
    expect(shelf.kept.size).toBe(0);
  });

  it('is the last document for who was here before', async () => {
    await saveDocument(shelf, 'old', setTitle(shop(), 'older'), 1);
    await saveDocument(shelf, 'new', setTitle(shop(), 'newer'), 2);
    await startPersistence({ shelf });
    expect([inHand().design.title, inHand().documentId]).toEqual(['newer', 'new']);
  });

  it('is the template, and has the luck, that the address names', async () => {
    await saveDocument(shelf, 'old', shop(), 1);
    await startPersistence({ shelf, template: 'chapter', seed: 'other' });
    expect(inHand().design).toEqual({ ...templateNamed('chapter')?.design, seed: 'other' });
  });

  it('is the one this tab had in hand, whatever another tab saved since', async () => {
    await saveDocument(shelf, 'here', setTitle(shop(), 'here'), 1);
    await saveDocument(shelf, 'elsewhere', setTitle(shop(), 'elsewhere'), 2);
    vi.stubGlobal('sessionStorage', { getItem: () => 'here' });
    await startPersistence({ shelf });
    expect(inHand()).toMatchObject({ documentId: 'here', ownership: 'mine' });
    vi.stubGlobal('sessionStorage', { getItem: () => 'deleted' });
    await startPersistence({ shelf });
    expect(inHand().documentId).toBe('here');
  });

  it('is a link’s design, only looked at, and the last document stays as it was', async () => {
    await saveDocument(shelf, 'old', setTitle(shop(), 'mine'), 1);
    page.hash = await encodeLink(setTitle(shop(), 'theirs'));
    await startPersistence({ shelf });
    expect(inHand()).toMatchObject({ ownership: 'preview', documentId: null, design: { title: 'theirs' } });
    expect(session()).toMatchObject({ previewOf: 'link', saved: { state: 'preview' } });
    rename('scribbled on');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await storedTitle('old')).toBe('mine');
    expect(await listDocuments()).toHaveLength(1);
  });

  it('is the last document when the link cannot be read, and the dialog says why', async () => {
    await saveDocument(shelf, 'old', setTitle(shop(), 'mine'), 1);
    page.hash = (await encodeLink(shop())).slice(0, 80);
    await startPersistence({ shelf });
    expect(inHand().design.title).toBe('mine');
    expect(session()).toMatchObject({ dialog: 'link-problem', linkProblem: { from: 'link', problem: { code: 'cut' } } });
  });

  it('ignores a fragment that is no design', async () => {
    for (const fragment of ['', 'canvas', 'a1.', 'undefined']) {
      page.hash = fragment;
      await startPersistence({ shelf });
      expect(session().dialog).toBeNull();
    }
  });
});

describe('saving', () => {
  it('waits for a rest of 400 ms, and does not wait longer than five seconds', async () => {
    await startPersistence({ shelf });
    rename('a');
    await vi.advanceTimersByTimeAsync(300);
    rename('b');
    await vi.advanceTimersByTimeAsync(300);
    expect(await storedTitle(inHand().documentId)).toBe('missing');
    await vi.advanceTimersByTimeAsync(200);
    expect(await storedTitle(inHand().documentId)).toBe('b');
    expect(session().saved.state).toBe('saved');
    inHand().beginGesture('move');
    for (let i = 0; i < 60; i++) {
      inHand().edit('move', (design) => moveParts(design, [{ id: design.nodes[0].id, x: i, y: i }]));
      await vi.advanceTimersByTimeAsync(100);
    }
    const during = [...shelf.kept.keys()].filter((key) => key.startsWith('copy:')).length;
    expect(during).toBe(2);
  });

  it('ux 4.6 #60: keeps its times when somebody sets the clock back an hour or forward a day', async () => {
    await startPersistence({ shelf });
    for (const leap of [-3_600_000, 86_400_000]) {
      rename(`before ${leap}`);
      await vi.advanceTimersByTimeAsync(100);
      vi.setSystemTime(Date.now() + leap);
      inHand().beginGesture('move');
      const [before] = [[...shelf.kept.keys()].filter((key) => key.startsWith('copy:')).length];
      for (let i = 0; i < 60; i++) {
        inHand().edit('move', (design) => moveParts(design, [{ id: design.nodes[0].id, x: i, y: leap }]));
        await vi.advanceTimersByTimeAsync(100);
      }
      // six seconds without a rest: saved once on the way, not at every edit
      expect([...shelf.kept.keys()].filter((key) => key.startsWith('copy:')).length - before).toBe(1);
      inHand().endGesture();
      await vi.advanceTimersByTimeAsync(1000);
      expect(session().saved.state).toBe('saved');
    }
  });

  it('happens at once when the page is left', async () => {
    await startPersistence({ shelf });
    rename('last words');
    page.hidden = true;
    page.listeners.get('visibilitychange')?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(await storedTitle(inHand().documentId)).toBe('last words');
  });

  it('says so when the storage is full, goes on, and succeeds when there is room again', async () => {
    await startPersistence({ shelf });
    shelf.failAfter(0);
    rename('a');
    await vi.advanceTimersByTimeAsync(500);
    expect(session().saved).toEqual({ state: 'failed', reason: 'full' });
    shelf.failAfter(Number.POSITIVE_INFINITY);
    rename('b');
    await vi.advanceTimersByTimeAsync(500);
    expect(session().saved.state).toBe('saved');
    expect(await storedTitle(inHand().documentId)).toBe('b');
  });

  it('ux 4.6 #54: is not needed to work: storage that refuses or stays silent leaves an example in hand', async () => {
    const forbidden = () => Promise.reject(Object.assign(new Error('no'), { name: 'SecurityError' }));
    await startPersistence({ shelf: { get: forbidden, set: forbidden, delete: forbidden, keys: forbidden } });
    expect(inHand().design).toEqual(firstVisit.design);
    expect(session().saved).toEqual({ state: 'failed', reason: 'forbidden' });
    const silent = () => new Promise<never>(() => {});
    const started = startPersistence({ shelf: { get: silent, set: silent, delete: silent, keys: silent } });
    await vi.advanceTimersByTimeAsync(10_000);
    await started;
    expect(session().saved).toEqual({ state: 'failed', reason: 'unavailable' });
  });
});

describe('documents', () => {
  it('are opened, made from previews as copies, and deleted', async () => {
    await startPersistence({ shelf });
    await newDocument(setTitle(shop(), 'one'));
    const one = inHand().documentId ?? '';
    await openLink(`https://faultline.test/#${await encodeLink(setTitle(shop(), 'theirs'))}`);
    rename('theirs, changed');
    await makeItMine();
    expect(inHand()).toMatchObject({ ownership: 'mine' });
    expect(session()).toMatchObject({ previewOf: null, saved: { state: 'saved' } });
    const copy = inHand().documentId ?? '';
    expect([await storedTitle(one), await storedTitle(copy)]).toEqual(['one', 'theirs, changed']);
    inHand().undo();
    expect(inHand().design.title).toBe('theirs');
    await flush();
    await deleteDocument(copy);
    expect(inHand()).toMatchObject({ documentId: one, design: { title: 'one' } });
    await deleteDocument(one);
    expect(inHand().design).toEqual(firstVisit.design);
    expect(await listDocuments()).toEqual([]);
    expect(await openDocument('gone')).toBe(false);
  });

  it('ux 4.6 #57: are only looked at while another tab has them', async () => {
    await startPersistence({ shelf });
    await saveDocument(shelf, 'shared', setTitle(shop(), 'shared'), 1);
    page.taken.add('doc:shared');
    const opening = openDocument('shared');
    await vi.advanceTimersByTimeAsync(1000);
    await opening;
    expect(inHand()).toMatchObject({ ownership: 'preview', documentId: null, design: { title: 'shared' } });
    expect(session().previewOf).toBe('other-tab');
  });

  it('come from files, unless they are none', async () => {
    await startPersistence({ shelf });
    const file = (text: string) => new File([text], 'x.json');
    expect(await openFile(file(toFile(setTitle(shop(), 'from a file'))))).toBe(true);
    expect(await storedTitle(inHand().documentId)).toBe('from a file');
    expect(await openFile(file('{"not": "ours"}'))).toBe(false);
    expect(session()).toMatchObject({ dialog: 'link-problem', linkProblem: { id: 'x.json', problem: { code: 'not-a-design' } } });
    expect(inHand().design.title).toBe('from a file');
  });

  it('travel as links', async () => {
    await startPersistence({ shelf });
    await newDocument(setTitle(shop(), 'to go'));
    const { link, length } = await shareLink();
    expect(length).toBe(link.length);
    expect(link.startsWith('https://faultline.test/app/#a1.')).toBe(true);
    await openLink(link);
    expect(inHand().design).toEqual(setTitle(shop(), 'to go'));
  });

  it('ux 4.6 #20: a link that comes into the address is looked at, and going back brings one’s own, twenty times over', async () => {
    await startPersistence({ shelf });
    await newDocument(setTitle(shop(), 'mine'));
    const mine = inHand().documentId;
    const link = await encodeLink(setTitle(shop(), 'theirs'));
    const goTo = async (hash: string): Promise<void> => {
      page.hash = hash;
      page.listeners.get('hashchange')?.();
      await vi.waitFor(() => expect(inHand().design.title).toBe(hash ? 'theirs' : 'mine'), { timeout: 20_000 });
    };
    for (let i = 0; i < 20; i++) {
      await goTo(link);
      expect([inHand().ownership, session().previewOf]).toEqual(['preview', 'link']);
      await goTo('');
      expect([inHand().documentId, session().previewOf]).toEqual([mine, null]);
    }
    expect([await storedTitle(mine), (await listDocuments()).length]).toEqual(['mine', 1]);
    // what was tried on the other one is not thrown away by a step back
    await goTo(link);
    rename('scribbled on');
    page.hash = '';
    page.listeners.get('hashchange')?.();
    await vi.advanceTimersByTimeAsync(1000);
    expect(inHand().design.title).toBe('scribbled on');
  });

  it('ux 4.6 #21: thirty people, or one thirty times, open the same link and leave nothing behind', async () => {
    await startPersistence({ shelf });
    const link = await encodeLink(setTitle(shop(), 'theirs'));
    for (let i = 0; i < 30; i++) expect(await openLink(link)).toBe(true);
    expect([inHand().design.title, inHand().ownership, shelf.kept.size]).toEqual(['theirs', 'preview', 0]);
  });

  it('keep unsaved edits when something else is opened', async () => {
    await startPersistence({ shelf });
    const first = inHand().documentId;
    rename('not lost');
    await openLink(await encodeLink(shop()));
    expect(await storedTitle(first)).toBe('not lost');
  });
});

describe('of what is opened in quick succession the last is in hand, and no lock of the others is kept', () => {
  const browser = locksForTests();
  const held = () => [...browser.held.keys()];
  const settled = () => vi.advanceTimersByTimeAsync(1000);
  /** `a` has been read, and the browser is being asked for its lock. */
  const beginOpeningA = async (): Promise<void> => {
    void openDocument('a');
    await vi.waitUntil(() => browser.asked.includes('doc:a'), { interval: 1 });
    expect(inHand().documentId).not.toBe('a');
  };

  beforeEach(async () => {
    vi.stubGlobal('navigator', { locks: browser, language: 'en' });
    for (const [savedAt, id] of ['a', 'b', 'c'].entries()) await saveDocument(shelf, id, setTitle(shop(), id), savedAt);
    void startPersistence({ shelf });
    await settled();
    expect([inHand().documentId, held()]).toEqual(['c', ['doc:c']]);
    browser.asked.length = 0;
  });

  it('two documents, the second while the lock of the first is asked for', async () => {
    await beginOpeningA();
    void openDocument('b');
    await settled();
    expect([inHand().documentId, inHand().ownership, held(), await shelf.get(lastKey)]).toEqual(['b', 'mine', ['doc:b'], 'b']);
  });

  it('two documents, of which the first takes longer to be read', async () => {
    const { get } = shelf;
    shelf.get = async (key) => {
      if (key.startsWith('copy:a')) await new Promise((read) => setTimeout(read, 500));
      return get(key);
    };
    void openDocument('a');
    void openDocument('b');
    await settled();
    expect([inHand().documentId, held(), await shelf.get(lastKey)]).toEqual(['b', ['doc:b'], 'b']);
  });

  it('the same document twice', async () => {
    await beginOpeningA();
    void openDocument('a');
    await settled();
    expect([inHand().documentId, inHand().ownership, held(), browser.asked]).toEqual(['a', 'mine', ['doc:a'], ['doc:a']]);
  });

  it('a document, and another that is not there: the first', async () => {
    await beginOpeningA();
    const other = openDocument('gone');
    await settled();
    expect([await other, inHand().documentId, held()]).toEqual([false, 'a', ['doc:a']]);
  });

  it('a document, and something that is only looked at', async () => {
    const link = await encodeLink(setTitle(shop(), 'theirs'));
    for (const look of [() => openLink(link), () => lookAt(setTitle(shop(), 'theirs'))]) {
      void openDocument('c');
      await settled();
      browser.asked.length = 0;
      await beginOpeningA();
      void look();
      await vi.waitFor(() => expect(inHand().design.title).toBe('theirs'), { timeout: 20_000 });
      await settled();
      expect([inHand().design.title, inHand().ownership, held()]).toEqual(['theirs', 'preview', []]);
    }
  });

  it('a document, and a new one', async () => {
    await beginOpeningA();
    void newDocument(setTitle(shop(), 'new'));
    await settled();
    expect([inHand().design.title, held()]).toEqual(['new', [`doc:${inHand().documentId}`]]);
  });

  it('a document, and the copy that is made of what was looked at', async () => {
    await openLink(await encodeLink(setTitle(shop(), 'theirs')));
    await beginOpeningA();
    void makeItMine();
    await settled();
    expect([inHand().design.title, inHand().ownership, held()]).toEqual(['theirs', 'mine', [`doc:${inHand().documentId}`]]);
  });

  it('the example of a first visit, its words not yet here, and a link', async () => {
    void startPersistence({ shelf: memoryShelf(), localise: ({ design }) => new Promise((read) => setTimeout(() => read(design), 500)) });
    await openLink(await encodeLink(setTitle(shop(), 'theirs')));
    await settled();
    expect([inHand().design.title, inHand().ownership]).toEqual(['theirs', 'preview']);
  });

  it('what is done to the one before while the next one is on its way is saved', async () => {
    await beginOpeningA();
    rename('at the last moment');
    await settled();
    expect([inHand().documentId, await storedTitle('c')]).toEqual(['a', 'at the last moment']);
  });
});
