/** The outline, the equal second view: everything by keys and by what the accessibility tree says. No mouse, no canvas. */

import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { type App, expect, test } from './app.ts';
import { keysListen } from './keysListen.ts';

/** Gives the keyboard to something by its role and name, as a screen reader does, and presses a key on it. */
async function pressOn(target: Locator, key: string): Promise<void> {
  await target.focus();
  await expect(target).toBeFocused();
  await target.page().keyboard.press(key);
}

const outlineOf = (page: Page) => page.getByRole('region', { name: 'Outline', exact: true });
const line = (page: Page, name: string) => outlineOf(page).getByRole('button', { name, exact: true });
const rowOf = (page: Page, name: string) =>
  page.locator('[data-outline-node]').filter({ has: page.getByRole('button', { name, exact: true }) });

async function openOutline(app: App, address: string): Promise<void> {
  await app.open(address);
  await keysListen(app);
  await app.page.keyboard.press('o');
  await expect(outlineOf(app.page)).toBeVisible();
}

/** Chooses in a native list by typing, as people do. */
async function choose(list: Locator, words: string): Promise<void> {
  await list.focus();
  await list.page().keyboard.type(words);
  await expect(list.locator('option:checked')).toHaveText(words);
}

async function add(page: Page, kind: string, caller: string | null): Promise<void> {
  const count = await page.locator('[data-outline-node]').count();
  await choose(page.getByRole('combobox', { name: 'Part to add' }), kind);
  const how = page.getByRole('combobox', { name: 'How it is wired' });
  if (caller !== null) await choose(how, `called by ${caller}`);
  await pressOn(outlineOf(page).getByRole('button', { name: 'Add', exact: true }), 'Enter');
  await expect(page.locator('[data-outline-node]')).toHaveCount(count + 1);
}

