/** Building, wiring and breaking with the keyboard alone. */

import type { Page } from '@playwright/test';
import { type App, expect, test } from './app.ts';
import { keysListen } from './keysListen.ts';

const picker = (page: Page) => page.getByRole('dialog');
const options = (page: Page) => page.locator('[role="option"]');
const said = (page: Page) => page.locator('[role="status"]').filter({ hasText: /\S/ });

/** The id of the card that has the keyboard. */
const focusedCard = (page: Page): Promise<string | null> =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.id ?? null);

async function toCard(app: App, id: string): Promise<void> {
  // keys come right after the first picture
  await keysListen(app);
  await app.page.locator(`.react-flow__node[data-id="${id}"]`).focus();
  await expect.poll(() => focusedCard(app.page)).toBe(id);
}

const idOf = async (app: App, kind: string): Promise<string> =>
  (await app.page.locator(`[data-node-id][data-kind="${kind}"]`).first().getAttribute('data-node-id')) ?? '';

test('the canvas is one stop; arrows go from part to part, Enter to the settings, Esc back', async ({ app }) => {
  const { page } = app;
  await app.open('?template=balanced&paused');
  expect(await page.locator('#canvas .react-flow__node[tabindex="0"], #canvas .react-flow__edge[tabindex="0"]').count()).toBe(1);
  const first = await page.locator('#canvas .react-flow__node[tabindex="0"]').getAttribute('data-id');
  await toCard(app, first ?? '');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => focusedCard(page)).not.toBe(first);
  const second = (await focusedCard(page)) ?? '';
  await expect(app.node(second)).toHaveAttribute('data-selected', 'true');
  expect((await app.placeOf(second)).x).toBeGreaterThan((await app.placeOf(first ?? '')).x);
  await page.keyboard.press('Enter');
  await expect(app.inspector.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect.poll(() => focusedCard(page)).toBe(second);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => focusedCard(page)).toBe(first);
  // the ring is as wide as the tokens say
  expect(await page.locator(`.react-flow__node[data-id="${first}"]`).evaluate((card) => getComputedStyle(card).outlineWidth)).toBe('3px');
});

test('M moves with arrows: Enter keeps it as one step, Esc puts it back and leaves none', async ({ app }) => {
  const { page } = app;
  await app.open('?template=single&paused');
  const id = await idOf(app, 'web-server');
  await toCard(app, id);
  const undo = page.getByRole('button', { name: /^Undo/ });
  const start = await app.placeOf(id);
  await page.keyboard.press('m');
  await expect(page.getByText(/^Moving/).first()).toBeVisible();
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(async () => (await app.placeOf(id)).y).toBeGreaterThan(start.y + 20);
  await page.keyboard.press('Escape');
  await expect.poll(() => app.placeOf(id)).toEqual(start);
  await expect(undo).toBeDisabled();

  await page.keyboard.press('m');
  await expect(page.getByText(/^Moving/).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Moving/)).toHaveCount(0);
  const moved = await app.placeOf(id);
  // six steps of eight units, at the zoom of the moment
  expect(moved.y).toBeGreaterThan(start.y);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => app.placeOf(id)).toEqual(start);
  await expect(undo).toBeDisabled();
});

test('slash adds the next part, wired; C connects and says why not; X disconnects', async ({ app }) => {
  const { page } = app;
  await app.open('?template=single&paused');
  const web = await idOf(app, 'web-server');
  const wires = await app.links.count();
  await toCard(app, web);
  await page.keyboard.press('/');
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.type('cach');
  await expect(options(page).first()).toHaveAttribute('data-row', 'cache');
  await page.keyboard.press('Enter');
  await expect(app.links).toHaveCount(wires + 1);
  const cache = await idOf(app, 'cache');
  await expect.poll(() => focusedCard(page)).toBe(cache);
  await expect(
    said(page)
      .filter({ hasText: /Cache added/ })
      .first(),
  ).toBeAttached();

  await toCard(app, web);
  await page.keyboard.press('ArrowLeft');
  const users = await idOf(app, 'users');
  await expect.poll(() => focusedCard(page)).toBe(users);
  await page.keyboard.press('c');
  // users may not call a cache: listed all the same, with the reason
  const refused = page.locator(`[role="option"][data-row="${cache}"]`);
  await expect(refused).toHaveAttribute('aria-disabled', 'true');
  await expect(refused).toContainText(/cannot|can only|Users/i);
  await page.keyboard.type('cache');
  await page.keyboard.press('Enter');
  await expect(picker(page)).toBeVisible();
  await expect(app.links).toHaveCount(wires + 1);
  await page.keyboard.press('Escape');
  await expect(picker(page)).toHaveCount(0);
  await expect.poll(() => focusedCard(page)).toBe(users);

  await page.keyboard.press('x');
  await expect(options(page)).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(app.links).toHaveCount(wires);
  await page.keyboard.press('c');
  await page.keyboard.type('web');
  await page.keyboard.press('Enter');
  await expect(app.links).toHaveCount(wires + 1);
  await expect(
    said(page)
      .filter({ hasText: /^Connected Users to Web server/ })
      .first(),
  ).toBeAttached();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(app.links).toHaveCount(wires);
});

