/** "Check our physics": cases played in the page, held against theory, and opened on the canvas. */

import AxeBuilder from '@axe-core/playwright';
import type { App } from './app.ts';
import { expect, test } from './app.ts';

async function openPhysics({ page, dialog }: App): Promise<void> {
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: /physics/ }).click();
  await expect(dialog.locator('[data-family]').first()).toBeVisible();
}

test('a case is played, agrees with theory, and opens on the canvas as a look only', async ({ app }) => {
  const { page, dialog } = app;
  await app.open('?template=single&paused');
  const own = await app.editAndSave();
  await openPhysics(app);
  await expect(dialog.getByTestId('physics-score')).toContainText('129');

  const row = dialog.locator('[data-case="mm1-rho50"]');
  await row.getByRole('button', { name: /mm1-rho50/ }).click();
  await row.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(row).toHaveAttribute('data-state', 'passed', { timeout: 60_000 });
  const wait = row.locator('[data-physics-metric="mean_wait_ms"]');
  await expect(wait).toHaveAttribute('data-verdict', 'passed');
  await expect(wait).toContainText('10 ms');
  await expect(wait.getByRole('img', { name: /theory 10 ms, measured .* ms, 99% interval/ })).toBeVisible();
  await expect(dialog.getByTestId('physics-score')).toHaveText(/^1 of 1\D/);

  await wait.locator('[data-why="physics-verdict"]').click();
  await expect(page.locator('[data-explains="physics-verdict"] [data-input="theory"]')).toContainText('10');
  await page.keyboard.press('Escape');

  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([]);

  const saving = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download the results' }).click();
  expect((await saving).suggestedFilename()).toBe('physics.json');

  await row.getByRole('button', { name: 'Open on the canvas' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('[data-node-id]')).toHaveCount(2);
  await expect(page.getByText('Not saved: only a look')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Make it mine' })).toBeVisible();

  // what was played is still there, and so is one's own design
  await openPhysics(app);
  await expect(dialog.getByTestId('physics-score')).toHaveText(/^1 of 1\D/);
  await app.closeDialog();
  await page.goto('about:blank');
  await app.open();
  expect((await app.nodeIds()).sort()).toEqual(own);
});

test('all of them can be started and stopped', async ({ app }) => {
  const { dialog } = app;
  await app.open('?template=single&paused');
  await openPhysics(app);
  await dialog.getByRole('button', { name: 'Run all, quick' }).click();
  await expect(dialog.locator('[data-state="passed"]').first()).toBeVisible({ timeout: 60_000 });
  await dialog.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(dialog.getByRole('button', { name: 'Run all, quick' })).toBeVisible();
  await expect(dialog.locator('[data-mark="playing"], [data-mark="queued"]')).toHaveCount(0);
  await expect(dialog.getByText('What the model leaves out')).toBeVisible();
});
