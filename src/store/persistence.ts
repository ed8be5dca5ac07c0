/**
 * Which document is in hand, and where it came from: the browser's storage, a link, a file, a template. A link never touches
 * saved work: it is looked at until it is made one's own. Storage that fails never stops anybody from working.
 */

import type { Design } from '../design/design.ts';
import { setSeed } from '../design/edits.ts';
import { engineMajor } from '../engine/version.ts';
import { livingExample as firstVisit } from '../library/firstVisit.ts';
import type { Template } from '../library/template.ts';
import { fetchCopies, flush, saveNow, startAutosave } from './autosave.ts';
import { browserShelf, failureOf } from './browserShelf.ts';
import { designStore } from './designStore.ts';
import { holdDocument, letGo } from './documentLock.ts';
import { type DocumentEntry, documentsOn, lastDocument, rememberLast, type Shelf } from './documents.ts';
import { emptyHistory } from './history.ts';
import { noSelection, openedWhole, type SessionState, sessionStore } from './sessionStore.ts';
import { takeUpLastWords } from './takeUpLastWords.ts';

export interface PersistenceOptions {
  /** Id of a template to open instead of the last document. */
  template?: string | null;
  /** Luck to run with instead of the opened design's own. */
  seed?: string | null;
  /** A template as its reader shall get it, in his own language. Left out: as it was drawn. */
  localise?: (template: Pick<Template, 'design'> & { id?: Template['id']; title?: string }) => Promise<Design>;
  /** Who opens what else an address may name: behind the `#` their letter and an id, as in `#l=one-server`. `p` opens a report behind a link, too. */
  openers?: Readonly<Record<string, (id: string) => Promise<boolean>>>;
  /** For tests. */
  shelf?: Shelf;
}

/** A storage that has not answered by then is treated as one that fails. */
const patienceMs = 4000;

let shelf: Shelf = browserShelf;
/** Where documents are kept. */
export const shelfInUse = (): Shelf => shelf;
let localise: NonNullable<PersistenceOptions['localise']> = async ({ design }) => design;
let openers: NonNullable<PersistenceOptions['openers']> = {};
/** The luck the address asks for, until a design has been opened with it. */
let askedSeed: string | null = null;
const session = () => sessionStore.getState();

/** Openings are counted as they are asked for: one that takes longer than one that was asked for later comes too late. */
let asked = 0;
/** The one that has put something in hand, or is about to. */
let latest = 0;

/** @returns false for one that comes too late */
function takeTurn(turn: number): boolean {
  if (turn < latest) return false;
  latest = turn;
  return true;
}

/** Opens what the address or the last visit says, and saves from now on. Called once, after the run controller. Never rejects. */
export async function startPersistence(options: PersistenceOptions = {}): Promise<void> {
  shelf = options.shelf ?? browserShelf;
  const turn = ++asked;
  askedSeed = options.seed ?? null;
  localise = options.localise ?? localise;
  openers = options.openers ?? {};
  startAutosave(shelf);
  addEventListener('hashchange', () => void followHash());
  addEventListener('pagehide', () => void flush());
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) void flush();
  });
  // Before it is needed: a page that is left or loses its network can still save.
  void fetchCopies().catch(() => undefined);
  await patiently(takeUpLastWords(shelf), undefined);
  if (await openHash()) return;
  const template = await templateWanted(options.template);
  if (template) begin(await localise(template), turn);
  else await openLast();
}

async function templateWanted(id: string | null | undefined): Promise<Template | undefined> {
  if (!id) return undefined;
  const { templateNamed } = await import('../library/templates.ts');
  return templateNamed(id);
}

/** A design of the page's own under a title of its own, with its other words in the reader's language. */
export const inReadersWords = (design: Design, title: string): Promise<Design> => localise({ design, title });

/** Own documents, newest first; none where storage fails. */
export function listDocuments(): Promise<DocumentEntry[]> {
  return patiently(documentsOn(shelf), []);
}

/**
 * Opens a saved document, unless something else is asked for meanwhile. One that another tab is editing is only looked at. False when there is
 * nothing to open.
 */
export async function openDocument(id: string): Promise<boolean> {
  const turn = ++asked;
  await flush();
  await patiently(takeUpLastWords(shelf), undefined);
  const loaded = await patiently(
    fetchCopies().then(({ loadDocument }) => loadDocument(shelf, id)),
    null,
  );
  if (!loaded) return false;
  if (!loaded.ok) {
    const { code } = loaded.problem;
    // what a newer version of the page wrote is whole
    if (code !== 'missing') refuse(code === 'newer-version' ? 'file' : 'shelf', loaded.problem, id);
    return false;
  }
  if (!takeTurn(turn)) return true;
  const [ours] = await Promise.all([holdDocument(id), patiently(rememberLast(shelf, id), undefined)]);
  if (turn < latest) return true;
  // That a kind is unknown is said on the part itself, each time it is looked at.
  const repairs = loaded.repairs.filter(({ code }) => code !== 'unknown-kind');
  const opened = { ...openedWhole, repairs, damagedCopies: loaded.damaged };
  if (ours) show(loaded.design, id, { opened, saved: { state: 'saved', at: Date.now() } });
  else show(loaded.design, null, { opened, previewOf: 'other-tab', saved: { state: 'preview' } });
  return true;
}

/** Puts a design in hand as a document of one's own, and saves it. */
export async function newDocument(design: Design): Promise<void> {
  const turn = ++asked;
  await flush();
  begin(design, turn);
  await saveNow();
}

