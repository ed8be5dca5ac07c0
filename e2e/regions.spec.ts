/** Data centres: where people go when one fails, and what databases of two of them tell each other. */

import { type App, expect, test } from './app.ts';

/** Of the table beside the map: the share of one region's people that goes to another, 0 where nobody does. */
async function shareGoing(app: App, from: string, to: string): Promise<number> {
  const row = app.inspector.locator(`[data-flow="${from} ${to}"] td`).last();
  return (await row.count()) === 0 ? 0 : Number.parseFloat(await row.innerText());
}

test('a data centre loses its power, and the map shows its people in the other one until it is back', async ({ app }) => {
  await app.open('?template=geo-failover&paused');
  await app.runTo(60);
  expect(await shareGoing(app, 'us-east', 'us-east')).toBeGreaterThan(90);
  expect(await app.metric('failed')).toBe('0');
  // dark from 120 s to 360 s: detection takes half a minute, the time to live another half
  await app.runTo(230);
  const struck = await app.clock();
  expect(Number(await app.metric('failed'))).toBeGreaterThan(5000);
  if (struck < 350) expect(await shareGoing(app, 'us-east', 'us-west')).toBeGreaterThan(80);
  await app.runToEnd();
  expect(await shareGoing(app, 'us-east', 'us-east')).toBeGreaterThan(90);
  await app.page.getByRole('button', { name: 'Menu' }).click();
  await app.page.getByRole('menuitem', { name: 'Failover report' }).click();
  const site = app.dialog.locator('[data-site]');
  await expect(site).toHaveCount(1);
  const moments = await site.locator('[data-moment]').evaluateAll((items) => items.map((item) => item.getAttribute('data-moment')));
  expect(moments).toEqual(['fault', 'found', 'half', 'shifted', 'back', 'recovered', 'returned']);
  expect(Number(await app.metric('sent-to-dead-site', site))).toBeGreaterThan(10_000);
});

test('two databases are wired both ways, tell each other what is written, and a link keeps that', async ({ app }) => {
  await app.open('?template=geo-failover&paused');
  await app.wireByClicks('db-1', 'db-2');
  await app.wireByClicks('db-2', 'db-1');
  await expect(app.links).toHaveCount(12);
  await app.runTo(30);
  await app.selectNode('db-2');
  expect(await app.ownMetric('copiesTaken')).toMatch(/^[1-9][\d.]*\/s$/);
  const link = await app.share();
  await app.open(link.slice(link.indexOf('#')));
  await app.page.reload();
  await expect(app.links).toHaveCount(12);
});
