import { afterEach, expect, it, vi } from 'vitest';
import { type Keeper, startKeeping } from './keepWork.ts';
import { sessionStore } from './sessionStore.ts';

let stop = (): void => undefined;
afterEach(() => stop());

const minute = 60_000;

async function sitting(promised: boolean, isForgetful = false) {
  let now = 0;
  const say = vi.fn();
  const keeper: Keeper = { persist: vi.fn(async () => promised), isForgetful, say, nowMs: () => now };
  stop = startKeeping(keeper);
  const save = async (afterMs: number): Promise<void> => {
    now += afterMs;
    sessionStore.getState().set({ saved: { state: 'saving' } });
    sessionStore.getState().set({ saved: { state: 'saved', at: now } });
    await Promise.resolve();
  };
  return { keeper, say, save };
}

it('asks the browser once, with the first edit that is saved, and not because a design was opened', async () => {
  const { keeper, save, say } = await sitting(true);
  sessionStore.getState().set({ saved: { state: 'preview' } });
  sessionStore.getState().set({ saved: { state: 'saved', at: 1 } });
  expect(keeper.persist).not.toHaveBeenCalled();
  for (let at = 0; at < 60; at++) await save(minute);
  expect(keeper.persist).toHaveBeenCalledTimes(1);
  expect(say).not.toHaveBeenCalled();
});

it('speaks of a file after twenty minutes of work that nobody promised to keep, once', async () => {
  const { save, say } = await sitting(false);
  for (let at = 0; at < 20; at++) await save(minute);
  // hours away are no work
  await save(180 * minute);
  expect(say).not.toHaveBeenCalled();
  await save(minute);
  expect(say.mock.calls).toEqual([['longWork']]);
  for (let at = 0; at < 60; at++) await save(minute);
  expect(say).toHaveBeenCalledTimes(1);
});

it('says at once where the browser forgets after a week, whatever it promised', async () => {
  const { save, say } = await sitting(true, true);
  await save(minute);
  await Promise.resolve();
  expect(say.mock.calls).toEqual([['forgetful']]);
});
