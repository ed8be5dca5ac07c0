// `npm run shots`: pictures of the running built page, into shots/: sizes x themes x languages. They are for looking at.
// `npm run shots -- --panels`: the inspector of tools, faults, a wire and the costs, part by part, in the themes and languages.
// `npm run shots -- --picture` renews docs/faultline.png, the picture of the README. `--only=1440` narrows by file name.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { installIfMissing, root } from './install.mjs';

installIfMissing();
const { chromium } = await import('@playwright/test');
const { args, findBrowser } = await import('./browser.mjs');
const { buildIfOld, servePage } = await import('./page.mjs');

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];
const themes = ['light', 'dark'];
const languages = ['en', 'ko'];
/** Long enough for the first charts to have a shape. */
const settleMs = 6000;

const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice('--only='.length) ?? '';
const picture = process.argv.includes('--picture');
const panels = process.argv.includes('--panels');
const template = process.argv.find((arg) => arg.startsWith('--template='))?.slice('--template='.length) ?? 'chapter';

/** What is looked at: a template, and what is pressed there before the picture. */
const looks = [
  { name: 'logs', of: 'operated', press: ['[data-node-id="logs-1"]'] },
  { name: 'board', of: 'operated', press: ['[data-node-id="monitor-1"]'] },
  { name: 'autoscaler', of: 'autoscaled', press: ['[data-node-id="scaler-1"]'] },
  { name: 'deploy', of: 'canary', press: ['[data-node-id="deploy-1"]', '[data-more-faults] summary'] },
  { name: 'costs-and-timeline', of: 'operated', press: [] },
  { name: 'faults', of: 'operated', press: ['[data-node-id="web-1"]', '[data-more-faults] summary'] },
  { name: 'region', of: 'far-users', press: ['[data-group-id="dc-2"] [class*="label"]'] },
  { name: 'session-store', of: 'stateless-tier', press: ['[data-node-id="sessions-1"]'] },
  { name: 'queue', of: 'photo-queue', press: ['[data-node-id="queue-1"]'] },
  { name: 'scheduler', of: 'nightly-batch', press: ['[data-node-id="scheduler-1"]'] },
];
const panelSize = { width: 1440, height: 2600 };

const shots = picture
  ? [{ file: 'docs/faultline.png', width: 1440, height: 900, theme: 'light', lang: 'en' }]
  : sizes
      .flatMap(({ width, height }) =>
        themes.flatMap((theme) =>
          languages.map((lang) => ({ file: `shots/${width}x${height}-${theme}-${lang}.png`, width, height, theme, lang })),
        ),
      )
      .concat(
        panels
          ? looks.flatMap((look) =>
              themes.flatMap((theme) =>
                languages.map((lang) => ({ file: `shots/panel-${look.name}-${theme}-${lang}.png`, ...panelSize, theme, lang, look })),
              ),
            )
          : [],
      )
      .filter(({ file }) => file.includes(only) && (!panels || file.includes('panel-')));

/** Something to see: the full design in trouble, a while after its primary database was killed. */
async function breakPrimary(page) {
  const speed = page.locator('#run').getByRole('slider', { name: 'Speed' });
  for (let i = 0; i < 3; i++) await speed.press('ArrowRight');
  await page.waitForTimeout(settleMs);
  await page
    .locator('[data-kind="database"][data-node-id]')
    .first()
    .click({ position: { x: 60, y: 12 } });
  const which = page.locator('#inspector').getByRole('combobox', { name: 'Which' });
  await which.selectOption(await which.locator('option', { hasText: 'primary' }).getAttribute('value'));
  await page.locator('#inspector [data-fault="crash"]').click();
}

await buildIfOld();
const { address, close } = await servePage(4273);
const browser = await chromium.launch({ executablePath: findBrowser().executablePath, args });
mkdirSync(join(root, 'shots'), { recursive: true });
let faults = 0;
for (const { file, width, height, theme, lang, look } of shots) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, hasTouch: width < 500 });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    faults += 1;
    console.error(`${file}: ${error.message}`);
  });
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    faults += 1;
    console.error(`${file}: ${message.text()}`);
  });
  await page.goto(`${address}?template=${look?.of ?? template}&theme=${theme}&lang=${lang}`);
  if (picture) await breakPrimary(page);
  await page.waitForTimeout(settleMs);
  for (const target of look?.press ?? [])
    await page
      .locator(target)
      .first()
      .click({ position: { x: 20, y: 10 } });
  await page.waitForTimeout(look ? 800 : 0);
  if (look) await page.locator('#inspector').screenshot({ path: join(root, file) });
  else await page.screenshot({ path: join(root, file) });
  console.log(file);
  await context.close();
}
await browser.close();
await close();
process.exit(faults > 0 ? 1 : 0);
