/** What the page looks like, as far as it can be said in numbers: room for the canvas, nothing cut off, nothing that jumps. */

import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { keysListen } from './keysListen.ts';
import { showCharts } from './showCharts.ts';

/** Of the window, what is canvas and not below a pane that slid over it. */
const seenShare = (canvas: Locator): Promise<number> =>
  canvas.evaluate((element, panes) => {
    const of = element.getBoundingClientRect();
    let area = of.width * of.height;
    for (const pane of document.querySelectorAll(panes)) {
      const over = pane.getBoundingClientRect();
      const wide = Math.min(of.right, over.right) - Math.max(of.left, over.left);
      const high = Math.min(of.bottom, over.bottom) - Math.max(of.top, over.top);
      if (wide > 0 && high > 0) area -= wide * high;
    }
    return area / (innerWidth * innerHeight);
  }, '#inspector, main nav');

/** Words that are wider or higher than the box that holds them, and are cut; and words that stick out of the window. */
function cutWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const seen = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect();
      return width > 0 && height > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    };
    const pen = document.createElement('canvas').getContext('2d')!;
    for (const box of document.body.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input:not([type="range"]), select')) {
      if (!seen(box)) continue;
      const style = getComputedStyle(box);
      pen.font = style.font;
      const text = box instanceof HTMLSelectElement ? (box.selectedOptions[0]?.text ?? '') : box.value || box.placeholder;
      const room = box.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
      // A select's longest options say in full what they are when it is opened.
      if (pen.measureText(text).width > room + 1 && !(box instanceof HTMLSelectElement && text.length > 12)) found.push(`cut: ${text}`);
    }
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      if (!own || !seen(element)) continue;
      const style = getComputedStyle(element);
      // For ears alone; what the reader wrote; and what says in a tooltip what it has no room for.
      if (style.clipPath !== 'none' || element.closest('[data-node-id], [data-group-id], .react-flow__attribution, option, svg')) continue;
      if (style.textOverflow === 'ellipsis' && (element.title || element.closest('[title]'))) continue;
      const cuts = style.overflowX !== 'visible' && style.overflowX !== 'auto' && style.overflowX !== 'scroll';
      const wide = cuts && element.scrollWidth > element.clientWidth + 1;
      const { left, right } = element.getBoundingClientRect();
      const scrolls = (of: Element | null): boolean =>
        of !== null && (/(auto|scroll)/.test(getComputedStyle(of).overflowX) || scrolls(of.parentElement));
      const out = (right > innerWidth + 1 || left < -1) && !scrolls(element.parentElement);
      if (wide || out) found.push(`${wide ? 'cut' : 'outside'}: ${element.textContent?.trim().slice(0, 60)}`);
    }
    return found;
  });
}

for (const { width, height } of [
  { width: 1440, height: 900 },
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
]) {
  test(`the canvas has 55 % of the screen, ${width} px wide: at first, with a part in hand, and when a run tells something`, async ({
    app,
  }) => {
    const { page } = app;
    await page.setViewportSize({ width, height });
    for (const lang of ['en', 'ko']) {
      await app.open(`?template=cascade&paused&t=80&lang=${lang}`);
      await expect(page.locator('#charts [data-spark]')).toHaveCount(3);
      await expect(page.locator('#story button').first()).toBeVisible();
      expect(await seenShare(app.canvas), `${lang}, at first`).toBeGreaterThan(0.55);
      await app.node('web-1').click({ position: { x: 20, y: 12 } });
      await page.keyboard.press('Enter');
      await expect(app.inspector.locator('[data-field]').first()).toBeVisible();
      await expect(page.locator('[data-node-id="web-1"]')).toHaveAttribute('data-selected', 'true');
      expect(await seenShare(app.canvas), `${lang}, with its settings`).toBeGreaterThan(0.55);
      expect(await cutWords(page), lang).toEqual([]);
    }
  });
}

for (const { width, height } of [
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
]) {
  test(`a class sees the design: more than half of a projector of ${width} pixels is canvas, and a small design fills it`, async ({
    app,
  }) => {
    const { page } = app;
    await page.setViewportSize({ width, height });
    await app.open('?template=cascade&paused&t=80&theme=projector');
    await expect(page.locator('#story button').first()).toBeVisible();
    expect(await seenShare(app.canvas)).toBeGreaterThan(0.55);
    const card = page.locator('[data-node-id="web-1"]');
    // 168 pixels as it is made
    await expect.poll(async () => (await card.boundingBox())!.width).toBeGreaterThan(width === 1440 ? 190 : 210);
  });
}

