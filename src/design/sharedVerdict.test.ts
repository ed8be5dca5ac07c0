import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { chapter } from '../library/chapter.ts';
import { decodeLink, encodeLink } from './codec.ts';
import { readVerdict, type SharedVerdict, verdictToBody } from './sharedVerdict.ts';

const verdict: SharedVerdict = { seconds: 600, servedPerSecond: 1980.4321, availability: 0.9999959, p99: 0.048213 };
const told: SharedVerdict = { seconds: 600, servedPerSecond: 1980, availability: 0.999995, p99: 0.04821 };

it('travels in four digits beside the design, changes nothing of it, and never rounds up to all', async () => {
  const link = await encodeLink(chapter.design, null, verdict);
  const plain = await encodeLink(chapter.design);
  expect(link.length - plain.length).toBeLessThan(60);
  expect(await decodeLink(link)).toMatchObject({ ok: true, design: chapter.design, repairs: [], moment: null, verdict: told });
  expect(await decodeLink(plain)).toMatchObject({ ok: true, verdict: null });
  expect(readVerdict(verdictToBody({ ...verdict, p99: null }))?.p99).toBeNull();
  expect(readVerdict(verdictToBody({ ...verdict, availability: 1 }))?.availability).toBe(1);
});

it('a link with a moment and a verdict is read for ever', async () => {
  const read = await decodeLink(readFileSync(new URL('fixtures/v2-verdict.link', import.meta.url), 'utf8').trim());
  expect(read).toMatchObject({ ok: true, verdict: told, moment: { at: 61.5, note: 'here' } });
});

it('rubbish is no verdict', () => {
  for (const bad of [
    0,
    null,
    'well',
    [],
    [1, 2, 3],
    [1, 2, 0.5, 4, 5],
    [0, 1, 1, 1],
    [1, 1, 1.01, 1],
    [1, -1, 1, 1],
    [1, 1, 1, '1'],
    [1e12, 1, 1, 1],
  ])
    expect(readVerdict(bad), JSON.stringify(bad)).toBeNull();
  expect(readVerdict([1, Number.NaN, 1, 1])).toBeNull();
});
