/** The story of a run: what users notice, where it began, what to try, and whether it helped. */

import { type App, expect, test } from './app.ts';

/** A number of the strip, with the smaller one beside it. */
const figureOf = ({ page }: App, metric: string) =>
  page.locator('[data-summary] dd').filter({ has: page.locator(`[data-metric="${metric}"]`) });

test('tells cause and effect of a storm, marks where it began, and what was tried has helped', async ({ app }) => {
  await app.open('?template=retry-storm&slow=0&t=100');
  const line = app.page.getByTestId('story').locator('[data-story]');
  await expect(line).toHaveAttribute('data-story', 'failing', { timeout: 15_000 });
  await expect(line.locator('[data-story-cause="storm"]')).toContainText('Web server');
  await expect(app.page.locator('[data-mark="cause"][data-of="web-1"]')).toContainText('started here · 1:00');
  await expect(app.page.locator('[data-mark="victim"][data-of="users-1"]')).toBeAttached();
  await app.page.getByRole('button', { name: 'Why?' }).click();
  await expect(app.page.getByRole('dialog', { name: 'Why this is the cause' })).toContainText('It began at Web server at 1:00');
  await app.page.keyboard.press('Escape');
  const lever = app.page.locator('[data-lever="web-1"]').first();
  await expect(lever).toContainText('Newest first');
  await lever.click();
  await app.runTo(115);
  await expect(app.page.getByTestId('story')).toContainText('helped: p99');
});

test('says nothing is wrong while nothing is', async ({ app }) => {
  await app.open('?template=first-visit&slow=0&t=20');
  await expect(app.page.getByTestId('story').locator('[data-story]')).toHaveAttribute('data-story', 'fine', { timeout: 15_000 });
  await expect(app.page.locator('[data-story-marks]')).toHaveCount(0);
});

test('speaks Korean', async ({ app }) => {
  await app.open('?template=celebrity&lang=ko&slow=0&t=95');
  const cause = app.page.locator('[data-story-cause="hot"]');
  await expect(cause).toContainText('샤드 1에 쏠렸습니다', { timeout: 20_000 });
});

test('says before a run what the design can do at most', async ({ app }) => {
  await app.open('?template=first-visit&paused');
  const most = app.page.locator('[data-most]');
  await expect(most).toContainText('limited by Web server', { timeout: 15_000 });
  expect(Number(await most.getAttribute('data-most'))).toBeCloseTo(2000 / 4.5, 0);
  await app.node('web-1').click({ position: { x: 60, y: 12 } });
  await app.setField('instances', 2);
  await expect.poll(async () => Number(await most.getAttribute('data-most'))).toBeCloseTo(4000 / 4.5, 0);
  await most.locator('[data-why="most-can"]').click();
  const explained = app.page.locator('[data-explains="most-can"]');
  await expect(explained).toContainText('bottleneck law');
  await expect(explained.locator('[data-input="instances"]')).toContainText('2');
  await expect(explained.locator('[data-input="eachRate"]')).toContainText('444/s');
});

test('slows down where trouble begins, says so, and goes on by itself or by a key', async ({ app }) => {
  await app.open('?template=single&paused&speed=4&slow=1');
  await app.play();
  await expect(app.page.locator('[data-story="fine"]')).toBeVisible({ timeout: 15_000 });
  await app.breakNode('web-1', 'crash');
  const note = app.page.locator('[data-slowed="slow"]');
  await expect(note).toBeVisible({ timeout: 15_000 });
  await expect(app.runBar.getByRole('slider', { name: 'Speed' })).toHaveAttribute('aria-valuetext', /0\.25/);
  await app.page.keyboard.press(']');
  await expect(note).toHaveCount(0);
  await expect(app.runBar.getByRole('slider', { name: 'Speed' })).toHaveAttribute('aria-valuetext', /^4/);
});

test('stands instead of slowing where less motion was asked for', async ({ app }) => {
  await app.page.emulateMedia({ reducedMotion: 'reduce' });
  await app.open('?template=single&speed=4&slow=1');
  await app.play();
  await expect(app.page.locator('[data-story="fine"]')).toBeVisible({ timeout: 15_000 });
  await app.breakNode('web-1', 'crash');
  await expect(app.page.locator('[data-slowed="paused"]')).toBeVisible({ timeout: 15_000 });
  expect(await app.status()).toBe('paused');
});

