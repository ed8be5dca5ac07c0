/** Everything that can be done, found by typing; the menus of the canvas; search on it. */

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type App, expect, test } from './app.ts';
import { keysListen } from './keysListen.ts';

const rows = (page: Page) => page.locator('[role="option"]');
const row = (page: Page, id: string) => page.locator(`[role="option"][data-row="${id}"]`);
const menu = (page: Page) => page.locator('[role="menu"]');
const item = (page: Page, name: string | RegExp) => page.getByRole('menuitem', { name });

async function ready(app: App, address: string): Promise<void> {
  await app.open(address);
  await keysListen(app);
}

async function palette(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('combobox', { name: /All commands|모든 명령/ })).toBeFocused();
  await page.keyboard.type(typed);
}

const middleOf = async (app: App): Promise<{ x: number; y: number }> => {
  const box = (await app.canvas.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height - 24 };
};

test('the palette does, adds, goes, opens and jumps to a setting; what was done lately is first', async ({ app }) => {
  const { page } = app;
  await ready(app, '?template=single&paused');
  await palette(page, 'add nosql');
  await expect(rows(page).first()).toHaveAttribute('data-row', 'add:nosql');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-node-id][data-kind="nosql"]')).toHaveCount(1);

  await palette(page, 'go to web');
  await page.keyboard.press('Enter');
  await expect(app.node('web-1')).toHaveAttribute('data-selected', 'true');

  await palette(page, 'longest wait web');
  await expect(rows(page).first()).toHaveAttribute('data-row', /^set:web-1:/);
  const field = ((await rows(page).first().getAttribute('data-row')) ?? '').split(':')[2];
  await page.keyboard.press('Enter');
  await expect(app.field(field ?? '').locator(':focus')).toBeVisible();

  await palette(page, '');
  await expect(rows(page).first()).toHaveAttribute('data-row', /^set:web-1:/);
  await expect(rows(page).nth(2)).toHaveAttribute('data-row', 'add:nosql');
  await page.keyboard.type('cache stampede');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-node-id]').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: /title/i })).toHaveValue(/stampede/i);
});

test('what cannot be done is shown with the reason, and Enter does not do it', async ({ app }) => {
  const { page } = app;
  await ready(app, '?template=single&paused');
  await palette(page, 'redo');
  await expect(row(page, 'redo')).toHaveAttribute('aria-disabled', 'true');
  await expect(row(page, 'redo')).toContainText('Nothing to do again');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText('Nothing to do again');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the palette breaks, repairs and sets the speed of a run', async ({ app }) => {
  const { page } = app;
  await ready(app, '?template=single&paused');
  await app.runTo(3);
  await palette(page, 'crash web');
  await expect(rows(page).first()).toHaveAttribute('data-row', 'crash:web-1');
  await page.keyboard.press('Enter');
  await palette(page, 'speed max');
  await page.keyboard.press('Enter');
  await expect(app.runBar.getByText('max', { exact: true })).toBeVisible();
  await app.runTo(6);
  await expect(app.node('web-1')).toHaveAttribute('data-health', 'down');
  await palette(page, 'recover web');
  await page.keyboard.press('Enter');
  await app.runTo(12);
  await expect(app.node('web-1')).not.toHaveAttribute('data-health', 'down');
});

test('the palette breaks wires and regions, pins the moment and goes to one that is typed', async ({ app }) => {
  const { page } = app;
  await ready(app, '?template=far-users&paused');
  await app.runTo(3);
  const failed = async (): Promise<number> => Number(await app.metric('failed'));
  expect(await failed()).toBe(0);
  await palette(page, 'power loss');
  await expect(row(page, 'lose:dc-2')).toBeVisible();
  await page.keyboard.press('Escape');
  await palette(page, 'certificate expired');
  await expect(rows(page).first()).toHaveAttribute('data-row', /^certificate:/);
  await page.keyboard.press('Enter');
  await palette(page, 'pin this');
  await page.keyboard.press('Enter');
  await palette(page, '0:08');
  await expect(rows(page).first()).toHaveAttribute('data-row', 'moment');
  await page.keyboard.press('Enter');
  await expect.poll(() => app.clock(), { timeout: 80_000 }).toBe(8);
  await expect.poll(failed).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Pins' }).click();
  await expect(page.getByRole('button', { name: 'Go to 0:03.0' })).toBeVisible();
});