test('wires are walked with Alt and arrows, said as "1 of 2", and Enter follows one', async ({ app }) => {
  const { page } = app;
  await app.open('?template=balanced&paused');
  const lb = await idOf(app, 'load-balancer');
  await toCard(app, lb);
  await page.keyboard.press('Alt+ArrowRight');
  await expect(
    said(page)
      .filter({ hasText: /, 1 of \d/ })
      .first(),
  ).toBeAttached();
  await expect(page.locator('.react-flow__edge.selected')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedCard(page)).not.toBe(lb);
  const next = (await focusedCard(page)) ?? '';
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(
    said(page)
      .filter({ hasText: /^Load balancer to .*, 1 of \d/ })
      .first(),
  ).toBeAttached();
  await page.keyboard.press('Delete');
  await expect(page.locator('.react-flow__edge.selected')).toHaveCount(0);
  await expect.poll(() => focusedCard(page)).toBe(next);
});

test('F2 renames and comes back; plus and minus count instances; a deleted part hands the keyboard on', async ({ app }) => {
  const { page } = app;
  await app.open('?template=single&paused');
  const web = await idOf(app, 'web-server');
  await toCard(app, web);
  await page.keyboard.press('F2');
  await expect(app.inspector.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Front');
  await page.keyboard.press('Enter');
  await expect(app.node(web)).toContainText('Front');
  await expect.poll(() => focusedCard(page)).toBe(web);
  await page.keyboard.press('Shift+Equal');
  await expect(
    said(page)
      .filter({ hasText: /^Front: 2 instances/ })
      .first(),
  ).toBeAttached();
  await page.keyboard.press('Minus');
  await expect(
    said(page)
      .filter({ hasText: /^Front: 1 instance$/ })
      .first(),
  ).toBeAttached();
  await page.keyboard.press('Delete');
  await expect(app.node(web)).toHaveCount(0);
  await expect.poll(() => focusedCard(page)).not.toBeNull();
  await expect(page.getByRole('button', { name: 'Undo' }).last()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(app.node(web)).toHaveCount(1);
});

test('Esc closes a window, and the keyboard is where it was before', async ({ app }) => {
  const { page } = app;
  await app.open('?template=single&paused');
  for (const name of ['Share', 'Learn']) {
    const button = page.getByRole('button', { name }).first();
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').getByRole('heading').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(button).toBeFocused();
  }
});

test('ux 4.6 #65: letters are no shortcuts in fields, in dialogs, while letters are composed, or when turned off', async ({ app }) => {
  const { page } = app;
  await app.open('?template=single&paused');
  const web = await idOf(app, 'web-server');
  await toCard(app, web);
  await page.keyboard.press('F2');
  await page.keyboard.type('c/xmb?');
  await expect(app.inspector.getByRole('textbox', { name: 'Name' })).toHaveValue('c/xmb?');
  await expect(picker(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await toCard(app, web);
  await page.evaluate(() =>
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ㅊ', code: 'KeyC', bubbles: true, isComposing: true })),
  );
  await expect(picker(page)).toHaveCount(0);
  // the same key of a Korean keyboard that composes nothing connects
  await page.evaluate(() =>
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ㅊ', code: 'KeyC', bubbles: true })),
  );
  await expect(picker(page)).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('?');
  const letters = page.getByRole('switch', { name: /Single letters/ });
  await letters.press('Space');
  await expect(letters).toHaveAttribute('aria-checked', 'false');
  await page.keyboard.press('Escape');
  await toCard(app, web);
  await page.keyboard.press('c');
  await page.keyboard.press('/');
  await expect(picker(page)).toHaveCount(0);
  await page.reload();
  await expect(app.node(web)).toBeVisible();
  await toCard(app, web);
  await page.keyboard.press('c');
  await expect(picker(page)).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+k');
  await expect(picker(page)).toBeVisible();
});

test('ux 4.6 #65: hands that press a key very often break nothing', async ({ app }) => {
  const { page } = app;
  test.setTimeout(60_000);
  await app.open('?template=single&paused');
  const cards = page.locator('[data-node-id]');
  const parts = await cards.count();
  await toCard(app, await idOf(app, 'web-server'));
  // the browser's own repeat of a held key, at 30 a second
  const hold = (key: string, code: string, times: number) =>
    page.evaluate(
      async ([name, place, count]) => {
        for (let i = 0; i < count; i++) {
          const target = document.activeElement ?? document.body;
          target.dispatchEvent(
            new KeyboardEvent('keydown', { key: name, code: place, ctrlKey: true, repeat: i > 0, bubbles: true, cancelable: true }),
          );
          if (i % 20 === 19) await new Promise((done) => requestAnimationFrame(done));
        }
      },
      [key, code, times] as const,
    );
  await hold('d', 'KeyD', 200);
  await expect(cards).toHaveCount(parts + 200);
  await hold('z', 'KeyZ', 300);
  await expect(cards).toHaveCount(parts);
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
  await hold('y', 'KeyY', 40);
  await expect(cards).toHaveCount(parts + 40);
});

test('ux 4.6 #65: undo while text is typed belongs to the text', async ({ app }) => {
  const { page } = app;
  await app.open('?template=single&paused');
  const web = await idOf(app, 'web-server');
  await toCard(app, web);
  await page.keyboard.press('Control+ArrowDown');
  const moved = await app.placeOf(web);
  await page.keyboard.press('F2');
  await page.keyboard.type('abc');
  await page.keyboard.press('ControlOrMeta+z');
  expect(await app.placeOf(web)).toEqual(moved);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect.poll(() => focusedCard(page)).toBe(web);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(async () => (await app.placeOf(web)).y).toBeLessThan(moved.y);
});

test('twelve parts are built, wired, run and broken in four minutes with the keyboard alone', async ({ app }) => {
  test.setTimeout(120_000);
  const { page } = app;
  await app.open('?template=single&paused');
  await keysListen(app);
  // the keystroke-level model of Card, Moran and Newell: a press of an average typist, and a moment of thought before every command
  const [pressSeconds, thoughtSeconds] = [0.28, 1.35];
  let presses = 0;
  let commands = 0;
  const key = async (name: string): Promise<void> => {
    presses += name.split('+').length;
    await page.keyboard.press(name);
  };
  const type = async (text: string): Promise<void> => {
    presses += text.length;
    await page.keyboard.type(text);
  };
  /** Opens a list by a key, types until it knows, takes it. */
  const choose = async (open: string, text: string): Promise<void> => {
    commands += 1;
    await key(open);
    await expect(page.locator('[role="combobox"]:focus')).toBeVisible();
    await type(text);
    await key('Enter');
    await expect(page.locator('dialog[open]')).toHaveCount(0);
  };
  const cards = page.locator('[data-node-id]');
  const add = async (text: string, kind: string): Promise<void> => {
    const count = await cards.count();
    await choose('/', text);
    await expect(cards).toHaveCount(count + 1);
    await expect(page.locator('.react-flow__node:focus [data-node-id]')).toHaveAttribute('data-kind', kind);
  };
  const wire = async (text: string): Promise<void> => {
    const count = await app.links.count();
    await choose('c', text);
    await expect(app.links).toHaveCount(count + 1);
  };
  const go = async (text: string, id: string): Promise<void> => {
    await choose('ControlOrMeta+k', text);
    await expect.poll(() => focusedCard(page)).toBe(id);
  };

  await choose('ControlOrMeta+k', 'blank');
  await expect(cards).toHaveCount(0);
  await add('us', 'users');
  await add('dns', 'dns');
  await add('load', 'load-balancer');
  await add('web', 'web-server');
  await add('cache', 'cache');
  await go('go web', 'web-1');
  await add('data', 'database');
  await go('go web', 'web-1');
  await add('queue', 'queue');
  await add('work', 'worker');
  await wire('data');
  await go('go web', 'web-1');
  await add('obj', 'object-storage');
  await go('go web', 'web-1');
  await add('search', 'search-index');
  await go('go load', 'lb-1');
  await add('web', 'web-server');
  for (const name of ['cache', 'data', 'queue', 'obj', 'search']) await wire(name);
  await go('go users', 'users-1');
  await add('cdn', 'cdn');
  await wire('load');

  expect(await app.nodeIds()).toHaveLength(12);
  await expect(app.links).toHaveCount(18);
  await expect(page.getByRole('button', { name: /^(Problem|Warning)/ })).toHaveCount(0);
  // no card stands on another
  const boxes = await cards.evaluateAll((all) => all.map((card) => card.getBoundingClientRect().toJSON() as DOMRect));
  for (const [i, a] of boxes.entries())
    for (const b of boxes.slice(i + 1)) expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true);

  commands += 1;
  await key('p');
  await expect.poll(() => app.clock()).toBeGreaterThan(4);
  commands += 1;
  await go('go web server 2', 'web-2');
  await key('b');
  await expect(page.getByRole('menuitem', { name: /^Crash/ })).toBeVisible();
  commands += 1;
  await key('ArrowDown');
  await key('Enter');
  await expect(app.node('web-2')).toHaveAttribute('data-health', 'down');
  await expect.poll(async () => Number(await app.metric('goodput'))).toBeGreaterThan(0);

  const minutes = (presses * pressSeconds + commands * thoughtSeconds) / 60;
  test
    .info()
    .annotations.push({ type: 'keystrokes', description: `${presses} presses, ${commands} commands, ${minutes.toFixed(2)} minutes` });
  expect(minutes).toBeLessThanOrEqual(4);
});
