/** Sweep, capacity and weak points in the page: the same numbers as the command line, partial results kept, and what they say of a design. */

import { sim } from '../cli/sim.ts';
import { type App, expect, test } from './app.ts';
import { ended, fill, openTrial, play } from './trials.ts';

async function sweepTraffic(app: App, values: string): Promise<void> {
  await openTrial(app, 'Sweep a setting');
  await app.dialog.getByRole('combobox', { name: 'Part' }).selectOption('workload');
  await app.dialog.getByRole('combobox', { name: 'Setting' }).selectOption('workload.traffic');
  await app.dialog.getByRole('combobox', { name: 'Values' }).selectOption('list');
  await app.dialog.getByRole('textbox', { name: 'Values, with commas' }).fill(values);
  await app.dialog.getByRole('textbox', { name: 'Values, with commas' }).press('Enter');
}

test('a sweep is what the command line says of the same seeds, marks its knee, and gives the design a value', async ({ app }) => {
  await app.open('?template=single&seed=e2e');
  await sweepTraffic(app, '1, 2, 3, 4, 5, 6, 7');
  await fill(app, { 'Worlds each': 3, 'Each plays': 8 });
  await play(app);
  await ended(app);

  const asked = ['--seed', 'e2e', '--seconds', '8', '--seeds', '3', '--sweep', 'workload.traffic=1..7'];
  const { points, knee } = JSON.parse(await sim(['single', ...asked, '--json']));
  for (const { values, value } of points) {
    await expect(app.dialog.locator(`tr[data-point="${values[0]}"]`)).toHaveAttribute('data-value', String(value));
  }
  await expect(app.dialog.locator('p[data-knee]')).toHaveAttribute('data-knee', String(points[knee.at].values[0]));
  await app.dialog.locator('[data-why="trial-knee"]').click();
  await expect(app.page.locator('[data-explains="trial-knee"] [data-input="worlds"]')).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(app.page.locator('[data-explains]')).toHaveCount(0);

  const kept = app.page.waitForEvent('download');
  await app.dialog.getByRole('button', { name: 'CSV' }).click();
  const stream = await (await kept).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString('utf8')).toBe(await sim(['single', ...asked, '--csv']));

  await app.dialog.locator('tr[data-point="3"] th button').click();
  await expect(app.dialog.getByText('The design has All traffic, Traffic: 3× now.')).toBeVisible();
  await app.closeDialog();
  await app.page.getByRole('button', { name: 'Undo changing a setting' }).waitFor();
});

test('a sweep that is stopped keeps what there is; one of a billion runs is refused with their number', async ({ app }) => {
  await app.open('?template=balanced');
  await sweepTraffic(app, '1, 2, 3, 4, 5');
  await fill(app, { 'Worlds each': 30, 'Each plays': 60 });
  await play(app);
  await expect(app.dialog.locator('tr[data-point="1"]')).not.toHaveAttribute('data-worlds', '0', { timeout: 30_000 });
  await app.dialog.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(app.dialog.getByRole('status')).toHaveAttribute('data-status', 'stopped');
  await expect(app.dialog.getByRole('status')).toContainText(/^Stopped at \d/);
  const worlds = Number(await app.dialog.locator('tr[data-point="1"]').getAttribute('data-worlds'));
  expect(worlds).toBeGreaterThan(0);
  expect(worlds).toBeLessThan(30);
  await expect(app.page.getByTestId('run-status')).toHaveAttribute('data-status', 'paused');

  await app.dialog.getByRole('switch', { name: 'A second setting' }).click();
  for (const which of [0, 1]) {
    const axis = app.dialog.locator('fieldset').nth(which);
    await axis.getByRole('combobox', { name: 'Values' }).selectOption('linear');
    const steps = axis.getByRole('textbox', { name: 'Steps' });
    await steps.fill('10000');
    await steps.press('Enter');
  }
  await fill(app, { 'Worlds each': 10 });
  await expect(app.dialog.getByRole('alert')).toContainText('1,000,000,000 runs');
});

