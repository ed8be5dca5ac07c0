/** A link carries the whole design, and never takes anything from whoever opens it. */

import { appOf, complaintsOf, expect, test } from './app.ts';
import { openFile } from './files.ts';

test('a link opens elsewhere as the same design, as a look only', async ({ app, browser }) => {
  await app.open('?template=chapter&paused');
  const ids = (await app.nodeIds()).sort();
  const wires = await app.links.count();
  const link = await app.share();
  expect(link.length).toBeLessThan(2000);

  const elsewhere = await browser.newContext();
  const page = await elsewhere.newPage();
  const complaints = complaintsOf(page);
  const other = appOf(page);

  // Somebody with a design of their own ...
  await other.open('?template=single&paused');
  await expect(page.locator('[data-node-id]').first()).toBeVisible();
  const own = await other.editAndSave();

  // ... opens the link, looks, changes nothing of theirs ...
  const readers: string[] = [];
  page.on('worker', (worker) => readers.push(worker.url()));
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.locator('[data-node-id]')).toHaveCount(ids.length);
  expect((await other.nodeIds()).sort()).toEqual(ids);
  await expect(other.links).toHaveCount(wires);
  await expect(page.getByRole('button', { name: 'Make it mine' })).toBeVisible();
  // what a stranger packed is unpacked beside the page, not in it
  expect(readers.some((url) => /\/linkWorker-[\w-]+\.js$/.test(url))).toBe(true);

  // ... and finds their own again.
  await page.goto('about:blank');
  await other.open();
  await expect(page.locator('[data-node-id]')).toHaveCount(own.length);
  expect((await other.nodeIds()).sort()).toEqual(own);
  expect(complaints).toEqual([]);
  await elsewhere.close();
});

test('a file that was saved opens as the same design', async ({ app }) => {
  await app.open('?template=balanced&paused');
  const ids = (await app.nodeIds()).sort();
  const saving = app.page.waitForEvent('download');
  await app.page.keyboard.press('ControlOrMeta+s');
  const path = await (await saving).path();

  await app.blank();
  await openFile(app, path);
  await expect(app.page.locator('[data-node-id]')).toHaveCount(ids.length);
  expect((await app.nodeIds()).sort()).toEqual(ids);
});

test('a link to a moment opens that second of that run: same digits, same part, same request, and the note as text', async ({
  app,
  browser,
}) => {
  const { page } = app;
  await app.open('?template=balanced&paused');
  await app.runTo(12);
  const stands = await app.clock();
  const pane = await app.openRequests();
  await pane.locator('[data-request]').first().click();
  const took = await pane.locator('[data-story]').getAttribute('data-took');
  await page.locator('[data-node-id="web-1"]').click({ position: { x: 60, y: 12 } });
  const note = 'Look at <img src=x onerror=alert(1)> this "queue"';
  const { link, fingerprint } = await app.shareMoment(note);
  expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);

  const elsewhere = await browser.newContext();
  const other = appOf(await elsewhere.newPage());
  const complaints = complaintsOf(other.page);
  await other.page.goto(link);
  const strip = other.page.getByTestId('shared-moment');
  await expect(strip).toContainText(note);
  await expect(strip.locator('img')).toHaveCount(0);
  // on its way there it does not play, so it is paused before it stands
  await expect.poll(other.clock).toBe(stands);
  expect(await other.status()).toBe('paused');
  await expect(other.node('web-1')).toHaveAttribute('data-selected', 'true');
  await expect(other.requests.locator('[data-story]')).toHaveAttribute('data-took', took ?? '');
  expect((await other.shareMoment('again')).fingerprint).toBe(fingerprint);

  // it goes on from there, and back again
  await other.play();
  await expect.poll(other.clock).toBeGreaterThan(stands + 0.5);
  await strip.getByRole('button', { name: 'Back to this moment' }).click();
  await expect(strip).toHaveAttribute('data-there', 'true');
  expect((await other.shareMoment('again')).fingerprint).toBe(fingerprint);
  expect(complaints).toEqual([]);
  await elsewhere.close();
});
