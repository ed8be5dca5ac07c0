/** The live charts by hand: their numbers, their lines, the stretch of time they show, and what is not to be crossed. */

import type { Locator } from '@playwright/test';
import { type App, expect, test } from './app.ts';

const chart = ({ page }: App, id: string): Locator => page.locator(`[data-chart="${id}"]`);
/** What a chart has drawn. */
const drawn = (of: Locator): Promise<string> => of.locator('canvas').evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());

async function fileOf(app: App, of: Locator): Promise<string[][]> {
  const saved = app.page.waitForEvent('download');
  await of.getByRole('button', { name: /CSV/ }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await saved).createReadStream()) chunks.push(chunk as Buffer);
  const lines = Buffer.concat(chunks).toString('utf8').trimEnd().split('\r\n');
  return lines.map((line) => line.split(','));
}

/** A number as tables write it, three digits of it at least. */
const isShownAs = (exact: string, shown: string): boolean =>
  exact === '' ? shown === '' : Math.abs(Number(shown.replaceAll(',', '')) - Number(exact)) <= 0.005 * Math.abs(Number(exact)) + 1e-6;

test('each chart: its table is its file, and its lines go and come by the legend', async ({ app }) => {
  await app.open('?template=balanced&paused');
  await app.runTo(8);
  for (const id of ['requests', 'latency', 'errors', 'load']) {
    const one = chart(app, id);
    await one.getByRole('button', { name: /table/ }).click();
    await expect(app.dialog).toBeVisible();
    const rows = await app.dialog
      .getByRole('row')
      .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim() ?? '')));
    await app.closeDialog();
    const file = await fileOf(app, one);
    expect(rows[0], id).toEqual(file[0]);
    expect(rows.length, id).toBe(file.length);
    expect(rows.length, id).toBeGreaterThan(7);
    for (const [at, row] of rows.slice(1).entries()) {
      for (const [n, shown] of row.entries()) expect(isShownAs(file[at + 1][n], shown), `${id}: ${file[at + 1][n]} as ${shown}`).toBe(true);
    }
  }
  const latency = chart(app, 'latency');
  const p99 = latency.getByRole('button', { name: 'p99', exact: true });
  const whole = await drawn(latency);
  await p99.click();
  await expect(p99).toHaveAttribute('aria-pressed', 'false');
  await expect.poll(() => drawn(latency)).not.toBe(whole);
  await p99.click();
  await expect.poll(() => drawn(latency)).toBe(whole);
});

test('a drag shows a stretch in every chart, a line says what is not to be crossed, and the timeline shows less by a press', async ({
  app,
}) => {
  const { page } = app;
  await app.open('?template=balanced&paused');
  await app.runTo(16);
  const tools = page.getByRole('region', { name: 'Charts' });
  const all = tools.getByRole('button', { name: 'Charts: all of the run' });
  await expect(all).toBeDisabled();
  const before = await Promise.all(['requests', 'latency'].map((id) => drawn(chart(app, id))));
  const box = (await chart(app, 'requests').locator('.u-over').boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.25, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(4, 4);
  await expect(all).toBeEnabled();
  for (const [n, id] of ['requests', 'latency'].entries()) await expect.poll(() => drawn(chart(app, id))).not.toBe(before[n]);
  await all.click();
  await page.mouse.move(4, 4);
  for (const [n, id] of ['requests', 'latency'].entries()) await expect.poll(() => drawn(chart(app, id))).toBe(before[n]);

  await tools.getByRole('button', { name: 'Requirements' }).click();
  await page.getByRole('checkbox', { name: /p99/ }).check();
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog[open]')).toHaveCount(0);
  await page.mouse.move(4, 4);
  await expect.poll(() => drawn(chart(app, 'latency'))).not.toBe(before[1]);

  const rail = page.locator('#timeline').getByRole('slider', { name: 'Timeline' });
  const length = async (): Promise<number> =>
    Number(await rail.getAttribute('aria-valuemax')) - Number(await rail.getAttribute('aria-valuemin'));
  const most = await length();
  await page.locator('#timeline').getByRole('button', { name: 'Show a shorter stretch' }).click();
  await expect.poll(length).toBeLessThan(most);
  expect(Number(await rail.getAttribute('aria-valuemax'))).toBeGreaterThanOrEqual(16);
  await page.locator('#timeline').getByRole('button', { name: 'Show a longer stretch' }).click();
  await expect.poll(length).toBe(most);
});

test('the fourth chart shows the busiest part until somebody chooses another, and then that one', async ({ app }) => {
  await app.open('?template=replicas&paused&slow=0');
  await app.runTo(20);
  const part = chart(app, 'load').getByRole('combobox', { name: 'Part' });
  await expect(part).toHaveValue('db-1');
  await part.selectOption({ index: 0 });
  const chosen = await part.inputValue();
  expect(chosen).not.toBe('db-1');
  await app.runTo(25);
  await expect(part).toHaveValue(chosen);
});
