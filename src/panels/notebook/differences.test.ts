import { expect, it } from 'vitest';
import type { ScenarioEvent } from '../../design/design.ts';
import { addNode, setParam, setWorkloadParam } from '../../design/edits.ts';
import { en } from '../../i18n/en/text.ts';
import { fieldWords } from '../../i18n/fieldWords.ts';
import { notebookEn } from '../../i18n/late/notebook.en.ts';
import { idOf, shop } from '../../runner/designsForTests.ts';
import { differences, type RunLike } from './differences.ts';

const web = idOf(shop(), 'web-server');
const run = (design = shop(), interventions: readonly ScenarioEvent[] = []): RunLike => ({ design, interventions });
const told = async (before: RunLike, after: RunLike) =>
  differences(before, after, await fieldWords.en(), en as unknown as Parameters<typeof differences>[3], notebookEn);

it('tells settings from what to what, parts, luck and load', async () => {
  const bigger = setParam(shop(), web, 'instances', 4);
  const [setting] = await told(run(), run(bigger));
  expect(setting).toMatch(/4.*\(was 2\)$/);
  expect(await told(run(), run(addNode(shop(), 'cache', { x: 0, y: 0 })))).toEqual(['Cache added']);
  expect(await told(run(addNode(shop(), 'cache', { x: 0, y: 0 })), run())).toEqual(['Cache removed']);
  expect(await told(run(), run({ ...shop(), seed: 'other' }))).toEqual([`seed other (was ${shop().seed})`]);
  const [load] = await told(run(), run(setWorkloadParam(shop(), 'traffic', 3)));
  expect(load).toMatch(/3.*\(was 1/);
});

it('tells what was done while it ran, and what was not done again', async () => {
  const crash: ScenarioEvent = { at: 4, act: 'crash', node: web, instance: 0 };
  const done = await told(run(), run(shop(), [crash]));
  expect(done).toHaveLength(1);
  expect(done[0]).toMatch(/^0:04\.0 .*crash/i);
  expect(await told(run(shop(), [crash]), run())).toEqual(['without 1 act']);
  expect(await told(run(shop(), [crash]), run(shop(), [crash]))).toEqual([]);
});
