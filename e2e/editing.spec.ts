/** Working on a design: many parts at once, order on the canvas, work that is kept, faults that are planned. */

import { expect, test as plain } from '@playwright/test';
import { appOf, test } from './app.ts';

const undo = 'ControlOrMeta+z';

test('several parts are taken with a box and deleted in one step', async ({ app }) => {
  await app.open('?template=balanced&paused');
  const cards = app.page.locator('[data-node-id]');
  const parts = await cards.count();
  const wires = await app.links.count();
  const box = (await app.canvas.boundingBox())!;
  // from the upper right: the switch of views floats in the upper left
  await app.page.mouse.move(box.x + box.width - 16, box.y + 16);
  await app.page.mouse.down();
  await app.page.mouse.move(box.x + 4, box.y + box.height - 4, { steps: 12 });
  await app.page.mouse.up();
  await expect(app.page.locator('[data-node-id][data-selected="true"]')).toHaveCount(parts);
  await app.page.keyboard.press('Delete');
  await expect(cards).toHaveCount(0);
  await expect(app.links).toHaveCount(0);
  await app.page.keyboard.press(undo);
  await expect(cards).toHaveCount(parts);
  await expect(app.links).toHaveCount(wires);
});

test('a part is found by its name, and Enter adds it', async ({ app }) => {
  await app.open('?template=single&paused');
  const search = app.page.getByRole('searchbox', { name: 'Find a part' });
  await search.press('Enter');
  await search.fill('nosql');
  await search.press('Enter');
  const added = app.page.locator('[data-node-id][data-kind="nosql"]');
  await expect(added).toHaveCount(1);
  // an empty search had added nothing
  await expect(app.page.locator('[data-node-id]')).toHaveCount(4);
  await app.page.keyboard.press(undo);
  await expect(added).toHaveCount(0);
});

test('tidying up is one step', async ({ app }) => {
  await app.open('?template=balanced&paused');
  const [id = '', other = ''] = await app.nodeIds();
  // the view may follow what is tidied, so places are told as a direction between two cards
  const slope = async () => {
    const [a, b] = [await app.placeOf(id), await app.placeOf(other)];
    return Math.round((100 * (b.y - a.y)) / (b.x - a.x)) / 100;
  };
  await app.moveNode(id, { x: 40, y: 160 });
  const untidy = await slope();
  // What hands placed stays; tidied once more everything moves, in one step.
  const button = app.page.getByRole('button', { name: 'Tidy up' });
  await button.click();
  await expect(app.page.getByText(/What you placed stays/).first()).toBeVisible();
  await app.page.keyboard.press(undo);
  await expect.poll(slope).toBeCloseTo(untidy, 1);
  await button.click();
  await button.click();
  await expect.poll(slope).not.toBeCloseTo(untidy, 1);
  await app.page.keyboard.press(undo);
  await app.page.keyboard.press(undo);
  await expect.poll(slope).toBeCloseTo(untidy, 1);
});

test('work is kept without being asked, and comes back', async ({ app }) => {
  await app.open('?paused');
  const ids = await app.editAndSave();
  await app.page.reload();
  await expect(app.page.locator('[data-node-id]')).toHaveCount(ids.length);
  expect((await app.nodeIds()).sort()).toEqual(ids);
});

test('a fault planned on the timeline strikes every run at its moment', async ({ app }) => {
  await app.open('?template=single&paused');
  await app.selectNothing();
  const timeline = app.inspector.getByRole('region', { name: 'Timeline' });
  await timeline.getByRole('textbox', { name: 'At' }).fill('20');
  await timeline.getByRole('combobox', { name: 'Part' }).selectOption({ label: 'Web server' });
  await timeline.getByRole('button', { name: 'Add an event' }).click();
  await expect(timeline.getByRole('listitem')).toHaveCount(1);
  await app.runTo(40);
  const failed = Number(await app.metric('failed'));
  expect(failed).toBeGreaterThan(100);
  await app.page.keyboard.press(undo);
  await expect(timeline.getByRole('listitem')).toHaveCount(0);
  await app.runTo(40);
  expect(Number(await app.metric('failed'))).toBe(0);
});

test('one server of several dies: a share of the requests fails until the balancer notices', async ({ app }) => {
  await app.open('?template=chapter&paused');
  await app.runTo(5);
  await app.breakNode('web-1', 'crash', 'instance 2');
  await app.runTo(40);
  const offered = Number(await app.metric('offered'));
  const failed = Number(await app.metric('failed'));
  // six servers, checks every 5 s, two failures: at most a sixth of what reaches them for 10 s and a little
  expect(failed).toBeGreaterThan(100);
  expect(failed / offered).toBeLessThan(0.1);
  await app.breakNode('web-1', 'recover', 'instance 2');
  expect(await app.metric('conservation')).toBe('1');
});

test('the legend says how many requests one dot stands for', async ({ app }) => {
  await app.open('?template=chapter');
  await expect(app.page.getByText(/1 dot = [\d,]+ requests/)).toBeVisible();
});

plain('without its worker the page still lets one work, and says what is wrong', async ({ page }) => {
  await page.route(/worker.*\.js$/, (route) => route.abort());
  const app = appOf(page);
  await app.open('?template=single');
  const parts = await app.nodeIds();
  await app.addPart('cache');
  expect((await app.nodeIds()).length).toBe(parts.length + 1);
  await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'crashed', { timeout: 30_000 });
  const story = page.getByTestId('story');
  await expect(story.getByRole('alert')).toContainText('the engine could not be started; its code may not have arrived');
  await expect(story.getByRole('button', { name: 'Save as a file' })).toBeVisible();
  await page.unroute(/worker.*\.js$/);
  await story.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'playing');
  await expect(story.getByRole('alert')).toHaveCount(0);
});
