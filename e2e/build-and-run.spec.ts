/** From nothing to a running architecture, and changing it while it runs. */

import { expect, test } from './app.ts';

test('build a small site, run it, change it while it runs', async ({ app }) => {
  await app.open('?template=single&paused');
  await app.blank();

  const users = await app.addPart('users');
  const balancer = await app.addPart('load-balancer');
  const web = await app.addPart('web-server');
  const database = await app.dragPart('database', { x: 0.8, y: 0.7 });
  await app.wire(users, balancer);
  await app.wireByClicks(balancer, web);
  await app.wire(web, database);
  await expect(app.links).toHaveCount(3);

  await app.selectNode(users);
  await app.setField('ratePerSecond', 200);
  await app.playPast(20);
  const offered = Number(await app.metric('offered'));
  expect(offered).toBeGreaterThan(3000);
  expect(await app.metric('conservation')).toBe('1');

  // A parameter changes the run that goes on; it does not begin again.
  const before = await app.clock();
  await app.selectNode(web);
  await app.setField('threads', 1);
  await app.playPast(before + 20);
  expect(await app.clock()).toBeGreaterThan(before);
  expect(Number(await app.metric('offered'))).toBeGreaterThan(offered);
  expect(await app.metric('conservation')).toBe('1');

  const words = await app.page.locator('body').innerText();
  expect(words).not.toMatch(/NaN|Infinity|undefined|\[object|−0(?![.\d])/);
});

test('a wire that makes no sense is refused, and a missing one is told', async ({ app }) => {
  await app.open('?template=single&paused');
  await app.blank();
  const users = await app.addPart('users');
  const database = await app.addPart('database');
  await app.wire(users, database);
  await expect(app.links).toHaveCount(0);
  await expect(app.page.getByTestId('story')).not.toBeEmpty();
  await expect(app.runBar.getByRole('button', { name: 'Play', exact: true })).toBeDisabled();
});

test('the first visit opens a living example', async ({ app }) => {
  await app.open();
  await expect(app.page.locator('[data-node-id]').first()).toBeVisible();
  await expect(app.page.getByTestId('run-status')).toHaveAttribute('data-status', 'playing');
  await expect.poll(app.clock).toBeGreaterThan(0.5);
});

test('speed, pauses and moved parts change no number', async ({ app }) => {
  await app.open('?template=balanced&paused');
  await app.setLength(120);
  await app.runToEnd();
  const straight = await app.settledMetrics();
  expect(Number(straight.offered)).toBeGreaterThan(10_000);

  // slow first: at full speed the restarted run would be over before anything could be done to it
  await app.runBar.getByRole('slider', { name: 'Speed' }).press('Home');
  await app.runBar.getByRole('button', { name: 'Restart, same seed' }).click();
  await app.playPast(20);
  const [id = ''] = await app.nodeIds();
  await app.moveNode(id, { x: 48, y: 48 });
  await app.runBar.getByRole('button', { name: 'One second on' }).click();
  await app.playPast(60);
  await app.runToEnd();
  expect(await app.settledMetrics()).toEqual(straight);
});

test('a finished run begins again with a new seed, and other numbers', async ({ app }) => {
  await app.open('?template=single&paused');
  await app.setLength(60);
  await app.runToEnd();
  const { offered } = await app.metrics();
  await app.runBar.getByRole('button', { name: 'Restart, new seed' }).click();
  await expect.poll(() => app.metric('offered')).not.toBe(offered);
  await app.runToEnd();
  expect((await app.metrics()).offered).not.toBe(offered);
});
