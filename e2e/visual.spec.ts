/**
 * What everybody sees first: parts of the page, and the whole screen at a fixed second. `npm run visual` compares the pictures, `npm run visual
 * -- --update` takes them anew; look at what changed before it is kept.
 */

import { expect, type Locator, type Page } from '@playwright/test';
import { hold, type Picture } from './pictures.ts';

/** The parts that keep data, under their heading: as high as they are, whatever stands below. */
const palette = (page: Page): Locator => page.locator('nav details').filter({ has: page.locator('button[data-kind="database"]') });
const card =
  (id: string) =>
  (page: Page): Locator =>
    page.locator(`.react-flow__node[data-id="${id}"]`);
/** Every late part stands, and the figures below the canvas know all six seconds. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'paused');
  if ((page.viewportSize()?.width ?? 0) < 500) return;
  await expect(page.locator('#timeline').getByRole('slider')).toBeVisible();
  await expect(page.locator('[data-spark="goodput"] path')).toHaveAttribute('d', /L/);
  await page.waitForLoadState('networkidle');
}
const blank = (page: Page): Promise<unknown> => page.getByTestId('first-steps').getByRole('button').last().click();

const pictures: readonly Picture[] = [
  ...['light', 'dark', 'projector'].map((theme) => ({
    name: `palette-${theme}`,
    address: `?template=single&paused&theme=${theme}`,
    part: palette,
    // On a smaller one the list is a rail without names.
    ...(theme === 'projector' ? { size: { width: 1920, height: 1080 } } : {}),
  })),
  { name: 'palette-ko', address: '?template=single&paused&theme=light&lang=ko', part: palette },
  ...['light', 'dark'].flatMap((theme) => [
    {
      name: `empty-${theme}`,
      address: `?paused&theme=${theme}`,
      act: blank,
      part: (page: Page) => page.getByTestId('empty-canvas'),
    },
    { name: `first-steps-${theme}`, address: `?paused&theme=${theme}`, part: (page: Page) => page.getByTestId('first-steps') },
    { name: `card-${theme}`, address: `?template=first-visit&paused&theme=${theme}`, part: card('web-1') },
  ]),
  { name: 'empty-ko', address: '?paused&theme=light&lang=ko', act: blank, part: (page) => page.getByTestId('empty-canvas') },
  { name: 'first-steps-ko', address: '?paused&theme=dark&lang=ko', part: (page) => page.getByTestId('first-steps') },
  // The whole screen at a fixed second.
  ...[
    { name: 'screen-light', address: '&theme=light' },
    { name: 'screen-dark', address: '&theme=dark' },
    { name: 'screen-ko', address: '&theme=light&lang=ko' },
    { name: 'screen-1024', address: '&theme=light', size: { width: 1024, height: 768 } },
    { name: 'screen-phone', address: '&theme=light', size: { width: 390, height: 844 } },
  ].map(({ address, ...picture }) => ({
    ...picture,
    address: `?template=balanced&paused&t=6${address}`,
    act: settled,
    part: (page: Page) => page.locator('body'),
    // The clock on the wall.
    mask: (page: Page) => [page.locator('[class*="saved"]')],
  })),
];

hold(pictures);
