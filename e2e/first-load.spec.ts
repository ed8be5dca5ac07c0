/** The first seconds of a visit: what is waited for comes first, and nothing stands askew meanwhile. */

import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { keepBack } from './keepBack.ts';

const panes = /\/assets\/panes-[\w-]+\.js$/;

/** From now on every worker that is made notes whether the run's bar stood by then. */
async function noteWorkers(page: Page): Promise<() => Promise<boolean[]>> {
  await page.addInitScript(() => {
    const noted: boolean[] = [];
    Object.assign(globalThis, {
      noted,
      Worker: class extends Worker {
        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options);
          noted.push(document.getElementById('run') !== null);
        }
      },
    });
  });
  return () => page.evaluate(() => (globalThis as unknown as { noted: boolean[] }).noted);
}

test('the run begins when the panes it is driven with stand, not before', async ({ app }) => {
  const { page } = app;
  const noted = await noteWorkers(page);
  const letThrough = await keepBack(page, panes);
  await page.goto('./?template=single');
  await expect(app.canvas.locator('[data-node-id]').first()).toBeVisible();
  letThrough();
  await expect.poll(app.clock).toBeGreaterThan(0);
  expect(await noted()).toContain(true);
  expect(await noted()).not.toContain(false);
});

test('where the panes do not come, the run begins without them', async ({ app }) => {
  const { page } = app;
  const noted = await noteWorkers(page);
  await keepBack(page, panes);
  await page.goto('./?template=single');
  await expect.poll(noted).toContain(false);
});

test('a document that is opened stands where it will stay: the camera does not glide there', async ({ app }) => {
  const { page } = app;
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { cameras: seen });
    const look = (): void => {
      const camera = document.querySelector<HTMLElement>('.react-flow__viewport');
      const now = camera?.querySelector('[data-node-id]') ? camera.style.transform : '';
      if (now && now !== seen.at(-1)) seen.push(now);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const cameras = (): Promise<string[]> => page.evaluate(() => (globalThis as unknown as { cameras: string[] }).cameras);
  await page.goto('./?paused');
  await expect(page.getByTestId('first-steps')).toBeVisible();
  await page.waitForTimeout(500);
  // A gliding camera stands somewhere else at every picture of its 180 ms.
  expect(await cameras()).toHaveLength(1);
  await page
    .getByTestId('first-steps')
    .getByRole('button', { name: /^Blank canvas/ })
    .click();
  await page.getByRole('button', { name: 'Undo', exact: true }).first().waitFor();
  await page.getByTestId('empty-canvas').getByRole('button').last().click();
  await expect.poll(() => page.locator('[data-node-id]').count()).toBeGreaterThan(4);
  await page.waitForTimeout(500);
  // once as the first steps go, once for the new design
  expect((await cameras()).length).toBeLessThanOrEqual(3);
});
