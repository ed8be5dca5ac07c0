import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const opened: string[] = [];
vi.mock('../store/openFile.ts', () => ({ openFile: async (file: File) => opened.push(file.name) }));
const { startDrops } = await import('./drops.ts');

let isDialogOpen = false;
let told = 0;
let stop = () => {};
const page = new EventTarget();
let dataset: Record<string, string> = {};

beforeEach(() => {
  opened.length = 0;
  told = 0;
  isDialogOpen = false;
  dataset = {};
  vi.stubGlobal('document', { querySelector: () => (isDialogOpen ? {} : null), body: { dataset } });
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  stop = startDrops(
    () => told++,
    async () => 'Drop it',
  );
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

/** @returns whether the browser would still leave the page for what was dropped */
function drop(names: readonly string[], types = ['Files']): boolean {
  const files = names.map((name) => new File(['x'], name));
  const event = Object.assign(new Event('drop', { cancelable: true }), { dataTransfer: { types, files } });
  return page.dispatchEvent(event);
}

describe('files that are dropped on the page', () => {
  it('ux 4.6 #48: one is opened, fifty are not and that is said, and the browser leaves the page for none', async () => {
    expect(drop(['a.json'])).toBe(false);
    await expect.poll(() => opened).toEqual(['a.json']);
    expect(told).toBe(0);
    expect(drop(Array.from({ length: 50 }, (_, i) => `${i}.json`))).toBe(false);
    expect([opened, told]).toEqual([['a.json'], 1]);
    expect(drop([])).toBe(false);
    expect([opened, told]).toEqual([['a.json'], 1]);
  });

  it('while a dialog is open they belong to it, and text that is dragged is left alone', () => {
    isDialogOpen = true;
    expect(drop(['a.json'])).toBe(false);
    isDialogOpen = false;
    expect(drop([], ['text/plain'])).toBe(true);
    expect([opened, told]).toEqual([[], 0]);
  });

  it('over the page they are invited, in words, until they are let go, taken away or belong to somebody nearer', async () => {
    const over = (types = ['Files'], isTaken = false): void => {
      const event = Object.assign(new Event('dragover', { cancelable: true }), { dataTransfer: { types } });
      if (isTaken) event.preventDefault();
      page.dispatchEvent(event);
    };
    const leave = (relatedTarget: unknown): boolean => page.dispatchEvent(Object.assign(new Event('dragleave'), { relatedTarget }));
    over(['text/plain']);
    expect(dataset).toEqual({});
    over();
    expect(dataset).toEqual({ dropping: '' });
    await expect.poll(() => dataset).toEqual({ dropping: 'Drop it' });
    leave({});
    over();
    expect(dataset).toEqual({ dropping: 'Drop it' });
    over(['Files'], true);
    expect(dataset).toEqual({});
    over();
    leave(null);
    await Promise.resolve();
    expect(dataset).toEqual({});
    over();
    drop(['a.json']);
    expect(dataset).toEqual({});
    isDialogOpen = true;
    over();
    expect(dataset).toEqual({});
  });
});
