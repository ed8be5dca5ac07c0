// `npm run fuzz`: a restless visitor. Random acts with mouse and keys on the built page, by a seed; the page may not complain, leave,
// or keep what it no longer shows. Every few seconds the same small design is opened, everything is collected, and the heap is weighed.
// `--minutes=10` (40 s without), `--seed=7`. Fails on any error, and when the heap grows from look to look.
import { installIfMissing } from './install.mjs';

installIfMissing();
const { chromium } = await import('@playwright/test');
const { args, findBrowser } = await import('./browser.mjs');
const { buildIfOld, servePage } = await import('./page.mjs');

const option = (name, otherwise) => {
  const at = process.argv.findIndex((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));
  if (at < 0) return otherwise;
  return Number(process.argv[at].split('=')[1] ?? process.argv[at + 1]);
};
const minutes = option('minutes', 40 / 60);
const seed = option('seed', 1);
const isLong = minutes >= 5;
/** Growth that is let pass. Compiled code and caches still fill in the first minute; after that half a MB a minute is a leak. */
/** Only a long walk has a slope: in a short one runs that are kept (store/keepFutures.ts, at most 48 MB) and the compiler still fill up. */
const mostMbPerMinute = isLong ? 0.5 : Number.POSITIVE_INFINITY;
/** What a page may hold with all the runs it keeps, and by how much listeners and elements may grow over any walk. */
const mostMb = 64;
const mostListeners = 1.05;
const mostElements = 1.2;
const everyMs = isLong ? 20_000 : 5000;
const warmUpMs = isLong ? 90_000 : 12_000;

/** mulberry32: the same seed does the same acts. */
let state = seed >>> 0;
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const within = (count) => Math.floor(random() * count);
const oneOf = (list) => list[within(list.length)];

await buildIfOld();
const { address, close } = await servePage(4473);
const browser = await chromium.launch({ executablePath: findBrowser().executablePath, args });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
const complaints = [];
page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
page.on('dialog', (dialog) => void dialog.accept());
await page.goto(`${address}?template=single`);
await page.locator('[data-node-id]').first().waitFor();
const cdp = await page.context().newCDPSession(page);
await cdp.send('Performance.enable');

const quick = { timeout: 1500 };
/** What is covered or has just gone cannot be pressed by a visitor either. */
const press = (locator) => locator.click({ ...quick, force: true }).catch(() => undefined);
async function pickOf(selector) {
  const all = page.locator(selector);
  const count = await all.count();
  return count === 0 ? null : all.nth(within(count));
}
const pressOneOf = async (selector) => {
  const found = await pickOf(selector);
  if (found) await press(found);
};
async function drag() {
  const [x, y] = [280 + within(760), 90 + within(420)];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(280 + within(760), 90 + within(420), { steps: 4 });
  await page.mouse.up();
}
const keys = [
  'Control+z',
  'Control+z',
  'Control+Shift+z',
  'Control+a',
  'Control+c',
  'Control+v',
  'Control+d',
  'Delete',
  'Escape',
  'ArrowRight',
  'Tab',
  'Enter',
];
const acts = [
  () => pressOneOf('button[data-kind]'),
  () => pressOneOf('[data-node-id]'),
  drag,
  () => page.keyboard.press(oneOf(keys)),
  () => page.keyboard.press(oneOf(keys)),
  () => pressOneOf('#run button'),
  () => pressOneOf('#inspector [data-fault]'),
  () => pressOneOf('#inspector summary, #inspector [role="switch"]'),
  async () =>
    (await pickOf('input[type="range"]'))?.press(oneOf(['ArrowRight', 'ArrowLeft', 'PageUp', 'Home']), quick).catch(() => undefined),
  async () => {
    await pressOneOf('header button[aria-haspopup]');
    await pressOneOf('[role="menuitem"], [role="menuitemradio"]');
  },
  async () => {
    await page.mouse.move(500 + within(400), 200 + within(200));
    await page.mouse.wheel(within(400) - 200, within(400) - 200);
  },
];

async function leaveEverything() {
  for (let i = 0; i < 4; i++) await page.keyboard.press('Escape');
  await page
    .locator('dialog[open] button[aria-label]')
    .first()
    .click({ timeout: 300 })
    .catch(() => undefined);
}

/** The same design, standing, with all that can be collected collected. */
async function weigh() {
  await leaveEverything();
  await page
    .locator('#canvas')
    .click({ position: { x: 30, y: 200 }, timeout: 1000, force: true })
    .catch(() => undefined);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.waitForTimeout(1200);
  for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { mb: of('JSHeapUsedSize') / 1e6, elements: of('Nodes'), listeners: of('JSEventListeners') };
}

// React listens to 143 kinds of events on the body once the first menu is drawn into it; before the first look, so that they are no growth.
await page.getByRole('banner').getByRole('button', { name: 'Menu' }).click();
await page.getByRole('menu').first().waitFor();
await page.keyboard.press('Escape');

const began = Date.now();
const looks = [];
let count = 0;
let next = warmUpMs;
while (Date.now() - began < minutes * 60_000 + warmUpMs) {
  await oneOf(acts)();
  count += 1;
  if (Date.now() - began < next) continue;
  const look = { minute: (Date.now() - began) / 60_000, ...(await weigh()) };
  looks.push(look);
  console.log(
    `${look.minute.toFixed(2).padStart(6)} min  ${look.mb.toFixed(1)} MB  ${look.elements} elements  ${look.listeners} listeners  ${count} acts`,
  );
  next = Date.now() - began + everyMs;
  await pressOneOf('[data-starter]');
}
const isThere = await page.locator('#canvas').isVisible();
await browser.close();
await close();

/** The middle of the slopes between all pairs of looks: one odd look does not move it (Theil and Sen). */
const slopes = looks
  .flatMap((one, i) => looks.slice(i + 1).map((other) => (other.mb - one.mb) / (other.minute - one.minute)))
  .sort((a, b) => a - b);
const slope = slopes[Math.floor(slopes.length / 2)] ?? 0;
// The first look may come before the last of the late parts.
const [first, last] = [looks[1], looks.at(-1)];
const grew = (what) => last[what] / first[what];
const isFlat = looks.length >= 3 && last.mb <= mostMb && grew('listeners') <= mostListeners && grew('elements') <= mostElements;
if (!isFlat) console.error('what the page holds grows');
console.log(
  `${count} acts, seed ${seed}: heap ${slope >= 0 ? '+' : ''}${slope.toFixed(2)} MB a minute${isLong ? ` (at most ${mostMbPerMinute})` : ''}, at last ${last?.mb.toFixed(1)} MB (at most ${mostMb}), ${complaints.length} complaints`,
);
for (const complaint of complaints.slice(0, 5)) console.error(complaint);
if (!isThere) console.error('the canvas is gone');
process.exit(complaints.length > 0 || slope > mostMbPerMinute || !isThere || !isFlat ? 1 : 0);
