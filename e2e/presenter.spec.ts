/** Presenter mode: large, by a remote control, and the page as it was when it is left; a lesson before a class. */

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { keysListen } from './keysListen.ts';

const presenter = (page: Page) => page.getByTestId('presenter');
const caption = (page: Page) => page.getByTestId('caption');
const lesson = (page: Page) => page.getByTestId('presented-lesson');
const fontSize = (page: Page, testId: string): Promise<number> =>
  page
    .getByTestId(testId)
    .locator('p')
    .last()
    .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));

/** What presenter mode moves. */
const stance = (page: Page) =>
  page.evaluate(() => ({
    theme: document.documentElement.dataset.theme,
    presenting: document.documentElement.hasAttribute('data-presenting'),
    palette: document.querySelector('[data-kind="cache"]') !== null,
    settings: document.querySelector('#inspector') !== null,
    outline: document.querySelector('[data-view="outline"], [role="tree"]') !== null,
    camera: document.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform,
    focus: document.activeElement?.getAttribute('data-id') ?? document.activeElement?.tagName,
  }));

test('F shows picture, charts and captions large; keys of a remote control go from event to event; Esc puts everything back', async ({
  app,
}) => {
  const { page } = app;
  await app.open('?template=cascade&paused&theme=light');
  await expect(page.locator('#timeline')).toBeVisible();
  await expect(app.inspector).toBeVisible();
  // a view of one's own and a part in hand are to come back
  await app.selectNode('web-1');
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.locator('.react-flow__node[data-id="web-1"]').focus();
  await page.waitForTimeout(400);
  const before = await stance(page);
  const canvasBefore = (await app.canvas.boundingBox())!;

  await page.keyboard.press('f');
  await expect(presenter(page)).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
  await expect(app.inspector).toHaveCount(0);
  await expect(page.getByRole('banner')).toBeHidden();
  expect((await app.canvas.boundingBox())!.width).toBeGreaterThan(canvasBefore.width * 1.4);
  expect(await fontSize(page, 'caption')).toBeGreaterThanOrEqual(20);
  const { violations } = await new AxeBuilder({ page }).include('[data-testid="presenter"]').analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))).toEqual([]);

  // the crash that is planned, then on to the first thing that happens by itself
  await page.keyboard.press('PageDown');
  await expect.poll(app.clock).toBe(60);
  await expect(caption(page)).toContainText('Web servers #1 crashed');
  await page.keyboard.press('PageDown');
  await expect(caption(page)).toContainText('First failed request');
  await expect.poll(app.status).toBe('paused');
  expect(await app.clock()).toBeGreaterThan(60);
  // it stands at the event itself: one press leads to the one before
  await page.keyboard.press('PageUp');
  await expect.poll(app.clock).toBe(60);
  await page.keyboard.press('PageUp');
  await expect.poll(app.clock).toBe(0);

  // keys of the canvas are the presenter's now: no list of faults opens, no dots go
  await page.keyboard.press('b');
  await expect(page.getByRole('button', { name: /^The screen is black/ })).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(page.getByRole('button', { name: /^The screen is black/ })).toHaveCount(0);
  expect(await app.clock(), 'the first press only shows the page again').toBe(0);
  await page.keyboard.press('.');
  await expect(page.getByRole('button', { name: /^The screen is black/ })).toBeVisible();
  await page.keyboard.press('.');
  await expect(page.getByRole('menu')).toHaveCount(0);

  await page.keyboard.press('Escape');
  await expect(presenter(page)).toHaveCount(0);
  await expect(app.inspector).toBeVisible();
  await expect.poll(() => stance(page)).toEqual(before);
});