/** Makes what is only looked at a document of one's own, as a copy; undo still reaches back. */
export async function makeItMine(): Promise<void> {
  if (designStore.getState().ownership === 'mine') return;
  const id = newId();
  takeTurn(++asked);
  designStore.setState({ documentId: id, ownership: 'mine' });
  session().set({ previewOf: null, saved: { state: 'saving' } });
  forgetHash();
  await holdDocument(id);
  await saveNow();
}

/** Where a tab keeps which document it had in hand: `thisTab.ts`. */
export const tabKey = 'faultline-document';

function ofThisTab(): string | null {
  try {
    return sessionStorage.getItem(tabKey);
  } catch {
    return null;
  }
}

/** Opens the document that was in hand last; the first example where there is none. */
export async function openLast(): Promise<void> {
  const turn = ++asked;
  const last = await patiently(lastDocument(shelf, ofThisTab()), null);
  if (last === null || !(await openDocument(last))) begin(await localise(firstVisit), turn);
}

/** Opens a link or its fragment for looking at. A link that cannot be read changes nothing, and the dialog says why. */
export async function openLink(text: string): Promise<boolean> {
  const turn = ++asked;
  const { readLink } = await import('./readLink.ts');
  const decoded = await readLink(text);
  if (!decoded.ok) {
    refuse('link', decoded.problem);
    return false;
  }
  await flush();
  if (!takeTurn(turn)) return true;
  letGo();
  session().set({ linkProblem: null });
  const opened = { ...openedWhole, repairs: decoded.repairs, otherEngine: isOther(decoded.madeWith), verdict: decoded.verdict };
  show(decoded.design, null, { opened, previewOf: 'link', moment: decoded.moment, saved: { state: 'preview' } });
  return true;
}

/** Opens a design that nobody saved for looking at: nothing of one's own is touched. `lesson`: the one that it is the bench of. */
export async function lookAt(design: Design, lesson: string | null = null): Promise<void> {
  const turn = ++asked;
  await flush();
  if (!takeTurn(turn)) return;
  letGo();
  const as = lesson === null ? { previewOf: 'case' as const } : { previewOf: 'lesson' as const, lesson, runLocked: true };
  show(design, null, { opened: openedWhole, ...as, saved: { state: 'preview' } });
}

/** A design travels behind `#` as `a1.…`, however mangled; a plain word there (the skip link's `#canvas`) is no design. */
async function openHash(): Promise<boolean> {
  // A lesson that was downloaded is a page that names it.
  const fragment = location.hash.slice(1) || (document.documentElement?.dataset.open ?? '');
  const [, sort = '', id = ''] = /^([a-z])=(.*)$/.exec(fragment) ?? [];
  if (openers[sort]) return openers[sort](id);
  const isOpen = /[^\w-]/.test(fragment) && fragment !== 'a1.' && (await openLink(fragment));
  // A report travels behind the design that it is about.
  if (isOpen && /[&;]r=r/.test(fragment)) void openers.p?.(fragment);
  return isOpen;
}

/** Back from a link to an address without one: to one's own, unless something was tried on the other. */
async function followHash(): Promise<void> {
  const isUntouched = session().previewOf === 'link' && designStore.getState().history === emptyHistory;
  if (!(await openHash()) && location.hash === '' && isUntouched) await openLast();
}

/** A design that is one's own from the start; kept from its first edit on, so that looking at templates leaves nothing behind. */
function begin(design: Design, turn: number): void {
  if (!takeTurn(turn)) return;
  const id = newId();
  void holdDocument(id);
  const { saved } = session();
  show(design, id, { opened: openedWhole, saved: saved.state === 'failed' ? saved : { state: 'saved', at: Date.now() } });
}

function show(
  design: Design,
  documentId: string | null,
  change: Partial<Pick<SessionState, 'opened' | 'saved' | 'previewOf' | 'moment' | 'lesson' | 'runLocked'>>,
): void {
  // What was done to the one before, while this one was on its way.
  void flush();
  if (change.previewOf !== 'link' && !change.lesson) forgetHash();
  const nothing = { previewOf: null, moment: null, lesson: null, offered: null, runLocked: false };
  session().set({ selection: noSelection, tool: { name: 'select' }, ...nothing, ...change });
  const lucky = askedSeed === null ? design : setSeed(design, askedSeed);
  askedSeed = null;
  designStore.getState().open(lucky, documentId, documentId === null ? 'preview' : 'mine');
}

type LinkProblem = NonNullable<SessionState['linkProblem']>;

/** The dialog says why something could not be opened. */
export function refuse(from: LinkProblem['from'], problem: LinkProblem['problem'], id = ''): void {
  session().set({ linkProblem: { from, problem, id }, dialog: 'link-problem' });
}

/** Whether another engine made it, whose numbers may differ. */
export const isOther = (madeWith: number | null): boolean => madeWith !== null && madeWith !== engineMajor;

/** The address no longer names what is in hand. */
function forgetHash(): void {
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
}

function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (n) => (n % 36).toString(36)).join('');
}

/** What storage answers, or `otherwise` when it fails or stays silent; the page says that saving will not work. */
async function patiently<T>(answer: Promise<T>, otherwise: T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('storage does not answer')), patienceMs);
  });
  try {
    return await Promise.race([answer, silence]);
  } catch (error) {
    session().set({ saved: { state: 'failed', reason: failureOf(error) } });
    return otherwise;
  } finally {
    clearTimeout(timer);
  }
}
