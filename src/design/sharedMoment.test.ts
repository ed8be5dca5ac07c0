import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chapter } from '../library/chapter.ts';
import { toBase64url } from './base64url.ts';
import { decodeLink, encodeLink } from './codec.ts';
import { crc32 } from './crc32.ts';
import { writeBody } from './linkWrite.ts';
import type { SharedMoment } from './sharedMoment.ts';
import { longestMomentNote } from './text.ts';

const { design } = chapter;
const moment: SharedMoment = {
  at: 41.23456789,
  view: { x: -120, y: 40, width: 900, height: 600 },
  part: design.nodes[2].id,
  request: { number: 0x7fffffff, bornAt: 40.875 },
  note: '데이터베이스의 대기열을 보세요 <img src=x onerror=alert(1)>',
};
const linkWith = (tail: unknown): string => {
  const body = JSON.parse(JSON.stringify(writeBody(design, 1, moment))) as unknown[];
  const bytes = new TextEncoder().encode(JSON.stringify(body.with(15, tail)));
  return `a1.${toBase64url(deflateRawSync(bytes))}.${crc32(bytes).toString(36)}.z`;
};
const momentIn = async (link: string) => {
  const decoded = await decodeLink(link);
  if (!decoded.ok) throw new Error(decoded.problem.code);
  return decoded.moment;
};

describe('a link to a moment', () => {
  it('gives back the second, what was seen and pointed at, and the note, and the very same design', async () => {
    expect(await decodeLink(await encodeLink(design, moment))).toMatchObject({ ok: true, design, repairs: [], moment });
    for (const part of [design.links[3].id, null])
      expect(await momentIn(await encodeLink(design, { ...moment, part }))).toEqual({ ...moment, part });
  });

  it('keeps every bit of the second, whatever is left out beside it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          at: fc.double({ min: 0, max: design.seconds, noNaN: true }).map((at) => at + 0),
          view: fc.option(
            fc.record({
              x: fc.integer({ min: -5000, max: 5000 }),
              y: fc.integer({ min: -5000, max: 5000 }),
              width: fc.integer({ min: 20, max: 9000 }),
              height: fc.integer({ min: 20, max: 9000 }),
            }),
          ),
          part: fc.option(fc.constantFrom(...[...design.nodes, ...design.links].map(({ id }) => id))),
          request: fc.option(
            fc.record({ number: fc.nat(0x7fffffff), bornAt: fc.double({ min: 0, max: design.seconds, noNaN: true }).map((at) => at + 0) }),
          ),
          note: fc.constantFrom('', 'look', '보세요', 'a'.repeat(280)),
        }),
        async (given) => {
          expect(await momentIn(await encodeLink(design, given))).toEqual(given);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of a design without notes and recordings costs less than sixty characters', async () => {
    const without = await encodeLink(design);
    const plain = await encodeLink(design, { at: 41.2, view: null, part: design.nodes[2].id, request: null, note: '' });
    expect(plain.length - without.length).toBeLessThan(30);
    const whole = await encodeLink(design, { ...moment, note: '' });
    expect(whole.length - without.length).toBeLessThan(60);
  });

  it('opens the design at its beginning when its moment is none', async () => {
    const outside: unknown[] = [0, null, 'x', {}, [], ['41'], [null], [-1], [design.seconds + 1]];
    for (const tail of outside) {
      const decoded = await decodeLink(linkWith(tail));
      expect(decoded, JSON.stringify(tail)).toMatchObject({ ok: true, design, moment: null });
    }
  });

  it('leaves out what does not fit, and keeps the rest', async () => {
    const bare = { at: 7, view: null, part: null, request: null, note: '' };
    const tails: unknown[] = [
      [7],
      [7, [1, 2, 3], 99, [1], 5],
      [7, ['1', 2, 300, 400], -99, ['1', 2], {}],
      [7, [0, 0, 1, 1], 0, [2 ** 31, 3], null],
      [7, [0, 0, 1e9, 400], 0.5, [1, -3], []],
      [7, [0, 0, null, 400], 'web-1', [1.5, 3], ''],
    ];
    for (const tail of tails) expect(await momentIn(linkWith(tail)), JSON.stringify(tail)).toEqual(bare);
  });

  it('cleans and shortens the note', async () => {
    const note = `first\nsecond\u202e third\u0000${'x'.repeat(500)}`;
    const read = await momentIn(linkWith([7, 0, 0, 0, note]));
    expect(read?.note).toMatch(/^first second third x+$/);
    expect(read?.note.length).toBe(longestMomentNote);
  });

  it('is never thrown off by anything in its place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (junk) => {
        expect(await decodeLink(linkWith(junk))).toMatchObject({ ok: true, design });
      }),
      { numRuns: 200 },
    );
  });
});
