import { expect, test } from '@playwright/test';
import { encodeLink } from '../src/design/codec.ts';
import { urlShortenerReferences } from '../src/prompts/url-shortener/references.ts';

test('an interview: asked, estimated, checked on the way; a reload does not end it', async ({ page }) => {
  await page.goto('./?paused&lang=en#p=url-shortener');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('URL shortener');
  await dialog.getByRole('button', { name: 'Begin' }).click();
  const strip = page.locator('[data-phase="requirements"]');
  await expect(strip).toBeVisible();
  await expect(page.locator('[data-node-id="users-us"]')).toBeVisible();
  await strip.getByRole('button', { name: 'Task, check and report' }).click();
  const facts = dialog.locator('[data-facts]');
  const before = Number(await facts.getAttribute('data-facts'));
  await dialog.locator('[data-ask="peak"]').click();
  await expect(facts).toHaveAttribute('data-facts', String(before + 1));
  await dialog.getByRole('tab', { name: 'Estimates' }).click();
  const box = dialog.locator('[data-estimate="peakUs"] input');
  await box.fill('1750');
  await box.press('Enter');
  await dialog.getByRole('tab', { name: 'Report' }).click();
  const promised = await dialog.locator('[data-commitment]').getAttribute('data-commitment');
  expect(promised).toMatch(/^[0-9a-f]{64}$/);
  await dialog.getByRole('tab', { name: 'Check' }).click();
  await dialog.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(dialog).toContainText('This design cannot run');
  await page.waitForFunction(() => localStorage.getItem('faultline.interview')?.includes('peakUs'));
  await page.reload();
  // the first estimate began its phase; a check of what cannot run began none
  await expect(page.locator('[data-phase="estimates"]')).toBeVisible();
  await page.locator('[data-node-id="users-us"]').click();
  await expect(page.locator('[data-field="ratePerSecond"] input').first()).toHaveValue('1,750');
});

test('a sheet is marked: graded, refused, alike; sorted by keyboard and opened line by line', async ({ page }) => {
  const link = `https://x.org/#${await encodeLink(urlShortenerReferences.underBuilt)}`;
  await page.goto('./?paused&lang=en&template=single');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'Mark hand-ins' }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('textbox', { name: 'Links or rows' })
    .fill(`name,link,prompt\nKim,${link},url-shortener\nLee,${link.slice(0, 60)},\nPark,${link},`);
  await dialog.getByRole('combobox', { name: 'Seeds' }).selectOption('1');
  await dialog.getByRole('button', { name: 'Grade 3 hand-ins' }).click();
  await expect(dialog.locator('[data-status="done"]')).toContainText('2 of 3 rows graded', { timeout: 60_000 });
  await expect(dialog.locator('[data-row="2"]')).toContainText('same as Park (4)');
  await expect(dialog.locator('[data-row="3"]')).toHaveAttribute('data-why', 'cut');
  await dialog.locator('[data-row="2"] [data-why="mark-score"]').click();
  await expect(page.locator('[data-explains="mark-score"] [data-input="points"]')).toContainText('100');
  const score = await dialog.locator('[data-row="2"]').getAttribute('data-score');
  await expect(page.locator('[data-explains="mark-score"] [data-input="earned"]')).toHaveAttribute('data-value', score ?? '');
  await page.keyboard.press('Escape');
  const ofOneKind = dialog.locator('[data-row="2"] [data-group] [data-why="mark-group"]').first();
  const earned = await ofOneKind.textContent();
  await ofOneKind.click();
  await expect(page.locator('[data-explains="mark-group"] [data-input="earned"]')).toContainText(earned!);
  await page.keyboard.press('Escape');
  await dialog.locator('[data-key="name"] button').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(dialog.locator('[data-row]').first()).toHaveAttribute('data-row', '4');
  await dialog.locator('[data-row="2"] th button').click();
  await expect(dialog.locator('[data-line] a[href*="#a1."]').first()).toBeVisible();
  const saved = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'CSV for gradebooks' }).click();
  expect((await saved).suggestedFilename()).toBe('marks.csv');
});
