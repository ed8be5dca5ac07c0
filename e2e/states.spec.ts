/** What the canvas shows in each state of a run: at rest, running, failing, recovered, paused. */

import { test as plain } from '@playwright/test';
import { type App, appOf, expect, test } from './app.ts';
import { showCharts } from './showCharts.ts';

/** Of the ring round a part's icon: how many of its places are painted, and how many of them bear the colour of a token. */
function ringOf({ page }: App, node: string, token: string): Promise<{ painted: number; coloured: number }> {
  return page.evaluate(
    ([id, name]) => {
      const canvas = document.querySelector<HTMLCanvasElement>('#canvas canvas:not([data-layer])')!;
      const card = document.querySelector<HTMLElement>(`[data-node-id="${id}"]`)!;
      const box = card.querySelector('svg')!.getBoundingClientRect();
      const from = canvas.getBoundingClientRect();
      // a copy to be read: whoever reads the canvas itself is told by the browser that it draws slower for it
      const copy = Object.assign(document.createElement('canvas'), { width: canvas.width, height: canvas.height });
      const read = copy.getContext('2d', { willReadFrequently: true })!;
      read.drawImage(canvas, 0, 0);
      const [scale, zoom] = [canvas.width / from.width, card.getBoundingClientRect().width / card.offsetWidth];
      const wanted = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
      const parts = [1, 3, 5].map((at) => Number.parseInt(wanted.slice(at, at + 2), 16));
      let [painted, coloured] = [0, 0];
      for (let step = 0; step < 72; step++) {
        const angle = (step / 72) * 2 * Math.PI;
        const x = box.left + box.width / 2 - from.left + Math.cos(angle) * 9 * zoom;
        const y = box.top + box.height / 2 - from.top + Math.sin(angle) * 9 * zoom;
        const [r, g, b, alpha] = read.getImageData(Math.floor(x * scale), Math.floor(y * scale), 1, 1).data;
        if (alpha > 60) painted++;
        if (alpha > 60 && Math.abs(r - parts[0]) + Math.abs(g - parts[1]) + Math.abs(b - parts[2]) < 90) coloured++;
      }
      return { painted, coloured };
    },
    [node, token] as const,
  );
}

test('a ring round each icon says how answers ended: none at rest, well while all is well, errors while a part is down', async ({
  app,
}) => {
  await app.open('?template=single&paused&theme=light');
  const [users, web] = [
    (await app.nodeIds()).find((id) => id.startsWith('users'))!,
    (await app.nodeIds()).find((id) => id.startsWith('web'))!,
  ];
  expect((await ringOf(app, users, 'health-ok')).painted).toBe(0);
  await app.runTo(10);
  await expect.poll(async () => (await ringOf(app, users, 'health-ok')).coloured).toBeGreaterThan(60);
  expect((await ringOf(app, users, 'health-saturated')).coloured).toBe(0);
  await app.breakNode(web, 'crash');
  await app.runTo(20);
  await app.selectNothing();
  await expect.poll(async () => (await ringOf(app, users, 'health-saturated')).coloured).toBeGreaterThan(60);
  // the card of what is down has turned over, and has no ring
  const ground = await app.node(web).evaluate((card) => getComputedStyle(card).backgroundColor);
  const down = await app.page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--health-down').trim());
  expect(ground).toBe(`rgb(${[1, 3, 5].map((at) => Number.parseInt(down.slice(at, at + 2), 16)).join(', ')})`);
  expect((await ringOf(app, web, 'health-ok')).coloured).toBe(0);
});

test('that users have no more failures stands on the timeline, with how long it took and what it cost', async ({ app }) => {
  await app.open('?template=single&paused');
  const web = (await app.nodeIds()).find((id) => id.startsWith('web'))!;
  await app.runTo(10);
  await app.breakNode(web, 'crash');
  await app.runTo(20);
  const mark = app.page.locator('#timeline').getByRole('button', { name: /Recovered after .* s, [\d,]+ requests lost/ });
  await expect(app.page.locator('#timeline').getByRole('button', { name: /crash/i }).first()).toBeVisible();
  await expect(mark).toHaveCount(0);
  await app.breakNode(web, 'recover');
  await app.runTo(35);
  await expect(mark).toHaveCount(1);
  await expect(app.page.locator('[data-story="recovered"]')).toContainText(/Recovered after .* requests lost/);
});

test('at rest a part that lacks a wire has a ghost of it, to be dragged as the wire; what nobody reaches is dotted', async ({ app }) => {
  await app.open('?paused');
  await app.blank();
  const users = await app.addPart('users');
  const web = await app.addPart('web-server');
  const ghost = (id: string, end: 'source' | 'target') => app.page.locator(`.react-flow__node[data-id="${id}"] .react-flow__handle.${end}`);
  const words = (id: string, end: 'source' | 'target') =>
    ghost(id, end).evaluate((knob) => getComputedStyle(knob, '::after').content.replaceAll('"', ''));
  expect(await words(users, 'source')).toBe('Connect');
  expect(await words(web, 'target')).toBe('+');
  expect(await words(web, 'source')).toBe('none');
  await expect(app.node(web)).toHaveCSS('border-top-style', 'dotted');
  await expect(app.node(users)).toHaveCSS('border-top-style', 'solid');
  // from the middle of the ghost, beside the knob
  const knob = (await ghost(users, 'source').boundingBox())!;
  const goal = (await app.node(web).boundingBox())!;
  await app.page.mouse.move(knob.x + knob.width + 24, knob.y + knob.height / 2);
  await app.page.mouse.down();
  await app.page.mouse.move(goal.x + goal.width / 2, goal.y + goal.height / 2, { steps: 8 });
  const target = (await ghost(web, 'target').boundingBox())!;
  await app.page.mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 8 });
  await app.page.mouse.up();
  await expect(app.links).toHaveCount(1);
  expect(await words(users, 'source')).toBe('none');
  await expect(app.node(web)).toHaveCSS('border-top-style', 'solid');
});