test('on a low projector a lesson shows its first step with what it asks, beside the design', async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 1280, height: 720 });
  await app.open('?theme=projector#l=one-server');
  const step = page.locator('[data-beside]').getByText('One box runs web and database.', { exact: false });
  await expect(step).toBeInViewport({ ratio: 0.9 });
  expect((await app.canvas.boundingBox())!.height).toBeGreaterThan(340);
});

test('where panes slide over the canvas, what a newcomer is offered and what the run bar is for stay in sight', async ({ app }) => {
  const { page } = app;
  for (const width of [1024, 800]) {
    await page.setViewportSize({ width, height: 768 });
    await app.open('?template=chapter&paused&theme=projector');
    for (const name of ['Learn', 'Practise', 'Templates'])
      await expect(page.getByRole('banner').getByRole('button', { name })).toBeInViewport({ ratio: 1 });
    const traffic = page.locator('#run').getByRole('slider', { name: 'Traffic' });
    expect((await traffic.boundingBox())!.width, `${width} px wide`).toBeGreaterThan(72);
    // cut with dots, by itself and not by what holds it
    const said = page.locator('#story [data-most]');
    await expect(said).toContainText('Not counted');
    const [own, line] = await Promise.all([said.boundingBox(), said.locator('xpath=..').boundingBox()]);
    expect(own!.x + own!.width).toBeLessThanOrEqual(line!.x + line!.width + 1);
  }
});

test('charts unfold below the canvas, stay so when the page comes again, and fold to figures with their lines', async ({ app }) => {
  const { page } = app;
  await app.open('?template=single&paused&t=6');
  const line = page.locator('[data-spark="goodput"] path');
  await expect(line).toHaveAttribute('d', /^M[\d.,]+L/);
  await showCharts(app.page);
  await expect(page.locator('[data-spark]')).toHaveCount(0);
  await app.open('?template=single&paused');
  await expect(page.getByRole('button', { name: 'Hide charts' })).toBeVisible();
  await page.getByRole('button', { name: 'Hide charts' }).click();
  await expect(page.locator('[data-spark]')).toHaveCount(3);
});

test('where the list of parts is a rail, pointing at it or coming to it by key shows the names', async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 1280, height: 800 });
  await app.open('?template=single&paused');
  const list = page.locator('nav').filter({ has: page.locator('button[data-kind="cache"]') });
  const wide = () => list.evaluate((element) => element.getBoundingClientRect().width);
  expect(await wide()).toBe(48);
  const canvas = (await app.canvas.boundingBox())!;
  const cache = page.locator('button[data-kind="cache"]');
  await cache.hover();
  await expect.poll(wide).toBeGreaterThan(160);
  const parts = (await app.nodeIds()).length;
  await cache.click();
  await expect.poll(async () => (await app.nodeIds()).length).toBe(parts + 1);
  await page.mouse.move(700, 20);
  await expect.poll(wide).toBe(48);
  await page.keyboard.press('Escape');
  await list.getByRole('searchbox').focus();
  await page.keyboard.type('cache');
  await expect.poll(wide).toBeGreaterThan(160);
  expect(await cutWords(page)).toEqual([]);
  expect(await app.canvas.boundingBox()).toEqual(canvas);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 1280, height: 800 } });

  test('the first touch on the rail shows the names and adds nothing; the next one adds, and one elsewhere folds them away', async ({
    app,
  }) => {
    const { page } = app;
    await app.open('?template=single&paused');
    const cache = page.locator('button[data-kind="cache"]');
    const name = cache.getByText('Cache', { exact: true });
    const parts = (await app.nodeIds()).length;
    await expect(name.locator('..')).toHaveCSS('opacity', '0');
    await cache.tap();
    await expect(name.locator('..')).toHaveCSS('opacity', '1');
    await expect(page.locator('nav[data-opened]')).toHaveCount(1);
    expect((await app.nodeIds()).length).toBe(parts);
    await cache.tap();
    await expect.poll(async () => (await app.nodeIds()).length).toBe(parts + 1);
    await page.touchscreen.tap(700, 120);
    await expect(page.locator('nav[data-opened]')).toHaveCount(0);
    await expect(name.locator('..')).toHaveCSS('opacity', '0');
  });
});

test('type on the cards can be read at the size every template opens at', async ({ app }) => {
  for (const template of ['chapter', 'figure-1-19', 'photo-queue', 'first-visit']) {
    await app.open(`?template=${template}&paused`);
    const sizes = await app.page.locator('[data-node-id]').evaluateAll((cards) =>
      cards.flatMap((card) => {
        const zoom = card.getBoundingClientRect().width / (card as HTMLElement).offsetWidth;
        return [...card.querySelectorAll('span')].map((span) => Number.parseFloat(getComputedStyle(span).fontSize) * zoom);
      }),
    );
    expect(Math.min(...sizes)).toBeGreaterThan(10.5);
  }
});

