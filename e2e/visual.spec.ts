/**
 * Pictures that hold the look still: parts of the page with our own fonts, a fixed run and no motion. `npm run visual` compares them,
 * `npm run visual -- --update` takes them anew; look at what changed before it is kept.
 */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { appOf } from './app.ts';

const from = createRequire(import.meta.url);
const latin = (weight: number): string => from.resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`);
const korean = (weight: number): string => from.resolve(`@fontsource/noto-sans-kr/files/noto-sans-kr-korean-${weight}-normal.woff2`);
/** Web address under the page's own -> file. */
const fonts = new Map<string, string>(
  [400, 500, 600, 700].flatMap((weight) => [
    [`latin-${weight}`, latin(weight)],
    [`korean-${weight}`, korean(weight)],
  ]),
);

/** The same letters on every machine: fonts from packages, not what the system has. */
async function dress(page: Page): Promise<void> {
  await page.route('**/visual-fonts/*', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    return route.fulfill({ body: readFileSync(fonts.get(name) ?? ''), contentType: 'font/woff2' });
  });
  await page.addInitScript(() => {
    const faces = ['latin', 'korean'].flatMap((script) =>
      [400, 500, 600, 700].map(
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
  });
}

interface Picture {
  name: string;
  address: string;
  /** What is done before the picture. */
  act?: (page: Page) => Promise<unknown>;
  part: (page: Page) => Locator;
  /** Of the window; left out: the usual one. */
  size?: { width: number; height: number };
}

/** The parts that keep data, under their heading: as high as they are, whatever stands below. */
const palette = (page: Page): Locator => page.locator('nav details').filter({ has: page.locator('button[data-kind="database"]') });
const card =
  (id: string) =>
  (page: Page): Locator =>
    page.locator(`.react-flow__node[data-id="${id}"]`);
/** Every late part stands, and the charts have drawn all six seconds. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'paused');
  if ((page.viewportSize()?.width ?? 0) < 500) return;
  await expect(page.locator('#timeline').getByRole('slider')).toBeVisible();
  await expect(page.locator('[data-chart] [data-line] b').first()).not.toBeEmpty();
  await page.waitForLoadState('networkidle');
}
const blank = (page: Page): Promise<unknown> => page.getByTestId('first-steps').getByRole('button').last().click();

const pictures: readonly Picture[] = [
  ...['light', 'dark', 'projector'].map((theme) => ({
    name: `palette-${theme}`,
    address: `?template=single&paused&theme=${theme}`,
    part: palette,
  })),
  { name: 'palette-ko', address: '?template=single&paused&theme=light&lang=ko', part: palette },
  ...['light', 'dark'].flatMap((theme) => [
    {
      name: `empty-${theme}`,
      address: `?paused&theme=${theme}`,
      act: blank,
      part: (page: Page) => page.getByTestId('empty-canvas'),
    },
    { name: `first-steps-${theme}`, address: `?paused&theme=${theme}`, part: (page: Page) => page.getByTestId('first-steps') },
    { name: `card-${theme}`, address: `?template=first-visit&paused&theme=${theme}`, part: card('web-1') },
  ]),
  { name: 'empty-ko', address: '?paused&theme=light&lang=ko', act: blank, part: (page) => page.getByTestId('empty-canvas') },
  { name: 'first-steps-ko', address: '?paused&theme=dark&lang=ko', part: (page) => page.getByTestId('first-steps') },
  // The whole screen at a fixed second.
  ...[
    { name: 'screen-light', address: '&theme=light' },
    { name: 'screen-dark', address: '&theme=dark' },
    { name: 'screen-ko', address: '&theme=light&lang=ko' },
    { name: 'screen-1024', address: '&theme=light', size: { width: 1024, height: 768 } },
    { name: 'screen-phone', address: '&theme=light', size: { width: 390, height: 844 } },
  ].map(({ address, ...picture }) => ({
    ...picture,
    address: `?template=balanced&paused&t=6${address}`,
    act: settled,
    part: (page: Page) => page.locator('body'),
  })),
];

for (const { name, address, act, part, size } of pictures) {
  test(name, async ({ page }) => {
    if (size) await page.setViewportSize(size);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await dress(page);
    await appOf(page).open(address);
    await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())));
    await act?.(page);
    await expect(part(page)).toBeVisible();
    await page.mouse.move(0, 0);
    await page.waitForTimeout(400);
    // Engines smooth letters a little differently from version to version: a pixel may differ by three tenths, and three in a hundred by more.
    // A colour, a size or a place that changes moves far more than that.
    await expect(part(page)).toHaveScreenshot(`${name}.png`, {
      animations: 'disabled',
      caret: 'hide',
      threshold: 0.3,
      maxDiffPixelRatio: name.startsWith('screen') ? 0.005 : 0.03,
      // The clock on the wall.
      mask: [page.locator('[class*="saved"]')],
    });
  });
}
