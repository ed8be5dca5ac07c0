// How long a visitor waits on a bad connection: half a megabit a second with answers 300 ms away, a class on one shared link (ux budget: the canvas
// can be used within 4 s, and within 1 s the second time). The browser's own brake on its network, the files packed as hosts send them.
import { installIfMissing } from './install.mjs';

installIfMissing();
const { chromium } = await import('@playwright/test');
const { args, findBrowser } = await import('./browser.mjs');
const { buildIfOld, servePage } = await import('./page.mjs');

const most = { cold: 4000, warm: 1000 };
const rounds = 3;
const link = { offline: false, latency: 300, downloadThroughput: 62_500, uploadThroughput: 62_500 };

await buildIfOld();
const { address, close } = await servePage(4275, { packed: true });
const browser = await chromium.launch({ executablePath: findBrowser().executablePath, args });

/** @returns ms from asking for the address to a part that can be pressed */
async function wait(page) {
  const since = performance.now();
  await page.goto(`${address}?paused`, { waitUntil: 'commit' });
  await page.locator('[data-node-id]').first().waitFor({ state: 'visible', timeout: 60_000 });
  return performance.now() - since;
}

async function visit() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', link);
  const cold = await wait(page);
  // What comes after the first picture, the service worker's copies included, comes at its own pace.
  await page.locator('[data-offline="ready"]').waitFor({ timeout: 120_000 });
  const warm = await wait(page);
  await context.close();
  return { cold, warm };
}

const visits = [];
for (let i = 0; i < rounds; i++) visits.push(await visit());
await browser.close();
await close();
let isOver = false;
for (const which of ['cold', 'warm']) {
  const times = visits.map((visit) => visit[which]).sort((a, b) => a - b);
  const median = times[Math.floor(times.length / 2)];
  if (median > most[which]) isOver = true;
  console.log(`${which}: median ${Math.round(median)} ms (${times.map(Math.round).join(', ')}), at most ${most[which]}`);
}
process.exit(isOver ? 1 : 0);
