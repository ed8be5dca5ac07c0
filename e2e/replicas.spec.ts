/** "Is the difference real?": the page plays the same worlds as Node, compares designs in words, and keeps what there is on a stop. */

import { templates } from '../src/library/templates.ts';
import { behaviors } from '../src/nodes/behaviors.ts';
import { compile } from '../src/runner/compile.ts';
import { playWorld } from '../src/runner/world.ts';
import { estimateMetric } from '../src/runner/worldMetrics.ts';
import { type App, expect, test } from './app.ts';

async function openReplicas({ page }: App): Promise<void> {
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Is the difference real?' }).click();
  await expect(page.getByRole('dialog', { name: 'Is the difference real?' })).toBeVisible();
}

async function ask({ dialog }: App, { worlds, seconds }: { worlds: number; seconds: number }): Promise<void> {
  for (const [name, value] of [
    ['Worlds', worlds],
    ['Each plays', seconds],
  ] as const) {
    const box = dialog.getByRole('textbox', { name });
    await box.fill(String(value));
    await box.press('Enter');
  }
}

test('replicates: the same seeds give the same worlds as in Node, merged the same way', async ({ app }) => {
  await app.open('?template=balanced&seed=e2e');
  await openReplicas(app);
  await ask(app, { worlds: 5, seconds: 8 });
  await app.dialog.getByRole('button', { name: 'Play the worlds' }).click();
  await expect(app.dialog.getByRole('status')).toHaveAttribute('data-status', 'done');

  const { design } = templates.find(({ id }) => id === 'balanced')!;
  const { plan } = compile({ ...design, seed: 'e2e', seconds: 8 });
  const inNode = Array.from({ length: 5 }, (_, i) => playWorld(plan!, behaviors, i + 1));
  for (const name of ['mean', 'p50', 'p99', 'goodput'] as const) {
    await expect(app.dialog.locator(`[data-row="${name}"]`)).toHaveAttribute('data-value', String(estimateMetric(inNode, name).value));
  }
  await expect(app.dialog.locator('svg[role="img"]')).toHaveCount(3);
});

test('compares with the design as it was: says which is better and by how much, and when nothing is', async ({ app }) => {
  await app.open('?template=first-visit');
  const web = (await app.nodeIds()).find((id) => id.startsWith('web'))!;
  await app.selectNode(web);
  await app.setField('cpuDynamicMs', 2);
  await openReplicas(app);
  const other = app.dialog.getByRole('combobox', { name: 'Compare with' });
  await other.selectOption({ label: 'before changing a setting' });
  await ask(app, { worlds: 8, seconds: 10 });
  await app.dialog.getByRole('button', { name: 'Play the worlds' }).click();
  await expect(app.dialog.getByRole('status')).toHaveAttribute('data-status', 'done');
  const p99 = app.dialog.locator('[data-metric-verdict="p99"]');
  await expect(p99).toHaveAttribute('data-verdict', 'a-better');
  await expect(p99).toContainText(/^p99A beats B in 8 of 8 worldsp99 is [\d.]+\sms lower, 95% interval [\d.]+ to [\d.]+\sms$/);

  await app.page.keyboard.press('Escape');
  await app.page.keyboard.press('Control+z');
  await openReplicas(app);
  await other.selectOption({ label: 'First example' });
  await ask(app, { worlds: 5, seconds: 5 });
  await app.dialog.getByRole('button', { name: 'Play again' }).click();
  await expect(app.dialog.getByRole('status')).toHaveAttribute('data-status', 'done');
  await expect(app.dialog.locator('[data-metric-verdict="goodput"]')).toHaveAttribute('data-verdict', 'same');
  await expect(app.dialog.locator('[data-row="mean"]')).toHaveAttribute('data-difference', '0');
});

test('shows partial results while it plays, stops at once and keeps them', async ({ app }) => {
  await app.open('?template=balanced');
  await openReplicas(app);
  await ask(app, { worlds: 100, seconds: 60 });
  await app.dialog.getByRole('button', { name: 'Play the worlds' }).click();
  await expect(app.dialog.locator('[data-row="p50"]')).toBeVisible();
  await app.dialog.getByRole('button', { name: 'Stop' }).click();
  const status = app.dialog.getByRole('status');
  await expect(status).toHaveAttribute('data-status', 'stopped');
  const played = Number(await status.getAttribute('data-worlds'));
  expect(played).toBeGreaterThanOrEqual(3);
  expect(played).toBeLessThan(100);
  await expect(app.dialog.locator('[data-row="p50"]')).toHaveAttribute('data-value', /^0\.\d+$/);
  await app.closeDialog();
  await openReplicas(app);
  await expect(app.dialog.getByRole('status')).toHaveAttribute('data-worlds', String(played));
});
