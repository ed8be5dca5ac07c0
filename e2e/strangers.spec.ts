/** A design of a later version, with a kind of part that this one does not know: it stands there, is moved, goes on, and nothing of it is lost. */

import { readFileSync } from 'node:fs';
import { decodeLink, encodeLink } from '../src/design/codec.ts';
import { parseDesign } from '../src/design/parse.ts';
import { expect, test } from './app.ts';
import { openFile } from './files.ts';

const later = {
  format: 2,
  title: 'From next year',
  nodes: [
    { id: 'users-1', kind: 'users', label: 'Users', x: 0, y: 0, group: null, params: {} },
    { id: 'web-1', kind: 'web-server', label: 'Web servers', x: 260, y: 0, group: null, params: {} },
    {
      id: 'mesh-1',
      kind: 'service-mesh',
      label: 'Mesh of the shop',
      x: 520,
      y: 0,
      group: null,
      params: { mtls: true, retriesPerHop: 3, policy: 'strict' },
    },
  ],
  links: [
    { id: 'l1', from: 'users-1', to: 'web-1', params: {} },
    { id: 'l2', from: 'web-1', to: 'mesh-1', params: { sidecar: 'yes' } },
  ],
  scenario: [{ at: 7, act: 'strike', node: 'mesh-1', instance: 0, fault: 'certificate-expired' }],
};
const file = { name: 'later.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(later)) };
const parsed = parseDesign(later);
const link = parsed.ok ? await encodeLink(parsed.design) : '';
const sentence = 'This version does not know “service-mesh”. It takes no part in the run.';

interface Saved {
  nodes: { id: string; x: number; params: unknown }[];
  links: unknown[];
  scenario: unknown[];
}

test('ux 4.6 #31: a part of an unknown kind is said, stands as a placeholder, is moved, and is saved and shared as it came', async ({
  app,
}) => {
  const { page } = app;
  await app.open('?template=single&paused');
  await openFile(app, file);
  const card = page.locator('[data-stranger-id="mesh-1"]');
  await expect(card).toContainText('Mesh of the shop');
  await expect(card).toContainText('Unknown partservice-mesh');
  await expect(page.locator('[data-stranger-wire="l2"]')).toHaveAttribute('d', /^M/);
  await page.getByRole('button', { name: 'What was mended?' }).click();
  await expect(page.getByText('mesh-1 kind: the kind service-mesh is unknown here; kept as it came, outside the run')).toBeVisible();
  await page.keyboard.press('Escape');

  // the rest runs
  await app.runTo(2);
  await expect(app.node('web-1')).toBeVisible();

  // moved like any other part, and back by one step
  const before = (await card.boundingBox())!;
  const from = { x: before.x + before.width / 2, y: before.y + 10 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + 60, { steps: 5 });
  await page.mouse.move(from.x + 80, from.y + 120, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => (await card.boundingBox())!.y).toBeGreaterThan(before.y + 60);
  await expect(app.inspector.getByTestId('stranger')).toContainText(sentence);
  await expect(app.inspector).toContainText('retriesPerHop');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(async () => Math.round((await card.boundingBox())!.y)).toBe(Math.round(before.y));
  await page.keyboard.press('ControlOrMeta+y');

  // a double click opens nothing to write in: its words are its own
  await card.dblclick();
  await expect(page.locator('#canvas textarea')).toHaveCount(0);

  const download = page.waitForEvent('download');
  await page.keyboard.press('ControlOrMeta+s');
  const saved = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as Saved;
  const mesh = saved.nodes.find(({ id }) => id === 'mesh-1');
  expect(mesh).toEqual({ ...later.nodes[2], x: mesh?.x, y: expect.any(Number) });
  expect(mesh?.x).toBeGreaterThan(520);
  expect(saved.links.at(-1)).toEqual(later.links[1]);
  expect(saved.scenario).toEqual(later.scenario);

  const shared = await decodeLink(await app.share());
  if (!shared.ok) throw new Error(shared.problem.code);
  expect(shared.design.notes).toMatchObject([{ id: 'mesh-1', stranger: { part: { kind: 'service-mesh' }, wires: [{ id: 'l2' }] } }]);

  // of one's own, it is opened again without a word of mending
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await app.open('?paused');
  await expect(card).toBeVisible();
  await expect(page.getByRole('button', { name: 'What was mended?' })).toHaveCount(0);
});

test('ux 4.6 #31: the list of parts names it and deletes it, in Korean too, and a phone says what it does not draw', async ({ app }) => {
  const { page } = app;
  await app.open(`?paused&lang=ko#${link}`);
  await expect(page.locator('[data-stranger-id="mesh-1"]')).toContainText('알 수 없는 구성 요소service-mesh');
  await page
    .getByRole('radio', { name: '개요' })
    .or(page.getByRole('button', { name: '개요' }))
    .first()
    .click();
  const row = page.locator('[data-outline-stranger="mesh-1"]');
  await expect(row).toContainText('이 버전은 ‘service-mesh’ 종류를 모릅니다. 실행에는 들어가지 않습니다.');
  await row.getByRole('button', { name: 'Mesh of the shop', exact: true }).click();
  await expect(app.inspector.getByTestId('stranger')).toContainText('service-mesh');
  await row.getByRole('button', { name: 'Mesh of the shop 삭제' }).click();
  await expect(row).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(row).toBeVisible();

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByTestId('strangers')).toContainText('Mesh of the shop 이 버전은 ‘service-mesh’ 종류를 모릅니다.');
});
