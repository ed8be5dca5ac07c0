// `npm run shots`: pictures of the running built page, into shots/: sizes x themes x languages. They are for looking at.
// `npm run shots -- --panels`: the inspector of tools, faults, a wire and the costs, part by part, in the themes and languages.
// `npm run shots -- --states`: what scripts/shotStates.mjs lists; says which dialogs it has no picture of.
// `npm run shots -- --picture` renews docs/faultline.png, the picture of the README. `--only=1440` narrows by file name.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installIfMissing, root } from './install.mjs';

installIfMissing();
const { chromium } = await import('@playwright/test');
const { args, findBrowser } = await import('./browser.mjs');
const { buildIfOld, servePage } = await import('./page.mjs');
const { elsewhere, states } = await import('./shotStates.mjs');

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];
const themes = ['light', 'dark', 'projector'];
const languages = ['en', 'ko'];
/** Every state is seen in each theme, language and size, but not in all of them at once. */
const stateLooks = [
  { ...sizes[0], theme: 'light', lang: 'en' },
  { ...sizes[0], theme: 'dark', lang: 'ko' },
  { ...sizes[1], theme: 'light', lang: 'ko' },
  { ...sizes[1], theme: 'projector', lang: 'en' },
  { ...sizes[2], theme: 'light', lang: 'ko' },
];
/** Long enough for the first charts to have a shape. */
const settleMs = 6000;

const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice('--only='.length) ?? '';
const picture = process.argv.includes('--picture');
const wantsStates = process.argv.includes('--states');
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
  { name: 'shards', of: 'sharded', press: ['[data-node-id="router-1"]'] },
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
      .concat(
        wantsStates
          ? states.flatMap((state) =>
              stateLooks
                .filter(({ width }) => width > 500 || state.phone)
                .map((look) => ({ file: `shots/state-${state.name}-${look.width}-${look.theme}-${look.lang}.png`, ...look, state })),
            )
          : [],
      )
      .filter(({ file }) => file.includes(only) && (!panels || file.includes('panel-')) && (!wantsStates || file.includes('state-')));

/** Dialogs that somebody added without a picture. */
function sayWhatIsMissing() {
  const names = /type DialogName =([^;]+);/.exec(readFileSync(join(root, 'src/store/sessionStore.ts'), 'utf8'))?.[1] ?? '';
  const there = new Set([...states.map(({ dialog }) => dialog), ...elsewhere]);
  for (const [, name] of names.matchAll(/'([a-z-]+)'/g)) if (!there.has(name)) console.log(`no picture of the dialog "${name}"`);
}

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
for (const { file, width, height, theme, lang, look, state } of shots) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    hasTouch: width < 500,
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    faults += 1;
    console.error(`${file}: ${error.message}`);
  });
  page.on('console', (message) => {
    // What the host is told not to answer.
    if (message.type() !== 'error' || state?.quiet || /ERR_FAILED/.test(message.text())) return;
    faults += 1;
    console.error(`${file}: ${message.text()}`);
  });
  await state?.before?.(page);
  const still = state ? `&paused${state.query ?? ''}${state.hash ?? ''}` : '';
  await page.goto(`${address}?template=${look?.of ?? state?.of ?? template}&theme=${theme}&lang=${lang}${still}`);
  if (picture) await breakPrimary(page);
  await page.waitForTimeout(state ? (state.settleMs ?? 1500) : settleMs);
  if (state?.query?.includes('t='))
    await page.locator('[data-status="paused"], [data-status="finished"]').first().waitFor({ state: 'attached' });
  for (const target of look?.press ?? [])
    await page
      .locator(target)
      .first()
      .click({ position: { x: 20, y: 10 } });
  await state?.act?.(page, lang).catch((error) => {
    faults += 1;
    console.error(`${file}: ${error.message.split('\n')[0]}`);
  });
  await page.waitForTimeout(look || state ? 800 : 0);
  if (look) await page.locator('#inspector').screenshot({ path: join(root, file) });
  else await page.screenshot({ path: join(root, file) });
  console.log(file);
  await context.close();
}
if (wantsStates) sayWhatIsMissing();
await browser.close();
await close();
process.exit(faults > 0 ? 1 : 0);
