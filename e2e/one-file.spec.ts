/** The page as one file on a disk: no host, no network. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { appOf, complaintsOf, expect, test } from './app.ts';

const file = join(fileURLToPath(new URL('../dist', import.meta.url)), 'faultline.html');
const address = pathToFileURL(file).href;

test('one file opens from the disk, runs, keeps work, makes links, and asks nobody for anything', async ({ context }) => {
  await context.setOffline(true);
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const app = appOf(page);
  await page.goto(`${address}?template=chapter&paused&lang=ko`);
  await expect(page.locator('[data-node-id]').first()).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await page.getByRole('button', { name: '재생', exact: true }).click();
  await expect.poll(app.clock).toBeGreaterThan(1);
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: /^공유/ }).click();
  const box = page.locator('dialog[open] textarea, dialog[open] input[readonly]').first();
  await expect(box).toHaveValue(/^file:.*faultline\.html#a1\./);
  const link = await box.inputValue();
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.locator('[data-node-id]')).toHaveCount((await app.nodeIds()).length);
  await other.goto(`${address}?template=balanced&paused&lang=en`);
  const kept = appOf(other);
  await expect(other.locator('[data-node-id]').first()).toBeVisible();
  const parts = await kept.editAndSave();
  await other.goto(address);
  await expect.poll(async () => (await kept.nodeIds()).sort()).toEqual(parts);
  expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('blob:') && !url.startsWith('data:'))).toEqual([]);
  expect(asked.filter((url) => url.startsWith('file:'))).toEqual([`${address}?template=chapter&paused&lang=ko`]);
  expect(complaints).toEqual([]);
});

test('its policy names its scripts and styles by what is in them', () => {
  const html = readFileSync(file, 'utf8');
  const [, policy = ''] = /Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[\w+/=]+' 'sha256-[\w+/=]+'; style-src 'sha256-[\w+/=]+';/);
  expect(policy).not.toMatch(/unsafe|\*|https?:|connect-src/);
  expect(policy).toContain("require-trusted-types-for 'script'");
});

test('the menu offers the file', async ({ app }) => {
  await app.open('?template=balanced&paused');
  await app.page.getByRole('button', { name: 'Menu' }).click();
  const download = app.page.waitForEvent('download');
  await app.page.getByRole('menuitem', { name: 'Download Faultline as one file' }).click();
  expect((await download).suggestedFilename()).toBe('faultline.html');
});

test('the file has the licences of what it is made of in it', async ({ page }) => {
  await page.goto(`${address}?template=single&paused&lang=en`);
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'All commands' }).fill('simulated', { timeout: 1000 });
  }).toPass();
  await page.keyboard.press('Enter');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Licences of what the page is built with' }).click();
  const saved = readFileSync(await (await download).path(), 'utf8');
  expect(saved).toMatch(/^react \d+\.\d+\.\d+ \(MIT\)$/m);
  // what only the embedded player is made of stands at the end of the list on the host
  const onHost = readFileSync(join(file, '../licences.txt'), 'utf8').replaceAll('\r\n', '\n');
  expect(onHost.startsWith(saved.trimEnd())).toBe(true);
});
