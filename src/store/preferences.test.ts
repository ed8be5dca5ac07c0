import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { preferencesKey } from './keptPreferences.ts';
import { startPreferences } from './preferences.ts';
import { sessionStore } from './sessionStore.ts';

const { set } = sessionStore.getState();
let stored: Map<string, string>;
let isLarge = false;
let stop = (): void => undefined;

/** A page that is opened anew on this browser. */
function open(): void {
  stop();
  set({ lesson: null });
  stop = startPreferences({ locale: 'en', theme: null });
}
const kept = () => JSON.parse(stored.get(preferencesKey) ?? '{}') as { chartsOpen?: boolean; theme?: string };
const chartsOpen = (): boolean => sessionStore.getState().chartsOpen;

beforeEach(() => {
  stored = new Map();
  isLarge = false;
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => stored.set(key, text),
  });
  vi.stubGlobal('matchMedia', () => ({ matches: isLarge }));
  open();
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

it('charts that somebody unfolded are so the next time', () => {
  expect(chartsOpen()).toBe(false);
  set({ chartsOpen: true });
  open();
  expect(chartsOpen()).toBe(true);
});

it('of charts that nobody chose each screen decides, whatever else is kept', () => {
  set({ theme: 'dark' });
  expect(kept()).toMatchObject({ theme: 'dark' });
  isLarge = true;
  open();
  expect(chartsOpen()).toBe(true);
  set({ theme: 'light' });
  isLarge = false;
  open();
  expect(chartsOpen()).toBe(false);
});

it('a lesson unfolds the charts for its own time, also when its tab is closed', () => {
  set({ lesson: 'one-server' });
  set({ chartsOpen: true });
  expect(kept().chartsOpen).toBeUndefined();
  open();
  expect(chartsOpen()).toBe(false);
});
