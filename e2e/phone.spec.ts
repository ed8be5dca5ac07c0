/** On a phone the page is a player: everything in sight, nothing wider than the screen, and nothing of the editor fetched. */

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { encodeLink } from '../src/design/codec.ts';
import { engineMajor } from '../src/engine/version.ts';
import { chapter } from '../src/library/chapter.ts';
import { expect, test } from './app.ts';
import { happenings } from './happenings.ts';
import { linkOfEngine } from './linkOfEngine.ts';

const status = (page: Page) => page.getByTestId('run-status');
const number = (page: Page, name: string) => page.locator(`[data-number="${name}"] dd`);
const isWhole = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

for (const lang of ['en', 'ko']) {
  test(`a phone plays a design, ${lang}`, async ({ app }) => {
    await app.open(`?template=chapter&lang=${lang}`);
    await expect(app.page.locator('[data-node-id]')).toHaveCount(9);
    await expect(app.page.getByTestId('clock')).toBeInViewport();
    await expect.poll(app.clock).toBeGreaterThan(0.3);
    await expect(number(app.page, 'requests')).toHaveText(/\/s/);
    expect(await isWhole(app.page)).toBe(true);
  });
}

test('the editor is not fetched, until the screen is wide enough for it; then nothing is lost', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url().split('/').at(-1) ?? ''));
  await page.goto('./?template=chapter');
  await expect(number(page, 'requests')).toHaveText(/\/s/);
  await page.locator('[data-node-id="web-1"]').click();
  await expect(page.getByRole('dialog', { name: 'Web servers' })).toBeVisible();
  await page.getByRole('button', { name: 'Crash' }).click();
  await expect(page.locator('[data-part-health]')).toHaveText('down');
  const editors = /^(App|canvas|editor|ChartStrip|Desk|Hands|parts|fields-|menuParts|Outline|StoryTold|startActs)-?.*\.(js|css)$/;
  expect(fetched.filter((file) => editors.test(file))).toEqual([]);
  expect(fetched.some((file) => /^PhoneApp-/.test(file))).toBe(true);

  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(page.locator('.react-flow__node[data-id="web-1"]')).toBeVisible();
  await expect(page.locator('[data-node-id="web-1"]')).toHaveAttribute('data-selected', 'true');
  await expect(page.locator('[data-node-id="web-1"]')).toHaveAttribute('data-health', 'down');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  expect(fetched.some((file) => /^App-/.test(file))).toBe(true);

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('dialog', { name: 'Web servers' })).toBeVisible();
  await expect(page.locator('.react-flow__node')).toHaveCount(0);
});

test('once something happens, rings say how answers split; until then nobody fetches them', async ({ app }) => {
  const { page } = app;
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url().split('/').at(-1) ?? ''));
  const isFetched = () => fetched.some((file) => /^outcomeRing-/.test(file));
  await app.open('?template=single');
  await expect.poll(app.clock).toBeGreaterThan(2);
  /** Pixels painted round the icon of the users, who have nothing else painted there. */
  const painted = () =>
    page.evaluate(() => {
      const icon = document.querySelector('[data-node-id="users-1"] svg')!.getBoundingClientRect();
      const canvas = [...document.querySelectorAll<HTMLCanvasElement>('#canvas canvas')].at(-1)!;
      const box = canvas.getBoundingClientRect();
      const scale = canvas.width / box.width;
      const [x, y, size] = [icon.x - box.x - 4, icon.y - box.y - 4, icon.width + 8].map((each) => Math.round(each * scale));
      // a copy: what is read often is no longer drawn by the graphics card
      const copy = new OffscreenCanvas(size, size).getContext('2d', { willReadFrequently: true })!;
      copy.drawImage(canvas, x, y, size, size, 0, 0, size, size);
      return copy.getImageData(0, 0, size, size).data.filter((value, i) => i % 4 === 3 && value > 128).length;
    });
  expect(isFetched()).toBe(false);
  expect(await painted()).toBe(0);
  await page.locator('[data-node-id="web-1"]').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Crash' }).click();
  await page.keyboard.press('Escape');
  await expect.poll(isFetched).toBe(true);
  await expect.poll(painted).toBeGreaterThan(20);
});

