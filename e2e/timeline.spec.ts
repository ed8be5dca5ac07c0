/** Going along the run's line of time: to its events, by dragging, by name; what is given up stays as a ghost; what is pointed at is shown. */

import { type App, expect, test } from './app.ts';
import { showCharts } from './showCharts.ts';

const rail = ({ page }: App) => page.locator('#timeline').getByRole('slider', { name: 'Timeline' });
const moment = ({ page }: App) => page.getByTestId('moment');

/** Where a moment is on the screen: the ends of the line are told to screen readers. */
async function placeOf(app: App, time: number): Promise<{ x: number; y: number }> {
  const [from, to] = await Promise.all(['aria-valuemin', 'aria-valuemax'].map(async (name) => Number(await rail(app).getAttribute(name))));
  const box = (await rail(app).boundingBox())!;
  return { x: box.x + (box.width * (time - from)) / (to - from), y: box.y + 6 };
}

async function goTo(app: App, text: string): Promise<void> {
  const box = app.page.getByRole('textbox', { name: 'Go to a moment' });
  await box.fill(text);
  await box.press('Enter');
}

/** A run of some seconds in which a web server dies at a known moment. */
async function withCrash(app: App): Promise<{ web: string; crashed: number }> {
  await app.open('?template=balanced&paused');
  await expect(rail(app)).toBeVisible();
  await showCharts(app.page);
  const web = (await app.nodeIds()).find((id) => id.startsWith('web')) ?? '';
  await app.runTo(4);
  const crashed = await app.clock();
  await app.breakNode(web, 'crash');
  await app.runTo(crashed + 6);
  return { web, crashed };
}

test('events stand on the line; a press, a key, a name and a drag go to a moment, and many ways there show the same bytes', async ({
  app,
}) => {
  const { crashed } = await withCrash(app);
  const events = app.page.getByRole('toolbar', { name: 'Events' });
  const until = await app.clock();
  const whole = await app.settledMetrics();
  await events.getByRole('button', { name: /crashed/ }).click();
  await expect.poll(app.clock).toBeCloseTo(crashed, 1);
  await goTo(app, '0:02');
  await expect.poll(app.clock).toBe(2);
  const second = await app.settledMetrics();
  await rail(app).press('ArrowRight');
  await expect.poll(app.clock).toBe(3);
  await rail(app).press('Shift+ArrowRight');
  await expect.poll(app.clock).toBeCloseTo(crashed, 1);
  await rail(app).press('Home');
  await expect.poll(app.clock).toBe(0);
  await rail(app).press('End');
  await expect.poll(app.clock).toBeCloseTo(until, 1);
  // to and fro, wherever the hand goes
  const from = await placeOf(app, until);
  await app.page.mouse.move(from.x, from.y);
  await app.page.mouse.down();
  for (const share of [0.1, 0.7, 0.35, 0.02, 0.5, 0.22]) {
    const to = await placeOf(app, until * share);
    await app.page.mouse.move(to.x, to.y, { steps: 4 });
  }
  await app.page.mouse.up();
  await goTo(app, '2 s');
  await expect.poll(app.clock).toBe(2);
  expect(await app.settledMetrics()).toEqual(second);
  await rail(app).press('End');
  await expect.poll(app.clock).toBeCloseTo(until, 1);
  expect(await app.settledMetrics()).toEqual(whole);
  await goTo(app, 'soon');
  await expect(app.page.getByText('“soon” is no moment of this run').last()).toBeVisible();
});

