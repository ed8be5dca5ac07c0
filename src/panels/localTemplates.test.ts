import { describe, expect, it } from 'vitest';
import type { Design } from '../design/design.ts';
import { defaultLabel } from '../design/ids.ts';
import { templatesKo } from '../i18n/ko/templates.ts';
import { lessonIds } from '../lessons/lesson.ts';
import { lessonPlaces } from '../lessons/registry.ts';
import { templates } from '../library/templates.ts';
import { nodeKinds } from '../nodes/specs.ts';
import { promptEntries } from '../prompts/registry.ts';

const plain = (label: string): string => label.replace(/ \d+$/, '');
/** Names that are the same in every language. */
const names = ['CDN', 'DNS'];
const labels: Readonly<Record<string, string>> = templatesKo.labels;

/** Labels of parts and groups that no Korean word is known for. @param own ids of those that the lesson names itself */
const unknownIn = ({ nodes, groups }: Pick<Design, 'nodes' | 'groups'>, own: Readonly<Record<string, string>> = {}): string[] =>
  [...nodes, ...groups].flatMap(({ id, label }) =>
    Object.hasOwn(own, id) || Object.hasOwn(labels, plain(label)) || names.includes(plain(label)) ? [] : [label],
  );

describe('in Korean', () => {
  it.each(nodeKinds.map((kind) => defaultLabel(kind, `${kind}-1`)))('there is a word for a new part called %s', (label) => {
    expect([...Object.keys(labels), ...names]).toContain(label);
  });

  it.each(templates.map(({ id, design }) => [id, design] as const))('there are words for all labels of %s', (_id, design) => {
    expect(unknownIn(design)).toEqual([]);
  });

  it('there are words for all labels of lessons', async () => {
    for (const id of lessonIds) {
      const place = lessonPlaces[id];
      if (!place) continue;
      const [{ design }, { labels: own }] = await Promise.all([place.lesson(), place.words.ko()]);
      expect(unknownIn(design, own), id).toEqual([]);
    }
  });

  it('there are words for all labels that an interview task gives', async () => {
    const entries = Object.entries(promptEntries);
    expect(entries.length).toBeGreaterThan(10);
    for (const [id, { prompt }] of entries) {
      const { given } = await prompt();
      expect(given.nodes.length, id).toBeGreaterThan(0);
      expect(unknownIn(given), id).toEqual([]);
    }
  });

  it('they are in Korean', () => {
    expect(Object.values(labels).filter((word) => !/[가-힣]/.test(word))).toEqual([]);
  });
});
