// `npm run fuzz`: a restless visitor of the built page, once with a mouse (`?fuzz`) and once with a keyboard (`?fuzzKeys`), by a seed. The
// page acts upon itself; here it is watched: it may not complain, leave, lose a part, or keep what it no longer shows. Every few
// seconds everything is taken away and collected, and the heap is weighed. `--minutes=10` (40 s each without), `--seed=7`, `--only=fuzz`.
import { installIfMissing } from './install.mjs';

installIfMissing();
const { chromium } = await import('@playwright/test');
const { args, findBrowser } = await import('./browser.mjs');
const { buildIfOld, servePage } = await import('./page.mjs');

const option = (name, otherwise) => {
  const at = process.argv.findIndex((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));
  return at < 0 ? otherwise : (process.argv[at].split('=')[1] ?? process.argv[at + 1]);
};
const minutes = Number(option('minutes', 40 / 60));
const seed = option('seed', '1');
const walks = ['fuzz', 'fuzzKeys'].filter((walk) => option('only', walk) === walk);
const isLong = minutes >= 5;
/** Growth that is let pass in a long walk: after the first minute half a MB a minute is a leak. */
/** Only a long walk has a slope: in a short one runs that are kept (store/keepFutures.ts, at most 48 MB) and the compiler still fill up. */
const mostMbPerMinute = isLong ? 0.5 : Number.POSITIVE_INFINITY;
/** What a page may hold with all the runs it keeps, and by how much listeners and elements may grow over any walk. */
const mostMb = 64;
const mostListeners = isLong ? 1.05 : Number.POSITIVE_INFINITY;
const mostElements = isLong ? 1.2 : Number.POSITIVE_INFINITY;
/** Whatever is open at a look of a short walk, which is too short to tell what is open from what is kept: seen here were 1,260 and 2,840. */
const mostListenersAtOnce = 2500;
const mostElementsAtOnce = 6000;
const everyMs = isLong ? 20_000 : 6000;
const warmUpMs = isLong ? 90_000 : 10_000;
/** Acts a second, at the least: a page that does nothing passes every test. */
const fewestActs = 2;

await buildIfOld();
const { address, close } = await servePage(4473);
const browser = await chromium.launch({ executablePath: findBrowser().executablePath, args });
let failures = 0;
for (const walk of walks) failures += await watch(walk);
await browser.close();
await close();
process.exit(failures === 0 ? 0 : 1);

/** @returns how much was wrong */
async function watch(walk) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${address}?template=single&${walk}&seed=${seed}`);
  await page.locator('[data-node-id]').first().waitFor();
  await page.locator('html[data-fuzz-acts]').waitFor();
  page.on('load', () => complaints.push(`it was left for ${page.url()}`));
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');

  const began = Date.now();
  const looks = [];
  for (let next = warmUpMs; Date.now() - began < minutes * 60_000; next = Date.now() - began + everyMs) {
    await page.waitForTimeout(Math.max(0, next - (Date.now() - began)));
    const minute = (Date.now() - began) / 60_000;
    const look = { minute, ...(await weigh(page, cdp)) };
    looks.push(look);
    const { mb, elements, listeners, acts } = look;
    console.log(`${minute.toFixed(2).padStart(6)} min  ${mb.toFixed(1)} MB  ${elements} elements  ${listeners} listeners  ${acts} acts`);
  }
  // the canvas may have been changed for the outline
  const isThere = (await page.getByRole('banner').isVisible()) && (await page.locator('[data-broken="crashed"]').count()) === 0;
  await context.close();
  return judge(walk, { looks, complaints, isThere });
}

/** The canvas empty and the run standing, with all that can be collected collected; then it goes on. */
async function weigh(page, cdp) {
  await page.evaluate(() => dispatchEvent(new Event('fuzz-rest')));
  for (let i = 0; i < 5; i++) await page.keyboard.press('Escape');
  await page
    .locator('dialog[open] button[aria-label]')
    .first()
    .click({ timeout: 300 })
    .catch(() => undefined);
  await page.mouse.click(700, 120);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.waitForTimeout(800);
  for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  const acts = Number(await page.locator('html').getAttribute('data-fuzz-acts'));
  await page
    .locator('[data-starter]')
    .first()
    .click({ timeout: 1000 })
    .catch(() => undefined);
  await page.evaluate(() => dispatchEvent(new Event('fuzz-go')));
  return { mb: of('JSHeapUsedSize') / 1e6, elements: of('Nodes'), listeners: of('JSEventListeners'), acts };
}

function judge(walk, { looks, complaints, isThere }) {
  /** The middle of the slopes between all pairs of looks: one odd look does not move it (Theil and Sen). */
  const slopes = looks
    .flatMap((one, i) => looks.slice(i + 1).map((other) => (other.mb - one.mb) / (other.minute - one.minute)))
    .sort((a, b) => a - b);
  const slope = slopes[Math.floor(slopes.length / 2)] ?? 0;
  // The first look may come before the last of the late parts.
  const last = looks.at(-1);
  // A menu that is open at a look has some hundred listeners and is no growth: the leanest look of each half is what the page keeps.
  const half = Math.ceil(looks.length / 2);
  const least = (some, what) => Math.min(...some.map((look) => look[what]));
  const grew = (what) => least(looks.slice(-half), what) / least(looks.slice(0, half), what);
  const isSmall = looks.every(({ listeners, elements }) => listeners <= mostListenersAtOnce && elements <= mostElementsAtOnce);
  const isFlat =
    looks.length >= 3 && last.mb <= mostMb && isSmall && grew('listeners') <= mostListeners && grew('elements') <= mostElements;
  const isRestless = last !== undefined && last.acts >= fewestActs * last.minute * 60;
  const wrongs = [
    ...complaints.slice(0, 5),
    ...(slope > mostMbPerMinute ? [`the heap grows by ${slope.toFixed(2)} MB a minute, at most ${mostMbPerMinute}`] : []),
    ...(isFlat ? [] : ['what the page holds grows']),
    ...(isThere ? [] : ['the page, or a part of it, is gone']),
    ...(isRestless ? [] : ['it hardly did anything']),
  ];
  console.log(
    `?${walk}, seed ${seed}: ${last?.acts} acts, heap ${slope >= 0 ? '+' : ''}${slope.toFixed(2)} MB a minute${isLong ? ` (at most ${mostMbPerMinute})` : ''}, at last ${last?.mb.toFixed(1)} MB (at most ${mostMb}), ${complaints.length} complaints`,
  );
  for (const wrong of wrongs) console.error(wrong);
  return wrongs.length;
}
