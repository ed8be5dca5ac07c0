// The picture that a chat program shows beside a link to the page: public/card.png, 1,200 by 630. Made by hand when the canvas looks different.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installIfMissing, root } from './install.mjs';

installIfMissing();
const { chromium } = await import('@playwright/test');
const { args, findBrowser } = await import('./browser.mjs');
const { buildIfOld, servePage } = await import('./page.mjs');

const width = 1200;
/** What the canvas gets, and what a window has beside it before a class. */
const canvasHeight = 430;
const besideHeight = 467;

await buildIfOld();
const { address, close } = await servePage(4274);
const browser = await chromium.launch({ executablePath: findBrowser().executablePath, args });
const page = await browser.newPage({ viewport: { width, height: canvasHeight + besideHeight }, colorScheme: 'dark' });
await page.goto(`${address}?template=chapter&theme=dark&lang=en`);
await page.locator('[data-kind="database"][data-node-id]').first().waitFor();
await page.waitForTimeout(4000);
await page
  .locator('[data-kind="database"][data-node-id]')
  .first()
  .click({ position: { x: 60, y: 12 } });
const which = page.locator('#inspector').getByRole('combobox', { name: 'Which' });
await which.selectOption(await which.locator('option', { hasText: 'primary' }).getAttribute('value'));
await page.locator('#inspector [data-fault="crash"]').click();
await page.keyboard.press('f');
await page.locator('.react-flow__pane').click({ position: { x: 20, y: 20 } });
await page.waitForTimeout(7000);
const canvas = await page.locator('.react-flow').screenshot({ style: '.react-flow__panel { display: none }' });

const card = await browser.newPage({ viewport: { width, height: 630 } });
const coded = (file) => readFileSync(join(root, file)).toString('base64');
const fonts = [400, 700].map((weight) => {
  const file = `node_modules/@fontsource/inter/files/inter-latin-${weight}-normal.woff2`;
  return `@font-face { font-family: Inter; font-weight: ${weight}; src: url(data:font/woff2;base64,${coded(file)}) }`;
});
await card.setContent(`
  <style>${fonts.join('\n')}</style>
  <body style="margin:0; background:#0f141b; color:#e6edf5; font-family:Inter,sans-serif">
    <div style="display:flex; height:199px; box-sizing:border-box; padding:0 56px; align-items:center; gap:32px; border-bottom:1px solid #223">
      <img src="data:image/svg+xml;base64,${coded('public/favicon.svg')}" width="88" height="88">
      <div>
        <div style="font-size:56px; font-weight:700; letter-spacing:-0.02em">Faultline</div>
        <div style="font-size:27px; color:#a5b1c1; margin-top:6px">Wire a web architecture, run every request, break it, see why.</div>
      </div>
    </div>
    <img src="data:image/png;base64,${canvas.toString('base64')}" style="display:block; width:${width}px">
  </body>`);
await card.evaluate(() => document.fonts.ready);
await card.screenshot({ path: join(root, 'public/card.png') });
await browser.close();
await close();
process.exit(0);
