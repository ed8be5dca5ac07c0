/** A design of which nothing can be read any more: said to be lost, kept as it lies there, and taken along. */

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { shop } from '../runner/designsForTests.ts';
import { saveDocument } from './documentCopies.ts';
import { memoryShelf } from './memoryShelf.ts';
import { openDocument, startPersistence } from './persistence.ts';
import { sessionStore } from './sessionStore.ts';
import { saveAside } from './versions.ts';

const saved = vi.hoisted(() => ({ text: '', name: '' }));
vi.mock('./files.ts', async (original) => ({
  ...(await original<object>()),
  saveText: (text: string, name: string) => Object.assign(saved, { text, name }),
}));

beforeEach(() => {
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('document', { hidden: false, addEventListener: () => undefined });
  vi.stubGlobal('location', { href: 'https://faultline.test/', origin: 'https://faultline.test', pathname: '/', search: '', hash: '' });
  vi.stubGlobal('history', { replaceState: () => undefined });
  vi.stubGlobal('navigator', { locks: { request: async (_: string, __: object, hold: (lock: object) => unknown) => hold({}) } });
});
afterEach(() => void vi.unstubAllGlobals());

it('is said to be lost, and of its damaged copies the newest is downloaded as it is', async () => {
  const shelf = memoryShelf();
  await startPersistence({ shelf });
  for (const version of [1, 2, 3]) await saveDocument(shelf, 'broken', shop(), version);
  for (const version of [1, 2, 3]) await shelf.set(`copy:broken:${version}`, `{"half of ${version}`);
  expect(await openDocument('broken')).toBe(false);
  expect(sessionStore.getState()).toMatchObject({ dialog: 'link-problem', linkProblem: { from: 'shelf', id: 'broken' } });
  await saveAside('broken');
  expect(saved).toEqual({ text: '{"half of 3', name: 'faultline-unreadable.txt' });
});

it('is not lost where only a newer version of the page can read it', async () => {
  const shelf = memoryShelf();
  await startPersistence({ shelf });
  await saveDocument(shelf, 'newer', shop(), 1);
  const text = JSON.parse(String(await shelf.get('copy:newer:1')));
  await shelf.set('copy:newer:1', JSON.stringify({ ...text, format: 9999 }));
  await shelf.set('doc:newer', { ...((await shelf.get('doc:newer')) as object), sum: undefined });
  expect(await openDocument('newer')).toBe(false);
  expect(sessionStore.getState().linkProblem).toMatchObject({ from: 'file', problem: { code: 'newer-version' } });
});
