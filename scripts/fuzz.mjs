// `npm run fuzz`: a restless visitor of the built page, once with a mouse (`?fuzz`) and once with a keyboard (`?fuzzKeys`), by a seed. The
// page acts upon itself; here it is watched: it may not complain, leave, lose a part, or keep what it no longer shows. Now and then the
// page visits every window, begins some runs, and comes to rest (src/panels/testing/resting.ts): there, in the same state each time, it is
// weighed, its workers too. Now and then one of its workers is ended: the page may not even notice for longer than a run takes to begin
// anew. Both walks go at the same time. `--minutes=10` (40 restless seconds without), `--seed=7`, `--only=fuzz`; `--leak=` (fuzzLeaks.mjs) to see
// it find something.
import { installIfMissing } from './install.mjs';

installIfMissing();
const { chromium } = await import('@playwright/test');
const { args, findBrowser } = await import('./browser.mjs');
const { heapOf } = await import('./fuzzHeap.mjs');
const { isLong, judge } = await import('./fuzzJudge.mjs');
const { leak, leakNames } = await import('./fuzzLeaks.mjs');
const { endWorker, isLastWord, mbOf, workerHeaps } = await import('./fuzzWorkers.mjs');
const { buildIfOld, servePage } = await import('./page.mjs');

const option = (name, otherwise) => {
  const at = process.argv.findIndex((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));
  return at < 0 ? otherwise : (process.argv[at].split('=')[1] ?? process.argv[at + 1]);
};
const minutes = Number(option('minutes', 40 / 60));
const seed = option('seed', '1');
const leaking = option('leak', '').split(',').filter(Boolean);
if (!leaking.every((name) => leakNames.includes(name))) throw new Error(`--leak is some of ${leakNames.join(', ')}`);
const walks = ['fuzz', 'fuzzKeys'].filter((walk) => option('only', walk) === walk);
/** Restless between two rests. Of a short walk the first rest is no weighing: it brings what comes late. */
const stretchMs = isLong(minutes) ? 20_000 : (minutes * 60_000) / 4;
/** Of a long walk: until then no worker is ended, so that what a worker keeps shows. */
const workersLiveMinutes = isLong(minutes) ? minutes / 2 : 0;
/** On a machine that others use, too, a rest takes minutes. */
const patienceMs = 600_000;

await buildIfOld();
const { address, close } = await servePage(Number(option('port', 4473)));
const browser = await chromium.launch({ executablePath: findBrowser().executablePath, args });
const failures = await Promise.all(walks.map(watch));
await browser.close();
await close();
process.exit(failures.every((count) => count === 0) ? 0 : 1);

/** @returns how much was wrong */
async function watch(walk) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  page.on('console', (message) => message.type() === 'error' && !isLastWord(message.text()) && complaints.push(message.text()));
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${address}?template=single&${walk}&seed=${seed}`);
  await page.locator('[data-node-id]').first().waitFor();
  await page.locator('html[data-fuzz-acts]').waitFor();
  page.on('load', () => complaints.push(`it was left for ${page.url()}`));
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  const ofWorkers = await workerHeaps(cdp);

  const looks = [];
  let restlessMs = 0;
  let ended = 0;
  await weigh(page, cdp, ofWorkers, 1);
  const began = Date.now();
  while (isLong(minutes) ? Date.now() - began < minutes * 60_000 : restlessMs < minutes * 60_000 - 1 || looks.length < 4) {
    await page.waitForTimeout(stretchMs / 2);
    const isEnding = Date.now() - began >= workersLiveMinutes * 60_000;
    if (isEnding && (await endWorker(page, ended))) ended += 1;
    await page.waitForTimeout(stretchMs / 2);
    restlessMs += stretchMs;
    await leak(page, leaking);
    const look = { minute: (Date.now() - began) / 60_000, ended, ...(await weigh(page, cdp, ofWorkers, looks.length + 2)) };
    looks.push(look);
    const { minute, mb, keptMb, codeMb, workerMb, elements, listeners, acts } = look;
    const heap = `${mb.toFixed(1)} MB: kept ${keptMb.toFixed(2)}, code ${codeMb.toFixed(2)}`;
    console.log(
      `?${walk.padEnd(8)} ${minute.toFixed(2).padStart(6)} min  ${heap}; workers ${workerMb.toFixed(1)} MB  ${elements} elements  ${listeners} listeners  ${acts} acts  ${ended} workers ended`,
    );
  }
  // the canvas may have been changed for the outline
  const isThere = (await page.getByRole('banner').first().isVisible()) && (await page.locator('[data-broken="crashed"]').count()) === 0;
  await context.close();
  const walked = { minutes, looks, restlessMs, complaints, isThere };
  return tell(walk, judge(walked), walked);
}

/** The page at rest (src/panels/testing/resting.ts), with all that can be collected collected; then it goes on. */
async function weigh(page, cdp, ofWorkers, rest) {
  await page.evaluate(() => dispatchEvent(new Event('fuzz-rest')));
  await page.locator(`html[data-fuzz-rests="${rest}"]`).waitFor();
  for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  const mb = mbOf(await cdp.send('Runtime.getHeapUsage'));
  const { keptMb, codeMb } = await heapOf(cdp);
  const workerMb = await ofWorkers();
  const { fuzzActs, fuzzStuck } = await page.evaluate(() => ({ ...document.documentElement.dataset }));
  await page.evaluate(() => dispatchEvent(new Event('fuzz-go')));
  return {
    mb,
    keptMb,
    codeMb,
    workerMb,
    elements: of('Nodes'),
    listeners: of('JSEventListeners'),
    acts: Number(fuzzActs),
    stuck: Number(fuzzStuck),
  };
}

/** @returns how much was wrong */
function tell(walk, { slopes, steps, wrongs }, { looks, complaints }) {
  const signed = (mb) => `${mb >= 0 ? '+' : ''}${mb.toFixed(2)}`;
  const { acts, ended } = looks.at(-1) ?? {};
  console.log(
    `?${walk}, seed ${seed}: ${acts} acts, ${ended} workers ended; a minute heap ${signed(slopes.mb)} MB, kept ${signed(slopes.keptMb)}, workers ${signed(slopes.workerMb)}; from rest to rest kept ${signed(steps.keptMb)} MB, ${steps.listeners} listeners, ${steps.elements} elements; ${complaints.length} complaints`,
  );
  for (const wrong of wrongs) console.error(`?${walk}: ${wrong}`);
  return wrongs.length;
}