test('in Korean: first consonants, half letters and English names find the same', async ({ app }) => {
  const { page } = app;
  await ready(app, '?template=single&paused&lang=ko');
  for (const typed of ['ㅋㅅ ㅊㄱ', '캐시 추', 'cache']) {
    await palette(page, typed);
    await expect(row(page, 'add:cache').first()).toBeVisible();
    await page.keyboard.press('Escape');
  }
  await palette(page, '실행 취');
  await expect(rows(page).first()).toHaveAttribute('data-row', 'undo');
  await expect(row(page, 'undo')).toContainText('취소할 것이 없습니다');
  // a letter under way keeps Enter for itself
  await page.evaluate(() =>
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, isComposing: true })),
  );
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('the number of hits is said once, arrows move on, and axe finds nothing serious', async ({ app }) => {
  const { page } = app;
  await ready(app, '?template=single&paused');
  await palette(page, 'web');
  const box = page.getByRole('combobox', { name: 'All commands' });
  const status = page.getByRole('dialog').getByRole('status');
  await expect(status).toHaveText(/^\d+ commands fit$/);
  const first = await box.getAttribute('aria-activedescendant');
  await page.keyboard.press('ArrowDown');
  await expect(box).not.toHaveAttribute('aria-activedescendant', first ?? '');
  await page.keyboard.press('ArrowUp');
  await expect(box).toHaveAttribute('aria-activedescendant', first ?? '');
  await expect(page.locator('[role="option"][aria-selected="true"]')).toHaveCount(1);
  const { violations } = await new AxeBuilder({ page }).include('dialog[open]').analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([]);
  await page.keyboard.type('xyzzy');
  await expect(status).toHaveText('Nothing fits “webxyzzy”');
});

test('a part, a wire, several parts and the empty canvas have menus of their own', async ({ app }) => {
  const { page } = app;
  await ready(app, '?template=balanced&paused');
  const cards = page.locator('[data-node-id]');
  const count = await cards.count();
  await app.node('web-1').click({ button: 'right', position: { x: 60, y: 12 } });
  await expect(app.node('web-1')).toHaveAttribute('data-selected', 'true');
  await item(page, /^Duplicate/).click();
  await expect(cards).toHaveCount(count + 1);
  await expect(menu(page)).toHaveCount(0);

  const at = await middleOf(app);
  await page.mouse.click(at.x, at.y, { button: 'right' });
  await item(page, /^Add a part here/).click();
  await expect(page.getByRole('combobox', { name: 'Add a part' })).toBeFocused();
  await page.keyboard.type('cache');
  await page.keyboard.press('Enter');
  await expect(cards).toHaveCount(count + 2);
  const cache = page.locator('[data-node-id][data-kind="cache"][data-selected="true"]');
  const box = (await cache.boundingBox())!;
  expect(Math.abs(box.x + box.width / 2 - at.x)).toBeLessThan(16);

  await page.keyboard.press('ControlOrMeta+a');
  await app.node('web-1').click({ button: 'right', position: { x: 60, y: 12 } });
  await expect(menu(page).first()).toContainText(/\d+ parts/);
  await item(page, /^Delete/).click();
  await expect(cards).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(cards).toHaveCount(count + 2);
});

test('the menu key opens the menu of what is selected and gives the keyboard back; a right drag opens none', async ({ app }) => {
  const { page } = app;
  await ready(app, '?template=balanced&paused');
  const card = page.locator('.react-flow__node[data-id="web-1"]');
  await card.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+F10');
  await expect(menu(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu(page)).toHaveCount(0);
  await expect(page.locator('.react-flow__node:focus')).toHaveCount(1);

  await page.keyboard.press('b');
  await expect(item(page, /^Crash/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu(page)).toHaveCount(0);

  const from = await middleOf(app);
  const before = await app.placeOf('web-1');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down({ button: 'right' });
  await page.mouse.move(from.x - 60, from.y - 40, { steps: 6 });
  await page.mouse.up({ button: 'right' });
  await expect.poll(async () => (await app.placeOf('web-1')).x).toBeLessThan(before.x);
  await expect(menu(page)).toHaveCount(0);
});

test('a long press on a screen that is touched opens the menu', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 1280, height: 800 }, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto('./?template=balanced&paused');
  await expect(page.locator('#canvas')).toHaveAttribute('aria-keyshortcuts', /Enter/);
  const card = page.locator('[data-node-id="web-1"]');
  const box = (await card.boundingBox())!;
  const client = await context.newCDPSession(page);
  const touchPoints = [{ x: box.x + 40, y: box.y + 12 }];
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await expect(page.locator('[role="menu"]')).toBeVisible();
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect(page.locator('[role="menu"]')).toBeVisible();
  await expect(card).toHaveAttribute('data-selected', 'true');
  await context.close();
});

