/** A router and its shards as somebody watches them: load, where keys are, who is wanted, single rows. */

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './app.ts';
import { showCharts } from './showCharts.ts';

test('a shard that joins takes its part, and every key says where it is', async ({ app, page }) => {
  await app.open('?template=sharded&paused');
  await app.selectNode('router-1');
  await app.setField('shardsInUse', 5);
  await app.runToEnd();
  const panel = app.inspector.locator('[data-shards="5"]');
  await expect(panel).toHaveAttribute('data-left', '0');
  for (let shard = 0; shard < 5; shard++) await expect(panel.locator(`[data-shard="${shard}"]`)).toHaveAttribute('data-keys', '20000');
  await panel.getByRole('tab', { name: 'Keys' }).click();
  await expect(panel.getByRole('img', { name: 'On the ring' })).toBeVisible();
  await expect(panel.getByRole('img', { name: 'By the remainder' })).toBeVisible();
  // a ring of five and what the books say of it; a sixth would take a sixth of it, and of remainders five of six change
  for (const [metric, theory] of [
    ['uneven', Math.sqrt(4 / (5 * 128 + 1))],
    ['movesOnRing', 1 / 6],
    ['movesByRemainder', 5 / 6],
  ] as const) {
    const row = panel.locator(`[data-theory-metric="${metric}"]`);
    expect(Number(await row.getAttribute('data-theory-value'))).toBeCloseTo(theory, 9);
    await expect(row).toHaveAttribute('data-agrees', 'true');
    await expect(row).toContainText(/±|–/);
  }
  await panel.getByRole('tab', { name: 'Rows' }).click();
  // row 1 is user 1's: 1 % 5
  await expect(panel.locator('[data-row="0"]')).toHaveAttribute('data-home', '1');
  const { violations } = await new AxeBuilder({ page }).include('[data-shards]').analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([]);
});

test('a celebrity stands first among the hot keys', async ({ app }) => {
  await app.open('?template=celebrity&paused');
  await app.runToEnd();
  await app.selectNode('router-1');
  const panel = app.inspector.locator('[data-shards="5"]');
  await panel.getByRole('tab', { name: 'Hot' }).click();
  await expect(panel.locator('[data-hot]').first()).toContainText('100,000');
  await expect(panel.locator('[data-hot]').first()).toContainText('Shard 1');
});

test('shards are seen beside each other before anybody chooses, and their numbers tell how they are made', async ({ app, page }) => {
  await app.open('?template=celebrity&paused&slow=0');
  await showCharts(page);
  await app.runTo(90);
  const chart = page.locator('[data-chart="load"]');
  await expect(chart.getByRole('combobox', { name: 'Part' })).toHaveValue('shards of router-1');
  await expect(chart.locator('[data-line="highest"]')).toContainText('Shard 1');
  await app.selectNode('router-1');
  const panel = app.inspector.locator('[data-shards="5"]');
  await panel.locator('[data-why="shard-rate"]').first().click();
  const why = page.locator('[data-explains="shard-rate"]');
  await expect(why).toContainText('Calls that reached it in the newest column');
  await page.keyboard.press('Escape');
  await expect(why).toHaveCount(0);
  await panel.getByRole('tab', { name: 'Keys' }).click();
  await panel.locator('[data-why="shard-share"]').first().click();
  await expect(page.locator('[data-explains="shard-share"] [data-input="allKeys"]')).toHaveAttribute('data-value', '100000');
});
