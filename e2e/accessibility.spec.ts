/** The page for people without a mouse, without sight, without a wish for motion. */

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { keysListen } from './keysListen.ts';
import { showCharts } from './showCharts.ts';

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

  await keysListen(app);
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
  await showCharts(app.page);
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
  // words close below a line do not lay their ground over it
  await expect(page.locator('#timeline small').first()).toHaveCSS('forced-color-adjust', 'none');
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
  await showCharts(app.page);
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

test('everything that is pressed is 24 pixels large or stands as far from its neighbours, in editor and outline', async ({ app }) => {
  const { page } = app;
  await app.open('?template=single&paused');
  await expect(page.locator('[data-metric]').first()).toBeAttached();
  // WCAG 2.5.8: a small target passes where a circle of 24 pixels round its middle meets no other target, and none's circle
  const tooNear = () =>
    page.evaluate(() => {
      const shown = [...document.querySelectorAll<HTMLElement>('button, a[href], input:not([type="range"]), select, [role="tab"]')].filter(
        (each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !each.closest('.react-flow, [aria-hidden]'),
      );
      const boxes = shown.map((each) => ({ each, box: each.getBoundingClientRect() })).filter(({ box }) => box.width > 1 && box.height > 1);
      const isSmall = (box: DOMRect): boolean => box.width < 23.9 || box.height < 23.9;
      const distance = (x: number, y: number, box: DOMRect): number =>
        Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
      return boxes.flatMap(({ each, box }) => {
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        // what is pressed may be larger than what is drawn
        const isHit = (dx: number, dy: number): boolean => each.contains(document.elementFromPoint(x + dx, y + dy));
        if (!isSmall(box) || (isHit(0, -11) && isHit(0, 11) && isHit(-11, 0) && isHit(11, 0))) return [];
        const near = boxes.find((other) => {
          if (other.each === each || other.each.contains(each) || each.contains(other.each)) return false;
          const apart = isSmall(other.box)
            ? Math.hypot(other.box.left + other.box.width / 2 - x, other.box.top + other.box.height / 2 - y) - 12
            : distance(x, y, other.box);
          return apart < 12;
        });
        return near ? [`${each.ariaLabel || each.textContent} ${Math.round(box.width)}x${Math.round(box.height)}`] : [];
      });
    });
  expect(await tooNear()).toEqual([]);
  await page.keyboard.press('o');
  await expect(page.getByRole('region', { name: 'Outline', exact: true })).toBeVisible();
  expect(await tooNear()).toEqual([]);
});

test('text set wider, as some readers need it, loses no words of the panes', async ({ app }) => {
  const { page } = app;
  await app.open('?template=single&paused');
  await expect(page.locator('[data-metric]').first()).toBeAttached();
  const sizes = () =>
    page
      .locator('#inspector :is(h2, h3, p, label, button), header button')
      .evaluateAll((all) =>
        all.flatMap((each) => (each.scrollWidth > each.clientWidth + 2 && each.clientWidth > 0 ? [each.textContent] : [])),
      );
  expect(await sizes()).toEqual([]);
  // WCAG 1.4.12; set as a reader's own sheet is, past the page's policy
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }');
    document.adoptedStyleSheets = [sheet];
  });
  expect(await sizes()).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});