test('search outlines what it finds, steps through it and leaves everything as it was', async ({ app }) => {
  const { page } = app;
  await ready(app, '?template=chapter&paused');
  await app.selectNode('db-1');
  const before = await app.placeOf('db-1');
  await page.keyboard.press('ControlOrMeta+f');
  const box = page.getByRole('textbox', { name: 'Find on the canvas' });
  await expect(box).toBeFocused();
  await page.keyboard.type('server');
  const found = page.locator('[data-found]');
  await expect(found.first()).toBeAttached();
  const count = await found.count();
  await expect(page.getByTestId('find-count')).toHaveText(`1 of ${count}`);
  const clarity = () => app.node('db-1').evaluate((card) => Number(getComputedStyle(card).opacity));
  await expect.poll(clarity).toBeLessThan(0.5);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('find-count')).toHaveText(`${(1 % count) + 1} of ${count}`);
  await expect(page.locator('[data-found="current"]')).toHaveCount(1);
  await page.keyboard.press('Shift+Enter');
  await expect(page.getByTestId('find-count')).toHaveText(`1 of ${count}`);
  await page.keyboard.press('Escape');
  await expect(found).toHaveCount(0);
  await expect.poll(() => app.placeOf('db-1')).toEqual(before);
  await expect(app.node('db-1')).toHaveAttribute('data-selected', 'true');
  await expect.poll(clarity).toBe(1);
});

test('the sheet lists every act, finds one by name or key, and says which have no shortcut', async ({ app }) => {
  const { page } = app;
  await ready(app, '?template=single&paused');
  await page.keyboard.press('Shift+Slash');
  const lines = app.dialog.locator('[data-shortcut]');
  await expect(app.dialog.locator('[data-shortcut="moveInto"]')).toContainText('no shortcut');
  await app.dialog.getByRole('searchbox').fill('undo');
  await expect(lines.first()).toHaveAttribute('data-shortcut', 'undo');
  await expect(app.dialog.locator('[data-shortcut="tidy"]')).toHaveCount(0);
  await app.dialog.getByRole('searchbox').fill('f2');
  await expect(lines).toHaveCount(1);
  await expect(lines).toContainText('Rename');
});

test('the palette shows the last run in the charts, saves a chart that has no room yet, and asks what would help', async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 1024, height: 768 });
  await app.open('?template=balanced&paused&lang=en');
  await palette(page, 'last run');
  await expect(page.getByRole('option').first()).toContainText('There is no run before this one');
  await page.keyboard.press('Escape');
  await app.runTo(6);
  const saved = page.waitForEvent('download');
  await palette(page, 'csv failed requests');
  await page.keyboard.press('Enter');
  expect((await saved).suggestedFilename()).toBe('faultline-errors.csv');
  await expect(page.locator('[data-chart="errors"]')).toBeVisible();
  await page.keyboard.press('r');
  await app.runTo(3);
  const ghost = page.getByRole('button', { name: 'last run' });
  await expect(ghost).toHaveAttribute('aria-pressed', 'true');
  await palette(page, 'last run');
  await page.keyboard.press('Enter');
  await expect(ghost).toHaveAttribute('aria-pressed', 'false');
  await palette(page, 'what would help');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('requests').locator('[data-tailing]')).not.toHaveAttribute('data-tailing', 'idle');
});

test('M is on the sheet of shortcuts, where an interview is', async ({ app }) => {
  await app.open('?template=single&paused&lang=en');
  await keysListen(app);
  await app.page.keyboard.press('?');
  await expect(app.dialog.locator('[data-shortcut="mark"]')).toContainText('Mark this moment');
  await expect(app.dialog.locator('[data-shortcut="mark"] kbd')).toHaveText('M');
});
