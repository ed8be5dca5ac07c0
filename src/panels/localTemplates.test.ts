import { describe, expect, it } from 'vitest';
import { loadText } from '../i18n/text.ts';
import { templates } from '../library/templates.ts';
import { localTemplate } from './localTemplates.ts';

const ko = await loadText('ko');

describe('templates in Korean', () => {
  it.each(templates.map((template) => [template.id, template] as const))('%s leaves no English words', (_, template) => {
    const { title, nodes, groups } = localTemplate(template, ko);
    const words = [title, ...[...nodes, ...groups].map(({ label }) => label)];
    expect(words.filter((word) => /[A-Za-z]{2,}/.test(word.replace(/DNS|CDN/g, '')))).toEqual([]);
  });

  it('change words only', () => {
    for (const template of templates) {
      const local = localTemplate(template, ko);
      const bare = ({ nodes, groups, title, ...rest }: typeof local) => ({
        ...rest,
        nodes: nodes.map(({ label, ...node }) => node),
        groups: groups.map(({ label, ...group }) => group),
      });
      expect(bare(local)).toEqual(bare(template.design));
    }
  });
});