test('a design is built, run, broken, understood and shared by keyboard alone', async ({ app }) => {
  const { page } = app;
  await openOutline(app, '?template=single&paused');
  await pressOn(page.getByRole('button', { name: 'Templates' }), 'Enter');
  await pressOn(app.dialog.getByRole('button', { name: /^Blank canvas/ }), 'Enter');
  await expect(page.locator('[data-outline-node]')).toHaveCount(0);

  await add(page, 'Users', null);
  await add(page, 'Load balancer', 'Users');
  await add(page, 'Web server', 'Load balancer');
  await add(page, 'Web server', 'Load balancer');
  await add(page, 'Database', 'Web server 2');
  await pressOn(line(page, 'Web server'), 'c');
  await expect(page.getByRole('menuitem', { name: /^Database/ })).toBeVisible();
  await page.keyboard.type('Data');
  await expect(page.getByRole('menuitem', { name: /^Database/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('announced')).toHaveText('Connected Web server to Database.');
  await expect(rowOf(page, 'Database').locator('..')).toContainText('Receives from Web server and Web server 2.');

  // read: how long the slowest of a hundred, or with few requests of twenty, waits before
  const tail = /(p99|p95) ([\d.]+)\s(µs|ms|s)/;
  await page.keyboard.press('p');
  await expect(rowOf(page, 'Web server').locator('[data-health]')).toHaveText('healthy');
  await expect(rowOf(page, 'Users').locator('[data-numbers]')).toContainText(tail);

  // break one of the two, by its menu
  await pressOn(line(page, 'Web server'), 'b');
  await expect(page.getByRole('menuitem', { name: /^Crash/ })).toBeFocused();
  await page.keyboard.press('Enter');

  // which failed, and when
  await expect(rowOf(page, 'Web server').locator('[data-health]')).toHaveText('down');
  await expect(rowOf(page, 'Web server').locator('[data-numbers]')).toContainText('down');
  await expect(page.getByRole('region', { name: 'What is going on' })).toContainText(/Web server has been down since \d+:\d\d/);
  await expect(rowOf(page, 'Web server 2').locator('[data-health]')).not.toHaveText('down');
  await expect(rowOf(page, 'Users').locator('[data-numbers]')).toContainText(tail);

  await pressOn(page.getByRole('button', { name: /^Share/ }), 'Enter');
  await expect(app.dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(/#a1\./);
});

test('lines are walked, renamed, moved, unwired and deleted without a mouse, and the keyboard is never lost', async ({ app }) => {
  const { page } = app;
  await openOutline(app, '?template=chapter&paused');
  await line(page, 'Users').focus();
  await page.keyboard.press('ArrowDown');
  await expect(line(page, 'Users to DNS')).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await expect(line(page, 'Users')).toBeFocused();
  // Tab goes to the buttons of this line and then leaves the list.
  await page.keyboard.press('Tab');
  await expect(outlineOf(page).getByRole('button', { name: 'Connect Users to…' })).toBeFocused();

  await pressOn(line(page, 'Cache'), 'F2');
  await expect(page.getByRole('textbox', { name: 'New name of Cache' })).toBeFocused();
  await page.keyboard.type('Memory');
  await page.keyboard.press('Enter');
  await expect(line(page, 'Memory')).toBeFocused();

  await pressOn(outlineOf(page).getByRole('button', { name: 'Move Memory to a region' }), 'Enter');
  await page.getByRole('menuitemcheckbox', { name: 'No region' }).focus();
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('list', { name: 'Parts in In no region' }).getByRole('button', { name: 'Memory', exact: true }),
  ).toBeVisible();

  await pressOn(line(page, 'Web servers to Memory'), 'x');
  await expect(page.getByTestId('announced')).toHaveText('Disconnected Web servers from Memory.');
  await expect(line(page, 'Web servers to Memory')).toHaveCount(0);
  await expect(page.locator('[data-line] :focus, [data-line]:focus')).toHaveCount(1);

  await pressOn(line(page, 'Memory'), 'Delete');
  await expect(line(page, 'Memory')).toHaveCount(0);
  await expect(page.locator('[data-line] :focus')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(line(page, 'Memory')).toHaveCount(1);
});

test('canvas and outline show one selection, the same wires and the same numbers', async ({ app }) => {
  const { page } = app;
  await app.open('?template=chapter&t=12');
  await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'paused');
  await expect.poll(app.clock).toBeGreaterThanOrEqual(12);
  // keys come right after the first picture
  await keysListen(app);
  await page.locator('.react-flow__node[data-id="web-1"]').focus();
  await page.keyboard.press('Enter');
  const arrived = await app.inspector.locator('dt', { hasText: 'Arrived' }).locator('xpath=following-sibling::dd').first().innerText();
  const wires = await app.links.count();
  // Enter went on to the settings.
  await page.locator('.react-flow__node[data-id="web-1"]').focus();
  await page.keyboard.press('o');
  await expect(line(page, 'Web servers')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('[data-outline-link]')).toHaveCount(wires);
  await expect(rowOf(page, 'Web servers').locator('[data-numbers]')).toContainText(arrived);
  await pressOn(line(page, 'Database'), 'Enter');
  await page.keyboard.press('o');
  await expect(app.node('db-1')).toHaveAttribute('data-selected', 'true');
});

test('the outline is copied as text and printed alone', async ({ app, context }) => {
  const { page } = app;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openOutline(app, '?template=chapter&t=5');
  await pressOn(outlineOf(page).getByRole('button', { name: 'Copy as text' }), 'Enter');
  await expect(page.getByTestId('announced')).toHaveText('The outline was copied.');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^The full design, at 0:0\d/);
  for (const name of await page.locator('[data-outline-node] [data-line-name]').allInnerTexts()) expect(text).toContain(`- ${name}`);

  await page.emulateMedia({ media: 'print' });
  await expect(outlineOf(page)).toBeVisible();
  await expect(app.runBar).toBeHidden();
  await expect(app.inspector).toBeHidden();
  await expect(page.getByRole('banner')).toBeHidden();
  // nothing is cut off by a scrolling pane
  expect(await outlineOf(page).evaluate((element) => element.scrollHeight - element.clientHeight)).toBeLessThanOrEqual(1);
});

for (const theme of ['light', 'dark']) {
  test(`axe finds nothing in the outline, ${theme}`, async ({ app }) => {
    await openOutline(app, `?template=chapter&paused&theme=${theme}`);
    await expect(line(app.page, 'Users')).toBeVisible();
    const { violations } = await new AxeBuilder({ page: app.page }).include('#outline').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([]);
  });
}

test('the page says by itself what changed, at most every three seconds, and how it is when asked', async ({ app }) => {
  const { page } = app;
  await app.open('?template=chapter&paused');
  await expect(page.locator('#canvas-summary')).toContainText('9 parts, 9 connections in 1 region. Paused at 0:00 of 10:00.');
  await expect(page.getByRole('application')).toHaveAttribute('aria-describedby', 'canvas-summary');
  // one voice, and none that interrupts
  await expect(page.locator('[aria-live="assertive"], [role="alert"]')).toHaveCount(0);
  await expect(page.locator('[role="status"], [aria-live]')).toHaveCount(1);
  await page.evaluate(() => {
    const heard: { at: number; text: string }[] = [];
    (window as unknown as { heard: typeof heard }).heard = heard;
    const region = document.querySelector('[data-testid="announced"]')!;
    new MutationObserver(() => heard.push({ at: performance.now(), text: region.textContent ?? '' })).observe(region, {
      childList: true,
      subtree: true,
    });
  });
  const heard = () => page.evaluate(() => (window as unknown as { heard: { at: number; text: string }[] }).heard);
  const saying = async () => (await heard()).map(({ text }) => text).join(' | ');

  await page.keyboard.press('p');
  await expect.poll(saying).toContain('Running from 0:00.0.');
  await expect.poll(app.clock).toBeGreaterThan(2);
  await app.breakNode('db-1', 'crash', /1/);
  // of several things at one moment the newest is said
  await expect.poll(saying).toMatch(/Database.* (down|no primary)/);
  await app.breakNode('db-1', 'recover', /1/);
  await expect.poll(app.clock).toBeGreaterThan(14);
  const times = (await heard()).map(({ at }) => at);
  expect(Math.min(...times.slice(1).map((at, i) => at - times[i]))).toBeGreaterThan(2900);

  await app.selectNothing();
  await page.keyboard.press('s');
  await expect(page.getByTestId('announced')).toContainText(/^9 parts, 9 connections in 1 region\. Running, 0:\d\d of 10:00\./);
  const events = async () => {
    await page.keyboard.press('Shift+S');
    return page.getByTestId('announced').innerText();
  };
  await expect.poll(events, { timeout: 30_000 }).toMatch(/\d:\d\d\.\d: Database has recovered\./);

  // who wants silence has it, and keeps it; S still answers
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Nothing by itself' }).click();
  const count = (await heard()).length;
  await app.pause();
  await page.waitForTimeout(500);
  expect((await heard()).length).toBe(count);
  await page.keyboard.press('s');
  await expect.poll(async () => (await heard()).length).toBe(count + 1);
  await page.reload();
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(page.getByRole('menuitemcheckbox', { name: 'Nothing by itself' })).toHaveAttribute('aria-checked', 'true');
});
