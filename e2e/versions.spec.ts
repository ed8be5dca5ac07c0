/** Earlier versions of a design: looked at, gone back to, and back again. */

import { expect, test } from './app.ts';

test('the list of versions shows what was saved and goes back to it by a step that can be undone; what cannot be read is downloaded as it is', async ({
  app,
}) => {
  const { page } = app;
  await app.open('?template=single&paused');
  const before = (await app.editAndSave()).length;
  await app.addPart('cache');
  await expect(page.getByText('Saving')).toHaveCount(0);
  await expect(page.getByRole('banner').getByText(/^Saved/)).toBeVisible();
  // a third copy, damaged by the disk
  await page.evaluate(
    () =>
      new Promise((done) => {
        const asked = indexedDB.open('faultline');
        asked.onsuccess = () => {
          const writing = asked.result.transaction('documents', 'readwrite');
          const store = writing.objectStore('documents');
          const keys = store.getAllKeys();
          keys.onsuccess = () => {
            const last = keys.result.map(String).find((key) => /^copy:.*:1$/.test(key));
            store.put('{"half of', `quarantine:${last}`);
          };
          writing.oncomplete = done;
        };
      }),
  );
  const show = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('menuitem', { name: 'Earlier versions…' }).click();
  };
  await show();
  const versions = app.dialog.locator('[data-version]');
  await expect(versions).toHaveCount(3);
  await expect(versions.first()).toContainText('(now)');
  await expect(app.dialog.getByRole('button', { name: 'Go back to this' })).toBeDisabled();
  await versions.last().click();
  await expect(versions.last()).toContainText('cannot be read');
  const download = page.waitForEvent('download');
  await app.dialog.getByRole('button', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toMatch(/-unreadable\.txt$/);
  await versions.nth(1).click();
  await app.dialog.getByRole('button', { name: 'Go back to this' }).click();
  await expect(page.locator('[data-node-id]')).toHaveCount(before);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.locator('[data-node-id]')).toHaveCount(before + 1);
});
