import { beforeEach, expect, it, vi } from 'vitest';
import { type LocksForTests, locksForTests } from './locksForTests.ts';
import { type TabLock, tabLock } from './tabLock.ts';

let locks: LocksForTests;
let tab: TabLock;
let otherTab: TabLock;
const has = () => [...locks.held.keys()];
/** Longer than a browser takes to hear that a lock is no longer held, or that it is stolen. */
const settled = () => vi.advanceTimersByTimeAsync(50);
/** Longer than a tab that is reloaded takes to let go. */
const answered = async <T>(answer: Promise<T>): Promise<T> => {
  await vi.advanceTimersByTimeAsync(1000);
  return answer;
};

beforeEach(() => {
  vi.useFakeTimers();
  locks = locksForTests();
  [tab, otherTab] = [tabLock(), tabLock()];
  vi.stubGlobal('navigator', { locks });
});

it('one tab has it; the other one gets it when it is let go', async () => {
  expect(await answered(tab.hold('a'))).toBe(true);
  expect(await answered(otherTab.hold('a'))).toBe(false);
  expect(has()).toEqual(['a']);
  tab.letGo();
  await settled();
  expect(has()).toEqual([]);
  expect(await answered(otherTab.hold('a'))).toBe(true);
});

it('waits for a tab that is being reloaded, which lets go a moment later', async () => {
  await answered(tab.hold('a'));
  const asked = otherTab.hold('a');
  await settled();
  tab.letGo();
  expect(await answered(asked)).toBe(true);
});

it('a second one lets the first one go, though the browser has not answered for it yet', async () => {
  const [first, second] = [tab.hold('a'), tab.hold('b')];
  expect(await answered(Promise.all([first, second]))).toEqual([false, true]);
  expect(has()).toEqual(['b']);
  expect(await answered(otherTab.hold('a'))).toBe(true);
});

it('back to the first one at once: it is that which is held', async () => {
  const asked = [tab.hold('a'), tab.hold('b'), tab.hold('a')];
  expect(await answered(Promise.all(asked))).toEqual([false, false, true]);
  expect(has()).toEqual(['a']);
});

it('the same one twice is one lock, asked for once', async () => {
  expect(await answered(Promise.all([tab.hold('a'), tab.hold('a')]))).toEqual([true, true]);
  expect(await tab.hold('a')).toBe(true);
  expect(locks.asked).toEqual(['a']);
  tab.letGo();
  await settled();
  expect(has()).toEqual([]);
});

it('let go while the browser is asked, none is held', async () => {
  const asked = tab.hold('a');
  tab.letGo();
  expect(await answered(asked)).toBe(false);
  expect(has()).toEqual([]);
  const taken = tab.take('a');
  tab.letGo();
  expect(await answered(taken)).toBe(false);
  expect(has()).toEqual([]);
});

it('one that another tab had is asked for anew, not answered from memory', async () => {
  await answered(tab.hold('a'));
  expect(await answered(otherTab.hold('a'))).toBe(false);
  tab.letGo();
  await settled();
  expect(await answered(otherTab.hold('a'))).toBe(true);
});

it('is taken from the tab that has it, which is told, and has to ask again', async () => {
  const onLost = vi.fn();
  await answered(tab.hold('a', onLost));
  expect(await answered(otherTab.take('a'))).toBe(true);
  expect(onLost).toHaveBeenCalledTimes(1);
  expect(await answered(tab.hold('a'))).toBe(false);
  otherTab.letGo();
  expect(await answered(tab.hold('a'))).toBe(true);
});

it('nobody is told of a lock that is stolen after it was let go', async () => {
  const onLost = vi.fn();
  await answered(tab.hold('a', onLost));
  const taken = otherTab.take('a');
  await vi.advanceTimersByTimeAsync(3);
  tab.letGo();
  expect(await answered(taken)).toBe(true);
  expect(onLost).not.toHaveBeenCalled();
});

it('every tab is the one where locks are refused, and where there are none', async () => {
  locks.refuses = true;
  expect(await answered(Promise.all([tab.hold('a'), otherTab.hold('a')]))).toEqual([true, true]);
  vi.stubGlobal('navigator', {});
  expect(await Promise.all([tabLock().hold('a'), tabLock().take('a')])).toEqual([true, true]);
});