test('who stands still has larger buttons to step with', async ({ app }) => {
  await app.open('?template=single&paused');
  const step = app.runBar.getByRole('button', { name: 'One second on' });
  const width = async () => (await step.boundingBox())!.width;
  const before = await width();
  await app.runTo(3);
  await expect.poll(width).toBeGreaterThan(before * 1.15);
  await app.play();
  await expect.poll(width).toBe(before);
});

test('where it started is said whole, also beside an edge of the canvas', async ({ app }) => {
  const { page } = app;
  await app.open('?template=single&paused&theme=light');
  await app.runTo(10);
  const web = (await app.nodeIds()).find((id) => id.startsWith('web'))!;
  await app.breakNode(web, 'crash');
  await app.selectNothing();
  await app.runTo(14);
  await page.keyboard.press('f');
  await page.getByTestId('presenter').waitFor();
  const pin = page.locator('[data-mark="cause"] > span');
  await expect(pin).toHaveText('started here · 0:10.0');
  const canvas = (await app.canvas.boundingBox())!;
  for (const edge of [canvas.x + canvas.width, canvas.x]) {
    const card = (await app.node(web).boundingBox())!;
    const across = edge - (edge > canvas.x ? card.x + card.width : card.x);
    await page.mouse.move(canvas.x + canvas.width / 2, canvas.y + 20);
    // a turn of the wheel moves half as far as on a page
    await page.mouse.wheel(-2 * across, 0);
    await expect.poll(async () => Math.abs((await app.node(web).boundingBox())!.x - card.x - across)).toBeLessThan(3);
    const said = (await pin.boundingBox())!;
    expect(said.x).toBeGreaterThanOrEqual(canvas.x);
    expect(said.x + said.width).toBeLessThanOrEqual(canvas.x + canvas.width);
  }
});

test('where it started is said beside the buttons of its card, never under them', async ({ app }) => {
  const { page } = app;
  await app.open('?template=chapter&paused&theme=light');
  await app.runTo(5);
  await app.breakNode('db-1', 'crash');
  await app.runTo(8);
  const pin = page.locator('[data-mark="cause"] > span');
  const bar = page.locator('[data-card-actions="db-1"]');
  await expect(pin).toContainText(/^started here · 0:05\.\d/);
  await expect(bar).toBeVisible();
  const isUnder = async () => {
    const [card, said, buttons] = [await app.node('db-1').boundingBox(), await pin.boundingBox(), await bar.boundingBox()];
    expect(said!.y >= buttons!.y + buttons!.height || said!.y + said!.height <= buttons!.y, 'words and buttons apart').toBe(true);
    return said!.y > card!.y;
  };
  await expect.poll(isUnder).toBe(true);
  await app.selectNothing();
  await page.mouse.move(700, 100);
  await expect(bar).toHaveCount(0);
  await expect.poll(async () => (await pin.boundingBox())!.y < (await app.node('db-1').boundingBox())!.y).toBe(true);
});

plain('the time line stands when charts did not load', async ({ page }) => {
  await page.route(/ChartStrip-.*\.js$/, (route) => route.abort());
  await appOf(page).open('?template=single&paused');
  await page.locator('[data-broken="not-loaded"]').first().waitFor();
  await expect(page.locator('#timeline').getByRole('slider')).toBeVisible();
});

test('the moment pointed at stands whole beside the lines of a chart that has no room for it', async ({ app }) => {
  const { page } = app;
  // the narrowest page on which four charts stand side by side
  await page.setViewportSize({ width: 1100, height: 900 });
  await page.addInitScript(() =>
    addEventListener('DOMContentLoaded', () => document.documentElement.style.setProperty('--font', 'monospace')),
  );
  await app.open('?template=chapter&paused&t=30');
  await showCharts(page);
  const chart = page.locator('[data-chart="load"]');
  await chart.locator('select').first().selectOption('db-1');
  const box = (await chart.boundingBox())!;
  const time = chart.locator('[class*="legendTime"]');
  // another part is another plot, which has to be there to be pointed at
  await expect(async () => {
    for (const left of [80, 90]) await page.mouse.move(box.x + box.width - left, box.y + box.height - 50);
    await expect(time).toHaveText(/^0:\d\d$/, { timeout: 500 });
  }).toPass();
  expect(await chart.locator('ul').evaluate((list) => list.scrollWidth > list.clientWidth)).toBe(true);
  expect(await time.evaluate((item) => item.scrollWidth <= item.clientWidth)).toBe(true);
  const said = (await time.boundingBox())!;
  expect(said.x + said.width).toBeLessThanOrEqual(box.x + box.width);
});

for (const lang of ['en', 'ko'])
  test(`no name of a kind is cut on its card in wide letters (${lang})`, async ({ app }) => {
    await app.page.addInitScript(() =>
      addEventListener('DOMContentLoaded', () => document.documentElement.style.setProperty('--font', 'monospace')),
    );
    for (const template of ['chapter', 'photo-queue', 'first-visit', 'balanced']) {
      await app.open(`?template=${template}&paused&lang=${lang}`);
      const cut = () =>
        app.page
          .locator('[data-node-id] [class*="label"]')
          .evaluateAll((labels) => labels.filter((label) => label.scrollWidth > label.clientWidth).map((label) => label.textContent));
      await expect.poll(cut).toEqual([]);
    }
  });
