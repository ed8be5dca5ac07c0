/** Undo takes back everything, one gesture at a time. */

import { expect, test } from './app.ts';

const press = 'ControlOrMeta+z';
const again = 'ControlOrMeta+Shift+z';

test('a drag is one step', async ({ app }) => {
  await app.open('?template=single&paused');
  const [id = ''] = await app.nodeIds();
  const before = await app.placeOf(id);
  await app.moveNode(id, { x: 96, y: 72 });
  const after = await app.placeOf(id);
  expect(after).not.toEqual(before);
  await app.page.keyboard.press(press);
  await expect.poll(() => app.placeOf(id)).toEqual(before);
  await app.page.keyboard.press(again);
  await expect.poll(() => app.placeOf(id)).toEqual(after);
});

test('delete, paste and duplicate come back', async ({ app }) => {
  await app.open('?template=balanced&paused');
  const parts = (await app.nodeIds()).length;
  const wires = await app.links.count();
  const cards = app.page.locator('[data-node-id]');

  await app.selectNode((await app.nodeIds())[1] ?? '');
  await app.page.keyboard.press('Delete');
  await expect(cards).toHaveCount(parts - 1);
  expect(await app.links.count()).toBeLessThan(wires);
  await app.page.keyboard.press(press);
  await expect(cards).toHaveCount(parts);
  await expect(app.links).toHaveCount(wires);

  await app.selectNode((await app.nodeIds())[1] ?? '');
  await app.page.keyboard.press('ControlOrMeta+d');
  await expect(cards).toHaveCount(parts + 1);
  await app.page.keyboard.press('ControlOrMeta+c');
  await app.page.keyboard.press('ControlOrMeta+v');
  await expect(cards).toHaveCount(parts + 2);
  await app.page.keyboard.press(press);
  await app.page.keyboard.press(press);
  await expect(cards).toHaveCount(parts);
});

test('a setting goes back to what it was', async ({ app }) => {
  await app.open('?template=single&paused');
  const users = app.page.locator('[data-kind="users"][data-node-id]');
  await app.selectNode((await users.getAttribute('data-node-id')) ?? '');
  const box = app.field('ratePerSecond').locator('input[type="text"]');
  const before = await box.inputValue();
  await app.setField('ratePerSecond', 321);
  await expect(box).toHaveValue('321');
  await box.blur();
  await app.page.keyboard.press(press);
  await expect(box).toHaveValue(before);
});
