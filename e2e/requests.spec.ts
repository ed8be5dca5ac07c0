import { expect, test } from './app.ts';

test.describe('single requests', () => {
  test('the slowest is followed: its stretches add up to its time, parts and steps are pointed at, words and bars say the same', async ({
    app,
  }) => {
    const { page } = app;
    await app.open('?template=balanced&paused');
    await app.runTo(12);
    const stands = await app.clock();
    const pane = await app.openRequests();
    await pane.locator('[data-request]').first().click();
    const story = pane.locator('[data-story]');
    await expect(story).toBeVisible();
    const took = Number(await story.getAttribute('data-took'));
    const seconds = await pane
      .locator('[data-seconds]')
      .evaluateAll((each) => each.map((part) => Number((part as HTMLElement).dataset.seconds)));
    expect(seconds.length).toBeGreaterThan(1);
    expect(seconds.reduce((sum, each) => sum + each, 0)).toBeCloseTo(took, 9);
    expect(took).toBeGreaterThan(0);
    await pane.locator('[data-why="request-spent"]').first().click();
    const why = page.locator('[data-explains="request-spent"]');
    expect(Number(await why.locator('[data-input="took"]').getAttribute('data-value'))).toBe(took);
    await page.keyboard.press('Escape');
    // the run that is watched has not moved
    expect(await app.clock()).toBe(stands);

    const calls = pane.getByRole('treeitem');
    const web = calls.filter({ hasText: 'Web servers' }).first();
    await web.click();
    await expect(page.locator('[data-node-id="web-1"]')).toHaveAttribute('data-selected', 'true');
    await expect(web).toContainText('worked on');
    // a bar's number says what it is made of, and the keys of the tree are not its own
    const part = web.locator('[data-why="request-part"]').first();
    await part.press('Enter');
    const whyPart = page.locator('[data-explains="request-part"]');
    await expect(whyPart).toBeVisible();
    const [spent, whole] = await whyPart
      .locator('[data-input]')
      .evaluateAll((each) => each.map((input) => Number((input as HTMLElement).dataset.value)));
    expect(spent).toBeGreaterThan(0);
    expect(spent).toBeLessThanOrEqual(whole);
    await page.keyboard.press('Escape');
    await expect(part).toBeFocused();
    await web.press('ArrowDown');
    await expect(calls.nth(2)).toBeFocused();

    const steps = pane.getByRole('group', { name: 'Step through' });
    await steps.getByRole('button', { name: 'Next event' }).click();
    await expect(steps).toContainText('A user means to send it');
    await steps.getByRole('button', { name: 'Next event' }).click();
    await expect(steps).toContainText('sets out');

    await pane.getByRole('button', { name: 'As a table' }).click();
    await expect(pane.getByRole('row')).toHaveCount(1 + (await storyRows(pane)));
    const saved = page.waitForEvent('download');
    await pane.getByRole('button', { name: 'Save as CSV' }).click();
    expect((await saved).suggestedFilename()).toMatch(/^request-[0-9A-Z]+\.csv$/);
  });

  test('a leap to another moment leaves no dot of the one before on the canvas', async ({ app }) => {
    await app.open('?template=first-visit&paused');
    // on a busy machine all of them may have arrived by the time it stands
    const standWithDots = async (): Promise<boolean> => {
      await app.playPast((await app.clock()) + 1);
      return app.pressDot();
    };
    await expect.poll(standWithDots, { timeout: 60_000 }).toBe(true);
    // the pane of requests, which the dot may have opened, has the place of the figures
    const goTo = app.page.getByRole('textbox', { name: 'Go to a moment' });
    await goTo.fill('20 s');
    await goTo.press('Enter');
    await expect.poll(app.clock, { timeout: 30_000 }).toBe(20);
    expect(await app.pressDot()).toBe(false);
  });

  test('a dot on the canvas is pressed and opens its request; while dots move, a button offers it', async ({ app }) => {
    const { page } = app;
    await app.open('?template=first-visit&paused');
    await app.play();
    await expect.poll(() => app.clock()).toBeGreaterThan(2);
    const offered = page.locator('#canvas button[data-request]');
    await expect.poll(async () => ((await app.pressDot()) ? offered.count() : 0), { timeout: 30_000 }).toBe(1);
    await expect(app.requests).toBeHidden();
    await app.pause();
    await expect.poll(() => app.pressDot()).toBe(true);
    const story = app.requests.locator('[data-story]');
    await expect(story).toContainText('Request');
    await app.requests.getByRole('button', { name: 'Close requests' }).click();
    await expect(app.requests).toBeHidden();
  });

  test('a wire of a run that stands can be pressed between its dots: the charts stay, and the nearest dot is offered', async ({ app }) => {
    await app.open('?template=balanced&paused');
    // dots come with playing
    await app.playPast(10);
    const offered = app.page.locator('#canvas button[data-request]');
    for (const share of [0.25, 0.35, 0.45, 0.55, 0.65, 0.75]) await app.selectWire('Load balancer to Web servers', share);
    await expect(offered).toHaveCount(1);
    await expect(app.requests).toBeHidden();
    expect(await app.metric('failed')).toBe('0');
    await offered.click();
    await expect(app.requests.locator('[data-story]')).toContainText('Request');
  });

  test('the slowest hundredth is blamed, and a remedy is played in many worlds before it is done', async ({ app }) => {
    await app.open('?template=first-visit&paused');
    await app.runTo(30);
    const pane = await app.openRequests();
    await pane.getByRole('tab', { name: 'The slowest 1%' }).click();
    await pane.getByRole('button', { name: 'Find what slows them' }).click();
    const rows = pane.locator('[data-blame] tbody tr');
    await expect(rows.first()).toBeVisible();
    const shares = await rows.evaluateAll((each) => each.map((row) => Number((row as HTMLElement).dataset.share)));
    expect(shares.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 9);
    await expect(pane).toContainText('longer');
    await rows.first().locator('[data-why="blame-share"]').first().click();
    const whyShare = app.page.locator('[data-explains="blame-share"]');
    await expect(whyShare).toBeVisible();
    const [onIt, ofAll] = await whyShare
      .locator('[data-input]')
      .evaluateAll((each) => each.map((input) => Number((input as HTMLElement).dataset.value)));
    expect(onIt / ofAll).toBeCloseTo(shares[0], 9);
    await app.page.keyboard.press('Escape');
    const remedy = pane.locator('[data-remedy]');
    await remedy.getByRole('button', { name: /Test it in/ }).click();
    await expect(remedy).toHaveAttribute('data-remedy', 'playing');
    await expect(remedy.locator('[data-verdict]')).toHaveText(/p99 .+ → .+, better in \d+ of \d+ worlds/);
    await remedy.getByRole('button', { name: 'Cancel' }).click();
    await expect(remedy).toHaveAttribute('data-remedy', 'stopped');
    await remedy.getByRole('button', { name: 'Do it' }).click();
    await expect(app.runBar.page().getByRole('button', { name: 'Undo' }).first()).toBeEnabled();
  });
});

const storyRows = async (pane: import('@playwright/test').Locator): Promise<number> => pane.locator('tbody tr').count();
