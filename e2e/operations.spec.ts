/** The tools of operations as somebody on call uses them: logs, board, costs, scaling, releases, and what breaks without a spare. */

import { expect, test } from './app.ts';

test('logs are counted by message and host, and a search finds the server that fails', async ({ app }) => {
  await app.open('?template=operated&paused');
  await app.runTo(20);
  await app.selectNode('web-1');
  await app.inspector.getByRole('combobox', { name: 'Which' }).selectOption({ label: 'instance 2' });
  await app.inspector.locator('[data-more-faults] summary').click();
  await app.inspector.locator('[data-fault="errors"]').click();
  await app.runTo((await app.clock()) + 15);
  await app.selectNode('logs-1');
  const rows = app.inspector.locator('[data-log-row]');
  await expect(rows.first()).toBeVisible();
  const all = await rows.count();
  await app.inspector.getByRole('switch', { name: 'Only failures' }).click();
  await expect.poll(() => rows.count()).toBeLessThan(all);
  await app.inspector.getByRole('searchbox', { name: 'Search the logs' }).fill('error web servers #2');
  await expect(rows.first()).toContainText('Web servers #2');
  await app.inspector.getByRole('searchbox', { name: 'Search the logs' }).fill('error web servers #3');
  await expect(rows).toHaveCount(0);
  await app.inspector.getByRole('searchbox', { name: 'Search the logs' }).fill('no such line');
  await expect(rows).toHaveCount(0);
});

test('a dead server shows on the board and is noticed by an alert, and every machine has its price', async ({ app }) => {
  await app.open('?template=operated&paused');
  const cost = app.inspector.locator('[data-cost]');
  const before = Number(await cost.getAttribute('data-cost'));
  await app.selectNode('cache-1');
  await app.setField('instances', 5);
  await app.selectNode('web-1');
  // nobody is told of a formula where a tool turns the wheel
  await expect(app.inspector.locator('[data-theory="steered"]')).toBeVisible();
  await app.selectNothing();
  await expect.poll(async () => Number(await cost.getAttribute('data-cost'))).toBeGreaterThan(before + 50);
  await app.runTo(20);
  await app.breakNode('web-1', 'crash', 'Instance 2');
  await app.runTo((await app.clock()) + 110);
  await app.selectNode('monitor-1');
  // the autoscaler may have added some meanwhile: one of them is missing
  const up = /(\d+)\/(\d+)/;
  await expect(app.inspector.locator('[data-tier="Web servers"]')).toContainText(up);
  const [, there = '', all = ''] = up.exec(await app.inspector.locator('[data-tier="Web servers"]').innerText()) ?? [];
  expect(Number(all) - Number(there)).toBe(1);
  const incident = app.inspector.locator('[data-incident="crash"]');
  await expect(incident).toHaveAttribute('data-detected-after', /^\d/);
  // asked every 15 s, given 10 s, judged every 15 s, and true for a minute
  const after = Number(await incident.getAttribute('data-detected-after'));
  expect(after).toBeGreaterThanOrEqual(60);
  expect(after).toBeLessThanOrEqual(101);
  await app.inspector.getByRole('tab', { name: 'Hosts' }).click();
  await expect(app.inspector.locator('[data-host="Web servers #2"]')).toContainText('down');
  await app.inspector.getByRole('tab', { name: 'Business' }).click();
  await expect(app.inspector.locator('[data-business-orders]')).toBeVisible();

  await app.selectNothing();
  await expect.poll(async () => Number(await cost.getAttribute('data-cost-per-million'))).toBeGreaterThan(0);
});

test('an autoscaler adds servers under a rise, late as it is', async ({ app }) => {
  await app.open('?template=autoscaled&paused');
  await app.runTo(100);
  await app.selectNode('scaler-1');
  expect(await app.ownMetric('desired')).toBe('2');
  await app.runTo(200);
  expect(Number(await app.metric('failed'))).toBeGreaterThan(1000);
  await app.runTo(460);
  expect(Number(await app.ownMetric('running'))).toBeGreaterThanOrEqual(4);
});

test('a bad release reaches the canaries alone, is found out and taken back', async ({ app }) => {
  await app.open('?template=canary&paused');
  await app.selectNode('deploy-1');
  // released at 120 s, in service 30 s later, taken back at 330 s: seen as it passes, however late a busy machine stops
  await app.runTo(100);
  await app.play();
  await expect.poll(() => app.ownMetric('newShare'), { intervals: [50], timeout: 60_000 }).toBe('5%');
  expect(await app.ownMetric('releases')).toBe('1');
  await app.pause();
  await app.runTo(420);
  expect(await app.ownMetric('rollbacks')).toBe('1');
  expect(await app.ownMetric('newShare')).toBe('0%');
  const failed = Number(await app.metric('failed')) / Number(await app.metric('offered'));
  expect(failed).toBeGreaterThan(0);
  expect(failed).toBeLessThan(0.05);
  // by hand, at once
  await app.inspector.locator('[data-more-faults] summary').click();
  await app.inspector.locator('[data-fault="release"]').click();
  await app.runTo((await app.clock()) + 5);
  expect(await app.ownMetric('releases')).toBe('2');
});
