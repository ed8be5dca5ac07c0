/**
 * Pictures that hold the look still, taken with our own fonts, a fixed run, a fixed wall clock and no motion. Two things are kept of each: the
 * picture, which may differ by how an engine smooths letters, and the places of all that is pressed, read first or filled in, which may not
 * differ by a pixel (`<name>.places.txt`).
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { moved, type Place, placesIn, readPlaces, writePlaces } from './places.ts';

const from = createRequire(import.meta.url);
const weights = [400, 500, 600, 700];
/** Web address under the page's own -> file. */
const fonts = new Map<string, string>(
  weights.flatMap((weight) => [
    [`latin-${weight}`, from.resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`)],
    [`korean-${weight}`, from.resolve(`@fontsource/noto-sans-kr/files/noto-sans-kr-korean-${weight}-normal.woff2`)],
  ]),
);
const folder = join(import.meta.dirname, 'pictures');
/** What every clock on the wall shows. */
const noon = new Date('2026-03-02T03:00:00Z');

export interface Picture {
  name: string;
  /** Begins with ? or #; made when it is needed where it takes time. */
  address: string | (() => Promise<string>);
  /** Before the page is fetched. */
  before?: (page: Page) => Promise<unknown>;
  /** What is done before the picture. */
  act?: (page: Page) => Promise<unknown>;
  part: (page: Page) => Locator;
  /** Within what nothing may move; left out: the part itself. */
  around?: (page: Page) => Locator;
  /** What may look different every time. */
  mask?: (page: Page) => Locator[];
  /** Of the window; left out: 1440 x 900. */
  size?: { width: number; height: number };
}

/** The same letters on every machine: fonts from packages, not what the system has. */
async function dress(page: Page): Promise<void> {
  await page.route('**/visual-fonts/*', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    return route.fulfill({ body: readFileSync(fonts.get(name) ?? ''), contentType: 'font/woff2' });
  });
  await page.addInitScript((all) => {
    const faces = ['latin', 'korean'].flatMap((script) =>
      all.map(
        (weight) =>
          new FontFace(`Visual ${script}`, `url(${location.origin}/visual-fonts/${script}-${weight})`, { weight: String(weight) }),
      ),
    );
    for (const face of faces) {
      document.fonts.add(face);
      void face.load();
    }
    addEventListener('DOMContentLoaded', () =>
      document.documentElement.style.setProperty('--font', '"Visual latin", "Visual korean", sans-serif'),
    );
  }, weights);
}

export function hold(pictures: readonly Picture[]): void {
  test.use({ timezoneId: 'UTC' });
  for (const picture of pictures) test(picture.name, ({ page }) => take(page, picture));
}

async function take(page: Page, { name, address, before, act, part, around = part, mask, size }: Picture): Promise<void> {
  if (size) await page.setViewportSize(size);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.clock.setFixedTime(noon);
  await dress(page);
  await before?.(page);
  await page.goto(`./${typeof address === 'string' ? address : await address()}`);
  await page.waitForFunction(() => document.querySelector('#canvas, .stuck') !== null);
  await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())));
  await act?.(page);
  await expect(part(page)).toBeVisible();
  await page.waitForLoadState('networkidle');
  await page.mouse.move(0, 0);
  await page.waitForTimeout(400);
  // Engines smooth letters a little differently from version to version: a pixel may differ by three tenths, and some by more.
  await expect(part(page)).toHaveScreenshot(`${name}.png`, {
    animations: 'disabled',
    caret: 'hide',
    threshold: 0.3,
    maxDiffPixelRatio: size || name.startsWith('screen') ? 0.005 : 0.03,
    mask: mask?.(page) ?? [],
  });
  const places = await placesIn(around(page));
  expect(places.length, 'something to hold').toBeGreaterThan(0);
  comparePlaces(join(folder, `${name}.places.txt`), places);
}

function comparePlaces(file: string, places: readonly Place[]): void {
  const { updateSnapshots } = test.info().config;
  if (updateSnapshots === 'all' || (updateSnapshots !== 'none' && !existsSync(file))) writeFileSync(file, writePlaces(places));
  expect(moved(readPlaces(readFileSync(file, 'utf8')), places)).toEqual([]);
}
