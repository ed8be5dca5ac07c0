import { beforeEach, expect, it, vi } from 'vitest';
import { urlShortener } from '../prompts/url-shortener/prompt.ts';
import { beginInterview, endInterview, interviewStore, resumeInterview, takeOver } from './interview.ts';
import { type LocksForTests, locksForTests } from './locksForTests.ts';
import { sessionStore } from './sessionStore.ts';
import { tabLock } from './tabLock.ts';

/** What an interview takes of a page for as long as it lasts. */
const taken = { heard: new Set<string>(), kept: new Map<string, string>() };
const events = {
  addEventListener: (name: string) => taken.heard.add(name),
  removeEventListener: (name: string) => taken.heard.delete(name),
};
const lock = 'faultline.interview';
let locks: LocksForTests;
const timesAsked = () => locks.asked.filter((name) => name === lock).length;
const settled = () => new Promise((done) => setTimeout(done, 20));
const asked = { pace: 1, mode: 'coach' } as const;

beforeEach(async () => {
  locks = locksForTests();
  vi.stubGlobal('navigator', { locks });
  vi.stubGlobal('document', { hidden: false, ...events });
  for (const [name, of] of Object.entries(events)) vi.stubGlobal(name, of);
  vi.stubGlobal('location', { href: 'https://faultline.test/', hash: '', pathname: '/', search: '' });
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => taken.kept.get(key) ?? null,
    setItem: (key: string, text: string) => taken.kept.set(key, text),
    removeItem: (key: string) => taken.kept.delete(key),
  });
  endInterview();
  await settled();
});

it('an interview has its clock, its lock and its strip, and gives back all of it when it ends', async () => {
  await beginInterview(urlShortener, asked, 'A');
  expect(locks.held.has(lock)).toBe(true);
  expect([...taken.heard]).toEqual(['visibilitychange', 'pagehide']);
  expect(sessionStore.getState().interview).toBe('coach');
  endInterview();
  await settled();
  expect(locks.held.has(lock)).toBe(false);
  expect([...taken.heard]).toEqual([]);
  expect(sessionStore.getState().interview).toBeNull();
});

it('one that is ended while the browser is asked for its lock leaves neither clock nor lock behind', async () => {
  const answer = locks.silence();
  const begun = beginInterview(urlShortener, asked, 'A');
  await vi.waitFor(() => expect(interviewStore.getState().kept).not.toBeNull(), { interval: 1 });
  endInterview();
  answer();
  await begun;
  await settled();
  expect(interviewStore.getState().kept).toBeNull();
  expect(locks.held.has(lock)).toBe(false);
  expect([...taken.heard]).toEqual([]);
});

/** As a page that is opened anew finds it: begun, and not yet gone on with. */
async function left(): Promise<void> {
  await beginInterview(urlShortener, asked, 'A');
  const kept = new Map(taken.kept);
  endInterview();
  await settled();
  for (const [key, text] of kept) taken.kept.set(key, text);
  locks.asked.length = 0;
}

it.each([0, 1])('one that is ended while a reload goes on with it, its lock asked for %i times, does not come back', async (times) => {
  await left();
  const answer = locks.silence();
  const resumed = resumeInterview();
  await vi.waitUntil(() => timesAsked() === times, { interval: 1 });
  endInterview();
  answer();
  expect(await resumed).toBe(false);
  await settled();
  expect(interviewStore.getState().kept).toBeNull();
  expect(locks.held.has(lock)).toBe(false);
  expect([...taken.heard]).toEqual([]);
});

it('one that is begun while a reload goes on with another is the one that is taken', async () => {
  await left();
  const answer = locks.silence();
  const resumed = resumeInterview();
  await vi.waitUntil(() => timesAsked() === 1, { interval: 1 });
  endInterview();
  const begun = beginInterview(urlShortener, { pace: 1, mode: 'strict' }, 'B');
  await vi.waitUntil(() => interviewStore.getState().kept !== null, { interval: 1 });
  answer();
  await begun;
  expect(await resumed).toBe(true);
  expect(interviewStore.getState()).toMatchObject({ kept: { mode: 'strict' }, isElsewhere: false });
  expect(locks.held.has(lock)).toBe(true);
});

it('one that two places of the page go on with at once is theirs together', async () => {
  await left();
  expect(await Promise.all([resumeInterview(), resumeInterview()])).toEqual([true, true]);
  expect(interviewStore.getState().isElsewhere).toBe(false);
  expect(timesAsked()).toBe(1);
});

it('one that is ended while it is taken over from another tab does not come back', async () => {
  await left();
  const otherTab = tabLock();
  await otherTab.hold(lock);
  await resumeInterview();
  expect(interviewStore.getState().isElsewhere).toBe(true);
  const taking = takeOver();
  endInterview();
  await taking;
  await settled();
  expect(interviewStore.getState().kept).toBeNull();
  expect(locks.held.has(lock)).toBe(false);
});