test('it is paused, broken, read, rewound and repaired by thumbs', async ({ app }) => {
  const { page } = app;
  await app.open('?template=chapter');
  await expect.poll(app.clock).toBeGreaterThan(1);
  await page.locator('[data-node-id="db-1"]').click();
  const sheet = page.getByRole('dialog', { name: 'Database' });
  await expect(sheet.locator('[data-part-health]')).toHaveText('healthy');
  await expect(sheet.locator('[data-part-numbers]')).toHaveText(/\/s/);
  await sheet.getByRole('button', { name: 'Crash' }).click();
  await expect(page.getByTestId('verdict')).toContainText('In trouble: Database');
  await expect(number(page, 'errors')).not.toHaveText(/^(0%|–)$/);
  const crash = page.getByRole('button', { name: /Database.*crash.*Go there/i }).first();
  await sheet.getByRole('button', { name: 'Close' }).click();
  await expect(sheet).toHaveCount(0);
  await expect(crash).toBeVisible();
  const [, minutes, seconds] = /^(\d+):([\d.]+):/.exec((await crash.getAttribute('aria-label')) ?? '') ?? [];
  await crash.click();
  await expect(status(page)).toHaveAttribute('data-status', 'paused');
  await expect.poll(app.clock).toBeCloseTo(Number(minutes) * 60 + Number(seconds), 0);

  // back in time by the slider, which says where it goes
  const scrub = page.getByRole('slider', { name: 'Go back in time' });
  await scrub.focus();
  await page.keyboard.press('Home');
  await expect.poll(app.clock).toBe(0);
  await expect(scrub).toHaveAttribute('aria-valuetext', '0:00.0 of 10:00');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(status(page)).toHaveAttribute('data-status', 'playing');
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(status(page)).toHaveAttribute('data-status', 'paused');
});

test('its numbers say why, with what they are made of', async ({ app }) => {
  const { page } = app;
  await app.open('?template=single&paused');
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname.split('/').at(-1) ?? ''));
  const explains = (metric: string) => page.locator(`[data-explains~="${metric}"]`);
  const input = async (metric: string, name: string) =>
    Number(await explains(metric).locator(`[data-input="${name}"]`).first().getAttribute('data-value'));
  // before a run: what it can do
  await page.getByTestId('verdict').getByRole('button').click();
  await expect(explains('most-can')).toBeVisible();
  expect(await input('most-can', 'instances')).toBe(1);
  await page.keyboard.press('Escape');
  await expect(explains('most-can')).toHaveCount(0);

  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(number(page, 'p99')).toHaveText(/ms/);
  await page.locator('[data-node-id="db-1"]').click();
  const sheet = page.getByRole('dialog', { name: 'Database' });
  await sheet.getByRole('button', { name: 'Crash' }).click();
  await expect(number(page, 'errors')).not.toHaveText(/^(0%|–)$/);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(status(page)).toHaveAttribute('data-status', 'paused');
  await sheet.locator('[data-part-numbers] button').click();
  await expect(explains('node-p99')).toContainText('histogram');
  await page.keyboard.press('Escape');
  await expect(explains('node-p99')).toHaveCount(0);
  await sheet.getByRole('button', { name: 'Close' }).click();

  const shown = Number.parseFloat((await number(page, 'errors').textContent()) ?? '');
  await number(page, 'errors').getByRole('button').click();
  await expect(explains('errors-now')).toBeVisible();
  const [failed, offered] = [await input('errors-now', 'failed'), await input('errors-now', 'offered')];
  expect(failed).toBeGreaterThan(0);
  expect(Math.abs((100 * failed) / Math.max(failed, offered) - shown)).toBeLessThan(0.06);
  const box = (await explains('errors-now').boundingBox())!;
  const screen = page.viewportSize()!;
  expect(fetched.filter((file) => /^(App|canvas|editor)-.*\.js$/.test(file))).toEqual([]);
  expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= screen.width && box.y + box.height <= screen.height).toBe(true);
});

