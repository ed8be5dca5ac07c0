/**
 * A tab that nobody sees, and one that stands: no time passes in it and nothing is computed, in the page or in its engine. Driven without
 * Playwright, which tells every page that it is seen, in a browser that has tabs to hide one behind another.
 */

import { expect, test } from '@playwright/test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { args, findWholeBrowser } from '../scripts/browser.mjs';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

let browser: Browser;

test.beforeAll(async () => {
  const executablePath = findWholeBrowser();
  if (!executablePath) throw new Error('this needs Chromium or Chrome itself, not its headless shell alone');
  browser = await puppeteer.launch({ executablePath, headless: true, args: [...args, '--no-sandbox'] });
  // Once in its life a page fetches all of the build to be kept, and the browser then compiles it ahead: that is work, and none of the run's.
  const page = await open('?template=balanced&paused&lang=en');
  await page.waitForSelector('[data-offline="ready"]', { timeout: 60_000 });
  await wait(10_000);
  await page.close();
});
test.afterAll(() => browser?.close());

async function open(address: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(new URL(address, test.info().project.use.baseURL).href);
  await page.waitForSelector('#timeline [role="slider"]', { timeout: 60_000 });
  return page;
}

const statusOf = (page: Page) => page.$eval('[data-testid="run-status"]', (status) => status.getAttribute('data-status'));
const clockOf = (page: Page) =>
  page.$eval('[data-testid="clock"]', (clock) =>
    (clock.textContent ?? '')
      .trim()
      .split(/[\s/]/)[0]!
      .split(':')
      .reduce((sum, part) => sum * 60 + Number(part), 0),
  );
const isHidden = (page: Page) => page.evaluate(() => document.hidden);

/** Seconds that each process of pages has computed so far, engines included. */
async function computed(page: Page): Promise<ReadonlyMap<number, number>> {
  const root = await page.browser().target().createCDPSession();
  const { processInfo } = await root.send('SystemInfo.getProcessInfo');
  await root.detach();
  return new Map(processInfo.filter(({ type }) => type === 'renderer').map(({ id, cpuTime }) => [id, cpuTime]));
}

/** Seconds of work within so many: of the process that does most, since the browser counts each in hundredths of a second and keeps spare ones. */
async function workIn(page: Page, ms: number): Promise<number> {
  const before = await computed(page);
  await wait(ms);
  return Math.max(...[...(await computed(page))].map(([id, seconds]) => seconds - (before.get(id) ?? 0)));
}

const wait = (ms: number) => new Promise((go) => setTimeout(go, ms));

/** Of one core, 1 %, in seconds within five. */
const mostWork = 0.05;

/** What it works in five seconds, once it has stood for twelve, within which the browser collects its garbage; the least of three looks. */
async function workInFive(page: Page): Promise<number> {
  await wait(12_000);
  let least = Number.POSITIVE_INFINITY;
  for (let look = 0; look < 3 && least >= mostWork; look++) least = Math.min(least, await workIn(page, 5000));
  return least;
}

test('a run behind another tab stands still, costs nothing and goes on where it was', async () => {
  const page = await open('?template=balanced&speed=1&lang=en');
  await expect.poll(() => clockOf(page), { timeout: 30_000 }).toBeGreaterThan(1);
  expect(await workIn(page, 2000), 'what is measured is the work of pages').toBeGreaterThan(mostWork);

  const other = await browser.newPage();
  await other.bringToFront();
  await expect.poll(() => isHidden(page)).toBe(true);
  await expect.poll(() => statusOf(page)).toBe('paused');
  const stood = await clockOf(page);
  expect(await workInFive(page)).toBeLessThan(mostWork);
  expect(await clockOf(page)).toBe(stood);

  const shownAt = Date.now();
  await page.bringToFront();
  await expect.poll(() => isHidden(page)).toBe(false);
  await expect.poll(() => statusOf(page)).toBe('playing');
  expect(await page.$eval('body', (body) => body.innerText)).toMatch(/Paused at 0:\d\d\.\d while this tab was hidden/);
  const back = await clockOf(page);
  // once as fast as the clock on the wall since it is seen again; the seconds in the dark are not made up for
  expect(back - stood).toBeLessThan((Date.now() - shownAt) / 1000 + 1);
  await expect.poll(() => clockOf(page)).toBeGreaterThan(stood + 0.5);
  await page.close();
  await other.close();
});

test('a tab that the browser froze, as it does with those nobody has looked at for long, goes on where it was', async () => {
  const page = await open('?template=balanced&speed=1&lang=en');
  await expect.poll(() => clockOf(page), { timeout: 30_000 }).toBeGreaterThan(1);
  const other = await browser.newPage();
  await other.bringToFront();
  await expect.poll(() => statusOf(page)).toBe('paused');
  const stood = await clockOf(page);
  const session = await page.createCDPSession();
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await wait(4000);
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  const shownAt = Date.now();
  await page.bringToFront();
  await expect.poll(() => clockOf(page)).toBeGreaterThan(stood + 0.5);
  expect((await clockOf(page)) - stood).toBeLessThan((Date.now() - shownAt) / 1000 + 1);
  await page.close();
  await other.close();
});

test('a run that was paused costs nothing, with the page in sight', async () => {
  const page = await open('?template=chapter&lang=en');
  await expect.poll(() => clockOf(page), { timeout: 30_000 }).toBeGreaterThan(1);
  await page.keyboard.press('Space');
  await expect.poll(() => statusOf(page)).toBe('paused');
  expect(await isHidden(page)).toBe(false);
  expect(await workInFive(page)).toBeLessThan(mostWork);
  await page.close();
});
