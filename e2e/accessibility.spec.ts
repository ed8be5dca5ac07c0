/** The page for people without a mouse, without sight, without a wish for motion. */

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

for (const theme of ['light', 'dark']) {
  test(`axe finds nothing serious, ${theme}`, async ({ app }) => {
    await app.open(`?template=chapter&paused&theme=${theme}`);
    await expect(app.page.locator('[data-metric]').first()).toBeAttached();
    expect(await seriousFindings(app.page)).toEqual([]);
    await app.page.keyboard.press('Shift+Slash');
    await expect(app.dialog).toBeVisible();
    expect(await seriousFindings(app.page)).toEqual([]);
  });
}

test('a part is added, moved and deleted by the keyboard alone', async ({ app }) => {
  await app.open('?template=single&paused');
  const count = (await app.nodeIds()).length;
  await app.page.locator('button[data-kind="cache"]').focus();
  await app.page.keyboard.press('Enter');
  const cards = app.page.locator('[data-node-id]');
  await expect(cards).toHaveCount(count + 1);
  const added = (await app.nodeIds()).find((id) => id.startsWith('cache')) ?? '';

  await expect(app.canvas).toHaveAttribute('aria-keyshortcuts', /Enter/);
  await app.page.locator(`.react-flow__node[data-id="${added}"]`).focus();
  await expect(app.node(added)).toHaveAttribute('data-selected', 'true');
  const before = await app.placeOf(added);
  await app.page.keyboard.press('m');
  await expect(app.page.getByText(/^Moving/).first()).toBeVisible();
  await app.page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await app.placeOf(added)).x).toBeGreaterThan(before.x);
  await app.page.keyboard.press('Delete');
  await expect(cards).toHaveCount(count);
});

test('who wants no motion gets none: nothing runs until Play, and no dots', async ({ app }) => {
  await app.page.emulateMedia({ reducedMotion: 'reduce' });
  await app.open('?template=single');
  await expect(app.page.getByTestId('run-status')).toHaveAttribute('data-status', 'paused');
  expect(await app.clock()).toBe(0);
  await expect(app.page.getByText(/Motion is off/)).toBeVisible();
});

test('the first stops of the Tab key lead past the header, from the list back to the canvas, too', async ({ app }) => {
  const { page } = app;
  await app.open('?template=single&paused');
  await expect(page.locator('[data-chart="latency"] [tabindex="0"]')).toBeVisible();
  const skips = page.locator('button[class*="skip"]');
  for (const [name, within] of [
    ['To the run bar', '#run'],
    ['To the settings', '#inspector'],
    ['What is going on', '#story'],
    ['Charts', '#charts'],
  ] as const) {
    const skip = skips.filter({ hasText: name });
    await skip.focus();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.locator(`${within}:focus, ${within} :focus`)).toHaveCount(1);
    await expect(skip).not.toBeInViewport();
  }
  await page.keyboard.press('o');
  await expect(page.locator('#outline')).toBeVisible();
  await skips.filter({ hasText: 'To the canvas' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#canvas .react-flow__node:focus')).toHaveCount(1);
});

test('in the colours of the system, lines, rings of focus and icons of the list are of them', async ({ app }) => {
  const { page } = app;
  await page.emulateMedia({ forcedColors: 'active' });
  await app.open('?template=chapter&paused&t=3');
  await page.keyboard.press('o');
  const row = page.locator('#outline [data-line="web-1"]');
  await expect(row.locator('[data-health]')).toBeVisible();
  await page.keyboard.press('Tab');
  await row.locator('[data-line-name]').focus();
  const looks = await row.evaluate((line) => {
    const system = (colour: string): string => {
      const probe = document.createElement('i');
      probe.style.color = colour;
      document.body.append(probe);
      const value = getComputedStyle(probe).color;
      probe.remove();
      return value;
    };
    const pill = line.querySelector('[data-health]') as HTMLElement;
    const icon = line.querySelector('svg') as SVGElement;
    const name = line.querySelector('[data-line-name]') as HTMLElement;
    const { outlineStyle, outlineColor, outlineWidth } = getComputedStyle(name);
    const chosen = document.querySelector('button[aria-pressed="true"][class*="view"]') as HTMLElement;
    return {
      ring: [outlineStyle, outlineColor],
      ringWidth: Number.parseFloat(outlineWidth),
      pill: getComputedStyle(pill).borderTopColor,
      icon: getComputedStyle(icon).color,
      chosen: getComputedStyle(chosen).backgroundColor,
      text: system('CanvasText'),
      highlight: system('Highlight'),
    };
  });
  expect(looks.ring).toEqual(['solid', looks.highlight]);
  expect(looks.ringWidth).toBeGreaterThanOrEqual(2);
  expect(looks.chosen).toBe(looks.highlight);
  expect([looks.pill, looks.icon]).toEqual([looks.text, looks.text]);
  // a chart's lines are seen in its legend, though they are pressed in
  await expect(page.locator('[data-chart="requests"] [data-line] button').first()).not.toHaveCSS('background-color', looks.highlight);
  // words on a fill: the ground's colour, which a browser would lay under them, would hide them
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Share/ })
    .click();
  const primary = app.dialog.getByRole('button', { name: 'Copy the link' });
  await expect(primary).toHaveCSS('background-color', looks.highlight);
  await expect(primary).toHaveCSS('forced-color-adjust', 'none');
});
