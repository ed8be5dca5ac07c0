/** What stands on the screen before any module of the page has come. */

import { expect, test } from './app.ts';

test('its frame stands at once, in the reader’s language and colours, and the page draws its own in the same places', async ({ app }) => {
  const { page } = app;
  let letThrough = () => {};
  const gate = new Promise<void>((done) => {
    letThrough = done;
  });
  await page.route(/\/assets\/(index|page|react)-[\w-]+\.js$/, async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto('./?template=single&paused&lang=ko&theme=dark', { waitUntil: 'commit' });
  const words = page.getByText('웹 아키텍처를 직접 잇고');
  await expect(words).toBeVisible();
  await expect(page.getByText('Wire a web architecture')).toBeHidden();
  const ground = page.locator('.frame > .words');
  await expect(ground).toHaveCSS('background-color', 'rgb(15, 20, 27)');
  const place = (await ground.boundingBox())!;
  letThrough();
  await expect(page.locator('[data-node-id]').first()).toBeVisible();
  await expect(page.locator('.frame')).toHaveCount(0);
  await expect(app.runBar).toBeVisible();
  const canvas = (await app.canvas.boundingBox())!;
  for (const side of ['x', 'y', 'width', 'height'] as const) expect(canvas[side], side).toBeCloseTo(place[side], 0);
});

test('header, parts and the run bar come in one go: on a slow computer nobody waits longest for the button that plays', async ({ app }) => {
  const { page } = app;
  await page.addInitScript(() => {
    const places = { header: 'header button', parts: 'input[type="search"]', play: '#run button' };
    const cameWith: Record<string, number> = {};
    let batch = 0;
    new MutationObserver(() => {
      batch++;
      for (const [name, selector] of Object.entries(places)) {
        if (!(name in cameWith) && document.querySelector(selector)) cameWith[name] = batch;
      }
    }).observe(document, { childList: true, subtree: true });
    Object.assign(globalThis, { cameWith });
  });
  await page.goto('./?template=single&paused');
  await expect(app.runBar).toBeVisible();
  const cameWith = () => page.evaluate(() => (globalThis as unknown as { cameWith: Record<string, number> }).cameWith);
  await expect.poll(async () => Object.keys(await cameWith()).length).toBe(3);
  const { header, parts, play } = await cameWith();
  expect({ header, play }).toEqual({ header: parts, play: parts });
});