test('every number says what it is made of, by mouse and by keyboard', async ({ app }) => {
  await app.open('?template=first-visit&slow=0&t=30');
  const summary = app.page.locator('[data-summary]');
  await expect(summary.locator('[data-metric="availability"]')).not.toHaveAttribute('data-value', '', { timeout: 15_000 });
  await summary.locator('[data-why="availability"]').click();
  // nothing has failed: what is missing is on the way, and that is said
  await expect(figureOf(app, 'availability')).toContainText('so far');
  const pane = app.page.locator('[data-explains="availability"]');
  const input = async (name: string) => Number(await pane.locator(`[data-input="${name}"]`).getAttribute('data-value'));
  await expect(pane).toContainText('Served ÷ (offered');
  const shown = Number(await app.metric('availability'));
  expect((await input('completed')) / ((await input('offered')) - (await input('limited')))).toBeCloseTo(shown, 9);
  expect((await input('completed')) + (await input('underWay'))).toBe(await input('offered'));
  await expect(pane).toContainText('Still in flight');
  await app.page.keyboard.press('Escape');
  await expect(pane).toHaveCount(0);
  await app.node('web-1').click({ position: { x: 60, y: 12 } });
  await app.inspector.locator('[data-why="utilization"]').focus();
  await app.page.keyboard.press('Enter');
  await expect(app.page.locator('[data-explains="utilization"]')).toContainText('Utilization law');
  await app.page.keyboard.press('Escape');
});

test('a run that is over says how it was', async ({ app }) => {
  await app.open('?template=balanced&paused&slow=0&speed=max');
  await app.play();
  await expect.poll(() => app.status(), { timeout: 18_000 }).toBe('finished');
  const verdict = app.page.locator('[data-verdict-of-run]');
  await expect(verdict).toContainText(/^Over: availability .*p99 .*failed/);
  const shown = Number(await app.metric('availability'));
  expect(Number(await verdict.getAttribute('data-verdict-of-run'))).toBeCloseTo(shown, 9);
  // one number, one rounding; and who only was on the way when the run ended is no failure
  const inStrip = app.page.locator('[data-summary] [data-metric="availability"]');
  await expect(verdict).toContainText(`availability ${await inStrip.textContent()} `);
  expect(shown).toBeLessThan(1);
  expect(await app.metric('failed')).toBe('0');
  const underWay = await app.metric('in-flight');
  await expect(verdict).toContainText(`(${underWay} still in flight)`);
  await expect(figureOf(app, 'availability')).not.toContainText('so far');
  await expect(app.page.getByTestId('story').getByRole('button', { name: 'Run again' })).toBeEnabled();
});

test('while the words of a run are still on their way, nobody who has pressed play is told to', async ({ app }) => {
  const held: (() => void)[] = [];
  await app.page.route(/\/assets\/StoryLine-[\w-]+\.js$/, (route) => {
    held.push(() => void route.continue());
  });
  await app.open('?template=single&paused&slow=0&speed=max');
  const line = app.page.getByTestId('story');
  await expect(line).toHaveText('Press play, then break something.');
  await app.play();
  await expect(line).toHaveText('Finished', { timeout: 30_000 });
  for (const letThrough of held) letThrough();
  await expect(line.locator('[data-verdict-of-run]')).toContainText(/^Over: /);
});

test('from the press on, before anything was measured, nobody is told to press play', async ({ app }) => {
  await app.page.route(/\/assets\/StoryLine-[\w-]+\.js$/, () => undefined);
  await app.open('?template=single&paused&slow=0&speed=0.1');
  const line = app.page.getByTestId('story');
  await expect(line).toHaveText('Press play, then break something.');
  await app.play();
  await expect(line).toHaveText('Running');
  // ten seconds of wall time are one of the run: the first frame is not over
  expect(await app.clock()).toBeLessThan(1);
});