test('the class gets a code of this very moment, which opens there, and time that ends', async ({ app }) => {
  const { page } = app;
  await page.clock.install();
  await app.open('?template=single&paused');
  await keysListen(app);
  await page.keyboard.press('f');
  await expect(presenter(page)).toBeVisible();
  await page.keyboard.press('t');
  const timer = page.getByTestId('class-timer');
  await expect(timer).toContainText('5:00');
  await page.clock.fastForward(61_000);
  await expect(timer).toContainText('3:59');
  await timer.getByRole('button', { name: 'One minute less' }).click();
  await expect(timer).toContainText('2:59');
  await page.clock.fastForward(180_000);
  await expect(timer).toContainText('Time is up');
  await page.keyboard.press('t');
  await expect(timer).toHaveCount(0);
  await page.keyboard.press('q');
  const link = await page.getByTestId('class-code').locator('svg').getAttribute('data-link');
  expect(link).toMatch(/#a1\./);
  await page.keyboard.press('q');
  await expect(page.getByTestId('class-code')).toHaveCount(0);
  await page.keyboard.press('f');
  await expect(presenter(page)).toHaveCount(0);
  await page.goto('about:blank');
  await page.goto(link ?? '');
  await expect(page.getByText('somebody else', { exact: false }).first()).toBeVisible();
});

test('captions stand until they could be read, in Korean too, and letters rest where they are turned off', async ({ app }) => {
  const { page } = app;
  await app.open('?template=cascade&paused&lang=ko&speed=16&slow=0');
  await keysListen(app);
  await page.keyboard.press('f');
  await expect(presenter(page)).toBeVisible();
  await page.evaluate(() => {
    const line = document.querySelector('[data-testid="caption"]')!;
    const said: { text: string; at: number }[] = [];
    Object.assign(globalThis, { said });
    const note = () => {
      const text = line.textContent ?? '';
      if (said.at(-1)?.text !== text) said.push({ text, at: performance.now() });
    };
    note();
    new MutationObserver(note).observe(line, { childList: true, characterData: true, subtree: true });
  });
  await page.keyboard.press('Space');
  const heard = () => page.evaluate(() => (globalThis as unknown as { said: { text: string; at: number }[] }).said);
  const tellsOfFailing = (texts: readonly { text: string }[]) => texts.some(({ text }) => /요청의|실패/.test(text));
  await expect
    .poll(async () => [(await heard()).length > 3, tellsOfFailing(await heard())], { intervals: [500], timeout: 60_000 })
    .toEqual([true, true]);
  const said = await heard();
  // between the one at rest and the newest, each stood
  const stood = said.slice(1, -1).map(({ at }, i) => said[i + 2].at - at);
  expect(Math.min(...stood)).toBeGreaterThan(1400);
});

test('a lesson goes by one key: hands are counted, the answer is hidden until it is played, its reason is read; notes are elsewhere', async ({
  app,
}) => {
  const { page } = app;
  await page.goto('./?paused#l=two-tiers');
  await expect(page.getByTestId('lesson-card')).toBeVisible();
  await page.keyboard.press('f');
  await expect(lesson(page)).toHaveAttribute('data-step', 'one-box');
  await expect(page.getByTestId('lesson-card')).toHaveCount(0);
  await expect(page.getByTestId('class-question')).toContainText('How busy will its processors be?');
  await expect(lesson(page)).not.toContainText('1,580 ms');
  const notes = page.waitForEvent('popup');
  await presenter(page)
    .getByRole('button', { name: /^Notes/ })
    .click();
  const second = await notes;
  await expect(second.getByTestId('teacher-notes')).toContainText('Misconception');
  await expect(page.getByText('Misconception')).toHaveCount(0);
  await second.keyboard.press('PageDown');
  await expect(page.getByTestId('lesson-explanation')).toContainText('1,580 ms', { timeout: 60_000 });
  await second.close();

  await page.keyboard.press('PageDown');
  await expect(lesson(page)).toHaveAttribute('data-step', 'too-much');
  // its moves are made for all to see
  await page.keyboard.press('PageDown');
  await expect(page.getByTestId('lesson-explanation')).toContainText(/It answers 2[456]\d\/s/, { timeout: 60_000 });
  for (const step of ['split', 'idle-database', 'new-knee']) {
    await page.keyboard.press('PageDown');
    await expect(lesson(page)).toHaveAttribute('data-step', step);
    await page.keyboard.press('PageDown');
    await expect(page.getByTestId('lesson-explanation')).toBeVisible({ timeout: 60_000 });
  }
  await page.keyboard.press('PageDown');
  await expect(lesson(page)).toHaveAttribute('data-step', 'database-dies');
  for (const digit of ['3', '3', '1']) await page.keyboard.press(digit);
  await expect(lesson(page).locator('[data-answer="all"] input')).toHaveValue('2');
  await lesson(page).getByRole('button', { name: 'One vote fewer for: All of them' }).click();
  await expect(lesson(page).locator('[data-answer="none"] input')).toHaveValue('0');
  await page.keyboard.press('PageDown');
  await expect(lesson(page)).toContainText('You guessed right.', { timeout: 60_000 });
  await page.keyboard.press('PageUp');
  await expect(lesson(page)).toHaveAttribute('data-step', 'new-knee');

  await page.keyboard.press('q');
  await expect(page.getByTestId('class-code').locator('svg')).toHaveAttribute('data-link', /#l=two-tiers$/);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('class-code')).toHaveCount(0);
  await expect(page.getByTestId('lesson-card')).toBeVisible();
});
