import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { setTitle } from '../design/edits.ts';
import { shop } from '../runner/designsForTests.ts';
import { startAutosave } from './autosave.ts';
import { designStore } from './designStore.ts';
import { type Erasable, eraseEverything, hearErasing } from './erase.ts';
import { memoryShelf } from './memoryShelf.ts';
import { sessionStore } from './sessionStore.ts';

const rename = (title: string) => designStore.getState().edit('rename', (design) => setTitle(design, title));
let shelf = memoryShelf();
let stop = () => {};
const done: string[] = [];
const all: Erasable = {
  designs: async () => void shelf.kept.clear(),
  settings: async () => void done.push('settings'),
  copy: async () => void done.push('copy'),
};

beforeEach(() => {
  done.length = 0;
  shelf = memoryShelf();
  designStore.getState().open(shop(), 'mine', 'mine');
  stop = startAutosave(shelf);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

it('nothing is left, not even of a save that was under way, and what is in hand is not saved again by itself', async () => {
  vi.useFakeTimers();
  rename('being saved');
  await vi.advanceTimersByTimeAsync(399);
  const erased = eraseEverything(all);
  await vi.advanceTimersByTimeAsync(5000);
  expect(await erased).toEqual([]);
  rename('scribbled');
  await vi.advanceTimersByTimeAsync(20_000);
  expect([[...shelf.kept.keys()], done]).toEqual([[], ['settings', 'copy']]);
  expect(designStore.getState()).toMatchObject({ documentId: null, ownership: 'preview', design: { title: 'scribbled' } });
});

it('what cannot be erased is named, and the rest is erased all the same', async () => {
  const left = await eraseEverything({ ...all, designs: () => Promise.reject(new Error('no')) });
  expect([left, done]).toEqual([['designs'], ['settings', 'copy']]);
});

it('other tabs are told: what they have in hand is only looked at from then on', async () => {
  const silence = hearErasing();
  const told = new Promise<void>((heard) => {
    const unsubscribe = sessionStore.subscribe(({ previewOf }) => {
      if (previewOf === 'erased') {
        unsubscribe();
        heard();
      }
    });
  });
  // another tab of the same page
  const other = new BroadcastChannel('faultline');
  other.postMessage('something else');
  other.postMessage('erased');
  await told;
  expect(designStore.getState()).toMatchObject({ documentId: null, ownership: 'preview' });
  expect(sessionStore.getState().saved).toEqual({ state: 'preview' });
  other.close();
  silence();
});
