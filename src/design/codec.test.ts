import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { engineMajor } from '../engine/version.ts';
import { chapter } from '../library/chapter.ts';
import { templates } from '../library/templates.ts';
import { nodeKinds } from '../nodes/specs.ts';
import type { Field, Value } from '../schema/fields.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { decodeLink, encodeLink, highestRatio, mostInflated } from './codec.ts';
import { crc32 } from './crc32.ts';
import type { Design } from './design.ts';
import { addNode, connect, emptyDesign, setParam } from './edits.ts';
import { arbitraryDesign } from './fixtures/arbitraryDesign.ts';
import { longestLink } from './linkText.ts';
import { writeBody } from './linkWrite.ts';
import { currentFormat } from './migrations.ts';
import { specOf } from './wires.ts';

/** A well-formed link around any bytes. */
const linkAround = (bytes: Uint8Array, packed: Uint8Array = deflateRawSync(bytes)) =>
  `a1.${toBase64url(packed)}.${crc32(bytes).toString(36)}.z`;
const linkAroundText = (text: string) => linkAround(new TextEncoder().encode(text));
const linkAroundData = (data: unknown) => linkAroundText(JSON.stringify(data));
const problemOf = async (text: string) => {
  const decoded = await decodeLink(text);
  return decoded.ok ? null : decoded.problem;
};

/** What a run adds to a link. */
const verdict = { seconds: 600, servedPerSecond: 1980.4, availability: 0.999_95, p99: 0.048_21 };

describe('a link', () => {
  it('gives back the very same design', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDesign, async (design) => {
        expect(await decodeLink(await encodeLink(design))).toEqual({
          ok: true,
          design,
          repairs: [],
          madeWith: engineMajor,
          moment: null,
          verdict: null,
        });
      }),
      { numRuns: 150 },
    );
  });

  it('keeps every bit of a number', async () => {
    const design: Design = {
      ...chapter.design,
      scenario: [5e-324, 0.1 + 0.2, 1 / 3, 599.9999999999999].map((at) => ({ at, act: 'crash', node: 'db-1', instance: 0 })),
    };
    const decoded = await decodeLink(await encodeLink(design));
    expect(decoded).toMatchObject({ ok: true, design: { scenario: design.scenario } });
  });

  it('is the same text every time, of harmless characters only', async () => {
    const link = await encodeLink(chapter.design);
    expect(await encodeLink(structuredClone(chapter.design))).toBe(link);
    expect(link).toMatch(/^a1\.[A-Za-z0-9_-]+\.[0-9a-z]{1,7}\.z$/);
  });

  it.each([
    ['of nine kinds', 9, 1300],
    // every further kind brings the names of its fields along
    ['of all kinds', nodeKinds.length, 1300 + 25 * (nodeKinds.length - 9)],
  ])('is short: thirty nodes %s with five values of their own each', async (_, kindsUsed, most) => {
    // Deterministic but patternless, and of two digits, as settings made by hand are.
    let state = 12345;
    const next = (below: number) => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return Math.floor((state / 2147483648) * below);
    };
    const someValue = (field: Field): Value => {
      if (field.type === 'choice') return field.options[next(field.options.length)];
      if (field.type === 'flag') return next(2) === 1;
      return Number((field.min + next(99) * 10 ** Math.floor(Math.log10(Math.max(1, field.max / 2000)))).toPrecision(2));
    };
    let design = emptyDesign();
    const kinds = nodeKinds.slice(0, kindsUsed).filter((kind) => Object.keys(specOf(kind).fields).length >= 5);
    for (let i = 0; i < 30; i += 1) {
      const kind = kinds[next(kinds.length)];
      design = addNode(design, kind, { x: next(8) * 240, y: next(6) * 130 });
      const fields = Object.entries(specOf(kind).fields).slice(0, 5);
      for (const [name, field] of fields) design = setParam(design, design.nodes[i].id, name, someValue(field));
    }
    while (design.links.length < 40) design = connect(design, design.nodes[next(30)].id, design.nodes[next(30)].id);
    const changed = design.nodes.flatMap((node) =>
      Object.entries(specOf(node.kind).fields).filter(([name, field]) => node.params[name] !== field.default),
    );
    expect(changed.length).toBeGreaterThan(120);
    expect(design.links.length).toBe(40);
    expect((await encodeLink(design, null, verdict)).length).toBeLessThanOrEqual(most);
  });

  it('is short: thirty nodes of two active regions, drawn twice, with names, groups and settings of their own', async () => {
    const { design } = templates.find(({ id }) => id === 'netflix-2013')!;
    const copies = [0, 1].map((copy) => (id: string) => (copy === 0 ? id : `${id}b`));
    const twice: Design = {
      ...design,
      groups: copies.flatMap((named, copy) => design.groups.map((each) => ({ ...each, id: named(each.id), y: each.y + 1100 * copy }))),
      nodes: copies.flatMap((named, copy) =>
        design.nodes.map((each) => ({
          ...each,
          id: named(each.id),
          y: each.y + 1100 * copy,
          group: each.group === null ? null : named(each.group),
        })),
      ),
      links: copies.flatMap((named) =>
        design.links.map((each) => ({ ...each, id: named(each.id), from: named(each.from), to: named(each.to) })),
      ),
    };
    expect([twice.nodes.length, twice.links.length]).toEqual([30, 36]);
    const link = await encodeLink(twice, null, verdict);
    expect(await decodeLink(link)).toMatchObject({ ok: true, repairs: [], design: { nodes: twice.nodes } });
    expect(link.length).toBeLessThanOrEqual(1300);
  });

  it('of every template fits a chat message', async () => {
    // ux.md 4.2 allows 1,300 characters for thirty parts; the largest template has fifteen
    for (const { design } of templates) expect((await encodeLink(design)).length).toBeLessThan(800);
  });
});