test('two settings against each other are a table, as dark as the number is large', async ({ app }) => {
  await app.open('?template=single');
  await sweepTraffic(app, '1, 8');
  await app.dialog.getByRole('switch', { name: 'A second setting' }).click();
  const second = app.dialog.locator('fieldset').nth(1);
  await second.getByRole('combobox', { name: 'Part' }).selectOption('node:web-1');
  await second.getByRole('combobox', { name: 'Setting' }).selectOption('web-1.instances');
  await second.getByRole('combobox', { name: 'Values' }).selectOption('list');
  await second.getByRole('textbox', { name: 'Values, with commas' }).fill('1, 4');
  await second.getByRole('textbox', { name: 'Values, with commas' }).press('Enter');
  await fill(app, { 'Worlds each': 2, 'Each plays': 6 });
  await play(app);
  await ended(app);
  const heat = (point: string) => app.dialog.locator(`[data-point="${point}"]`);
  await expect(heat('8 1')).toHaveAttribute('data-heat', '4');
  await expect(heat('1 4')).toHaveAttribute('data-heat', '0');
  await expect(heat('8 4')).toHaveAttribute('data-heat', '0');
  await expect(app.dialog.locator('caption [data-why^="worlds-"]')).toBeVisible();
});

test('capacity is found between two ends, with the part that is the limit', async ({ app }) => {
  await app.open('?template=single');
  await openTrial(app, 'How much can it take?');
  await fill(app, { 'Answered at least': 99, 'Each plays': 10 });
  await play(app);
  const answer = app.dialog.locator('[data-found]');
  await ended(app);
  // every number says how it is made, within the dialog
  await app.dialog.locator('[data-why="trial-fullest"]').first().click();
  await expect(app.page.locator('[data-explains="trial-fullest"]')).toContainText('mean over the worlds');
  await app.page.keyboard.press('Escape');
  await expect(app.dialog).toBeVisible();
  await expect(answer).toHaveAttribute('data-found', 'between');
  const [low, high] = [Number(await answer.getAttribute('data-low')), Number(await answer.getAttribute('data-high'))];
  const { found } = JSON.parse(await sim(['single', '--seconds', '10', '--capacity', '--availability', '99', '--json']));
  expect([low, high]).toEqual([found.low.factor, found.high.factor]);
  await expect(answer).toContainText('The limit is Web server');
  await expect(app.dialog.locator('tr[data-probe]')).not.toHaveCount(0);
});

test('weak points rank what is lost; what has no second one is outlined until the design is another', async ({ app }) => {
  await app.open('?template=single');
  await openTrial(app, 'Weak points');
  await fill(app, { Watched: 20, 'Worlds each': 1 });
  await play(app);
  await ended(app);
  const rows = app.dialog.locator('tr[data-broken]');
  await expect(rows).toHaveCount(4);
  await expect(app.dialog.locator('[data-singles]')).toHaveAttribute('data-singles', 'web-1 db-1');
  const ranked = await app.dialog.locator('[data-rank]').count();
  // both parts, and a wire at least
  expect(ranked).toBeGreaterThanOrEqual(3);
  await rows.getByRole('button', { name: 'Web server', exact: true }).click();
  await expect(app.dialog).toHaveCount(0);
  await expect(app.node('web-1')).toHaveAttribute('data-selected', 'true');
  // outlined where they stand, each with its rank: the parts, and the wires that nobody goes round
  const marks = app.page.locator('[data-weak]');
  const ranks = async () =>
    (await marks.evaluateAll((all) => all.map((mark) => [mark.getAttribute('data-weak'), mark.textContent])))
      .sort(([, a], [, b]) => Number(a) - Number(b))
      .map(([mark]) => mark);
  await expect(marks).toHaveCount(ranked);
  expect((await ranks()).filter((mark) => mark?.startsWith('part')).sort()).toEqual(['part db-1', 'part web-1']);
  const card = (await app.node('web-1').boundingBox())!;
  const outlined = (await app.page.locator('[data-weak="part web-1"]').boundingBox())!;
  expect(Math.hypot(card.x - outlined.x, card.y - outlined.y, card.width - outlined.width)).toBeLessThan(2);
  const wire = (await ranks()).find((mark) => mark?.startsWith('wire'))!.replace('wire ', '');
  const way = await app.page.locator(`[data-link-id="${wire}"] path`).first().boundingBox();
  const lines = (await app.page.locator(`[data-line-of="${wire}"]`).boundingBox())!;
  expect(Math.abs(lines.x + lines.width / 2 - (way!.x + way!.width / 2))).toBeLessThan(8);
  // and in the outline in words
  await app.page.keyboard.press('Escape');
  await app.page.keyboard.press('o');
  await expect(app.page.locator('[data-weak-rank="1"]')).toContainText('Weak point 1, single point of failure: with');
  await expect(app.page.locator('[data-weak-rank]')).toHaveCount(ranked);
  await app.page.keyboard.press('o');
  await app.selectNode('web-1');
  await app.setField('instances', 2);
  await expect(marks).toHaveCount(0);
});
