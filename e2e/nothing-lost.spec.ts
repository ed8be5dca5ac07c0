/** Storage that refuses, workers that fall, tabs that close, clocks that leap: what was built is still there, and the page says what happened. */

import type { Page } from '@playwright/test';
import { appOf, complaintsOf, expect, test } from './app.ts';

const nodes = (page: Page) => page.locator('[data-node-id]');
const addCache = (page: Page) => page.locator('button[data-kind="cache"]').click();
const saved = (page: Page) => page.getByRole('banner').getByText(/^Saved/);

test('ux 4.6 #53: a browser without localStorage forgets choices, and nothing else', async ({ app }) => {
  await app.page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
  });
  await app.open('?template=single&paused');
  const ids = await app.editAndSave();
  await app.page.keyboard.press('ControlOrMeta+k');
  await app.page.keyboard.type('dark');
  await app.page.keyboard.press('Enter');
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await app.open();
  await expect(nodes(app.page)).toHaveCount(ids.length);
});

test('ux 4.6 #54: a database that cannot be opened, or never answers, is said in words, and everything else works', async ({ app }) => {
  const { page } = app;
  await page.addInitScript(() => {
    if (location.search.includes('silent')) IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
    else
      IDBFactory.prototype.open = () => {
        throw new DOMException('A mutation operation was attempted on a database that did not allow mutations.', 'InvalidStateError');
      };
  });
  await app.open('?paused');
  await page.locator('[data-saved="failed"]').click();
  await expect(page.getByText('The browser forbids this page to store anything, as private windows do.')).toBeVisible();
  await page.keyboard.press('Escape');
  await app.runTo(2);
  await app.open('?paused&silent&lang=ko');
  await page.locator('[data-saved="failed"]').click();
  await expect(page.getByText('브라우저 저장소가 응답하지 않습니다.')).toBeVisible();
});

test('ux 4.6 #55: a full disk is said in words; the work outlives a reload, and is saved when there is room', async ({ app }) => {
  const { page } = app;
  await page.addInitScript(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...given) {
      if (Object.hasOwn(window, 'isFull')) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, given);
    };
  });
  await app.open('?template=single&paused');
  const before = (await app.editAndSave()).length;
  await page.evaluate(() => Object.assign(window, { isFull: true }));
  await addCache(page);
  const chip = page.locator('[data-saved="failed"]');
  await expect(chip).toContainText('Not saved');
  await chip.click();
  await expect(page.getByText('The browser’s storage is full.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save as a file' }).last()).toBeVisible();
  await page.keyboard.press('Escape');
  // left and opened again: there is room now, and the part that found none is there
  await app.open('?paused');
  await expect(nodes(page)).toHaveCount(before + 1);
  // full for a while, and nobody touches anything
  await page.evaluate(() => Object.assign(window, { isFull: true }));
  await addCache(page);
  await expect(chip).toBeVisible();
  await page.evaluate(() => Reflect.deleteProperty(window, 'isFull'));
  await expect(saved(page)).toBeVisible();
});

test('ux 4.6 #56: storage that is emptied while the page is open gets the work again with the next edit', async ({ app }) => {
  const { page } = app;
  await app.open('?template=single&paused');
  const before = (await app.editAndSave()).length;
  await page.evaluate(
    () =>
      new Promise((done) => {
        const asked = indexedDB.open('faultline');
        asked.onsuccess = () => {
          const emptying = asked.result.transaction('documents', 'readwrite');
          emptying.objectStore('documents').clear();
          emptying.oncomplete = done;
        };
      }),
  );
  await addCache(page);
  await expect(page.getByText('Saving')).toHaveCount(0);
  await expect(saved(page)).toBeVisible();
  await app.open('?paused');
  await expect(nodes(page)).toHaveCount(before + 1);
});

test('ux 4.6 #57: the same design in a second tab is only looked at; back from elsewhere it is there as it was', async ({
  app,
  context,
}) => {
  const { page } = app;
  await app.open('?template=single&paused');
  const before = (await app.editAndSave()).length;
  const tab = await context.newPage();
  const complaints = complaintsOf(tab);
  const other = appOf(tab);
  await other.open('?paused');
  await expect(tab.getByText('This design is open in another tab, which saves it. Here you only look at it.')).toBeVisible();
  await addCache(tab);
  await addCache(page);
  await addCache(page);
  await expect(saved(page)).toBeVisible();
  // what was tried in the second tab is kept as a design of its own
  await tab.getByRole('button', { name: 'Make it mine' }).click();
  await expect(saved(tab)).toBeVisible();
  await page.goto('about:blank');
  await page.goBack();
  await expect(nodes(page)).toHaveCount(before + 2);
  await expect(nodes(tab)).toHaveCount(before + 1);
  await tab.getByRole('button', { name: 'Templates' }).click();
  await other.dialog.getByRole('tab', { name: 'My designs' }).click();
  await expect(other.dialog.getByRole('listitem')).toHaveCount(2);
  expect(complaints).toEqual([]);
});

