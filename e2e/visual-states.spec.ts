/** States of the whole screen beside the usual one: other themes and sizes, small screens, trouble, the end, and what broke. */

import { expect, type Page } from '@playwright/test';
import { taskLink } from '../scripts/shotLinks.ts';
import { hold } from './pictures.ts';
import { showCharts } from './showCharts.ts';

const body = (page: Page) => page.locator('body');
const projector = { width: 1024, height: 768 };
const hand = { width: 390, height: 844 };
const standsAt = (status: string) => (page: Page) => expect(page.getByTestId('run-status')).toHaveAttribute('data-status', status);
const charts = async (page: Page) => {
  await standsAt('paused')(page);
  await expect(page.locator('#timeline').getByRole('slider')).toBeVisible();
  await showCharts(page);
  await expect(page.locator('[data-chart] [data-line] b').first()).not.toBeEmpty();
};

hold([
  { name: 'screen-projector', address: '?template=balanced&paused&t=6&theme=projector', act: charts, part: body, size: projector },
  { name: 'screen-dark-ko', address: '?template=balanced&paused&t=6&theme=dark&lang=ko', act: charts, part: body, size: projector },
  {
    name: 'presenter',
    address: '?template=balanced&paused&t=6&theme=light',
    act: async (page) => {
      await charts(page);
      await page.keyboard.press('f');
      await page.getByTestId('presenter').waitFor();
    },
    part: (page) => page.getByTestId('presenter'),
    around: body,
    size: projector,
  },
  {
    name: 'no-engine',
    address: '?template=single&paused&theme=light',
    before: (page) => page.route(/\/worker-.*\.js$/, (route) => route.abort()),
    act: async (page) => {
      await standsAt('crashed')(page);
      await expect(page.locator('[data-spark]').first()).toBeVisible();
    },
    part: (page) => page.locator('section:has(> [data-crash])'),
    around: body,
    size: projector,
  },
  {
    name: 'missing-charts',
    address: '?template=single&paused&theme=dark&lang=ko',
    before: (page) => page.route(/ChartStrip-.*\.js$/, (route) => route.abort()),
    act: (page) => page.locator('[data-broken="not-loaded"]').first().waitFor(),
    part: (page) => page.locator('[data-broken="not-loaded"]').first(),
  },
  {
    name: 'old-browser',
    address: '?lang=ko&theme=light',
    before: async (page) => {
      await page.addInitScript(() => Reflect.deleteProperty(Array.prototype, 'toReversed'));
      await page.route(/\/assets\/index-[\w-]+\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    },
    act: (page) => page.locator('.stuck:lang(ko)').waitFor(),
    part: body,
    size: hand,
  },
  { name: 'phone-trouble', address: '?template=cascade&paused&t=75&theme=dark', act: standsAt('paused'), part: body, size: hand },
  {
    name: 'phone-part-ko',
    address: '?template=balanced&paused&t=6&theme=light&lang=ko',
    act: async (page) => {
      await standsAt('paused')(page);
      await page.locator('[data-node-id="web-1"]').click();
      await page.getByRole('dialog').waitFor();
    },
    part: body,
    size: hand,
  },
  {
    name: 'phone-assignment-ko',
    address: async () => `?paused&theme=light&lang=ko${await taskLink()}`,
    act: (page) => page.getByRole('dialog').waitFor(),
    part: body,
    size: hand,
  },
  {
    name: 'phone-lesson-ko',
    address: '?paused&theme=light&lang=ko#l=one-server',
    act: (page) => page.getByTestId('lesson-card').locator('button').first().waitFor(),
    part: body,
    size: hand,
  },
]);
