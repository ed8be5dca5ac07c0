/**
 * Links as they come out of chats, mails and bad hands, by the numbers of the list that this page is held to: what each must end as.
 * Refused with a reason, opened, opened after mending, or taken for nothing; never an error, never another design.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chapter } from '../library/chapter.ts';
import { toBase64url } from './base64url.ts';
import { decodeLink, encodeLink } from './codec.ts';
import { crc32 } from './crc32.ts';
import { toCsv } from './csvText.ts';
import type { Design } from './design.ts';
import { writeBody } from './linkWrite.ts';
import { cleanText } from './text.ts';

const { design } = chapter;
const link = await encodeLink(design);
const bytesOf = (text: string) => new TextEncoder().encode(text);
const around = (bytes: Uint8Array, packed: Uint8Array = deflateRawSync(bytes)) =>
  `a1.${toBase64url(packed)}.${crc32(bytes).toString(36)}.z`;
const codeOf = async (text: string): Promise<string> => {
  const decoded = await decodeLink(text);
  if (decoded.ok) expect(decoded.design).toEqual(design);
  return decoded.ok ? 'opens' : decoded.problem.code;
};
/** The design again, its columns as plain data to spoil. */
const body = (): unknown[] => JSON.parse(JSON.stringify(writeBody(design, 1))) as unknown[];
const opened = async (data: unknown): Promise<{ design: Design; repairs: readonly { code: string }[] }> => {
  const decoded = await decodeLink(around(bytesOf(JSON.stringify(data))));
  if (!decoded.ok) throw new Error(decoded.problem.code);
  return decoded;
};
/** Lists within lists, as deep as is asked for. */
const nest = (deep: number) => bytesOf('['.repeat(deep) + ']'.repeat(deep));
const withDictionary = (bytes: Uint8Array) => deflateRawSync(bytes, { dictionary: Buffer.from(bytes) });
const inside = (text: string) => link.slice(0, 40) + text + link.slice(40);
const [family, packed, checksum, end] = link.split('.');
const safe = (text: string) =>
  `https://nam02.safelinks.protection.outlook.com/?url=${encodeURIComponent(text)}&data=05%7C02%7C&sdata=x%3D&reserved=0`;
const address = `https://example.org/play/#${link}`;

describe('links by number', () => {
  it.each([
    ['1 nothing', ['', '#', ' \n', '#a1.', 'a1'], 'empty'],
    ['2 no link', ['a1x', 'dW5kZWZpbmVk', 'null', 'NaN', '[object Object]', 'undefined'], 'not-a-link'],
    ['2 undefined packed', ['#a1.undefined'], 'cut'],
    ['3 cut', [1, 10, 50, 99].map((percent) => link.slice(0, Math.max(4, Math.floor((link.length * percent) / 100)))), 'cut'],
    ['5 no end mark', [`${family}.${packed}.${checksum}`, `${family}.${packed}.${checksum}.`], 'cut'],
    ['5 two end marks', [`${link}.z`, `${link}.z.z`], 'damaged'],
    ['6 marks behind', ['.', ')', '>', '»', '!', '”', '🎉', ').', '…'].map((mark) => link + mark), 'opens'],
    ['7 wrapped', ['\n', '\r\n  ', '\u00ad', '\u200b', '\u200d', '\u00a0', '\u2028', '\ufeff'].map(inside), 'opens'],
    ['8 encoded once', [encodeURIComponent(address), link.replaceAll('.', '%2E'), link.replaceAll('-', '%2D')], 'opens'],
    ['8 encoded twice', [encodeURIComponent(link.replaceAll('.', '%2E'))], 'not-a-link'],
    ['8 no code', [inside('%ZZ'), inside('%')], 'damaged'],
    ['9 classic base64', [inside(' + '), inside('+'), inside('/'), `${family}.${packed}==.${checksum}.${end}`], 'damaged'],
    ['10 escaped, and behind a scanner', [`${address}&amp;lang=ko`, safe(address), `<a href="${address}">`], 'opens'],
    ['11 two joined', [link + link, `${link}.${link}`, `${address} ${address}`], 'damaged'],
    ['12 another family', ['b1.', 'a0.AAAAAAAAAA.0.z', 'a1e3.AAAAAAAAAA.0.z', 'a-1.AAAAAAAAAA.0.z'], 'not-a-link'],
    ['12 a later codec', ['b1.AAAAAAAAAA.0.z', 'a999.AAAAAAAAAA.0.z'], 'newer-version'],
    ['13 a later format', [around(bytesOf(JSON.stringify(body().with(0, 99))))], 'newer-version'],
    ['16 too long', [`a1.${'A'.repeat(32_000)}.0.z`], 'too-big'],
    ['16 a bomb', [around(new Uint8Array(0), deflateRawSync(new Uint8Array(20_000_000)))], 'too-big'],
    ['16 ratio 101', [around(new Uint8Array(0), deflateRawSync(new Uint8Array(60_000)))], 'too-big'],
    [
      '16 a nest within a small link',
      [2000, 100_000].map((deep) => around(nest(deep), deflateRawSync(nest(deep), { level: 0 }))),
      'too-big',
    ],
    ['17 a dictionary of their own', [around(bytesOf(JSON.stringify(body())), withDictionary(bytesOf(JSON.stringify(body()))))], 'damaged'],
    ['17 more behind its end', [around(bytesOf('[]'), new Uint8Array([...deflateRawSync(bytesOf('[]')), 7, 7]))], 'damaged'],
    ['17 nothing packed', [around(new Uint8Array(0)), 'a1..0.z', 'a1.Aw.0.z'], 'damaged'],
    [
      '18 no text',
      [[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xef, 0xbb, 0xbf, 0x5b, 0x5d]].map((bytes) => around(new Uint8Array(bytes))),
      'damaged',
    ],
    [
      '19 no list of columns',
      ['[1,]', '[1 /**/]', '7', '"text"', 'true', 'null', '{"a":1,"a":2}', ''].map((text) => around(bytesOf(text))),
      'damaged',
    ],
  ])('%s', async (_, texts, outcome) => {
    for (const text of texts) expect(await codeOf(text), text.slice(0, 80)).toBe(outcome);
  });

  it('4 one flipped bit, wherever it is: the same design or none', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(link.length - 1), fc.nat(6), async (at, bit) => {
        await codeOf(link.slice(0, at) + String.fromCharCode(link.charCodeAt(at) ^ (1 << bit)) + link.slice(at + 1));
      }),
      { numRuns: 1000 },
    );
  });

  it('14 of every released version opens', async () => {
    const folder = new URL('fixtures/', import.meta.url);
    const files = readdirSync(folder).filter((file) => /^v\d+-.*\.link$/.test(file));
    expect(files.length).toBeGreaterThan(5);
    for (const file of files)
      expect(await decodeLink(readFileSync(new URL(file, folder), 'utf8')), file).toMatchObject({ ok: true, repairs: [] });
  });

  it('15 with more than this version knows opens as what it knows', async () => {
    const more = [...body(), ...Array.from({ length: 8 }, () => 0), { later: 1 }, ['x']];
    expect((await opened(more)).design).toEqual(design);
  });

  it('15 with settings that this version does not have opens without them, and says which', async () => {
    const columns = body();
    (columns[5] as unknown[]).push(['tides', 7]);
    ((columns[8] as unknown[][])[7][0] as unknown[]).push(['colour', 'red']);
    const read = (await opened(columns)) as { design: Design; repairs: readonly { code: string; field: string }[] };
    expect(read.design).toEqual(design);
    expect(read.repairs.map(({ code, field }) => `${code} ${field}`).sort()).toEqual(['unknown-field colour', 'unknown-field tides']);
  });

  it('17 stored instead of squeezed opens', async () => {
    const bytes = bytesOf(JSON.stringify(body()));
    expect(await codeOf(around(bytes, deflateRawSync(bytes, { level: 0 })))).toBe('opens');
  });
});

