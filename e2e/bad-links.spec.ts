/** A link that is broken says so and changes nothing. */

import { readFileSync } from 'node:fs';
import { encodeLink } from '../src/design/codec.ts';
import { parseDesign } from '../src/design/parse.ts';
import { expect, test } from './app.ts';

const flipped = (link: string): string => {
  const at = link.indexOf('#a1.') + 20;
  return link.slice(0, at) + (link[at] === 'A' ? 'B' : 'A') + link.slice(at + 1);
};

const broken: readonly { name: string; of: (link: string) => string; says: RegExp }[] = [
  { name: 'cut in the middle', of: (link) => link.slice(0, Math.floor(link.length / 2)), says: /lost its end/ },
  { name: 'one letter changed', of: flipped, says: /changed on its way|not a design|checksum/ },
  { name: 'a newer version', of: (link) => link.replace('#a1.', '#a999.'), says: /newer version/ },
  { name: 'nothing of ours', of: (link) => `${link.split('#')[0]}#a1.undefined`, says: /could not be opened/ },
];

for (const { name, of, says } of broken) {
  test(`${name} is told, and nothing is lost`, async ({ app }) => {
    await app.open('?template=single&paused');
    const ids = await app.editAndSave();
    const link = of(await app.share());

    await app.page.goto('about:blank');
    await app.page.goto(link);
    await expect(app.dialog).toContainText(says);
    await app.closeDialog();
    expect((await app.nodeIds()).sort()).toEqual(ids);
  });
}

test('a link that came through chats and mails still opens', async ({ app }) => {
  await app.open('?template=single&paused');
  const ids = (await app.nodeIds()).sort();
  const link = await app.share();
  await app.page.goto('about:blank');
  await app.page.goto(`${link}).`);
  await expect(app.page.getByRole('button', { name: 'Make it mine' })).toBeVisible();
  expect((await app.nodeIds()).sort()).toEqual(ids);
});

test('ux 4.6 #27: labels that are code elsewhere are words everywhere: on cards, in settings, lists, tips, dialogs and pictures', async ({
  app,
}) => {
  const { page } = app;
  const evil = ['<img src=x onerror=alert(1)>', '"><svg/onload=alert(1)>', '</script><b id=evil>', 'javascript:alert(1)', '{{7*7}}', ']]>'];
  const given = {
    format: 2,
    title: evil[0],
    nodes: [
      { id: 'users-1', kind: 'users', label: evil[1], x: 0, y: 0, group: null, params: {} },
      { id: 'web-1', kind: 'web-server', label: evil[0], x: 260, y: 0, group: 'dc-1', params: {} },
      { id: 'x-1', kind: 'toaster', label: evil[2], x: 520, y: 0, group: null, params: { '<b id=evil>': '<b id=evil>' } },
    ],
    groups: [{ id: 'dc-1', label: evil[2], region: 'seoul', x: 220, y: -60, width: 260, height: 220 }],
    notes: [{ id: 'n-1', text: evil.join('\n'), x: 0, y: 240, width: 300, height: 160 }],
    links: [{ id: 'l1', from: 'users-1', to: 'web-1', params: {} }],
  };
  const parsed = parseDesign(given);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  await app.open(`?paused#${await encodeLink(parsed.design)}`);
  const alive = page.locator('img[src="x"], [onerror], [onload], #evil, [href^="javascript:"]');
  await expect(app.node('web-1')).toContainText(evil[0]);
  await app.node('web-1').hover();
  await app.selectNode('web-1');
  await expect(app.inspector.getByRole('textbox', { name: 'Name' })).toHaveValue(evil[0]);
  await page.locator('[data-stranger-id]').click();
  await expect(app.inspector).toContainText('<b id=evil>');
  await expect(alive).toHaveCount(0);
  await app.runTo(2);
  await page.keyboard.press('o');
  await expect(page.locator('#outline')).toContainText(evil[1]);
  await expect(alive).toHaveCount(0);
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Share/ })
    .click();
  await expect(app.dialog).toBeVisible();
  await app.dialog.getByRole('tab').nth(2).click();
  const download = page.waitForEvent('download');
  await app.dialog.locator('[data-export="svg"]').click();
  const svg = readFileSync(await (await download).path(), 'utf8');
  expect(svg).not.toMatch(/<img|<b |onload=alert\(1\)>/);
  expect(svg).toContain('&lt;');
  await expect(alive).toHaveCount(0);
  expect(asked).toEqual([]);
});