test('what is pressed is large enough for a thumb, and the picture can be moved without a gesture', async ({ app }) => {
  const { page } = app;
  await app.open('?template=chapter&paused');
  // what comes late may take room from the picture, which is fitted anew
  await page.waitForLoadState('networkidle');
  const small = await page.getByRole('button').evaluateAll((buttons) =>
    buttons.flatMap((button) => {
      const { width, height } = button.getBoundingClientRect();
      const reach = Number.parseFloat(getComputedStyle(button, '::after').height) || 0;
      const zoom = button.closest('[data-node-id]') ? Number.parseFloat(getComputedStyle(button).getPropertyValue('--zoom')) : 1;
      return width >= 44 && Math.max(height, reach * zoom) >= 43 ? [] : [`${button.textContent} ${width}×${height}`];
    }),
  );
  expect(small).toEqual([]);
  const card = page.locator('[data-node-id="lb-1"]');
  const before = (await card.boundingBox())!;
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(async () => (await card.boundingBox())!.width).toBeGreaterThan(before.width * 1.2);
  const canvas = (await app.canvas.boundingBox())!;
  const zoomed = (await card.boundingBox())!;
  await page.mouse.move(canvas.x + 12, canvas.y + 40);
  await page.mouse.down();
  await page.mouse.move(canvas.x + 72, canvas.y + 70, { steps: 4 });
  await page.mouse.up();
  expect((await card.boundingBox())!.x - zoomed.x).toBeGreaterThan(30);
  await page.getByRole('button', { name: 'Fit to screen' }).click();
  await expect.poll(async () => Math.round((await card.boundingBox())!.x)).toBe(Math.round(before.x));
});

test('a link is looked at, kept on this phone, copied and carried to a computer', async ({ app, context }) => {
  const { page } = app;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await app.open('?template=single&paused');
  await page.getByRole('button', { name: 'Share' }).click();
  const sheet = page.getByRole('dialog', { name: 'Share' });
  const code = sheet.getByRole('img', { name: 'QR code of the link' });
  await expect(code).toBeVisible();
  await sheet.getByRole('button', { name: 'Copy link' }).click();
  await expect(sheet.getByRole('button', { name: 'The link was copied.' })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/#a1\./);
  expect(await code.getAttribute('data-link')).toBe(link);
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByText(/somebody else’s design/)).toBeVisible();
  await page.getByRole('button', { name: 'Make it mine' }).click();
  await expect(page.getByText('Saved as one of your designs.').first()).toBeVisible();
  await expect(page.getByText(/somebody else’s design/)).toHaveCount(0);
});

test('before anything is pressed it says what the design can do; the system passes link and picture on together', async ({ app }) => {
  const { page } = app;
  await page.addInitScript(() => {
    Object.assign(navigator, { canShare: () => true, share: async (data: ShareData) => Object.assign(window, { passed: data }) });
  });
  await app.open('?template=chapter&paused');
  await expect(page.getByTestId('verdict')).toHaveText(/^Max ≈ [\d,]+ requests\/s, limited by Web servers \(6 × \d+\)\.$/);
  await page.getByRole('button', { name: 'Share' }).click();
  const pass = page.getByRole('dialog', { name: 'Share' }).getByRole('button', { name: 'Pass it on with a picture…' });
  type Passed = { passed?: { title: string; url: string; files?: File[] } };
  await expect(async () => {
    await pass.click();
    const passed = await page.evaluate(() => {
      const { title, url, files } = (window as unknown as Passed).passed ?? {};
      return { title, url, files: files?.map(({ name, type, size }) => ({ name, type, isDrawn: size > 5000 })) };
    });
    expect(passed).toEqual({
      title: 'The full design',
      url: expect.stringMatching(/#a1\.\S+\.z$/),
      files: [{ name: 'The-full-design.png', type: 'image/png', isDrawn: true }],
    });
  }).toPass();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Play' }).click();
  await expect(page.getByTestId('verdict')).toHaveText('Everything is answered.');
});

for (const { name, width, height } of [
  { name: 'held sideways', width: 844, height: 390 },
  { name: 'very narrow', width: 320, height: 568 },
]) {
  test(`the player fits a phone ${name}`, async ({ app }) => {
    await app.page.setViewportSize({ width, height });
    await app.open('?template=chapter');
    await expect(app.page.locator('.react-flow')).toHaveCount(0);
    for (const button of ['Pause', 'Share', 'Zoom in']) await expect(app.page.getByRole('button', { name: button })).toBeInViewport();
    await expect(number(app.page, 'errors')).toBeInViewport();
    await expect(app.page.getByRole('region', { name: 'What happened' })).toBeInViewport();
    expect(await isWhole(app.page)).toBe(true);
    const cut = await app.page
      .locator('dd, h1, [data-testid="clock"]')
      .evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.textContent));
    expect(cut).toEqual([]);
  });
}