/** Between the press of Enter and the clock that says the moment, ms, as the page itself sees it. */
async function seekMs(app: App, seconds: number): Promise<number> {
  const box = app.page.getByRole('textbox', { name: 'Go to a moment' });
  await box.fill(`${seconds} s`);
  const arrived = app.page.evaluate((wanted) => {
    const clock = document.querySelector('[data-testid="clock"]')!;
    const isThere = () => clock.textContent?.trim().startsWith(wanted);
    return new Promise<number>((done) => {
      let pressed = 0;
      const look = () => {
        if (pressed === 0 || !isThere()) return;
        observer.disconnect();
        done(performance.now() - pressed);
      };
      const observer = new MutationObserver(look);
      observer.observe(clock, { childList: true, characterData: true, subtree: true });
      const onKey = ({ key }: KeyboardEvent) => {
        if (key !== 'Enter') return;
        pressed = performance.now();
        removeEventListener('keydown', onKey, true);
        setTimeout(look, 0);
      };
      addEventListener('keydown', onKey, true);
    });
  }, `0:0${seconds}.0`);
  await box.press('Enter');
  return arrived;
}

test('after twenty seeks by line, key and name, and slowed down where trouble began, the run is the same to the last digit', async ({
  app,
}) => {
  await withCrash(app);
  const until = await app.clock();
  const fingerprint = async (): Promise<string> => {
    await app.page
      .getByRole('banner')
      .getByRole('button', { name: /^Share/ })
      .click();
    const hash = await app.metric('fingerprint', app.dialog);
    await app.closeDialog();
    return hash;
  };
  const whole = await app.settledMetrics();
  const hash = await fingerprint();
  // any numbers that are not round and always the same
  let luck = 7;
  const next = (most: number): number => {
    luck = (luck * 16_807) % 2_147_483_647;
    return luck % most;
  };
  const keys = ['ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'Shift+ArrowLeft', 'Shift+ArrowRight'];
  const took: number[] = [];
  for (let i = 0; i < 20; i++) {
    if (i % 3 === 0) await rail(app).press(keys[next(keys.length)]);
    else if (i % 3 === 1) took.push(await seekMs(app, 1 + next(9)));
    else {
      const { x, y } = await placeOf(app, (until * next(1000)) / 1000);
      await app.page.mouse.click(x, y);
    }
  }
  await app.page.mouse.move(700, 300);
  await rail(app).press('End');
  await expect.poll(app.clock).toBeCloseTo(until, 1);
  expect(await app.settledMetrics()).toEqual(whole);
  expect(await fingerprint()).toBe(hash);
  const median = took.sort((a, b) => a - b)[took.length >> 1];
  test.info().annotations.push({ type: 'seek, median ms', description: median.toFixed(0) });
  // 150 ms on a machine that does nothing else (docs/performance.md); this one is shared
  expect(median).toBeLessThan(1000);
});

test('what is pointed at is shown on the canvas, in every chart and on the line, and leaving it shows now', async ({ app }) => {
  const { web, crashed } = await withCrash(app);
  const served = app.page.locator('[data-chart="requests"] [data-line="served"] b');
  const card = app.node(web);
  await expect(card).toHaveAttribute('data-health', 'down');
  const now = await served.textContent();
  const before = await placeOf(app, crashed - 1.5);
  await app.page.mouse.move(before.x, before.y);
  await expect(moment(app)).toHaveText(/^Showing 0:\d\d$/);
  await expect(card).not.toHaveAttribute('data-health', 'down');
  await expect(app.page.locator('[data-chart="requests"] figcaption')).toContainText(/0:\d\d to 0:\d\d/);
  const after = await placeOf(app, crashed + 2.5);
  await app.page.mouse.move(after.x, after.y);
  await expect(card).toHaveAttribute('data-health', 'down');
  await app.page.mouse.move(700, 300);
  await expect(moment(app)).toBeHidden();
  await expect(served).toHaveText(now ?? '');
  // by keyboard, on a chart; Enter takes the run there
  const plot = app.page.locator('[data-chart="latency"] [role="img"]');
  await plot.focus();
  await plot.press('Home');
  await expect(moment(app)).toHaveText('Showing 0:00');
  await plot.press('ArrowRight');
  await expect(moment(app)).toHaveText('Showing 0:01');
  await expect(card).not.toHaveAttribute('data-health', 'down');
  await plot.press('Enter');
  await expect.poll(app.clock).toBe(1.5);
});

test('who goes somewhere by key or name sees that moment, until the mouse that rests on the line or a chart moves again', async ({
  app,
}) => {
  await withCrash(app);
  const until = await app.clock();
  const place = await placeOf(app, 1.5);
  const plot = (await app.page.locator('[data-chart="latency"] [role="img"]').boundingBox())!;
  const rests = [place, { x: plot.x + plot.width * 0.6, y: plot.y + plot.height / 2 }];
  for (const { x, y } of rests) {
    await app.page.mouse.move(x - 4, y);
    await app.page.mouse.move(x, y);
    await expect(moment(app)).toBeVisible();
    await rail(app).press('Home');
    await expect(moment(app)).toBeHidden();
    await expect.poll(app.clock).toBe(0);
    await rail(app).press('End');
    await expect.poll(app.clock).toBeCloseTo(until, 1);
    await goTo(app, '3 s');
    await expect.poll(app.clock).toBe(3);
    const shown = await app.settledMetrics();
    await expect(moment(app)).toBeHidden();
    await app.page.mouse.move(x - 4, y);
    await expect(moment(app)).toBeVisible();
    await app.page.mouse.move(700, 300);
    expect(await app.settledMetrics()).toEqual(shown);
  }
});

test('while it plays a moment can be looked at, and the run goes on behind', async ({ app }) => {
  await app.open('?template=balanced&speed=1');
  await expect.poll(app.clock, { timeout: 30_000 }).toBeGreaterThan(3);
  const at = await placeOf(app, 1.5);
  await app.page.mouse.move(at.x, at.y);
  await expect(moment(app)).toHaveText('Showing 0:01');
  const then = await app.clock();
  await expect.poll(app.clock).toBeGreaterThan(then + 1);
  await expect(moment(app)).toHaveText('Showing 0:01');
});

test('something done at an earlier moment starts another future; the old one stays as a ghost', async ({ app }) => {
  const { web } = await withCrash(app);
  await goTo(app, '0:02');
  await expect(app.page.getByTestId('rewound')).toContainText('Back at 0:02.0');
  await expect(app.page.locator('[data-line="ghost"]').first()).toContainText('ahead');
  await app.selectNode(web);
  await app.setField('cpuDynamicMs', 4);
  await expect(app.page.getByText('Another future since 0:02.0').last()).toBeVisible();
  await expect(app.page.getByTestId('rewound')).toHaveCount(0);
  await app.runTo(6);
  expect(await app.metric('failed')).toBe('0');
  for (const chart of ['requests', 'latency', 'errors', 'load'])
    await expect(app.page.locator(`[data-chart="${chart}"] [data-line="ghost"]`)).toContainText('last');
  await app.page.getByRole('button', { name: 'last run' }).click();
  await expect(app.page.locator('[data-line="ghost"]')).toHaveCount(0);
});

test('the ghost of the last run is there after a restart, an edit and a new seed, at the same moments', async ({ app }) => {
  const { crashed } = await withCrash(app);
  for (const key of ['r', 'n']) {
    await app.page.keyboard.press('Escape');
    await app.page.keyboard.press(key);
    await app.runTo(3);
    const ghost = app.page.locator('[data-chart="requests"] [data-line="ghost"]');
    await expect(ghost).toContainText('last');
    await app.page.locator('[data-chart="requests"] [role="img"]').focus();
    await app.page.keyboard.press('Home');
    await expect(ghost.locator('b')).toHaveText(/\/s$/);
    await app.page.keyboard.press('Escape');
  }
  expect(crashed).toBeGreaterThan(3);
});

test('pins have names, stand on the line and outlive a restart', async ({ app }) => {
  await withCrash(app);
  await goTo(app, '0:03');
  await expect.poll(app.clock).toBe(3);
  await app.page.locator('#timeline').getByRole('button', { name: 'Pins' }).click();
  const pane = app.page.getByRole('dialog', { name: 'Pins' });
  await pane.getByRole('button', { name: 'Pin 0:03.0' }).click();
  await pane.getByRole('textbox').fill('before it broke');
  await pane.getByRole('textbox').press('Enter');
  await app.page.keyboard.press('Escape');
  await app.page
    .locator('#run')
    .getByRole('button', { name: /^Restart, same/ })
    .click();
  await expect.poll(app.clock).toBeLessThan(3);
  await app.page
    .getByRole('toolbar', { name: 'Events' })
    .getByRole('button', { name: /before it broke/ })
    .click();
  await expect.poll(app.clock).toBe(3);
});

test('ux 4.6 #59: a hidden tab keeps its place, says so, and goes on without a jump', async ({ app }) => {
  await app.open('?template=balanced&speed=1');
  await expect(rail(app)).toBeVisible();
  await expect.poll(app.clock, { timeout: 30_000 }).toBeGreaterThan(1);
  const hide = (hidden: boolean) =>
    app.page.evaluate((is) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => is });
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (is ? 'hidden' : 'visible') });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await hide(true);
  await expect.poll(app.status).toBe('paused');
  const stood = await app.clock();
  await app.page.waitForTimeout(4000);
  expect(await app.clock()).toBe(stood);
  const shownAt = Date.now();
  await hide(false);
  await expect(app.page.getByText(/^Paused at 0:0\d\.\d while this tab was hidden/).last()).toBeVisible();
  const back = await app.clock();
  // it plays again since then, once as fast as the clock on the wall, and the four seconds in the dark are not made up for
  expect(back - stood).toBeLessThan((Date.now() - shownAt) / 1000 + 1);
  await expect.poll(app.clock).toBeGreaterThan(stood);
  await expect.poll(app.status).toBe('playing');
});

