import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chapter } from '../library/chapter.ts';
import { decodeLink, encodeLink } from './codec.ts';
import { type EmbedOptions, embedFragment, mostKnobs, parseEmbedOptions, plainEmbed, splitEmbed } from './embedLink.ts';

const { design } = chapter;
const link = await encodeLink(design);
const read = (options: EmbedOptions) => {
  const { link: found, query } = splitEmbed(`#${embedFragment(link, options)}`);
  return { found, options: parseEmbedOptions(query, design) };
};

describe('what stands behind the link of an embedded player', () => {
  it('comes back as it was chosen, and leaves the link whole', async () => {
    const options: EmbedOptions = {
      theme: 'dark',
      lang: 'ko',
      at: 41.5,
      controls: false,
      knobs: [
        { part: 'web-1', field: 'instances', label: '웹 서버 & "cache": 50 % #1' },
        { part: null, field: 'traffic', label: 'Traffic' },
      ],
    };
    expect(read(options)).toEqual({ found: link, options });
    expect(read(plainEmbed)).toEqual({ found: link, options: plainEmbed });
    expect(embedFragment(link, plainEmbed)).toBe(link);
    expect(await decodeLink(splitEmbed(embedFragment(link, options)).link)).toMatchObject({ ok: true, design });
  });

  it('shows no knob that the design does not have', () => {
    const knobs = [
      'web-1.instance',
      'web-9.instances',
      '__proto__.instances',
      'web-1.__proto__',
      '*.constructor',
      'lb-1.algorithm',
      'web-1',
      '',
    ];
    const query = knobs.map((knob) => `knob=${knob}:x`).join('&');
    expect(parseEmbedOptions(query, design).knobs).toEqual([]);
    const many = Array.from({ length: 9 }, () => 'knob=web-1.instances:x').join('&');
    expect(parseEmbedOptions(many, design).knobs.length).toBe(mostKnobs);
  });

  it('cleans the words of a knob, and falls back to the field', () => {
    const label = (text: string) => parseEmbedOptions(`knob=web-1.instances${text}`, design).knobs[0].label;
    expect(label('')).toBe('instances');
    expect(label(':%E2%80%AEevil%00')).toBe('evil');
    expect(label(':100%25%ZZ')).toBe('100%25%ZZ');
    expect(label(`:${'x'.repeat(99)}`).length).toBe(40);
  });

  it('understands nothing that is nothing', () => {
    expect(parseEmbedOptions('theme=hacker&lang=de&t=-1&controls=yes', design)).toEqual(plainEmbed);
    expect(parseEmbedOptions('t=1e9', design).at).toBe(0);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (query) => {
        const options = parseEmbedOptions(query, design);
        expect(options.at >= 0 && options.at <= design.seconds && options.knobs.length <= mostKnobs).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('survives an ampersand that was escaped', () => {
    expect(splitEmbed(`${link}&amp;theme=dark&amp;lang=en`)).toEqual({ link, query: 'theme=dark&lang=en' });
  });
});
