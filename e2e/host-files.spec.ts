/** What stands beside the page on a host: for chat programs, for addresses that lead nowhere, for readers. */
import { expect, test } from '@playwright/test';

test('a link to the page has a picture, a large one', async ({ request }) => {
  const html = await (await request.get('./')).text();
  expect(html).toContain('<meta property="og:image" content="./card.png" />');
  const picture = await (await request.get('./card.png')).body();
  // A PNG says its size in its first bytes.
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
});

test('an address without a page says so, in both languages, and leads home', async ({ page }) => {
  await page.goto('./404.html');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address');
  await expect(page.locator('h2[lang="ko"]')).toBeVisible();
  await expect(page.locator('body')).toHaveCSS('display', 'grid');
  await page.getByRole('link', { name: 'Faultline' }).click();
  await expect(page.locator('[data-node-id]').first()).toBeVisible();
});

test('Help says which version this is and what is new in it', async ({ page, request }) => {
  await page.goto('./?template=single&paused');
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'All commands' }).fill('simulated', { timeout: 1000 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Faultline \d+\.\d+\.\d+, format of documents \d+, engine \d+$/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'What is new' })).toHaveAttribute('href', './changelog.txt');
  expect(await (await request.get('./changelog.txt')).text()).toMatch(/^# What is new/);
});
