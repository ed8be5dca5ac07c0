/** Browsers that zoom, translate, recolour, lose pointers and press everything twice: the page stands, and says nothing on its console. */

import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

const isWhole = async (page: Page): Promise<void> => {
  await expect(page.locator('[data-broken="crashed"], [data-broken="not-loaded"], p[role="alert"]')).toHaveCount(0);
  await expect(page.locator('[data-node-id]').first()).toBeVisible();
};

test('ux 4.6 #62: any size, print, forced colours, and a theme and motion that change while it runs', async ({ app }) => {
  const { page } = app;
  // the largest page is drawn slowly where no graphics card helps
  test.slow();
  await app.open('?template=single&speed=1');
  for (const [width, height] of [
    [288, 180], // five hundred per cent
    [320, 640],
    [720, 450],
    [1, 1],
    [5760, 3600], // twenty-five per cent
    [1440, 900],
  ]) {
    await page.setViewportSize({ width, height });
    const play = page.getByRole('button', { name: /^(Play|Pause)$/ }).first();
    await expect(play).toBeAttached();
    if (width < 288) continue;
    // a phone's page and a desk's are two: the one's button may be gone by the time it is looked for
    await expect(async () => {
      await play.scrollIntoViewIfNeeded({ timeout: 20_000 });
      await expect(play).toBeInViewport({ timeout: 20_000 });
    }).toPass({ timeout: 60_000 });
    const across = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(across, `${width} px wide: nothing to scroll across`).toBeLessThanOrEqual(0);
  }
  for (const media of [
    { media: 'print' },
    { media: 'screen', forcedColors: 'active' },
    { forcedColors: 'none', colorScheme: 'dark' },
    { colorScheme: 'light', reducedMotion: 'reduce' },
    { reducedMotion: 'no-preference', contrast: 'more' },
    { contrast: 'no-preference' },
  ] as const) {
    await page.emulateMedia(media);
    await page.waitForTimeout(150);
  }
  await isWhole(page);
  const stood = await app.clock();
  await expect.poll(app.clock).toBeGreaterThan(stood);
});

/** What the translator of a browser does: every text goes into two elements of its own, and the old one is gone. */
const translate = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    const isText = ({ parentElement, textContent }: Node) => textContent?.trim() && !parentElement?.closest('[translate="no"]');
    while (walker.nextNode()) if (isText(walker.currentNode)) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.append(`¡${text.data}!`);
      outer.append(inner);
      text.replaceWith(outer);
    }
    return texts.length;
  });

test('ux 4.6 #63: a page that was translated goes on, and its numbers go on counting', async ({ app }) => {
  const { page } = app;
  await app.open('?template=single&speed=1');
  await expect.poll(app.clock).toBeGreaterThan(0.2);
  expect(await translate(page)).toBeGreaterThan(50);
  const web = page.locator('[data-node-id^="web"]').first();
  await web.click({ position: { x: 60, y: 12 } });
  await translate(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(app.dialog).toBeVisible();
  await translate(page);
  await page.keyboard.type('ko');
  await page.keyboard.press('Escape');
  await expect(app.dialog).toHaveCount(0);
  await page.locator('button[data-kind="cache"]').click();
  await page.keyboard.press('Delete');
  await translate(page);
  await page.locator('#run button').first().click();
  await page.locator('#run button').first().click();
  await isWhole(page);
  const clock = page.getByTestId('clock');
  const stood = await clock.textContent();
  await expect.poll(() => clock.textContent()).not.toBe(stood);
});

test('ux 4.6 #63: who darkens pages leaves this one alone, which is dark by itself, and does it no harm if not', async ({ app }) => {
  const { page } = app;
  await app.open('?template=single&paused');
  await expect(page.locator('meta[name="darkreader-lock"]')).toBeAttached();
  await page.evaluate(() => {
    document.documentElement.setAttribute('data-darkreader-mode', 'dynamic');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { --darkreader-inline-bgcolor: #181a1b; }');
    document.adoptedStyleSheets.push(sheet);
    for (const each of document.querySelectorAll('div, button')) each.setAttribute('data-darkreader-inline-bgcolor', '');
  });
  await app.addPart('cache');
  await isWhole(page);
});

test('ux 4.6 #64: a drag that is lost, interrupted or taken over ends somewhere, and is one step at the most', async ({ app }) => {
  const { page } = app;
  await app.open('?template=single&paused');
  const [id, other] = await app.nodeIds();
  // seen from another part: the window changes, and the view with it
  const place = async () => {
    const [one, two] = [await app.placeOf(id), await app.placeOf(other)];
    return { x: one.x - two.x, y: one.y - two.y };
  };
  const undo = page.getByRole('button', { name: /^Undo/ }).first();
  const started = await place();
  const interruptions: readonly (() => Promise<unknown>)[] = [
    // out of the window, and let go there
    () => page.mouse.move(-80, -80),
    () => page.keyboard.press('Escape'),
    () => page.evaluate(() => window.dispatchEvent(new Event('blur'))),
    () => page.locator('#canvas').dispatchEvent('contextmenu', { clientX: 600, clientY: 300, bubbles: true }),
    () => page.evaluate(() => document.dispatchEvent(new PointerEvent('pointercancel', { bubbles: true, pointerId: 1 }))),
    () => page.setViewportSize({ width: 1200, height: 900 }),
  ];
  for (const interrupt of interruptions) {
    await app.holdNode(id, { x: 40, y: 60 });
    await interrupt();
    await page.mouse.move(500, 300);
    await page.mouse.up();
    await page.keyboard.press('Escape');
    await isWhole(page);
    await page.setViewportSize({ width: 1440, height: 900 });
  }
  // and every one of them can be taken back
  for (let step = 0; step < interruptions.length && (await undo.isEnabled()); step++) await undo.click();
  await expect.poll(place).toEqual(started);
  await expect(undo).toBeDisabled();

  // five fingers at once, and the screen turned under them
  const cdp = await page.context().newCDPSession(page);
  const fingers = (shift: number) => Array.from({ length: 5 }, (_, i) => ({ x: 500 + 40 * i + shift, y: 250 + 30 * i, id: i }));
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(0) });
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(50) });
  await page.setViewportSize({ width: 900, height: 1200 });
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchCancel', touchPoints: [] });
  await page.setViewportSize({ width: 1440, height: 900 });
  await app.moveNode(id, { x: 64, y: 0 });
  await expect(undo).toBeEnabled();
  await isWhole(page);
});

