/** What a design is to keep: asked for, measured, met or not since when; explained; part of the design and of its link. */

import { type App, expect, test } from './app.ts';
import { showCharts } from './showCharts.ts';

const open = async ({ page, dialog }: App) => {
  await page.getByRole('button', { name: 'Requirements', exact: true }).click();
  await expect(dialog.getByRole('heading', { name: 'Requirements' })).toBeVisible();
};
const row = ({ dialog }: App, name: string) => dialog.locator(`[data-target="${name}"]`);

test('requirements are asked for, judged on the run with the second they were crossed in, explained, and travel with the design', async ({
  app,
}) => {
  await app.open('?template=balanced&paused');
  await app.runTo(3);
  await open(app);
  await expect(app.dialog.getByRole('status')).toHaveText(/^Nothing is asked for/);
  await row(app, 'p99Ms').getByRole('checkbox').check();
  const target = row(app, 'p99Ms').getByRole('textbox');
  await target.fill('2');
  await target.press('Enter');
  await row(app, 'rtoSeconds').getByRole('checkbox').check();
  await expect(row(app, 'p99Ms')).toContainText('not met');
  await expect(row(app, 'rtoSeconds')).toContainText('not yet measurable');
  await expect(app.dialog.getByRole('status')).toHaveText('0 of 2 met');
  // the explanation opens within the dialog, and Escape leads back to the number
  await row(app, 'p99Ms').getByRole('button', { name: 'p99 at most' }).click();
  const why = app.page.locator('[data-explains="p99"]');
  await expect(why.locator('[data-input="samples"]')).toBeVisible();
  await expect(why).toBeFocused();
  await app.page.keyboard.press('Escape');
  await expect(why).toHaveCount(0);
  await expect(app.dialog).toBeVisible();
  await app.dialog.getByRole('button', { name: 'Make them part of this design' }).click();
  await expect(app.dialog.locator('[data-targets-of="design"]')).toBeVisible();
  await row(app, 'p99Ms')
    .getByRole('button', { name: /^Go to 0:0\d/ })
    .click();
  await expect(app.dialog).toHaveCount(0);
  await expect.poll(app.clock).toBeLessThan(3);
  await app.page.locator('#timeline').getByRole('slider', { name: 'Timeline' }).press('End');
  await expect.poll(app.clock).toBeGreaterThanOrEqual(3);
  // in charts, too: at the crosshair by key, and each newest value by its button
  await showCharts(app.page);
  const plot = app.page.locator('[data-chart="latency"] [role="img"]');
  await expect(async () => {
    await plot.press('Home');
    await expect(app.page.getByTestId('moment')).toBeVisible({ timeout: 500 });
  }).toPass();
  await plot.press('w');
  const ofChart = app.page.locator('[data-explains="chart-p50 chart-p95 chart-p99"]');
  await expect(ofChart.locator('[data-number="chart-p50"] [data-input="samples"]')).toBeVisible();
  await expect(ofChart).toContainText('from 0:00.0 to 0:01.0');
  await app.page.keyboard.press('Escape');
  await expect(plot).toBeFocused();
  const link = await app.share();
  await app.page.evaluate(() => localStorage.removeItem('faultline.requirements'));
  await app.page.goto('about:blank');
  await app.open(new URL(link).hash);
  await open(app);
  await expect(row(app, 'p99Ms').getByRole('textbox')).toHaveValue('2');
  await expect(app.dialog.locator('[data-targets-of="design"]')).toBeVisible();
});

test('an outage that is not over is over its target as soon as it lasts longer, and says so', async ({ app }) => {
  await app.open('?template=balanced&paused');
  await app.breakNode('db-1', 'crash');
  await app.runTo(6);
  await open(app);
  const rto = row(app, 'rtoSeconds');
  await rto.getByRole('checkbox').check();
  await expect(rto).toContainText('not yet measurable');
  const target = rto.getByRole('textbox');
  await target.fill('3');
  await target.press('Enter');
  await expect(rto).toHaveAttribute('data-met', 'false');
  await expect(rto).toContainText('already over');
  await expect(rto).toContainText(/so far \d+(\.\d+)? s/);
  expect(Number(await rto.getAttribute('data-so-far'))).toBeGreaterThan(3);
  await expect(app.dialog.getByRole('status')).toHaveText('0 of 1 met');
  // since the moment at which it had lasted so long
  await expect(rto.getByRole('button', { name: /^Go to 0:0[34]/ })).toBeVisible();
});
