/** Building on the canvas: order by hand, regions, notes, levels of nearness; and that none of it touches a run's numbers. */

import { expect, test } from './app.ts';
import { keysListen } from './keysListen.ts';

const undo = 'ControlOrMeta+z';

test('a dragged part shows the line it shares with a neighbour and comes to rest on it; Alt lets it pass', async ({ app }) => {
  await app.open('?template=balanced&paused');
  const guides = app.page.locator('[data-guides]');
  const [balancer, before] = [await app.placeOf('lb-1'), await app.placeOf('db-1')];
  const up = balancer.y - before.y;
  await app.holdNode('db-1', { x: 37, y: up + 5 });
  await expect(guides).toBeAttached();
  await app.page.mouse.up();
  await expect(guides).toHaveCount(0);
  expect((await app.placeOf('db-1')).y).toBe(balancer.y);
  await app.page.keyboard.press(undo);
  expect(await app.placeOf('db-1')).toEqual(before);
  await app.page.keyboard.down('Alt');
  await app.holdNode('db-1', { x: 37, y: up + 5 });
  await expect(guides).toHaveCount(0);
  await app.page.mouse.up();
  await app.page.keyboard.up('Alt');
  expect((await app.placeOf('db-1')).y).not.toBe(balancer.y);
});

test('several parts come in line at the press of a button, and at equal gaps, each in one step', async ({ app }) => {
  await app.open('?template=balanced&paused');
  await app.selectNode('cache-1');
  await app.node('db-1').click({ modifiers: ['Shift'], position: { x: 60, y: 12 } });
  await app.node('users-1').click({ modifiers: ['Shift'], position: { x: 60, y: 12 } });
  await app.inspector.getByRole('button', { name: 'Align left' }).click();
  const left = (await app.placeOf('users-1')).x;
  expect([(await app.placeOf('cache-1')).x, (await app.placeOf('db-1')).x]).toEqual([left, left]);
  await app.page.keyboard.press(undo);
  expect((await app.placeOf('cache-1')).x).toBeGreaterThan(left);
  await app.page.keyboard.press('Alt+Shift+ArrowUp');
  const top = (await app.placeOf('cache-1')).y;
  expect([(await app.placeOf('users-1')).y, (await app.placeOf('db-1')).y]).toEqual([top, top]);
});

test('a part dragged over a region is told where it would go, joins it, and leaves it the same way', async ({ app }) => {
  await app.open('?template=far-users&paused');
  const id = await app.addPart('cache');
  const region = app.page.locator('[data-group-id="dc-2"]');
  const home = app.inspector.getByRole('combobox', { name: 'Stands in' });
  await home.selectOption({ label: 'no region' });
  const frame = (await region.boundingBox())!;
  const card = (await app.node(id).boundingBox())!;
  await app.holdNode(id, {
    x: frame.x + frame.width / 2 - card.x - card.width / 2,
    y: frame.y + frame.height / 2 - card.y - card.height / 2,
  });
  await expect(region).toHaveAttribute('data-goal', 'true');
  await expect(app.canvas.getByText(/^Drop to move into /)).toBeVisible();
  await app.page.mouse.up();
  await expect(region).not.toHaveAttribute('data-goal');
  await expect(home).toHaveValue('dc-2');
  await app.page.keyboard.press(undo);
  await expect(home).toHaveValue('');
  // by the list it moves inside, and dragged out it leaves
  await home.selectOption('dc-2');
  const inside = (await app.node(id).boundingBox())!;
  expect(inside.x).toBeGreaterThan(frame.x);
  expect(inside.y).toBeGreaterThan(frame.y);
  await app.holdNode(id, { x: 0, y: frame.y - inside.y - inside.height - 40 });
  await app.page.mouse.up();
  await expect(home).toHaveValue('');
});

test('a group is made round what is selected, and taken away, by keys', async ({ app }) => {
  await app.open('?template=balanced&paused');
  const frames = app.page.locator('[data-group-id]');
  await app.selectNode('web-1');
  await app.node('cache-1').click({ modifiers: ['Shift'], position: { x: 60, y: 12 } });
  await app.page.keyboard.press('ControlOrMeta+g');
  await expect(frames).toHaveCount(1);
  const frame = (await frames.first().boundingBox())!;
  const card = (await app.node('cache-1').boundingBox())!;
  expect(card.x > frame.x && card.y > frame.y && card.x + card.width < frame.x + frame.width).toBe(true);
  await app.page.keyboard.press('ControlOrMeta+Shift+g');
  await expect(frames).toHaveCount(0);
  await app.page.keyboard.press(undo);
  await expect(frames).toHaveCount(1);
});

test('a note is written, moved, kept in the link and undone, all by keys if one likes', async ({ app }) => {
  await app.open('?template=balanced&paused');
  const notes = app.page.locator('[data-note-id]');
  await keysListen(app);
  await app.page.keyboard.press('Shift+n');
  const words = app.page.getByRole('textbox', { name: 'Words of the note' });
  await expect(words).toBeFocused();
  await app.page.keyboard.type('Why two? n');
  await app.page.keyboard.press('Enter');
  await app.page.keyboard.type('<b>One may die</b>');
  await app.page.keyboard.press('Escape');
  await expect(words).toHaveCount(0);
  await expect(notes).toHaveText('Why two? n\n<b>One may die</b>');
  // Escape left the keyboard on the note: arrows move it, Enter writes on
  const before = (await notes.boundingBox())!;
  await app.page.keyboard.press('ArrowDown');
  await expect.poll(async () => (await notes.boundingBox())!.y).toBeGreaterThan(before.y);
  await app.page.keyboard.press('Enter');
  await app.page.keyboard.type('!');
  await app.page.keyboard.press('Tab');
  await expect(notes).toHaveText('Why two? n\n<b>One may die</b>!');
  // one stay is one step
  await app.page.keyboard.press(undo);
  await expect(notes).toHaveText('Why two? n\n<b>One may die</b>');
  const link = await app.share();
  await app.open(link.slice(link.indexOf('#')));
  await app.page.reload();
  await expect(notes).toHaveText('Why two? n\n<b>One may die</b>');
});

