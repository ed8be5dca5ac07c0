import { expect, it } from 'vitest';
import { late, NotLoaded, onTryAgain, tryAgain } from './late.ts';

it('is fetched once, and marked so that React reads it without a pause', async () => {
  let asked = 0;
  const thing = late(async () => {
    asked += 1;
    return 'words';
  });
  expect(thing.known()).toBeUndefined();
  const promise = thing.fetch();
  expect(await promise).toBe('words');
  expect(thing.fetch()).toBe(promise);
  expect(promise).toMatchObject({ status: 'fulfilled', value: 'words' });
  expect([asked, thing.known()]).toEqual([1, 'words']);
});

it('is asked for again after a failure', async () => {
  let isOnline = false;
  const thing = late(async () => {
    if (!isOnline) throw new Error('no network');
    return 1;
  });
  await expect(thing.fetch()).rejects.toThrow('no network');
  isOnline = true;
  expect(await thing.fetch()).toBe(1);
});

it('stays failed for who draws until somebody tries again, and tells all who wait', async () => {
  let [asked, isOnline] = [0, false];
  const thing = late(async () => {
    asked += 1;
    if (!isOnline) throw new Error('no network');
    return 'words';
  });
  await expect(thing.held()).rejects.toThrow(NotLoaded);
  const failed = thing.held();
  expect(failed).toBe(thing.held());
  expect(failed).toMatchObject({ status: 'rejected' });
  expect(asked).toBe(1);

  isOnline = true;
  let told = 0;
  const stop = onTryAgain(() => {
    told += 1;
  });
  tryAgain();
  stop();
  tryAgain();
  expect(await thing.held()).toBe('words');
  expect([asked, told]).toEqual([2, 1]);
});
