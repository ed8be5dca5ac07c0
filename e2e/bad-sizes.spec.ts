/** What is far too much is answered in words, in the page itself (ux 4.6 #37 and #40). */

import { encodeLink } from '../src/design/codec.ts';
import { toFile } from '../src/design/parse.ts';
import { draw } from '../src/library/template.ts';
import { expect, test } from './app.ts';
import { openFile } from './files.ts';

const at = [0, 0] as const;

test('#37: a file of twenty thousand parts is refused with both numbers, and nothing is lost', async ({ app }) => {
  await app.open('?template=single&paused');
  const ids = (await app.nodeIds()).sort();
  const one = draw({ title: '', nodes: [{ id: 'n', kind: 'web-server', at }], links: [] });
  const many = { ...one, nodes: Array.from({ length: 20_000 }, (_, i) => ({ ...one.nodes[0], id: `n${i}`, params: {} })) };
  await openFile(app, { name: 'many.json', mimeType: 'application/json', buffer: Buffer.from(toFile(many)) });
  await expect(app.dialog).toContainText('too many parts: 20,000, and this page opens 2,000 at most');
  await expect(app.dialog).toContainText('Take some of it out');
  await app.closeDialog();
  expect((await app.nodeIds()).sort()).toEqual(ids);
});

test('#40: a billion requests a second: the page says that it is too much, how slow it is, and stops when told', async ({ app }) => {
  const crowds = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, kind: 'users' as const, at, params: { ratePerSecond: 200_000 } }));
  const design = draw({
    title: '',
    nodes: [...crowds, { id: 'web-1', kind: 'web-server', at }],
    links: crowds.map(({ id }) => [id, 'web-1'] as const),
    workload: { traffic: 100, shape: 'spike', spikeFactor: 10, spikeAtSeconds: 0 },
  });
  await app.open(`?paused#${await encodeLink(design)}`);
  await expect(app.page.getByTestId('story')).toContainText('1,000,000,000 of at most 1,000,000');
  await app.play();
  await expect(app.page.getByTestId('machine-note')).toContainText(/Machine at its limit: (<0\.001|0\.\d+)×/);
  await app.runBar.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(app.page.getByTestId('run-status')).toHaveAttribute('data-status', 'paused');
});