for (const theme of ['light', 'dark']) {
  test(`axe finds nothing in the player, ${theme}`, async ({ app }) => {
    await app.open(`?template=chapter&paused&theme=${theme}`);
    await app.page.locator('[data-node-id="web-1"]').click();
    await expect(app.page.getByRole('dialog', { name: 'Web servers' })).toBeVisible();
    const { violations } = await new AxeBuilder({ page: app.page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([]);
  });
}

test('a link to a moment stands at that second on a phone, with its note', async ({ app }) => {
  const { page } = app;
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url().split('/').at(-1) ?? ''));
  const moment = {
    at: 21.5,
    view: { x: 0, y: 0, width: 400, height: 300 },
    part: 'db-1',
    request: { number: 5, bornAt: 20 },
    note: 'The database waits',
  };
  await page.goto(`./#${await encodeLink(chapter.design, moment)}`);
  const strip = page.getByTestId('shared-moment');
  await expect(strip).toContainText('The database waits');
  await expect(status(page)).toHaveAttribute('data-status', 'paused');
  expect(await app.clock()).toBe(21.5);
  await expect(page.getByRole('dialog', { name: 'Database' })).toBeVisible();
  expect(await isWhole(page)).toBe(true);
  expect(fetched.filter((file) => /^(App|canvas|editor)-.*\.js$/.test(file))).toEqual([]);
  await strip.getByRole('button', { name: 'Close the note' }).click();
  await expect(strip).toHaveCount(0);
});

for (const { name, design, by, words } of happenings) {
  test(`${name} is told on a phone, in both languages, and leads to its moment`, async ({ app }) => {
    const link = await encodeLink(design, { at: by, view: null, part: null, request: null, note: '' });
    for (const [lang, text] of Object.entries(words)) {
      await app.page.goto('about:blank');
      await app.page.goto(`./?lang=${lang}#${link}`);
      await expect.poll(app.clock, { timeout: 60_000 }).toBe(by);
      const told = app.page.locator(`[data-happening="${name}"]`).filter({ hasText: text }).first();
      await expect(told).toBeVisible();
      await told.click();
      await expect.poll(app.clock).toBeLessThan(by);
    }
  });
}

test('a lesson and the campaign are taken by thumb: what needs hands is shown, nothing is stuck; the glossary is there', async ({
  app,
}) => {
  const { page } = app;
  await page.goto('./#l=two-tiers');
  const card = page.getByTestId('lesson-card');
  const press = (name: string) => card.getByRole('button', { name, exact: true }).click();
  await press('This is my guess');
  await press('Run');
  await expect(page.getByTestId('lesson-explanation')).toBeVisible({ timeout: 60_000 });
  await press('Next step');
  await press('This is my guess');
  await press('Show me');
  // its own number, of the traffic that was set and not of the one before
  await expect(page.getByTestId('lesson-explanation')).toContainText(/It answers 2[456]\d\/s/, { timeout: 60_000 });
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await press('Next step');
  await expect(card).toHaveAttribute('data-step', 'split');
  expect(await isWhole(page)).toBe(true);
  expect((await card.boundingBox())!.width).toBeGreaterThan(300);
  await press('Leave the lesson');
  await expect(card).toHaveCount(0);

  await page.getByRole('button', { name: 'Learn', exact: true }).click();
  await app.dialog.getByRole('button', { name: 'Glossary…' }).click();
  await app.dialog.getByRole('searchbox').fill('shard');
  await expect(page.getByTestId('glossary').locator('[data-term]').first()).toBeVisible();
  await app.dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByRole('button', { name: 'Learn', exact: true }).click();
  await app.dialog.getByRole('button', { name: /^Begin: Zero to millions/ }).click();
  const campaign = page.getByTestId('campaign');
  await campaign.getByRole('button', { name: 'Play the round' }).click();
  await expect(campaign).toHaveAttribute('data-phase', /limit|held/, { timeout: 60_000 });
});

test('a link of another engine says so, and what its maker saw, without a byte of the editor', async ({ app: { page } }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto(`./?paused&lang=en#${linkOfEngine(engineMajor + 1)}`);
  await expect(page.locator('[data-opened] [data-verdict]')).toContainText('What its maker saw in 10 min');
  await expect(page.locator('[data-opened]')).toContainText('its numbers may differ');
  expect(fetched.filter((url) => /\/(App|canvas|editor)-[\w-]+\.js$/.test(url))).toEqual([]);
});
