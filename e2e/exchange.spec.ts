/** Drawings of other programs come in, and ours go out. */

import { expect, test } from './app.ts';
import { openFile } from './files.ts';

const chart = `flowchart LR
  u((Users)) --> lb[Nginx]
  lb --> web1[Web server 1] & web2[Web server 2]
  web1 & web2 --> db[(Orders)]
  web1 --> frob[Frobnicator]
  db -->|asks| u
  ??? what is this`;

test('a pasted Mermaid flowchart becomes a design, and the page says what it did not understand', async ({ app }) => {
  await app.open('?template=balanced&paused');
  const before = await app.nodeIds();
  await app.page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  }, chart);
  await expect(app.dialog).toContainText('6 parts and 6 wires from a Mermaid flowchart');
  await expect(app.dialog).toContainText('Frobnicator');
  await expect(app.dialog).toContainText('Line 7: ??? what is this');
  await expect(app.dialog.getByRole('row', { name: /Nginx/ })).toContainText('Load balancer');
  await app.dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(app.dialog).toHaveCount(0);
  expect(await app.nodeIds()).not.toEqual(before);
  await expect(app.page.locator('[data-node-id]')).toHaveCount(6);
  await app.runTo(3);
  expect(Number(await app.metric('offered'))).toBeGreaterThan(0);
});

test('a Compose file is opened like a design of ours', async ({ app }) => {
  await app.open('?template=balanced&paused');
  await openFile(app, {
    name: 'docker-compose.yml',
    mimeType: 'application/yaml',
    buffer: Buffer.from(
      'services:\n  web:\n    image: acme/web-server\n    ports: ["80:80"]\n    depends_on: [db, redis]\n  db:\n    image: postgres:16\n  redis:\n    image: redis:7\n',
    ),
  });
  await expect(app.dialog).toContainText('4 parts and 3 wires from a Compose file');
  await expect(app.dialog).toContainText('some were added in front');
  await app.page.keyboard.press('Escape');
  await expect(app.page.locator('[data-node-id]')).toHaveCount(4);
});

test('a design is copied as Mermaid, and comes back as the same parts', async ({ app, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await app.open('?template=chapter&paused');
  const count = (await app.nodeIds()).length;
  await app.page.getByRole('button', { name: 'Menu' }).click();
  await app.page.getByRole('menuitem', { name: 'Copy as Mermaid' }).click();
  await expect(app.page.getByText('Mermaid flowchart copied').last()).toBeVisible();
  const text = await app.page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^---\ntitle: "The full design"\n---\nflowchart LR\n/);
  await app.page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  }, text);
  await expect(app.dialog).toContainText(`${count} parts`);
});

test('a file that holds no design is named, with the reason and another try; the design stays', async ({ app }) => {
  await app.open('?template=balanced&paused');
  const before = await app.nodeIds();
  await openFile(app, { name: 'holiday.json', mimeType: 'application/json', buffer: Buffer.from('{"beach": true}') });
  await expect(app.dialog.getByRole('heading', { name: 'holiday.json could not be opened' })).toBeVisible();
  await expect(app.dialog.locator('[data-problem="not-a-design"]')).toBeVisible();
  await expect(app.dialog.getByRole('button', { name: /Choose/ })).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(app.dialog).toHaveCount(0);
  expect(await app.nodeIds()).toEqual(before);
});
