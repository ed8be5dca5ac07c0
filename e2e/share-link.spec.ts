/** A link carries the whole design, and never takes anything from whoever opens it. */

import { appOf, complaintsOf, expect, test } from './app.ts';

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
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.locator('[data-node-id]')).toHaveCount(ids.length);
  expect((await other.nodeIds()).sort()).toEqual(ids);
  await expect(other.links).toHaveCount(wires);
  await expect(page.getByRole('button', { name: 'Make it mine' })).toBeVisible();

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
  const choosing = app.page.waitForEvent('filechooser');
  await app.page.keyboard.press('ControlOrMeta+o');
  await (await choosing).setFiles(path);
  await expect(app.page.locator('[data-node-id]')).toHaveCount(ids.length);
  expect((await app.nodeIds()).sort()).toEqual(ids);
});
