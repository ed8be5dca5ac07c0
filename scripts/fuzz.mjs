// `npm run fuzz`: a restless visitor of the built page, once with a mouse (`?fuzz`) and once with a keyboard (`?fuzzKeys`), by a seed. The
// page acts upon itself; here it is watched: it may not complain, leave, lose a part, or keep what it no longer shows. Now and then the
// page visits every window, begins some runs, and comes to rest (src/panels/testing/resting.ts): there, in the same state each time, it is
// weighed. `--minutes=10` (40 restless seconds without), `--seed=7`, `--only=fuzz`.
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
/** Restless between two rests. Of a short walk the first rest is no weighing: it brings what comes late. */
const stretchMs = isLong ? 20_000 : (minutes * 60_000) / 4;
/** By how much each rest may be heavier than the one before: between them lie a visit of some twenty windows, and eight runs. */
const mostMoreListeners = 10;
const mostMoreElements = 100;
/** Of this the compiler fills up some; a long walk has a slope instead, after its first minutes. */
const mostMoreMb = isLong ? Number.POSITIVE_INFINITY : 1.5;
const mostMbPerMinute = isLong ? 0.5 : Number.POSITIVE_INFINITY;
const warmUpMinutes = isLong ? 2 : 0;
/** At rest. */
const mostMb = 64;
/** Acts a second, at the least: a page that does nothing passes every test. */
const fewestActs = 2;

await buildIfOld();
const { address, close } = await servePage(Number(option('port', 4473)));
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
  let restlessMs = 0;
  await weigh(page, cdp, 1);
  while (isLong ? Date.now() - began < minutes * 60_000 : restlessMs < minutes * 60_000 - 1 || looks.length < 4) {
    await page.waitForTimeout(stretchMs);
    restlessMs += stretchMs;
    const look = { minute: (Date.now() - began) / 60_000, ...(await weigh(page, cdp, looks.length + 2)) };
    looks.push(look);
    const { minute, mb, elements, listeners, acts } = look;
    console.log(`${minute.toFixed(2).padStart(6)} min  ${mb.toFixed(1)} MB  ${elements} elements  ${listeners} listeners  ${acts} acts`);
  }
  // the canvas may have been changed for the outline
  const isThere = (await page.getByRole('banner').first().isVisible()) && (await page.locator('[data-broken="crashed"]').count()) === 0;
  await context.close();
  return judge(walk, { looks, restlessMs, complaints, isThere });
}

/** The page at rest (src/panels/testing/resting.ts), with all that can be collected collected; then it goes on. */
async function weigh(page, cdp, rest) {
  await page.evaluate(() => dispatchEvent(new Event('fuzz-rest')));
  await page.locator(`html[data-fuzz-rests="${rest}"]`).waitFor({ timeout: 120_000 });
  for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  const acts = Number(await page.locator('html').getAttribute('data-fuzz-acts'));
  await page.evaluate(() => dispatchEvent(new Event('fuzz-go')));
  return { mb: of('JSHeapUsedSize') / 1e6, elements: of('Nodes'), listeners: of('JSEventListeners'), acts };
}

/** The middle of the slopes between all pairs of looks: one odd look does not move it (Theil and Sen). */
function slopeOf(looks) {
  const slopes = looks
    .flatMap((one, i) => looks.slice(i + 1).map((other) => (other.mb - one.mb) / (other.minute - one.minute)))
    .sort((a, b) => a - b);
  return slopes[Math.floor(slopes.length / 2)] ?? 0;
}

function judge(walk, { looks, restlessMs, complaints, isThere }) {
  const slope = slopeOf(looks.filter(({ minute }) => minute >= warmUpMinutes));
  const last = looks.at(-1);
  // What was drawn last may be held until something else is drawn, and what comes late comes once: a leak grows from each rest to the next.
  const grew = (what) => {
    const steps = looks.slice(1).map((look, i) => look[what] - looks[i][what]);
    return steps.sort((a, b) => a - b)[isLong ? Math.floor(steps.length / 2) : 0] ?? 0;
  };
  const grown = { mb: grew('mb'), listeners: grew('listeners'), elements: grew('elements') };
  const isRestless = last !== undefined && last.acts >= (fewestActs * restlessMs) / 1000;
  const wrongs = [
    ...complaints.slice(0, 5),
    ...(looks.length >= 3 ? [] : ['it came to rest too seldom to tell what it keeps']),
    ...(slope > mostMbPerMinute ? [`the heap grows by ${slope.toFixed(2)} MB a minute, at most ${mostMbPerMinute}`] : []),
    ...(grown.mb > mostMoreMb
      ? [`from each rest to the next the heap grew by ${grown.mb.toFixed(1)} MB or more, at most ${mostMoreMb}`]
      : []),
    ...(last?.mb > mostMb ? [`at rest it holds ${last.mb.toFixed(1)} MB, at most ${mostMb}`] : []),
    ...(grown.listeners > mostMoreListeners
      ? [`from each rest to the next ${grown.listeners} listeners more, at most ${mostMoreListeners}`]
      : []),
    ...(grown.elements > mostMoreElements
      ? [`from each rest to the next ${grown.elements} elements more, at most ${mostMoreElements}`]
      : []),
    ...(isThere ? [] : ['the page, or a part of it, is gone']),
    ...(isRestless ? [] : ['it hardly did anything']),
  ];
  console.log(
    `?${walk}, seed ${seed}: ${last?.acts} acts, heap ${slope >= 0 ? '+' : ''}${slope.toFixed(2)} MB a minute${isLong ? ` (at most ${mostMbPerMinute})` : ''}; from rest to rest ${grown.mb.toFixed(1)} MB, ${grown.listeners} listeners, ${grown.elements} elements; ${complaints.length} complaints`,
  );
  for (const wrong of wrongs) console.error(wrong);
  return wrongs.length;
}
