/** Theory beside simulation: a part that is a textbook model shows the formula's value and the measured one; another says why not. */

import { expect, test } from './app.ts';

test('one server is M/M/1, and a run agrees with it', async ({ app }) => {
  await app.open('?template=single&paused');
  await app.blank();
  const users = await app.addPart('users');
  const web = await app.addPart('web-server');
  await app.wire(users, web);
  await app.selectNothing();
  await app.setField('staticShare', 0);
  await app.setField('writeShare', 0);
  await app.selectNode(users);
  await app.setField('ratePerSecond', 50);
  await app.selectNode(web);
  await app.setField('vcpu', 1);
  await app.setField('cpuDynamicMs', 10);
  await app.setField('service', 'exponential');

  const theory = app.inspector.locator('[data-theory]');
  const row = (metric: string) => theory.locator(`[data-theory-metric="${metric}"]`);
  await expect(theory).toHaveAttribute('data-theory', 'markov');
  await expect(app.inspector.getByText('M/M/1', { exact: true })).toBeVisible();
  expect(Number(await row('response').getAttribute('data-theory-value'))).toBeCloseTo(0.02, 9);
  await expect(row('response')).toContainText('–');

  await app.runToEnd();
  for (const metric of ['utilization', 'waiting', 'response', 'inside']) {
    await expect(row(metric)).toHaveAttribute('data-agrees', 'true');
    await expect(row(metric).getByRole('img')).toBeVisible();
  }
  await expect(row('response')).toContainText(/20\sms.*±/);
  await theory.getByText('Why these numbers').click();
  await expect(theory.getByText('Erlang C', { exact: true })).toBeVisible();

  // Users see the whole way, percentiles only where the wire takes always the same time: this one does not.
  await app.selectNode(users);
  await expect(theory).toHaveAttribute('data-theory', 'network');
  await expect(row('response')).toHaveAttribute('data-agrees', 'true');
  await expect(row('p99')).toHaveCount(0);
});

test('a part without a formula says why in one line, and too much work is told before the run', async ({ app }) => {
  await app.open('?template=single&paused');
  const [, web = ''] = await app.nodeIds();
  await app.selectNode(web);
  const theory = app.inspector.locator('[data-theory]');
  await expect(theory).toHaveAttribute('data-theory', 'mixed-times');
  await expect(theory.locator('[data-theory-metric]')).toHaveCount(1);
  await app.setField('cpuDynamicMs', 60);
  await expect(theory.getByRole('note')).toContainText('times as much work arrives as can be done');
});
