// `node scripts/benchCharts.mjs [--rounds n]`: how many pictures a second the built page draws while four live charts of 600 points follow the
// run, at 50 and at 200 parts, how often each chart is drawn, and how long the page's main thread works for that. Pictures are by the wall
// clock of a Chromium that draws without a graphics card; work is processor time, which what else the machine does changes little.
import { chromium } from '@playwright/test';
import { createServer } from 'vite';
import { args as browserArgs, findBrowser } from './browser.mjs';
import { root } from './install.mjs';
import { buildIfOld, servePage } from './page.mjs';

const rounds = Number(process.argv[process.argv.indexOf('--rounds') + 1]) || 3;
/** Simulated seconds before it is measured: from 600 on charts hold as many points as they may. */
const warmSeconds = 640;
/** Wall time of one round. */
const roundMs = 5000;

/** Designs as links: the bench's own, and a quarter of it. */
async function links() {
  const server = await createServer({ root, logLevel: 'error', server: { middlewareMode: true }, appType: 'custom' });
  const { twoHundredNodes } = await server.ssrLoadModule('/cli/bench/bigDesigns.ts');
  const { encodeLink } = await server.ssrLoadModule('/src/design/codec.ts');
  const whole = twoHundredNodes(3600, 'charts');
  const few = whole.nodes.slice(0, 50);
  const ids = new Set(few.map(({ id }) => id));
  const part = { ...whole, nodes: few, links: whole.links.filter(({ from, to }) => ids.has(from) && ids.has(to)) };
  const made = [];
  for (const design of [part, whole]) made.push({ nodes: design.nodes.length, link: await encodeLink(design) });
  await server.close();
  return made;
}

/** Counts what is drawn in the page: pictures, and clearings of each chart's canvas. */
const counting = () => {
  globalThis.drawn = { frames: 0, charts: 0 };
  const next = () => {
    globalThis.drawn.frames++;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
  const clear = CanvasRenderingContext2D.prototype.clearRect;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    if (this.canvas.closest('.uplot')) globalThis.drawn.charts++;
    return clear.apply(this, box);
  };
};

/** Milliseconds of processor time that the page's main thread has worked so far. */
async function workOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

await buildIfOld();
const { address, close } = await servePage(4276);
const browser = await chromium.launch({ executablePath: findBrowser().executablePath, args: browserArgs });
console.log(`Chromium ${browser.version()}, ${rounds} rounds of ${roundMs / 1000} s at 4× (four new points a second), median and least`);
for (const { nodes, link } of await links()) {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.addInitScript(counting);
  await page.goto(`${address}?t=${warmSeconds}&speed=4#${link}`);
  const clock = page.getByTestId('clock');
  await page.waitForFunction((text) => document.querySelector('[data-testid="clock"]')?.textContent?.startsWith(text), '10:40', {
    timeout: 300_000,
  });
  await page.locator('#run').getByRole('button', { name: 'Play', exact: true }).click();
  // folded to a line of figures at first
  const toggle = page.locator('#charts button[aria-expanded]');
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
  await page.waitForFunction(() => document.querySelectorAll('.uplot').length >= 4);
  const charts = await page.locator('.uplot').count();
  const work = await workOf(page);
  const pictures = [];
  const busy = [];
  const updates = [];
  for (let round = 0; round < rounds; round++) {
    const workBefore = await work();
    const before = await page.evaluate(() => ({ ...globalThis.drawn, at: performance.now() }));
    await page.waitForTimeout(roundMs);
    const after = await page.evaluate(() => ({ ...globalThis.drawn, at: performance.now() }));
    const seconds = (after.at - before.at) / 1000;
    pictures.push((after.frames - before.frames) / seconds);
    busy.push(((await work()) - workBefore) / seconds);
    updates.push((after.charts - before.charts) / charts / seconds);
  }
  const line = (values) => `${median(values).toFixed(1)} (${Math.min(...values).toFixed(1)})`;
  console.log(`${nodes} parts, ${charts} charts: ${line(pictures)} pictures a second, each chart drawn ${line(updates)} times a second`);
  console.log(`  main thread: ${median(busy).toFixed(0)} (${Math.max(...busy).toFixed(0)} at most) ms of work a second`);
  if ((await clock.textContent())?.startsWith('10:40.0')) console.log('  the run did not go on');
  await page.context().close();
}
await browser.close();
await close();
