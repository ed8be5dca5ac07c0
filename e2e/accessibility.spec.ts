/** The page for people without a mouse, without sight, without a wish for motion. */

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

for (const theme of ['light', 'dark']) {
  test(`axe finds nothing serious, ${theme}`, async ({ app }) => {
    await app.open(`?template=chapter&paused&theme=${theme}`);
    await expect(app.page.locator('[data-metric]').first()).toBeAttached();
    expect(await seriousFindings(app.page)).toEqual([]);
    await app.page.keyboard.press('Shift+Slash');
    await expect(app.dialog).toBeVisible();
    expect(await seriousFindings(app.page)).toEqual([]);
  });
}

test('a part is added, moved and deleted by the keyboard alone', async ({ app }) => {
  await app.open('?template=single&paused');
  const count = (await app.nodeIds()).length;
  await app.page.locator('button[data-kind="cache"]').focus();
  await app.page.keyboard.press('Enter');
  const cards = app.page.locator('[data-node-id]');
  await expect(cards).toHaveCount(count + 1);
  const added = (await app.nodeIds()).find((id) => id.startsWith('cache')) ?? '';

  await app.page.locator(`.react-flow__node[data-id="${added}"]`).focus();
  await app.page.keyboard.press('Enter');
  await expect(app.node(added)).toHaveAttribute('data-selected', 'true');
  const before = await app.placeOf(added);
  await app.page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await app.placeOf(added)).x).toBeGreaterThan(before.x);
  await app.page.keyboard.press('Delete');
  await expect(cards).toHaveCount(count);
});

test('who wants no motion gets none: nothing runs until Play, and no dots', async ({ app }) => {
  await app.page.emulateMedia({ reducedMotion: 'reduce' });
  await app.open('?template=single');
  await expect(app.page.getByTestId('run-status')).toHaveAttribute('data-status', 'paused');
  expect(await app.clock()).toBe(0);
  await expect(app.page.getByText(/Motion is off/)).toBeVisible();
});
