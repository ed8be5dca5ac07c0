// `npm run shots`: pictures of the running built page, into shots/: sizes x themes x languages. They are for looking at.
// `npm run shots -- --panels`: the inspector of tools, faults, a wire and the costs, part by part, in the themes and languages.
// `npm run shots -- --states`: what scripts/shotStates.mjs lists, in a few of them each.
// `npm run shots -- --picture` renews docs/faultline.png, the picture of the README. `--only=1440` narrows by file name, a regular expression.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { installIfMissing, root } from './install.mjs';

installIfMissing();
const { chromium } = await import('@playwright/test');
const { args, findBrowser } = await import('./browser.mjs');
const { buildIfOld, servePage } = await import('./page.mjs');
const { languages, looks, sizes, stateLooks, themes } = await import('./shotLooks.mjs');
const { states } = await import('./shotStates.mjs');

/** Long enough for the first charts to have a shape. */
const settleMs = 6000;

const only = new RegExp(process.argv.find((arg) => arg.startsWith('--only='))?.slice('--only='.length) ?? '');
const picture = process.argv.includes('--picture');
const wantsStates = process.argv.includes('--states');
const panels = process.argv.includes('--panels');
const template = process.argv.find((arg) => arg.startsWith('--template='))?.slice('--template='.length) ?? 'chapter';

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
                .filter(({ width }) => (width > 500 ? state.phone !== 'only' && !(state.wide && width < 1400) : state.phone))
                .map((look) => ({ file: `shots/state-${state.name}-${look.width}-${look.theme}-${look.lang}.png`, ...look, state })),
            )
          : [],
      )
      .filter(({ file }) => only.test(file) && (!panels || file.includes('panel-')) && (!wantsStates || file.includes('state-')));

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
const { address, close } = await servePage(Number(process.env.E2E_PORT ?? 4273));
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
  const hash = typeof state?.hash === 'function' ? await state.hash() : (state?.hash ?? '');
  const still = state ? `&paused${state.query ?? ''}${hash}` : '';
  await page.goto(`${address}?template=${look?.of ?? state?.of ?? template}&theme=${theme}&lang=${lang}${still}`);
  // A busy machine may need longer than the second and a half until the late parts are there.
  await page.waitForLoadState('networkidle');
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
  if (state?.dialog)
    await page
      .locator('dialog[open], [role="dialog"]')
      // popovers stand in the page while they are shut
      .filter({ visible: true })
      .first()
      .waitFor({ timeout: 20_000 })
      .catch(() => {
        faults += 1;
        console.error(`${file}: the window did not open`);
      });
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(look || state ? 800 : 0);
  if (look) await page.locator('#inspector').screenshot({ path: join(root, file) });
  else await (state?.window ? context.pages().at(-1) : page).screenshot({ path: join(root, file) });
  console.log(file);
  await context.close();
}
await browser.close();
await close();
process.exit(faults > 0 ? 1 : 0);