test('every icon fills the same square', async ({ app }) => {
  await app.open('?template=single&paused');
  const icons = app.page.locator('button[data-kind] svg');
  await expect.poll(() => icons.count()).toBeGreaterThanOrEqual(23);
  const boxes = await icons.evaluateAll((drawn) =>
    drawn.map((icon) => {
      const { x, y, width, height } = (icon as SVGSVGElement).getBBox();
      return { kind: icon.closest('button')?.dataset.kind, x, y, right: x + width, bottom: y + height, most: Math.max(width, height) };
    }),
  );
  const outside = boxes.filter(({ x, y, right, bottom, most }) => Math.min(x, y) < 1.9 || Math.max(right, bottom) > 22.1 || most < 17);
  expect(outside).toEqual([]);
});

test('an empty canvas offers six designs; one click brings one, undo takes it away', async ({ app }) => {
  await app.open('?template=single&paused');
  await app.blank();
  const empty = app.page.getByTestId('empty-canvas');
  await expect(empty.locator('[data-starter]')).toHaveCount(6);
  await empty.locator('[data-starter="balanced"]').click();
  await expect(empty).toHaveCount(0);
  expect((await app.nodeIds()).length).toBeGreaterThan(3);
  await expect(app.links.first()).toBeAttached();
  await app.page.keyboard.press('Control+z');
  await expect(empty).toBeVisible();
});

test('a first visitor: one slider fills the server, one button mends it, and the sentence follows', async ({ app }) => {
  await app.open('?speed=16');
  const steps = app.page.getByTestId('first-steps');
  await expect(steps).toHaveAttribute('data-step', 'calm');
  const panel = (await steps.locator('> div').boundingBox())!;
  for (const id of await app.nodeIds()) {
    const card = (await app.node(id).boundingBox())!;
    expect(card.y + card.height < panel.y || card.x + card.width < panel.x || card.x > panel.x + panel.width).toBe(true);
  }
  await steps.getByRole('slider').press('End');
  await expect(steps).toHaveAttribute('data-step', 'over');
  await app.canvas.getByRole('button', { name: /Add/ }).first().click();
  await expect(steps).toHaveAttribute('data-step', 'mended');
  await app.pause();
  for (const [way, title] of [
    ['Learn', 'Learn'],
    ['Practise', 'Interview practice'],
  ] as const) {
    await steps.getByRole('button', { name: new RegExp(`^${way}`) }).click();
    await expect(app.dialog.getByRole('heading', { name: title, level: 2 })).toBeVisible();
    await app.page.keyboard.press('Escape');
    await expect(app.dialog).toHaveCount(0);
  }
  await steps.getByRole('button', { name: 'Close the first steps' }).click();
  await expect(steps).toHaveCount(0);
});

test('the projector theme: larger type, thicker wires, black on white', async ({ app }) => {
  const looks = async (theme: string) => {
    await app.open(`?template=single&paused&theme=${theme}`);
    await expect(app.page.locator('html')).toHaveAttribute('data-theme', theme);
    const wire = app.page.locator('.react-flow__edge path[class*="line"]').first();
    return {
      type: await app.page.locator('body').evaluate((body) => Number.parseFloat(getComputedStyle(body).fontSize)),
      wire: await wire.evaluate((path) => Number.parseFloat(getComputedStyle(path).strokeWidth)),
      ground: await app.canvas.evaluate((canvas) => getComputedStyle(canvas).backgroundColor),
      text: await app.page.locator('body').evaluate((body) => getComputedStyle(body).color),
    };
  };
  const usual = await looks('light');
  const large = await looks('projector');
  expect(large.type).toBeGreaterThanOrEqual(18);
  expect(large.wire).toBeGreaterThanOrEqual(1.5 * usual.wire);
  expect([large.ground, large.text]).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
});

for (const { width, height } of [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
]) {
  test(`no words are cut off, ${width} px wide`, async ({ app }) => {
    await app.page.setViewportSize({ width, height });
    // a projector's words are the largest, and there are none for a phone
    for (const look of ['lang=en', 'lang=ko', ...(width > 1024 ? ['lang=en&theme=projector'] : [])]) {
      await app.open(`?template=chapter&paused&t=3&${look}`);
      if (width > 500) await expect(app.page.locator('[data-metric]').first()).toBeAttached();
      expect(await cutWords(app.page), look).toEqual([]);
      if (width < 1440) continue;
      for (const id of ['web-1', 'db-1', 'cache-1', 'lb-1']) {
        await app.selectNode(id);
        await expect(app.inspector.locator('[data-field]').first()).toBeVisible();
        expect(await cutWords(app.page), `${look}, ${id}`).toEqual([]);
      }
    }
  });
}

