/** A router and its shards as somebody watches them: load, where keys are, who is wanted, single rows. */

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './app.ts';

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
