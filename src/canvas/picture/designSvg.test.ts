import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { emptyDesign, setLabel, setTitle } from '../../design/edits.ts';
import { chapter } from '../../library/chapter.ts';
import { designSvg, escaped, fitting, type PictureOf } from './designSvg.ts';

const colours: PictureOf['colours'] = {
  canvas: '#fff',
  surface: '#fff',
  text: '#111',
  textSoft: '#444',
  hairline: '#eee',
  hairlineStrong: '#ccc',
  idle: '#777',
  ok: '#00f',
  busy: '#fa0',
  saturated: '#a00',
  down: '#300',
  ramp: ['#eef', '#cce', '#99c', '#55a', '#228'],
  font: 'system-ui, "Noto Sans KR"',
};
const pictureOf = (design: PictureOf['design'], more: Partial<PictureOf> = {}) =>
  designSvg({ design, colours, lineOf: () => '284/s · 71%', regionOf: ({ region }) => region, title: design.title, ...more }).svg;

/** Every element of the document, by name. */
function elementsOf(svg: string): string[] {
  expect(XMLValidator.validate(svg)).toBe(true);
  return [...svg.matchAll(/<([A-Za-z][\w:]*)/g)].map(([, name]) => name);
}

const allowed = new Set(['svg', 'title', 'metadata', 'rect', 'path', 'text']);

describe('a picture of a design', () => {
  it('shows every part, wire and group, and what the run says of them', () => {
    const { design } = chapter;
    const health = new Map([['db-1', { word: 'down' as const, lost: 3, total: 3, isSlow: false }]]);
    const svg = pictureOf(design, {
      health,
      loads: new Map([['db-1', [-1, 0.5, 0]]]),
      rateOf: () => '12/s',
      caption: 'at 0:41',
      link: 'https://x.test/#a1.b.c.z',
    });
    elementsOf(svg);
    const parsed = new XMLParser({ ignoreAttributes: false }).parse(svg).svg;
    expect(parsed.metadata).toBe('https://x.test/#a1.b.c.z');
    for (const { label } of design.nodes) expect(svg).toContain(`>${escaped(fitting(label, 14, 144))}<`);
    expect(svg.match(/>12\/s</g)?.length).toBe(design.links.length);
    expect(svg).toContain('>at 0:41<');
    expect(svg).toContain('stroke="#300"');
    expect(svg).toContain('fill="#300"');
    expect(pictureOf(design)).not.toContain('#300');
  });

  it('of nothing is a small empty picture', () => {
    const { svg, width, height } = designSvg({ design: emptyDesign(), colours, lineOf: () => '', regionOf: () => '', title: '' });
    expect(elementsOf(svg)).toEqual(['svg', 'title', 'rect']);
    expect([width, height].every((side) => side > 0 && side < 200)).toBe(true);
  });
});

// 27: text that would be code somewhere else
describe('words in a picture', () => {
  const nasty = [
    '<img src=x onerror=alert(1)>',
    '"><svg/onload=alert(1)>',
    '</text><script>alert(1)</script>',
    ']]>',
    '<!--',
    '&lt;b&gt;',
    "' onload='alert(1)",
    'a\u0000b\ud800c',
    '{{7*7}} $(rm) %s%n',
  ];

  it.each(nasty)('%j stay words', (words) => {
    const { design } = chapter;
    const named = setTitle(setLabel(design, 'web-1', words), words);
    const group = { ...design.groups[0], label: words };
    const svg = pictureOf(
      { ...named, groups: [group, ...design.groups.slice(1)] },
      { caption: words, link: words, lineOf: () => words, rateOf: () => words },
    );
    expect(elementsOf(svg).filter((name) => !allowed.has(name))).toEqual([]);
    expect(svg.replace(/>[^<]*</g, '><')).not.toMatch(/\son\w+=/);
  });

  it('whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (words) => {
        const svg = pictureOf(chapter.design, { title: words, lineOf: () => words, caption: words });
        expect(elementsOf(svg).filter((name) => !allowed.has(name))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('that are too long for a card are cut, wide letters earlier', () => {
    expect(fitting('Web servers', 14, 144)).toBe('Web servers');
    expect(fitting('1,710/s · hit 47% · 9% · p99 41 ms', 12, 144)).toBe('1,710/s · hit 47%');
    expect(fitting('A very long name for a very small card', 14, 144)).toMatch(/^A very long.*…$/);
    expect([...fitting('데이터베이스와 그 복제본들의 모음', 14, 144)].length).toBeLessThan([...fitting('a'.repeat(60), 14, 144)].length);
  });
});