test('a note from the list is left again empty and leaves nothing behind', async ({ app }) => {
  await app.open('?template=balanced&paused');
  await app.page.locator('button[data-kind="note"]').click();
  await expect(app.page.getByRole('textbox', { name: 'Words of the note' })).toBeFocused();
  await app.page.keyboard.press('Escape');
  await expect(app.page.locator('[data-note-id]')).toHaveCount(0);
  await expect(app.page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
});

test('moving parts while it runs and while it stands changes no number and does not begin the run again', async ({ app }) => {
  await app.open('?template=single&paused');
  await app.setLength(120);
  await app.playPast(15);
  const [time, shown] = [await app.clock(), await app.settledMetrics()];
  await app.moveNode('web-1', { x: 24, y: 96 });
  await app.moveNode('users-1', { x: -16, y: -80 });
  expect(await app.clock()).toBe(time);
  expect(await app.settledMetrics()).toEqual(shown);
  await app.play();
  await app.moveNode('db-1', { x: -40, y: 120 });
  expect(await app.clock()).toBeGreaterThanOrEqual(time);
  await app.runToEnd();
  const moved = await app.settledMetrics();
  expect(Number(moved.offered)).toBeGreaterThan(5000);
  await app.open('?template=single&paused');
  await app.setLength(120);
  await app.runToEnd();
  expect(await app.settledMetrics()).toEqual(moved);
});

test('from afar regions are plates with the sums of their wires; a double click goes in, Escape out', async ({ app }) => {
  await app.open('?template=two-datacentres&paused&t=20');
  await expect.poll(app.clock, { timeout: 30_000 }).toBe(20);
  const plates = app.page.locator('[data-plate]');
  await app.canvas.locator('.react-flow').focus();
  await app.page.keyboard.press('Shift+Digit3');
  await expect(app.canvas).toHaveAttribute('data-level', 'world');
  await expect(plates).toHaveCount(4);
  await expect.poll(async () => Number(await plates.first().getAttribute('data-rate'))).toBeGreaterThan(0);
  await plates.first().dblclick();
  await expect(app.canvas).toHaveAttribute('data-level', 'parts');
  await expect(plates).toHaveCount(0);
  await app.page.keyboard.press('Escape');
  await app.page.keyboard.press('Escape');
  await expect(app.canvas).toHaveAttribute('data-level', 'world');
  await app.page.keyboard.press('Shift+Digit4');
  await expect(app.canvas).toHaveAttribute('data-level', 'inside');
  await expect(app.page.locator('[data-inside]').first()).toContainText('%');
  await app.page.keyboard.press('Shift+Digit1');
  await expect(app.canvas).toHaveAttribute('data-level', 'parts');
});

test('a second is one picture, by whatever way one comes to it', async ({ app }) => {
  const { page } = app;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const painted = (): Promise<string> =>
    page.locator('#canvas canvas:not([data-layer])').evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  /** Until nothing is painted any more: numbers are read off the newest interval a moment after it came. */
  const settled = async (): Promise<string> => {
    await app.settledMetrics();
    let last = '';
    await expect
      .poll(async () => {
        const before = last;
        last = await painted();
        return last === before;
      })
      .toBe(true);
    return last;
  };
  const pictures: string[] = [];
  for (const way of ['&t=6', '&speed=4', '']) {
    await app.open(`?template=balanced&paused&seed=still${way}`);
    await expect(page.locator('#timeline').getByRole('slider')).toBeVisible();
    if (way !== '&t=6') {
      await app.runTo(way === '' ? 9 : 7);
      const box = page.getByRole('textbox', { name: 'Go to a moment' });
      await box.fill('6 s');
      await box.press('Enter');
      await page.mouse.move(700, 300);
      await box.blur();
    }
    await expect.poll(app.clock).toBe(6);
    pictures.push(await settled());
  }
  // something is on it
  expect(pictures[0].length).toBeGreaterThan(2000);
  expect(pictures[1]).toBe(pictures[0]);
  expect(pictures[2]).toBe(pictures[0]);
});

test('while a run plays and parts change how they are, React Flow has nothing to do, and each part is still called what it is', async ({
  app,
}) => {
  const { page } = app;
  // its store holds `nodeLookup`; a change of it asks every part and wire what it means for them
  await page.addInitScript(() => {
    const { is } = Object;
    const work = { store: 0, lookups: 0 };
    Object.assign(globalThis, { flowWork: work });
    Object.is = (a, b) => {
      if (typeof b === 'object' && b !== null && 'nodeLookup' in b) work.store++;
      return is(a, b);
    };
    const find = Element.prototype.querySelector;
    Element.prototype.querySelector = function (this: Element, what: string) {
      if (what.includes('edgelabel')) work.lookups++;
      return find.call(this, what);
    };
  });
  await app.open('?template=retry-storm&paused&t=55');
  const part = page.locator('.react-flow__node[data-id="web-1"]');
  await expect(part).toHaveAttribute('aria-label', /healthy|busy|saturated/);
  const work = (): Promise<{ store: number; lookups: number }> =>
    page.evaluate(() => ({ ...(globalThis as unknown as { flowWork: { store: number; lookups: number } }).flowWork }));
  await app.play();
  const before = await work();
  expect(before.store).toBeGreaterThan(0);
  await expect(part).toHaveAttribute('aria-label', /hanging/);
  expect(await work()).toEqual(before);
});
