/** Browsers that cannot run the page: what they can still show is a sentence that says so, and the way out. */

import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

const english = (page: Page) => page.getByText('this browser may be too old: Faultline needs one from 2023 or later');
const korean = (page: Page) => page.getByText('2023년 이후의 브라우저(Chrome·Edge 110, Firefox 115, Safari 16.4)가 필요합니다.');
/** As in a browser that knows no modules, or stumbles over the first word of them. */
const withoutModules = (page: Page) =>
  page.route(/\/assets\/index-[\w-]+\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));

test('ux 4.6 #22: a browser that is known to be too old is told so at once, in its language', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Array.prototype, 'toReversed'));
  await withoutModules(page);
  await page.goto('./?lang=ko');
  await expect(korean(page)).toBeVisible();
  await expect(english(page)).toBeHidden();
});

test('ux 4.6 #22: where none of our scripts is run, the words come by themselves, and not before the page had time to come', async ({
  page,
}) => {
  await withoutModules(page);
  // not even the small one that needs no modules
  await page.route(/\/assets\/boot-[\w-]+\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: 'let let' }));
  await page.goto('./');
  await expect(page.getByText('Wire a web architecture')).toBeVisible();
  await expect(english(page)).toBeHidden();
  await page.evaluate(() => {
    for (const waiting of document.getAnimations()) waiting.finish();
  });
  await expect(english(page)).toBeVisible();
  // in nobody’s language: then in both
  await page.evaluate(() => document.documentElement.removeAttribute('lang'));
  await expect(korean(page)).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('ux 4.6 #22: a browser that runs no scripts reads why there is nothing to see', async ({ page }) => {
    await page.goto('./');
    const words = page.locator('noscript');
    await expect(words).toBeVisible();
    await expect(words).toContainText('needs JavaScript.', { useInnerText: true });
    await expect(words).toContainText('자바스크립트가 필요합니다.', { useInnerText: true });
  });
});

test('a page that draws itself never shows them', async ({ app }) => {
  await app.open('?template=single&paused');
  await expect(app.page.locator('.stuck')).toHaveCount(0);
});