test('ux 4.6 #57: a tab that is duplicated shows the same design and does not write it; a page back out of the browser’s memory still does', async ({
  app,
  context,
}) => {
  const { page } = app;
  await app.open('?template=single&paused');
  const before = (await app.editAndSave()).length;
  // as browsers duplicate a tab: the same address, and a copy of what the tab remembers
  const memory = await page.evaluate(() => JSON.stringify(sessionStorage));
  const tab = await context.newPage();
  await tab.addInitScript((kept) => {
    for (const [key, value] of Object.entries(JSON.parse(kept) as Record<string, string>)) sessionStorage.setItem(key, value);
  }, memory);
  const other = appOf(tab);
  await other.open(new URL(page.url()).search);
  await expect(tab.getByText('This design is open in another tab, which saves it.')).toBeVisible();
  await addCache(tab);
  await expect(nodes(tab)).toHaveCount(before + 1);

  // hidden and shown again, as after a step back in the history: it edits on, and saves under the same name
  await page.evaluate(() => {
    for (const type of ['pagehide', 'pageshow']) dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
  });
  await addCache(page);
  await addCache(page);
  await expect(page.getByText('Saving')).toHaveCount(0);
  await expect(saved(page)).toBeVisible();
  const records = () =>
    page.evaluate(
      () =>
        new Promise<number>((found) => {
          const asked = indexedDB.open('faultline');
          asked.onsuccess = () => {
            const keys = asked.result.transaction('documents').objectStore('documents').getAllKeys();
            keys.onsuccess = () => found(keys.result.filter((key) => String(key).startsWith('doc:')).length);
          };
        }),
    );
  expect(await records()).toBe(1);

  // the first goes: the second, opened anew, has what the first saved, and is the one that writes now
  await page.goto('about:blank');
  await other.open('?paused');
  await expect(nodes(tab)).toHaveCount(before + 2);
  await expect(tab.getByText('This design is open in another tab')).toHaveCount(0);
  await addCache(tab);
  await expect(saved(tab)).toBeVisible();
  await page.goto('./?paused');
  await expect(nodes(page)).toHaveCount(before + 3);
  await expect(page.getByText('This design is open in another tab, which saves it.')).toBeVisible();
});

test('ux 4.6 #66: a page that is reloaded in the very moment of an edit has not lost it', async ({ app }) => {
  const { page } = app;
  await app.open('?template=single&paused');
  const before = (await app.editAndSave()).length;
  for (let more = 1; more <= 3; more++) {
    await page.goto('./?paused');
    await expect(nodes(page)).toHaveCount(before + more - 1);
    await expect(page.locator('button[data-kind="cache"]')).toBeVisible();
    const loaded = page.waitForEvent('load');
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('button[data-kind="cache"]')?.click();
      location.reload();
    });
    await loaded;
    await expect(nodes(page)).toHaveCount(before + more);
  }
});

test('ux 4.6 #58: a worker that is missing, breaks or goes round for ever is replaced once; the design is never touched', async ({
  page,
}) => {
  const app = appOf(page);
  let body: string | null | undefined = null;
  await page.route(/\/assets\/worker-[\w-]+\.js$/, (route) => {
    if (body === undefined) return route.continue();
    if (body === null) return route.fulfill({ status: 404 });
    const answer = route.fulfill({ contentType: 'text/javascript', body });
    // the one that takes its place is whole
    body = undefined;
    return answer;
  });
  const status = page.getByTestId('run-status');

  // missing for good: said, and everything but the run works
  await app.open('?template=single&speed=1');
  await expect(status).toHaveAttribute('data-status', 'crashed');
  const ids = await app.editAndSave();
  // there again: Play is enough
  body = undefined;
  await app.play();
  await expect.poll(app.clock).toBeGreaterThan(0.5);

  for (const broken of [
    'throw new Error("at the start")',
    'onmessage = ({ data }) => { if (data.type === "load") { postMessage({ type: "status", runId: -1, status: "playing", time: 0 }); for (;;); } }',
  ]) {
    body = broken;
    await page.goto('./?speed=1');
    await expect(nodes(page)).toHaveCount(ids.length);
    await expect.poll(app.clock, { timeout: 30_000 }).toBeGreaterThan(0.5);
    expect(body).toBeUndefined();
  }
  await expect(nodes(page)).toHaveCount(ids.length);
});

