/** English and Korean, switched without a reload, kept for the next visit. */

import { expect, test } from './app.ts';

test('the page speaks Korean, wholly, and remembers it', async ({ app }) => {
  await app.open('?template=chapter&paused');
  await expect(app.page.locator('html')).toHaveAttribute('lang', 'en');
  await app.page.getByRole('button', { name: 'Language' }).click();
  await app.page
    .getByRole('menuitemcheckbox', { name: '한국어' })
    .or(app.page.getByRole('menuitemradio', { name: '한국어' }))
    .or(app.page.getByRole('menuitem', { name: '한국어' }))
    .click();
  await expect(app.page.locator('html')).toHaveAttribute('lang', 'ko');
  await expect(app.page.locator('button[data-kind="load-balancer"]')).toContainText('로드');

  await app.open('?paused');
  await expect(app.page.locator('html')).toHaveAttribute('lang', 'ko');
});

test('no word of the frame stays English in Korean', async ({ app }) => {
  await app.open('?template=single&lang=ko&paused');
  const palette = await app.page.locator('nav').innerText();
  const settings = await app.inspector.innerText();
  // Names that Korean engineers write in Latin letters, of firms whose studies are quoted, of the price list's region; units and ids.
  const kept = /\b(us-east|Bing|Google|Akamai|NoSQL|DNS|CDN|CPU|vCPU|TTL|LRU|FIFO|CSV|ms|Zipf|faultline|p50|p95|p99|GB|MB|KB|h|s|x)\b/g;
  for (const text of [palette, settings]) {
    const foreign = text.replace(kept, '').match(/[A-Za-z]{4,}/g) ?? [];
    expect(foreign).toEqual([]);
  }
});

test('the address can set language and theme', async ({ app }) => {
  await app.open('?lang=ko&theme=dark&template=single&paused');
  await expect(app.page.locator('html')).toHaveAttribute('lang', 'ko');
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