describe('values by number', () => {
  const evil = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];

  it('23 names of the language are names, or nothing, and change nobody', async () => {
    for (const name of evil) {
      const columns = body();
      columns[4] = name;
      (columns[5] as unknown[]).push([name, { polluted: true }]);
      (columns[8] as unknown[][])[3] = [name, name];
      const { design: read } = await opened(columns);
      expect([read.title, read.nodes[0].label]).toEqual([name, name]);
      expect(Object.hasOwn(read.workload.params, name)).toBe(false);
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    }
  });

  const words = [
    '<img src=x onerror=alert(1)>',
    '"><svg/onload=alert(1)>',
    'javascript:alert(1)',
    '</script>',
    '{{7*7}}',
    '$' + '{7*7}',
    '%s%n',
    'url(x)',
    ']]>',
  ];
  it('27 words that are code elsewhere travel as they are', async () => {
    for (const word of words) {
      const columns = body();
      columns[4] = word;
      expect((await opened(columns)).design.title).toBe(word);
    }
  });

  it('28 cells that a spreadsheet would run are quoted', () => {
    for (const sign of ['=', '+', '-', '@', '\t']) expect(toCsv([`${sign}cmd`], [])).toMatch(/^"'/);
  });

  it('29 long, turned and invisible words are cut and cleaned, and the link says so', async () => {
    const cases: [string, RegExp][] = [
      ['x'.repeat(10_000).replace(/x/g, (_, at: number) => String.fromCharCode(97 + ((at * 7919) % 26))), /^[a-z]{120}$/],
      ['admin\u202etxt.exe', /^admintxt\.exe$/],
      ['a\nb\tc\u0000d', /^a b c d$/],
      [`z${'\u0301'.repeat(300)}`, /^z\u0301{119}$/],
    ];
    for (const [word, clean] of cases) {
      const columns = body();
      columns[4] = word;
      const read = await opened(columns);
      expect(read.design.title).toMatch(clean);
      expect(read.repairs.map(({ code }) => code)).toContain('text-cleaned');
    }
    for (const word of ['👨‍👩‍👧‍👦', 'аррӏе.com']) expect(cleanText(word)).toBe(word);
  });

  it('30 a design has no colours, pictures or addresses that could be set', async () => {
    const columns = body();
    (columns[8] as unknown[]).push(['red;background:url(https://x.test)']);
    const { design: read } = await opened(columns);
    expect(JSON.stringify(read)).not.toContain('x.test');
  });
});
