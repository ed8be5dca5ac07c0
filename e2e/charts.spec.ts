/** The live charts by hand: their numbers, their lines, the stretch of time they show, and what is not to be crossed. */

import type { Locator } from '@playwright/test';
import { type App, expect, test } from './app.ts';
import { showCharts } from './showCharts.ts';

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
  await showCharts(app.page);
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
  await showCharts(app.page);
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
  await showCharts(app.page);
  await app.runTo(20);
  const part = chart(app, 'load').getByRole('combobox', { name: 'Part' });
  await expect(part).toHaveValue('db-1');
  await part.selectOption({ index: 0 });
  const chosen = await part.inputValue();
  expect(chosen).not.toBe('db-1');
  await app.runTo(25);
  await expect(part).toHaveValue(chosen);
});

test('by key: a plot is one stop, its sentence comes first, arrows go by points and Page Up and Page Down by events', async ({ app }) => {
  const { page } = app;
  await app.open('?template=balanced&paused&slow=0');
  await showCharts(app.page);
  await app.runTo(4);
  const web = (await app.nodeIds()).find((id) => id.startsWith('web')) ?? '';
  await app.breakNode(web, 'crash');
  await app.runTo(10);
  const plots = page.locator('[data-chart] [role="img"]');
  await expect(plots).toHaveCount(4);
  for (const plot of await plots.all()) {
    await expect(plot).toHaveAttribute('tabindex', '0');
    await expect(plot.locator('a, button, input, select, [tabindex]')).toHaveCount(0);
    // a whole sentence with a number in it, before what the keys do
    await expect(plot).toHaveAttribute('aria-label', /^(?!.*nothing measured).* \d.*\. Arrow keys move along the chart/);
  }
  const plot = chart(app, 'latency').locator('[role="img"]');
  const moment = page.getByTestId('moment');
  await expect(async () => {
    await plot.press('End');
    await expect(moment).toHaveText('Showing 0:09', { timeout: 500 });
  }).toPass();
  await plot.press('ArrowLeft');
  await expect(moment).toHaveText('Showing 0:08');
  await plot.press('Home');
  await expect(moment).toHaveText('Showing 0:00');
  await plot.press('PageDown');
  await expect(moment).toHaveText('Showing 0:04');
  await expect(app.node(web)).toHaveAttribute('data-health', 'down');
  await plot.press('End');
  let stops = 0;
  while ((await moment.textContent()) !== 'Showing 0:04' && stops++ < 8) await plot.press('PageUp');
  await expect(moment).toHaveText('Showing 0:04');
  await plot.press('Escape');
  await expect(moment).toBeHidden();
});

test('charts are drawn while a run plays, from its first second on, and neither when it stands nor when they are folded', async ({
  app,
}) => {
  const { page } = app;
  await page.addInitScript(() => {
    const counted = globalThis as unknown as { drawings: number };
    counted.drawings = 0;
    const clear = CanvasRenderingContext2D.prototype.clearRect;
    CanvasRenderingContext2D.prototype.clearRect = function (...box) {
      if (this.canvas.closest('.uplot')) counted.drawings++;
      return clear.apply(this, box);
    };
  });
  const drawings = (): Promise<number> => page.evaluate(() => (globalThis as unknown as { drawings: number }).drawings);
  const stands = async (): Promise<number> => {
    let [before, now] = [-1, await drawings()];
    while (before !== now) {
      before = now;
      await page.waitForTimeout(700);
      now = await drawings();
    }
    return now;
  };
  await app.open('?template=balanced&paused&slow=0&speed=0.1');
  await showCharts(app.page);
  const empty = page.getByText('Press play: what happens is drawn here.');
  await expect(empty).toBeVisible();
  await stands();
  await app.play();
  await expect(empty).toBeHidden();
  const begun = await drawings();
  await expect.poll(drawings).toBeGreaterThan(begun + 8);
  // ten seconds of wall time are one of the run: all this was drawn before anything of it was over
  expect(await app.clock()).toBeLessThan(1);
  await expect(empty).toBeHidden();
  await app.pause();
  const paused = await stands();
  await page.waitForTimeout(1000);
  expect(await drawings()).toBe(paused);
  await page.getByRole('button', { name: 'Hide charts' }).click();
  await app.play();
  await page.waitForTimeout(1500);
  expect(await drawings()).toBe(paused);
});
