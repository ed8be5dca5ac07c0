/** The page with the network gone, and with a newer version on the host. The host is a server of the test's own, so that it can go away. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { appOf, expect, test } from './app.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** The built page in a folder of its own, on a host that can be changed and taken away. */
async function startHost() {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-host-'));
  cpSync(fileURLToPath(new URL('../dist', import.meta.url)), folder, { recursive: true });
  let asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    asked.push(path);
    const name = path.replace(/^\/school\//, '') || 'index.html';
    try {
      const content = readFileSync(join(folder, name));
      response.writeHead(200, { 'content-type': types[extname(name)] ?? 'text/plain', vary: 'Origin' }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    /** Not at the root: the page must work in any folder. */
    address: `http://127.0.0.1:${port}/school/`,
    folder,
    asked: () => asked,
    forgetAsked: () => {
      asked = [];
    },
    goAway: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
    end() {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

test.use({ serviceWorkers: 'allow' });
// Each keeps every file of the build, some of them twice: on two busy cores that alone is half a minute.
test.describe.configure({ timeout: 180_000 });

test('ux 4.6 #61, #22: with the network gone the page opens, runs, speaks Korean, shows what was never opened before, and shares', async ({
  page,
  context,
}) => {
  const host = await startHost();
  try {
    await page.goto(`${host.address}?template=balanced&paused`);
    await expect(page.locator('[data-offline="ready"]')).toBeVisible({ timeout: 60_000 });
    await host.goAway();

    const tab = await context.newPage();
    await tab.goto(`${host.address}?template=chapter&paused&lang=ko`);
    const app = appOf(tab);
    await expect(tab.locator('[data-node-id]').first()).toBeVisible();
    await expect(tab.locator('html')).toHaveAttribute('lang', 'ko');
    await tab.getByRole('button', { name: '재생', exact: true }).click();
    await expect.poll(app.clock).toBeGreaterThan(1);
    await tab.keyboard.press('Shift+Slash');
    await expect(tab.locator('dialog[open]')).toBeVisible();
    await tab.keyboard.press('Escape');
    await tab.getByRole('button', { name: '공유' }).click();
    const box = tab.locator('dialog[open] textarea, dialog[open] input[readonly]').first();
    await expect(box).toHaveValue(/#a1\./);
    const link = await box.inputValue();
    const other = await context.newPage();
    await other.goto(link);
    await expect(other.locator('[data-node-id]')).toHaveCount((await app.nodeIds()).length);
  } finally {
    host.end();
  }
});

test('nothing is fetched to be kept while the first picture is still being put together', async ({ page }) => {
  const host = await startHost();
  try {
    await page.goto(`${host.address}?template=single`);
    await expect.poll(appOf(page).clock).toBeGreaterThan(0);
    expect(host.asked().filter((path) => path.endsWith('/sw.js'))).toEqual([]);
    await expect.poll(() => host.asked().some((path) => path.endsWith('/sw.js')), { timeout: 30_000 }).toBe(true);
  } finally {
    host.end();
  }
});

test('ux 4.6 #61: a new version waits until it is asked for, and a page of the old one still gets its late parts', async ({
  page,
  context,
}) => {
  const host = await startHost();
  try {
    await page.goto(`${host.address}?template=balanced&paused`);
    await expect(page.locator('[data-offline="ready"]')).toBeVisible({ timeout: 60_000 });
    const old = await context.newPage();
    await old.goto(`${host.address}?template=balanced&paused`);
    await expect(old.locator('[data-node-id]').first()).toBeVisible();

    const html = join(host.folder, 'index.html');
    writeFileSync(html, readFileSync(html, 'utf8').replace('<title>Faultline</title>', '<title>Faultline, newer</title>'));
    const worker = join(host.folder, 'sw.js');
    writeFileSync(worker, readFileSync(worker, 'utf8').replace(/BUILD = "\w+"/, 'BUILD = "newer"'));
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());

    const offer = page.locator('[data-offline="newer"]');
    await expect(offer).toBeVisible({ timeout: 60_000 });
    expect(await page.title()).not.toContain('newer');
    // whoever is in an interview has no minute for it
    await expect(old.locator('[data-offline="newer"]')).toBeVisible();
    await old.evaluate(() => location.assign('#p=url-shortener'));
    await old.getByRole('dialog').getByRole('button', { name: 'Begin' }).click();
    await expect(old.locator('[data-phase="requirements"]')).toBeVisible();
    await expect(old.locator('[data-offline="newer"]')).toHaveCount(0);
    await offer.click();
    await expect.poll(() => page.title()).toContain('newer');
    await expect(page.locator('[data-node-id]').first()).toBeVisible();

    await host.goAway();
    await old.keyboard.press('Shift+Slash');
    await expect(old.locator('dialog[open]')).toBeVisible();
    await old.reload();
    await expect.poll(() => old.title()).toContain('newer');
  } finally {
    host.end();
  }
});

/** The host answers with a page that begins with another script; the files of the one before are still there. */
function deployAnew(folder: string): void {
  const html = join(folder, 'index.html');
  writeFileSync(html, readFileSync(html, 'utf8').replace(/(<script type="module"[^>]* src="[^"]+)"/, '$1?next"'));
}

test('ux 4.6 #61: a late part that does not load says so and is tried again; one that a newer host has dropped brings the page anew once', async ({
  page,
}) => {
  const host = await startHost();
  try {
    // No service worker: the host that drops old files while a page is open is the case without one.
    await page.addInitScript(() => Object.defineProperty(navigator, 'serviceWorker', { value: undefined }));
    await page.goto(`${host.address}?template=balanced&paused`);
    const app = appOf(page);
    await expect(page.locator('[data-node-id]').first()).toBeVisible();
    const parts = await app.editAndSave();
    await page.goto(host.address);
    await expect(page.locator('[data-node-id]')).toHaveCount(parts.length);
    // What says that something is missing is there before anything can be.
    await expect.poll(() => host.asked().some((path) => /\/Broken-[\w-]+\.js$/.test(path))).toBe(true);
    let loads = 0;
    page.on('load', () => {
      loads += 1;
    });

    // The line breaks, script and style sheet alike: said in its place, and nothing is opened anew.
    const dialogs = /\/Dialogs-[\w-]+\.(js|css)$/;
    const templates = page.getByRole('button', { name: 'Templates' });
    let refused = 0;
    await page.route(dialogs, (route) => {
      refused += 1;
      return route.abort();
    });
    await templates.click();
    const broken = page.locator('[data-broken="not-loaded"]');
    await expect(broken).toBeVisible();
    const once = refused;
    await broken.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => refused).toBeGreaterThan(once);
    await expect(broken).toBeVisible();
    await page.unroute(dialogs);
    // A network that wants a log-in first answers everything with a page of its own.
    let answered = 0;
    await page.route(dialogs, (route) => {
      answered += 1;
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Log in to the network</title>' });
    });
    await broken.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => answered).toBeGreaterThan(0);
    await expect(broken).toBeVisible();
    await page.unroute(dialogs);
    await broken.getByRole('button', { name: 'Try again' }).click();
    const list = page.getByRole('dialog', { name: 'Open a design' });
    expect(loads).toBe(0);
    // Chromium up to 150 remembers what was no module and does not ask for it again; the other way out that is offered there opens the page anew.
    const comes = await list.waitFor({ timeout: 5000 }).then(
      () => true,
      () => false,
    );
    if (!comes) {
      await expect(broken).toBeVisible();
      await broken.getByRole('button', { name: 'Reload the page' }).click();
      await expect(page.locator('[data-node-id]')).toHaveCount(parts.length);
      await templates.click();
    }
    await expect(list).toBeVisible();
    await expect(list.locator('div:has(> [data-template])')).toHaveCSS('display', 'grid');
    await page.keyboard.press('Escape');
    loads = 0;

    // What has no place on the page is told in a sentence that goes away.
    const tidy = /\/tidy-[\w-]+\.js$/;
    await page.route(tidy, (route) => route.abort());
    await page.locator('#canvas').getByRole('group').first().focus();
    await page.keyboard.press('l');
    await expect(page.getByText('This part did not load.').last()).toBeVisible();
    expect(loads).toBe(0);

    deployAnew(host.folder);
    const shortcuts = /\/ShortcutsDialog-[\w-]+\.js$/;
    await page.route(shortcuts, (route) => route.fulfill({ status: 404 }));
    const reloaded = page.waitForEvent('load');
    await page.keyboard.press('Shift+Slash');
    await reloaded;
    await expect(page.locator('[data-node-id]')).toHaveCount(parts.length);
    expect((await app.nodeIds()).sort()).toEqual(parts);
    // keys come after the first picture
    await expect(async () => {
      await page.keyboard.press('Shift+Slash');
      await expect(broken).toBeVisible({ timeout: 3000 });
    }).toPass({ timeout: 60_000 });
    await expect(page.locator('[data-node-id]')).toHaveCount(parts.length);
    expect(loads).toBe(1);
  } finally {
    host.end();
  }
});