test('ux 4.6 #66: everything is pressed twice, Share fifty times; one dialog at a time, and going back closes the page, not the work', async ({
  app,
}) => {
  const { page } = app;
  await app.open('?template=single&paused');
  const ids = await app.editAndSave();
  const names = await page
    .locator('header button, #run button, #canvas > div button')
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? button.textContent ?? '').filter(Boolean));
  expect(names.length).toBeGreaterThan(10);
  for (const name of new Set(names)) {
    const button = page.getByRole('button', { name, exact: true }).first();
    if (!(await button.isVisible()) || !(await button.isEnabled())) continue;
    await button.dblclick({ force: true, timeout: 2000 }).catch(() => undefined);
    // a dialog may still be on its way
    await page.waitForTimeout(200);
    await expect
      .poll(async () => {
        expect(await app.dialog.count(), name).toBeLessThanOrEqual(1);
        await page.keyboard.press('Escape');
        return app.dialog.count();
      })
      .toBe(0);
  }
  await isWhole(page);
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Share/ })
    .evaluate((button) => {
      for (let i = 0; i < 50; i++) (button as HTMLElement).click();
    });
  await expect(app.dialog).toHaveCount(1);
  await page.goto('about:blank');
  await page.goBack();
  await expect(page.locator('[data-node-id]').first()).toBeVisible();
  await app.open('?paused');
  expect((await app.nodeIds()).length).toBeGreaterThanOrEqual(ids.length - 1);
});

for (const test_ of ['double', 'long', 'X', 'rtl', 'dynamic', 'xss']) {
  test(`other words than its own, ${test_}: the page stands, stays, and takes none of them for code`, async ({ app }) => {
    const { page } = app;
    await page.goto(`./?template=single&paused&stringTest=${test_}`);
    await expect(page.locator('[data-node-id]').first()).toBeVisible();
    if (test_ === 'X') await expect(page.locator('h1')).toHaveText('X');
    const { pathname } = new URL(page.url());
    for (const key of ['ControlOrMeta+k', 'Shift+Slash']) {
      // the keyboard comes after the first picture
      await expect(async () => {
        await page.keyboard.press(key);
        await expect(app.dialog).toBeVisible({ timeout: 2000 });
      }).toPass();
      await page.keyboard.press('Escape');
      await expect(app.dialog).toHaveCount(0);
    }
    await page
      .locator('[data-node-id]')
      .first()
      .click({ position: { x: 60, y: 12 } });
    await expect(page.locator('#inspector [data-field]').first()).toBeAttached();
    await page.keyboard.press('o');
    await page.keyboard.press('o');
    await expect(page.locator('img[src="x"], script:not([src])')).toHaveCount(0);
    expect(new URL(page.url()).pathname).toBe(pathname);
    await isWhole(page);
  });
}