describe('a broken link', () => {
  it('that was cut says so, wherever it was cut', async () => {
    const link = await encodeLink(chapter.design);
    for (let length = 4; length < link.length; length += 1) expect(await problemOf(link.slice(0, length))).toMatchObject({ code: 'cut' });
    expect(await problemOf(link.slice(0, 100))).toEqual({ code: 'cut', length: 100, endsWith: link.slice(88, 100) });
  });

  it('with any one bit flipped is refused or still means the same', async () => {
    const { design } = templates[1];
    const link = await encodeLink(design);
    for (let i = 0; i < link.length; i += 1) {
      for (let bit = 0; bit < 7; bit += 1) {
        const flipped = link.slice(0, i) + String.fromCharCode(link.charCodeAt(i) ^ (1 << bit)) + link.slice(i + 1);
        const decoded = await decodeLink(flipped);
        if (decoded.ok) expect(decoded.design).toEqual(design);
      }
    }
  });

  it('with parts swapped, doubled or left out is refused', async () => {
    const link = await encodeLink(chapter.design);
    await fc.assert(
      fc.asyncProperty(fc.nat(link.length), fc.nat(link.length), fc.nat(link.length), async (a, b, c) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const spliced = link.slice(0, c) + link.slice(from, to) + link.slice(c);
        const decoded = await decodeLink(spliced);
        if (decoded.ok) expect(decoded.design).toEqual(chapter.design);
      }),
    );
  });

  it('two joined into one is refused', async () => {
    const link = await encodeLink(templates[1].design);
    expect(await problemOf(link + link)).toMatchObject({ code: 'damaged' });
    expect(await problemOf(`https://x.org/#${link}https://x.org/#${link}`)).toMatchObject({ code: 'damaged' });
  });

  it('with a wrong checksum is refused', async () => {
    const [family, body, , end] = (await encodeLink(chapter.design)).split('.');
    for (const checksum of ['0', '1', 'zzzzzzz'])
      expect(await problemOf([family, body, checksum, end].join('.'))).toEqual({ code: 'damaged', reason: 'checksum' });
    expect(await problemOf([family, body, 'ABC', end].join('.'))).toMatchObject({ code: 'damaged' });
  });
});

describe('what somebody made up', () => {
  it('never throws and never takes long', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 400 }), async (text) => typeof (await decodeLink(text)).ok === 'boolean'),
      { numRuns: 300 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect((await decodeLink(`a1.${toBase64url(bytes)}.${crc32(bytes).toString(36)}.z`)).ok).toBe(false);
        expect((await decodeLink(linkAround(bytes))).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('is refused or mended when its columns hold anything', async () => {
    const body = JSON.parse(JSON.stringify(writeBody(chapter.design, 1))) as unknown[];
    await fc.assert(
      fc.asyncProperty(fc.nat(10), fc.jsonValue(), async (index, junk) => {
        const decoded = await decodeLink(linkAroundData(body.with(index, junk)));
        expect(decoded.ok || ['damaged', 'newer-version', 'too-big'].includes(decoded.problem.code)).toBe(true);
      }),
      { numRuns: 300 },
    );
    await fc.assert(fc.asyncProperty(fc.jsonValue(), async (junk) => typeof (await decodeLink(linkAroundData(junk))).ok === 'boolean'));
  });

  it.each(['null', 'true', '7', '"text"', '{}', '[]', '[1]', '["1"]', '[1,1,"s",600,"",[],0,[],[],[],[]]x', '[1,]', '[1 /* no */]', ''])(
    '%o as content is refused or empty',
    async (text) => {
      const decoded = await decodeLink(linkAroundText(text));
      if (decoded.ok) expect(decoded.design.nodes).toEqual([]);
      else expect(decoded.problem.code).toBe('damaged');
    },
  );

  it('in another text encoding is refused', async () => {
    for (const bytes of [
      [0xff, 0xfe, 0x5b, 0],
      [0xc0, 0xaf],
      [0xed, 0xa0, 0x80],
      [0xef, 0xbb, 0xbf, 0x5b, 0x31, 0x5d],
      [0x5b, 0x80],
    ]) {
      expect(await problemOf(linkAround(new Uint8Array(bytes)))).toEqual({ code: 'damaged', reason: 'text' });
    }
  });

  it('by a newer version says so', async () => {
    const version = currentFormat + 1;
    expect(await problemOf(linkAroundData([version, 1, 's']))).toEqual({ code: 'newer-version', version, known: currentFormat });
  });

  it('tells which engine it was made with', async () => {
    const body = JSON.parse(JSON.stringify(writeBody(chapter.design, 9))) as unknown;
    expect(await decodeLink(linkAroundData(body))).toMatchObject({ ok: true, madeWith: 9 });
  });

  it('with too many nodes for a link is refused with the count', async () => {
    let design = emptyDesign();
    for (let i = 0; i < 301; i += 1) design = addNode(design, 'cache', { x: i, y: 0 });
    expect(await problemOf(await encodeLink(design))).toEqual({ code: 'too-big', what: 'nodes', count: 301, max: 300 });
  });
});

