/** Windows and panels over the page that are read closely: what is shared, kept, compared, taught, asked and marked. */

import type { Locator, Page } from '@playwright/test';
import { reportLink, sheet } from '../scripts/shotLinks.ts';
import { hold } from './pictures.ts';

const window = (page: Page): Locator => page.locator('dialog[open]');
const small = { width: 1024, height: 768 };

/** By the list of all commands: `id` is the act's. The first key may come before there is anybody to hear it. */
const perform = (id: string, word: string) => async (page: Page) => {
  const box = window(page).getByRole('combobox');
  for (let tries = 0; tries < 5 && !(await box.isVisible()); tries++) {
    await page.keyboard.press('Control+k');
    await box.waitFor({ timeout: 3000 }).catch(() => undefined);
  }
  await box.fill(word);
  await page.locator(`[data-row="${id}"]`).first().click();
};
const then = (opening: (page: Page) => Promise<unknown>, inWindow: string) => async (page: Page) => {
  await opening(page);
  await window(page).locator(inWindow).first().waitFor();
};

hold([
  {
    name: 'share',
    address: '?template=single&paused&theme=light',
    act: then(perform('share', 'Share'), 'input[value*="#a1."], textarea'),
    part: window,
    // The address of whoever serves it, and how long that makes the link.
    mask: (page) => [window(page).locator('input, input ~ p')],
  },
  {
    name: 'versions-ko',
    address: '?template=single&paused&theme=dark&lang=ko',
    act: async (page) => {
      // two edits in one breath would be one version
      for (const kind of ['cache', 'database']) {
        await page.locator(`button[data-kind="${kind}"]`).click();
        await page
          .getByRole('banner')
          .getByText(/저장됨$/)
          .waitFor();
      }
      await then(perform('versions', '버전'), 'ol, ul')(page);
    },
    part: window,
  },
  {
    name: 'physics',
    address: '?template=single&paused&theme=light',
    act: then(perform('physics', 'physics'), '[data-family]'),
    part: window,
    size: small,
  },
  {
    name: 'help-ko',
    address: '?template=single&paused&theme=light&lang=ko',
    act: perform('shortcuts', '단축키'),
    part: window,
    size: { width: 1024, height: 560 },
  },
  {
    name: 'compare-projector',
    address: '?template=single&paused&theme=projector',
    act: then(perform('compare', 'Compare'), '[data-side]'),
    part: window,
    size: small,
  },
  {
    name: 'marking',
    address: '?template=single&paused&theme=light',
    act: async (page) => {
      await perform('marking', 'Mark')(page);
      const box = window(page).locator('textarea');
      await box.fill(await sheet());
      await box.evaluate((area) => {
        area.blur();
        area.scrollTo(0, 0);
      });
    },
    part: window,
    size: small,
  },
  {
    name: 'interview-ko',
    address: '?paused&theme=dark&lang=ko#p=url-shortener',
    act: (page) => window(page).locator('select').first().waitFor(),
    part: window,
    size: small,
  },
  {
    name: 'report',
    address: async () => `?paused&theme=light${await reportLink()}`,
    act: (page) => page.locator('[data-verdict="differs"]').waitFor({ timeout: 90_000 }),
    part: window,
    size: small,
  },
  {
    name: 'lesson',
    address: '?paused&theme=light#l=one-server',
    act: (page) => page.getByTestId('lesson-card').locator('button').first().waitFor(),
    part: (page) => page.getByTestId('lesson-card').locator('xpath=..'),
  },
]);
