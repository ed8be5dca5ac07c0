// `node scripts/benchSeek.mjs [--visits n]`: how long the built page takes from the key that names a moment to the clock that shows it,
// anywhere in ten minutes of the full chapter that have been played. By the wall clock of the page; `bench -- --only travel` is the engine's part.
import { chromium } from '@playwright/test';
import { createServer } from 'vite';
import { args as browserArgs, findBrowser } from './browser.mjs';
import { root } from './install.mjs';
import { buildIfOld, servePage } from './page.mjs';

const visits = Number(process.argv[process.argv.indexOf('--visits') + 1]) || 40;
const seconds = 600;
const aimMs = 150;

/** The full chapter, played for ten minutes, as a link. */
async function chapterLink() {
  const server = await createServer({ root, logLevel: 'error', server: { middlewareMode: true }, appType: 'custom' });
  const { chapter } = await server.ssrLoadModule('/src/library/chapter.ts');
  const { encodeLink } = await server.ssrLoadModule('/src/design/codec.ts');
  const link = await encodeLink({ ...chapter.design, seconds });
  await server.close();
  return link;
}

/** Evenly over the ten minutes and in no order, as the engine's bench goes. */
const moment = (visit) => Math.floor(((visit * 0.618033988749895) % 1) * seconds);
const clockText = (time) => `${Math.floor(time / 60)}:${String(time % 60).padStart(2, '0')}.0`;

/** In the page: ms between the next Enter and the clock that begins with a text. */
const untilShown = (text) =>
  new Promise((done) => {
    const clock = document.querySelector('[data-testid="clock"]');
    let pressedAt = 0;
    const look = () => {
      if (pressedAt === 0 || !clock.textContent.trim().startsWith(text)) return;
      observer.disconnect();
      done(performance.now() - pressedAt);
    };
    const observer = new MutationObserver(look);
    observer.observe(clock, { childList: true, characterData: true, subtree: true });
    addEventListener(
      'keydown',
      () => {
        pressedAt = performance.now();
        setTimeout(look, 0);
      },
      { capture: true, once: true },
    );
  });

await buildIfOld();
const link = await chapterLink();
const { address, close } = await servePage(4277);
const browser = await chromium.launch({ executablePath: findBrowser().executablePath, args: browserArgs });
const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
await page.goto(`${address}?t=${seconds}#${link}`);
await page.waitForFunction(
  (text) => document.querySelector('[data-testid="clock"]')?.textContent?.trim().startsWith(text),
  clockText(seconds),
  {
    timeout: 600_000,
  },
);
const box = page.getByRole('textbox', { name: 'Go to a moment' });
const took = [];
for (let visit = 1; visit <= visits; visit++) {
  await box.fill(`${moment(visit)} s`);
  const shown = page.evaluate(untilShown, clockText(moment(visit)));
  await box.press('Enter');
  took.push(await shown);
}
await browser.close();
await close();
const sorted = took.toSorted((a, b) => a - b);
const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(0);
const over = took.filter((ms) => ms > aimMs).length;
console.log(`Chromium ${browser.version()}: ${visits} moments of ${seconds} s of the full chapter, from the key to the clock`);
console.log(`median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms; ${over} over ${aimMs} ms`);