describe('a bomb', () => {
  it('of rows and columns is stopped before any row is made', async () => {
    const rows = (count: number, cell: unknown) => Array.from({ length: count }, () => cell);
    const body = (nodes: unknown, links: unknown = []) => [2, 1, 's', 600, '', [], 0, [], nodes, links, []];
    // something that does not pack well, or the ratio would stop it
    const noise = Array.from({ length: 2500 }, (_, i) => ((i * 2654435761) % 4294967296).toString(36));
    const manyNodes = body([['cache'], rows(20_000, 0), noise, [], [], [], [], [rows(20_000, ['x'])]]);
    expect(await problemOf(linkAroundData(manyNodes))).toEqual({ code: 'too-big', what: 'nodes', count: 20_000, max: 300 });
    const manyWires = body([['cache'], [0], noise], [[], rows(1001, 0), rows(1001, 0)]);
    expect(await problemOf(linkAroundData(manyWires))).toEqual({ code: 'too-big', what: 'links', count: 1001, max: 1000 });
    const manyColumns = body([['cache'], rows(300, 0), noise, [], rows(300, 0), rows(300, 0), [], [rows(20_000, ['x', 1])]]);
    // what the processor worked for it: a busy machine makes that no longer
    const before = process.cpuUsage();
    expect((await decodeLink(linkAroundData(manyColumns))).ok).toBe(true);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
  });

  it('of a hundred megabytes is stopped while it unpacks', async () => {
    const packed = deflateRawSync(new Uint8Array(20_000_000));
    expect(packed.length).toBeLessThan(longestLink);
    const problem = await problemOf(linkAround(new Uint8Array(0), packed));
    expect(problem).toMatchObject({ code: 'too-big', what: 'inflated', max: mostInflated });
    expect(problem?.code === 'too-big' && problem.count).toBeLessThan(mostInflated + 200_000);
  });

  it('of small size and high ratio is stopped too', async () => {
    const packed = deflateRawSync(new Uint8Array(200_000));
    expect(await problemOf(linkAround(new Uint8Array(0), packed))).toMatchObject({
      code: 'too-big',
      what: 'ratio',
      max: packed.length * highestRatio,
    });
  });

  it('of brackets is stopped before it is read', async () => {
    // Something that does not pack well beside them, or the ratio would stop it.
    const noise = Array.from({ length: 4000 }, (_, i) => ((i * 2654435761) % 4294967296).toString(36)).join('');
    const nested = `"${noise}"${'['.repeat(20_000)}`;
    expect(await problemOf(linkAroundText(nested))).toEqual({ code: 'too-big', what: 'depth', count: 20_000, max: 12 });
  });

  it('of many characters is not even looked at', async () => {
    expect(await problemOf(`a1.${'A'.repeat(longestLink)}.0.z`)).toEqual({
      code: 'too-big',
      what: 'link',
      count: longestLink + 7,
      max: longestLink,
    });
    expect(await problemOf('x'.repeat(10_000_000))).toMatchObject({ code: 'too-big', what: 'link' });
  });
});

describe('packing', () => {
  it('is refused when it is none', async () => {
    for (const body of ['', 'AA', 'Aw', '_____w', toBase64url(new TextEncoder().encode('undefined'))]) {
      expect(await problemOf(`a1.${body}.0.z`)).toMatchObject({ code: 'damaged' });
    }
  });

  it('may be stored, not squeezed', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(writeBody(chapter.design, 1)));
    expect(await decodeLink(linkAround(bytes, deflateRawSync(bytes, { level: 0 })))).toMatchObject({ ok: true, design: chapter.design });
  });

  it('with more behind its end is refused', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(writeBody(chapter.design, 1)));
    for (const tail of [[0], [1, 2, 3, 4], [...deflateRawSync(bytes)]]) {
      const packed = new Uint8Array([...deflateRawSync(bytes), ...tail]);
      expect(await problemOf(linkAround(bytes, packed))).toEqual({ code: 'damaged', reason: 'packing' });
    }
  });
});

describe('base64url', () => {
  it('is its own inverse and has one spelling for each byte string', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
      }),
    );
    for (const text of ['A', 'AB', 'A+B/', 'AA==', 'AAé']) expect(fromBase64url(text)).toBeNull();
  });
});

it('crc32 agrees with its published check value', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});