test('a wire leaves the users as level as it comes in, and a low canvas shows its parts beside the first steps', async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 1024, height: 768 });
  await app.open('?template=first-visit&paused&theme=projector');
  const steps = page.getByTestId('first-steps');
  await expect(steps).toBeVisible();
  const wire = page.locator('[data-link-id] path').first();
  await expect(wire).toHaveAttribute('d', /^M[\d.]+,([\d.]+) C[\d.]+,\1 [\d.]+,\1 [\d.]+,\1$/);
  const covered = async () => {
    const over = (await steps.locator('> div').boundingBox())!;
    const cards = await Promise.all((await page.locator('[data-node-id]').all()).map((card) => card.boundingBox()));
    return cards.filter((card) => card && card.y + card.height > over.y && card.x + card.width > over.x && card.x < over.x + over.width)
      .length;
  };
  await expect.poll(covered).toBe(0);
});

test('the window of marking and the one of pins are as large as what they hold', async ({ app }) => {
  const { page } = app;
  await app.open('?template=single&paused&lang=en');
  await expect(page.locator('#timeline')).toBeVisible();
  await page.getByRole('button', { name: 'Pins' }).click();
  const add = page.getByRole('button', { name: /^Pin 0:00/ });
  await expect(add).toBeVisible();
  expect(await add.evaluate((button) => button.scrollWidth <= button.clientWidth)).toBe(true);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'Mark hand-ins' }).click();
  await expect(app.dialog.getByRole('textbox', { name: 'Links or rows' })).toBeVisible();
  expect((await app.dialog.boundingBox())!.height).toBeLessThan(560);
});

test('on a phone a run that cannot begin says why, and is tried again by a button', async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.route(/\/worker-.*\.js$/, (route) => route.abort());
  await app.open('?template=single&lang=en');
  const alert = page.locator('#run').getByRole('alert');
  await expect(alert).toContainText('The engine could not be started');
  await page.unroute(/\/worker-.*\.js$/);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toHaveCount(0);
});

test('an open window is printed whole and alone', async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 800, height: 600 });
  await app.open('?template=single&paused&t=6');
  await keysListen(app);
  await page.keyboard.press('?');
  await expect(app.dialog.locator('[data-shortcut]').first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(app.runBar).toBeHidden();
  await expect(app.canvas).toBeHidden();
  expect((await app.dialog.boundingBox())!.height).toBeGreaterThan(1200);
  await page.emulateMedia({ media: 'screen' });
  await expect(app.canvas).toBeVisible();
  await app.closeDialog();
  await page.keyboard.press('o');
  await expect(page.locator('#outline')).toBeVisible();
  await page.keyboard.press('?');
  await expect(app.dialog.locator('[data-shortcut]').first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#outline')).toBeHidden();
  expect((await app.dialog.boundingBox())!.height).toBeGreaterThan(1200);
});

test('the picture in a printed report is as wide as the paper and in its colours, though the theme is dark', async ({ app }) => {
  const { page } = app;
  await app.open('?template=geo-failover&theme=dark&paused&t=200');
  await page.getByTestId('story').getByRole('button', { name: 'Report' }).click();
  const chart = app.dialog.locator('.recharts-wrapper').first();
  const line = chart.locator('.recharts-cartesian-grid line').first();
  await expect(line).toBeAttached();
  const brightness = () =>
    line.evaluate((element) =>
      getComputedStyle(element)
        .stroke.match(/\d+/g)!
        .reduce((sum, part) => sum + Number(part), 0),
    );
  expect(await brightness()).toBeLessThan(300);
  await page.emulateMedia({ media: 'print' });
  await expect(app.runBar).toBeHidden();
  expect(await brightness()).toBeGreaterThan(500);
  // on the screen a script has given it the window's width in pixels
  const most = await chart.evaluate((element) => Number.parseFloat(getComputedStyle(element).maxWidth));
  const place = (await app.dialog.locator('figure [role="img"]').first().boundingBox())!;
  expect(most).toBeCloseTo(place.width, 0);
  await expect(app.dialog.locator('figure button').first()).toBeHidden();
});

test('a file that is held over the page is invited in, in words that are drawn', async ({ app }) => {
  const { page } = app;
  await app.open('?template=single&paused');
  const drawn = async (): Promise<string> => {
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['x'], 'shop.json'));
      document.body.dispatchEvent(new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true }));
    });
    return page.evaluate(() => getComputedStyle(document.body, '::after').content);
  };
  await expect.poll(drawn).toBe('"Drop the file to open it"');
});
