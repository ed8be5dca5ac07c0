/** Faults beside crash, hang and slow: of wires, regions and people, live and on the timeline, open and concealed. */

import { expect, test } from './app.ts';

test('a breaker opens on a dead database, and the wire says so', async ({ app }) => {
  await app.open('?template=balanced&paused');
  await app.selectWire('Web servers to Database');
  await app.setField('retries', 2);
  await app.inspector.locator('[data-field="breaker"]').evaluate((row) => row.closest('details')?.setAttribute('open', ''));
  await app.inspector.getByRole('switch', { name: 'Circuit breaker' }).click();
  await app.setField('breakerCalls', 20);
  await app.runTo(10);
  const now = (name: string) => app.inspector.locator(`[data-wire-metric="${name}"]`).getAttribute('data-value');
  await expect.poll(async () => Number(await now('attempts'))).toBeGreaterThan(0);
  expect([await now('breakersOpen'), await now('turnedAway')]).toEqual(['0', '0']);
  await app.breakNode('db-1', 'crash');
  await app.runTo((await app.clock()) + 15);
  await app.selectWire('Web servers to Database');
  expect(Number(await now('breakersOpen'))).toBe(2);
  expect(Number(await now('turnedAway'))).toBeGreaterThan(10);
});

test('a wire can be cut for a while, and heals by itself', async ({ app }) => {
  await app.open('?template=balanced&paused');
  await app.runTo(10);
  expect(await app.metric('failed')).toBe('0');
  await app.selectWire('Load balancer to Web servers');
  await app.inspector.getByRole('combobox', { name: 'Fault' }).selectOption('partition');
  const lasts = app.inspector.getByRole('textbox', { name: 'Ends after' });
  await lasts.fill('10');
  await lasts.press('Enter');
  await app.inspector.locator('[data-fault="partition"]').click();
  const struck = await app.clock();
  await app.runTo(struck + 25);
  const failed = Number(await app.metric('failed'));
  expect(failed).toBeGreaterThan(1000);
  await app.runTo(struck + 50);
  const later = Number(await app.metric('failed'));
  await app.runTo(struck + 80);
  expect(Number(await app.metric('failed'))).toBe(later);
});

test('a whole region is lost at one press', async ({ app }) => {
  await app.open('?template=far-users&paused');
  await app.runTo(10);
  await app.page.locator('[data-group-id="dc-2"] .regionHandle').last().click();
  await app.inspector.locator('[data-fault="crash"]').click();
  await app.runTo((await app.clock()) + 5);
  for (const id of ['lb-1', 'web-1', 'db-1']) await expect(app.node(id)).toHaveAttribute('data-health', 'down');
  await app.inspector.locator('[data-fault="recover"]').click();
  await app.runTo((await app.clock()) + 5);
  await expect(app.node('web-1')).not.toHaveAttribute('data-health', 'down');
});

test('a concealed fault of the timeline gives itself away only by what it does', async ({ app }) => {
  await app.open('?template=balanced&paused');
  const form = app.inspector;
  await form.getByRole('combobox', { name: 'Part' }).selectOption({ label: 'Web servers' });
  await form.getByRole('combobox', { name: 'What' }).selectOption('crash');
  const at = form.getByRole('textbox', { name: 'At', exact: true });
  await at.fill('10');
  await at.press('Enter');
  await form.getByRole('switch', { name: 'Conceal it until it is revealed' }).click();
  await form.getByRole('button', { name: 'Add an event' }).click();
  await expect(form).toContainText('One concealed event');
  await app.runTo(30);
  expect(Number(await app.metric('failed'))).toBeGreaterThan(1000);
  await expect(app.node('web-1')).not.toHaveAttribute('data-health', 'down');
  await expect(form).not.toContainText('Crash of Web servers');
  await form.getByRole('button', { name: 'Reveal' }).click();
  await expect(form).not.toContainText('One concealed event');
});

test('a flash crowd planned by the timeline comes and goes', async ({ app }) => {
  await app.open('?template=balanced&paused');
  const form = app.inspector;
  await form.getByRole('combobox', { name: 'Part' }).selectOption({ label: 'Users' });
  await form.getByRole('combobox', { name: 'What' }).selectOption('crowd');
  for (const [name, value] of [
    ['At', 10],
    ['How much', 2],
    ['Ends after', 10],
  ] as const) {
    const box = form.getByRole('textbox', { name, exact: true });
    await box.fill(String(value));
    await box.press('Enter');
  }
  await form.getByRole('button', { name: 'Add an event' }).click();
  await app.runTo(40);
  // 400 a second, and twice as many for ten seconds: 20,000 by the 40th second, give or take what comes by chance
  const clock = await app.clock();
  const offered = Number(await app.metric('offered'));
  expect(Math.abs(offered / (400 * (Math.floor(clock) + 10)) - 1)).toBeLessThan(0.04);
});

test('the menu of a database takes its primary alone, and another takes its place', async ({ app }) => {
  const { page } = app;
  await app.open('?template=chapter&paused');
  await app.node('web-1').click({ position: { x: 60, y: 12 } });
  await page.getByRole('button', { name: 'Break Web servers' }).click();
  await expect(page.getByRole('menuitem', { name: 'Crash the primary only' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await app.runTo(3);
  await app.node('db-1').click({ position: { x: 60, y: 12 } });
  await page.getByRole('button', { name: 'Break Database' }).click();
  await page.getByRole('menuitem', { name: 'Crash the primary only' }).click();
  await app.runTo((await app.clock()) + 3);
  await expect(page.getByRole('toolbar', { name: 'Events' }).getByRole('button', { name: /Database #1 crashed/ })).toBeVisible();
  await expect(app.node('db-1')).not.toHaveAttribute('data-health', 'down');
  await app.runTo((await app.clock()) + 60);
  await page.getByRole('button', { name: 'Break Database' }).click();
  await page.getByRole('menuitem', { name: 'Crash the primary only' }).click();
  await app.runTo((await app.clock()) + 3);
  await expect(page.getByRole('toolbar', { name: 'Events' }).getByRole('button', { name: /Database #[23] crashed/ })).toBeVisible();
});
