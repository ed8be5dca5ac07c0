/** Keys that come before what they are for: the keyboard is for what was asked for, however late that is. */

import type { Page } from '@playwright/test';
import { type App, expect, test } from './app.ts';
import { keepBack } from './keepBack.ts';
import { keysListen } from './keysListen.ts';

const picker = (page: Page) => page.getByRole('dialog');

async function toCard(app: App, kind: string): Promise<string> {
  await keysListen(app);
  const id = (await app.page.locator(`[data-node-id][data-kind="${kind}"]`).first().getAttribute('data-node-id')) ?? '';
  const card = app.page.locator(`.react-flow__node[data-id="${id}"]`);
  await card.focus();
  await expect(card).toBeFocused();
  return id;
}

test('who types on before the settings are there types into them, and no key acts on the canvas', async ({ app }) => {
  const { page } = app;
  const letThrough = await keepBack(page, /\/parts-[\w-]+\.js$/);
  await app.open('?template=single&paused');
  const cards = page.locator('[data-node-id]');
  const count = await cards.count();
  const web = await toCard(app, 'web-server');
  await page.keyboard.press('Control+ArrowDown');
  const moved = await app.placeOf(web);
  await page.keyboard.press('F2');
  await page.keyboard.type('Shop c/?x');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Delete');
  await page.keyboard.press('ControlOrMeta+z');
  letThrough();
  const name = app.inspector.getByRole('textbox', { name: 'Name' });
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('Shop c/?');
  await expect(picker(page)).toHaveCount(0);
  await expect(cards).toHaveCount(count);
  expect(await app.placeOf(web)).toEqual(moved);
  await page.keyboard.press('Enter');
  await expect(app.node(web)).toContainText('Shop c/?');
});

test('a name and Enter, typed before the list of parts is there, add that part', async ({ app }) => {
  const { page } = app;
  const letThrough = await keepBack(page, /\/PartPicker-[\w-]+\.js$/);
  await app.open('?template=single&paused');
  const cards = page.locator('[data-node-id]');
  const count = await cards.count();
  await toCard(app, 'web-server');
  await page.keyboard.press('/');
  await page.keyboard.type('cache');
  await page.keyboard.press('Enter');
  await page.keyboard.type('xx');
  await expect(cards).toHaveCount(count);
  letThrough();
  await expect(cards).toHaveCount(count + 1);
  await expect(picker(page)).toHaveCount(0);
  await expect(page.locator('[data-node-id][data-kind="cache"]').last()).toBeVisible();
});

test('a dialog on its way has the keyboard already, and Esc sends it back', async ({ app }) => {
  const { page } = app;
  const letThrough = await keepBack(page, /\/Dialogs-[\w-]+\.js$/);
  await app.open('?template=single&paused');
  await toCard(app, 'web-server');
  await page.keyboard.press('?');
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await expect(picker(page)).toHaveAccessibleName(/^Connect/);
  await page.keyboard.press('Escape');
  await toCard(app, 'web-server');
  await page.keyboard.press('?');
  await page.keyboard.type('c/');
  letThrough();
  await expect(picker(page)).toHaveAccessibleName('Keyboard shortcuts');
  await page.keyboard.press('Escape');
  await expect(picker(page)).toHaveCount(0);
});

test('a number that is asked about the moment it is drawn is explained', async ({ app }) => {
  await app.page.addInitScript(() => {
    const press = () => {
      const number = document.querySelector<HTMLElement>('[data-summary] [data-why="availability"]');
      if (!number) return;
      watch.disconnect();
      number.click();
    };
    const watch = new MutationObserver(press);
    watch.observe(document, { childList: true, subtree: true });
  });
  await app.open('?template=first-visit&slow=0&t=30');
  await expect(app.page.locator('[data-explains="availability"]')).toContainText('Served ÷ (offered');
});
