/** Windows on a slow network: what was asked for says that it is coming, can be let go of, and once open it stays open. */

import { expect, test } from './app.ts';
import { keepBack } from './keepBack.ts';
import { keysListen } from './keysListen.ts';

const everyScript = /\.js$/;

test('a window that is long in coming says so, hears Escape and Cancel, and comes when it is there', async ({ app }) => {
  await app.open('?template=single&paused');
  const letThrough = await keepBack(app.page, everyScript);
  const ask = (): Promise<void> => app.page.keyboard.press('v');
  await ask();
  const coming = app.page.getByRole('dialog', { name: 'Loading…' });
  await expect(coming).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(coming).toHaveCount(0);
  await ask();
  await coming.getByRole('button', { name: 'Cancel' }).click();
  await expect(coming).toHaveCount(0);
  // Escape before anything is to be seen is heard, too
  await ask();
  await app.page.keyboard.press('Escape');
  // the keyboard comes back to where it was, over two windows
  const before = app.page.getByRole('button', { name: 'Outline' });
  await before.focus();
  await ask();
  await expect(coming).toBeVisible();
  letThrough();
  await expect(app.dialog.getByRole('heading', { name: 'Compare two designs' })).toBeFocused();
  await expect(coming).toHaveCount(0);
  await app.closeDialog();
  await expect(before).toBeFocused();
});

test('what is typed while the list of commands is long in coming is typed into it', async ({ app }) => {
  await app.open('?template=single&paused');
  // keys come right after the first picture
  await keysListen(app);
  const letThrough = await keepBack(app.page, everyScript);
  await app.page.keyboard.press('ControlOrMeta+k');
  await app.page.keyboard.type('Temp');
  await expect(app.page.getByRole('dialog', { name: 'Loading…' })).toBeVisible();
  await app.page.keyboard.type('lates');
  letThrough();
  await expect(app.dialog.getByRole('combobox')).toHaveValue('Templates');
});

test('once open a window stays open while parts of it are still coming, and one Escape closes it', async ({ app }) => {
  await app.open('?template=single&paused');
  await app.runTo(3);
  await app.page
    .locator('#run')
    .getByRole('button', { name: /^Restart, same/ })
    .click();
  await app.runTo(2);
  await app.page.locator('#timeline').getByRole('button', { name: 'Notebook of runs' }).click();
  const first = app.dialog.locator('[data-run="1"]');
  await expect(first).toBeVisible();
  // one that is taken out of the page tells nobody that it was closed
  await app.page.evaluate(() => {
    const { close } = HTMLDialogElement.prototype;
    HTMLDialogElement.prototype.close = function (answer) {
      if (this.dataset.screen) document.body.append(new Comment('closed'));
      close.call(this, answer);
    };
  });
  /** How often a whole window was closed: by hand, or by React when it hides what waits for a part of it. */
  const closings = (): Promise<number> =>
    app.page.evaluate(() => [...document.body.childNodes].filter((one) => one instanceof Comment && one.data === 'closed').length);
  // each a little later, so that parts of parts come late, too
  await app.page.route('**/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  await first.getByRole('button', { name: 'Compare run 1 with the one watched now' }).click();
  await expect(app.dialog.locator('[data-side="B"]')).toBeVisible({ timeout: 20_000 });
  await app.dialog.getByRole('button', { name: 'Play both' }).click();
  await expect(app.dialog.locator('svg[role="img"]').first()).toBeVisible({ timeout: 20_000 });
  expect(await closings()).toBe(0);
  await app.page.keyboard.press('Escape');
  await expect(app.dialog).toHaveCount(0);
  expect(await closings()).toBe(1);
});