test('every run is a row of the notebook: how it differed, how it went, with a note; it opens again to the same numbers', async ({
  app,
}) => {
  const { crashed } = await withCrash(app);
  await app.page.keyboard.press('Escape');
  await app.page
    .locator('#run')
    .getByRole('button', { name: /^Restart, same/ })
    .click();
  await app.runTo(3);
  await app.page.locator('#timeline').getByRole('button', { name: 'Notebook of runs' }).click();
  const first = app.dialog.locator('[data-run="1"]');
  await expect(app.dialog.locator('[data-run]')).toHaveCount(2);
  await expect(app.dialog.locator('[data-run="2"]')).toContainText('without 1 act');
  const failed = (await first.locator('td').nth(5).textContent()) ?? '';
  expect(Number(failed.replaceAll(',', ''))).toBeGreaterThan(0);
  await first.locator('[data-why="kept-p99"]').click();
  await expect(app.page.locator('[data-explains="kept-p99"]')).toContainText('histogram');
  await app.page.keyboard.press('Escape');
  await first.getByRole('textbox').fill('one server less');
  await first.getByRole('textbox').press('Enter');
  await first.getByRole('button', { name: 'Keep run 1' }).click();
  await first.getByRole('button', { name: 'Compare run 1 with the one watched now' }).click();
  await expect(app.dialog.getByRole('heading', { name: 'Compare two designs' })).toBeVisible();
  await app.closeDialog();
  await app.page.locator('#timeline').getByRole('button', { name: 'Notebook of runs' }).click();
  const link = first.getByRole('link', { name: 'Open run 1 again' });
  await expect(link).toHaveAttribute('href', /#a1\./);
  await link.click();
  await expect(app.dialog).toHaveCount(0);
  // what was done while it ran is planned now, and happens at the very same moment
  await app.runTo(crashed + 1);
  expect(Number(await app.metric('failed'))).toBeGreaterThan(0);
  await expect(app.page.getByRole('toolbar', { name: 'Events' }).getByRole('button', { name: /crashed/ })).toBeVisible();
});
