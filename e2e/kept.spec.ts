/** What belongs to a document beside its design is there again after a reload: pins and the notebook. */

import { type App, expect, test } from './app.ts';

const timeline = ({ page }: App) => page.locator('#timeline');

/** Whether anything of this text lies in the page's store on this device. */
const isKept = ({ page }: App, text: string): Promise<boolean> =>
  page.evaluate(
    (wanted) =>
      new Promise<boolean>((done) => {
        const opening = indexedDB.open('faultline');
        opening.onsuccess = () => {
          const all = opening.result.transaction('documents').objectStore('documents').getAll();
          all.onsuccess = () => {
            opening.result.close();
            done(JSON.stringify(all.result).includes(wanted));
          };
        };
      }),
    text,
  );

async function openNotebook(app: App): Promise<void> {
  await timeline(app).getByRole('button', { name: 'Notebook of runs' }).click();
  await expect(app.dialog.locator('[data-run]').first()).toBeVisible();
}

test('a reload finds the pins and the notebook', async ({ app }) => {
  await app.open('?paused');
  await app.editAndSave();
  await app.runTo(3);
  const stood = await app.clock();
  await timeline(app).getByRole('button', { name: 'Pins' }).click();
  const pins = app.page.getByRole('dialog', { name: 'Pins' });
  await pins.getByRole('button', { name: /^Pin 0:0/ }).click();
  await pins.getByRole('textbox').fill('before lunch');
  await pins.getByRole('textbox').press('Enter');
  await app.page.keyboard.press('Escape');
  await app.page
    .locator('#run')
    .getByRole('button', { name: /^Restart, same/ })
    .click();
  await app.runTo(1);
  await openNotebook(app);
  const note = app.dialog.locator('[data-run="1"]').getByRole('textbox');
  await note.fill('the calm one');
  await note.press('Enter');
  await app.closeDialog();
  for (const text of ['before lunch', 'the calm one']) await expect.poll(() => isKept(app, text)).toBe(true);

  await app.page.reload();
  await expect(app.page.locator('[data-node-id]').first()).toBeVisible();
  const pin = app.page.getByRole('toolbar', { name: 'Events' }).getByRole('button', { name: /before lunch/ });
  await expect(pin).toBeVisible();
  await openNotebook(app);
  await expect(app.dialog.locator('[data-run="1"]').getByRole('textbox')).toHaveValue('the calm one');
  await app.closeDialog();
  // and it leads there, in a run that has been nowhere yet
  await pin.click();
  await expect.poll(app.clock).toBeCloseTo(stood, 1);
});
