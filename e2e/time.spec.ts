/** The clock of a run: back to a moment that has passed, and what the page says when the machine cannot keep up. */

import { expect, test } from './app.ts';

test('one second back and on again shows the same numbers', async ({ app }) => {
  await app.open('?template=balanced&paused');
  await app.runTo(20.4);
  const stopped = await app.clock();
  await app.page.keyboard.press(',');
  // on the way there a busy machine shows moments that are whole seconds, too
  const isBack = (clock: number): boolean => clock % 1 === 0 && stopped - clock <= 1;
  await expect.poll(async () => isBack(await app.clock())).toBe(true);
  const there = await app.clock();
  const before = await app.settledMetrics();
  await app.page.keyboard.press(',');
  await expect.poll(app.clock).toBe(there - 1);
  await expect.poll(() => app.metric('offered')).not.toBe(before.offered);
  await app.page.keyboard.press('.');
  await expect.poll(app.clock).toBe(there);
  await expect.poll(() => app.metrics()).toEqual(before);
});

test('what is done at an earlier moment begins another future, and the link holds that one', async ({ app }) => {
  await app.open('?template=balanced&paused');
  const web = (await app.nodeIds()).find((id) => id.startsWith('web')) ?? '';
  await app.runTo(5);
  const crashed = await app.clock();
  await app.breakNode(web, 'crash');
  await app.runTo(crashed + 3);
  expect(Number(await app.metric('failed'))).toBeGreaterThan(0);
  // one more than the clock shows: it hides what is less than a tenth, and that is a second to step over too
  for (let second = Math.floor(await app.clock()) + 1; second > 4; second--) await app.page.keyboard.press(',');
  await expect.poll(app.clock).toBeLessThanOrEqual(4);
  await expect.poll(() => app.metric('failed')).toBe('0');
  await app.selectNode(web);
  await app.setField('cpuDynamicMs', 4);
  // however late a busy machine stopped each time: the crash lay ahead of the moment that was chosen, and never happens
  await app.runTo(crashed + 3);
  expect(await app.metric('failed')).toBe('0');
});

test('a load beyond the machine is said in words, and nothing is left out', async ({ app }) => {
  await app.open('?template=chapter&paused&speed=64');
  await app.runBar.getByRole('slider', { name: 'Traffic' }).press('End');
  await app.runBar.getByRole('button', { name: 'Play', exact: true }).click();
  const note = app.page.getByTestId('machine-note');
  await expect(note).toContainText(/Machine at its limit: [\d.]+×/, { timeout: 30_000 });
  await note.click();
  await expect(app.page.getByText(/it plays at [\d.]+×. Every request is still simulated/)).toBeVisible();
  await app.pause();
  await expect(note).toHaveCount(0);
  expect(await app.metric('conservation')).toBe('1');
});
