// `npm run fps`: frames per second of the built page's canvas while a run plays and the camera moves, by the number of parts.
// `-- 50 200` measures those sizes. Headless browsers draw in software: take the figures against each other, not for a screen's.
import { installIfMissing } from './install.mjs';

installIfMissing();
const { chromium } = await import('@playwright/test');
const { args, findBrowser } = await import('./browser.mjs');
const { buildIfOld, servePage } = await import('./page.mjs');

const sizes = process.argv
  .slice(2)
  .filter((arg) => /^\d+$/.test(arg))
  .map(Number);
const seconds = 5;

await buildIfOld();
const page = await servePage(4790);
const browser = await chromium.launch({ args, ...findBrowser() });
for (const size of sizes.length > 0 ? sizes : [50, 200, 300, 320]) {
  const tab = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await tab.goto(`${page.address}?template=balanced&paused&lang=en`);
  await tab.locator('[data-node-id]').first().waitFor();
  await tab.waitForTimeout(2000);
  await tab.locator('#canvas .react-flow').focus();
  await tab.keyboard.press('ControlOrMeta+a');
  // Copies of the copies, five parts at a time.
  for (let parts = 5; parts < size; parts += 5) await tab.keyboard.press('ControlOrMeta+d');
  await tab.keyboard.press('Escape');
  await tab.keyboard.press('l');
  await tab.waitForTimeout(2500);
  await tab.keyboard.press('Space');
  await tab.waitForTimeout(2000);
  const canvas = await tab.locator('#canvas').boundingBox();
  await tab.mouse.move(canvas.x + canvas.width / 2, canvas.y + canvas.height / 2);
  const measured = tab.evaluate(
    (span) =>
      new Promise((resolve) => {
        const frames = [];
        let last = performance.now();
        const end = last + span * 1000;
        const frame = (now) => {
          frames.push(now - last);
          last = now;
          if (now < end) requestAnimationFrame(frame);
          else resolve(frames);
        };
        requestAnimationFrame(frame);
      }),
    seconds,
  );
  for (let at = 0; at < seconds * 10; at++) {
    await tab.mouse.wheel(at % 20 < 10 ? 24 : -24, 0);
    await tab.waitForTimeout(80);
  }
  const frames = (await measured).sort((a, b) => a - b);
  const total = frames.reduce((sum, ms) => sum + ms, 0);
  const parts = await tab.locator('[data-node-id]').count();
  const p95 = frames[Math.floor(frames.length * 0.95)];
  console.log(
    `${String(size).padStart(4)} parts (${parts} drawn): ${((1000 * frames.length) / total).toFixed(0)} frames/s, 95 % of frames within ${p95.toFixed(0)} ms`,
  );
  await tab.close();
}
await browser.close();
page.close();
process.exit();
