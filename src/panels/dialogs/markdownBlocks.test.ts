import { describe, expect, it } from 'vitest';
import { blocksOf, spansOf } from './markdownBlocks.ts';

describe('the markup of notes', () => {
  it('knows headings, paragraphs, lists and tables', () => {
    const text =
      '# Cache\nKeeps keys,\nreal ones.\n\n## Left out\n- size of values,\n  always\n- warming\n\n| field | default |\n|---|---|\n| ttl | 300 s |\n';
    expect(blocksOf(text)).toEqual([
      { type: 'heading', level: 1, text: 'Cache' },
      { type: 'paragraph', text: 'Keeps keys, real ones.' },
      { type: 'heading', level: 2, text: 'Left out' },
      { type: 'list', items: ['size of values, always', 'warming'] },
      { type: 'table', head: ['field', 'default'], rows: [['ttl', '300 s']] },
    ]);
  });

  it('keeps HTML as text', () => {
    expect(blocksOf('<img src=x onerror=alert(1)>')).toEqual([{ type: 'paragraph', text: '<img src=x onerror=alert(1)>' }]);
  });

  it('marks code, strong and emphasis', () => {
    expect(spansOf('set `ttl` to **0** or *more*')).toEqual([
      { type: 'text', text: 'set ' },
      { type: 'code', text: 'ttl' },
      { type: 'text', text: ' to ' },
      { type: 'strong', text: '0' },
      { type: 'text', text: ' or ' },
      { type: 'emphasis', text: 'more' },
    ]);
  });
});