test('ux 4.6 #58: a worker that the host forbids, and one that runs out of memory, are said in words with the way out; all else works', async ({
  page,
}) => {
  const app = appOf(page);
  let policy = "worker-src 'none'";
  await page.route(
    ({ pathname }) => pathname === '/',
    async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, headers: { ...answer.headers(), ...(policy && { 'content-security-policy': policy }) } });
    },
  );
  const status = page.getByTestId('run-status');
  await app.open('?template=single&speed=1');
  await expect(status).toHaveAttribute('data-status', 'crashed');
  await expect(page.getByText('an extension or the host may forbid it')).toBeVisible();
  const ids = await app.editAndSave();

  // it says that it stands at five seconds, and then there is no room any more; so does the one that takes its place
  policy = '';
  const full = `onmessage = ({ data: { type, runId } }) => {
    if (type !== 'load') return;
    postMessage({ type: 'loaded', runId, layout: { columns: [] } });
    postMessage({ type: 'status', runId, status: 'playing', time: 5 });
    setTimeout(() => new Float64Array(2 ** 53), 100);
  }`;
  let isFull = true;
  await page.route(/\/assets\/worker-[\w-]+\.js$/, (route) =>
    isFull ? route.fulfill({ contentType: 'text/javascript', body: full }) : route.continue(),
  );
  await page.goto('./?speed=1');
  await expect(status).toHaveAttribute('data-status', 'crashed', { timeout: 30_000 });
  await expect(page.getByText('the browser had no memory left for it; close other tabs')).toBeVisible();
  await expect(nodes(page)).toHaveCount(ids.length);
  await addCache(page);
  await expect(saved(page)).toBeVisible();
  isFull = false;
  await app.play();
  await expect.poll(app.clock, { timeout: 30_000 }).toBeGreaterThan(0.5);
  await expect(nodes(page)).toHaveCount(ids.length + 1);
});

test('ux 4.6 #60: a clock that is set back an hour, then on by a day, stops neither run nor saving', async ({ app }) => {
  const { page } = app;
  await page.addInitScript(() => {
    const { now } = Date;
    Date.now = () => now() + Number(document.documentElement?.dataset.leap ?? 0);
  });
  await app.open('?template=single&speed=1');
  let count = (await app.editAndSave()).length;
  for (const leap of [-3_600_000, 86_400_000]) {
    await page.evaluate((by) => {
      document.documentElement.dataset.leap = String(by);
    }, leap);
    const stood = await app.clock();
    await addCache(page);
    count += 1;
    await expect(page.getByText('Saving')).toHaveCount(0);
    await expect(saved(page)).toBeVisible();
    await expect.poll(app.clock).toBeGreaterThan(Math.min(stood, 1));
    await expect.poll(app.status).toBe('playing');
  }
  await app.open('?paused');
  await expect(nodes(page)).toHaveCount(count);
});

test.describe('with the copy that works without a network', () => {
  test.use({ serviceWorkers: 'allow' });

  test('everything on this computer is erased, another tab is told, and nothing comes back by itself', async ({ app, context }) => {
    const { page } = app;
    await app.open('?template=single&paused&theme=dark');
    await app.editAndSave();
    await expect(page.locator('[data-offline="ready"]')).toBeVisible({ timeout: 60_000 });
    const tab = await context.newPage();
    const other = appOf(tab);
    await other.open('?template=balanced&paused');
    await other.editAndSave();

    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('erase everything');
    await page.keyboard.press('Enter');
    await expect(app.dialog).toContainText('2 designs, with their earlier copies, pins and notebooks');
    await app.dialog.getByRole('button', { name: 'Erase everything' }).click();
    await expect(page.locator('[data-erased="all"]')).toBeVisible();
    const left = () =>
      page.evaluate(async () => ({
        settings: Object.keys(localStorage),
        copies: await caches.keys(),
        workers: (await navigator.serviceWorker.getRegistrations()).length,
        designs: await new Promise((found) => {
          const asked = indexedDB.open('faultline');
          asked.onsuccess = () => {
            const keys = asked.result.transaction('documents').objectStore('documents').getAllKeys();
            keys.onsuccess = () => found(keys.result);
          };
        }),
      }));
    expect(await left()).toEqual({ settings: [], copies: [], workers: 0, designs: [] });

    // the other tab says so, saves nothing by itself, and can keep what it has
    const strip = tab.locator('[data-erased="elsewhere"]');
    await expect(strip).toContainText('was erased from another tab');
    await addCache(tab);
    await tab.waitForTimeout(1000);
    expect((await left()).designs).toEqual([]);
    const parts = await nodes(tab).count();
    await strip.getByRole('button', { name: 'Keep this design' }).click();
    await expect(saved(tab)).toBeVisible();
    await expect(strip).toHaveCount(0);
    await tab.close();

    await app.dialog.getByRole('button', { name: 'Begin anew' }).click();
    await expect(nodes(page)).toHaveCount(parts);
  });
});
