import { describe, expect, it } from 'vitest';
import { defaultLabel } from '../design/ids.ts';
import { templatesEn } from '../i18n/en/templates.ts';
import { templatesKo } from '../i18n/ko/templates.ts';
import { templates } from '../library/templates.ts';
import { nodeKinds } from '../nodes/specs.ts';

const plain = (label: string): string => label.replace(/ \d+$/, '');
/** Names that are the same in every language. */
const names = ['CDN', 'DNS'];

describe.each([
  ['English', templatesEn.labels],
  ['Korean', templatesKo.labels],
])('in %s', (_, labels) => {
  it.each(nodeKinds.map((kind) => defaultLabel(kind, `${kind}-1`)))('there is a word for a new part called %s', (label) => {
    expect([...Object.keys(labels), ...names]).toContain(label);
  });

  it.each(templates.map(({ id, design }) => [id, design] as const))('there are words for all labels of %s', (_id, { nodes, groups }) => {
    const given = [...nodes, ...groups].map(({ label }) => plain(label));
    expect(given.filter((label) => !(label in labels) && !names.includes(label))).toEqual([]);
  });
});
