/** A link that is broken says so and changes nothing. */

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
