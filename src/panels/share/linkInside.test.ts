import { expect, it } from 'vitest';
import { withLink } from './linkInside.ts';

const link = `https://host.example/#a1.${'Ab9-_'.repeat(120)}.1x2y3z.z`;

const inside = async (bytes: number[], type: string): Promise<Uint8Array> =>
  new Uint8Array(await withLink(new Blob([Uint8Array.from(bytes)], { type }), link).arrayBuffer());
const text = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

// one black pixel, made elsewhere
const png = [
  ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  ...[0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55],
  ...[0, 0, 0, 10, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0x60, 0, 0, 0, 2, 0, 1, 0x48, 0xaf, 0xa4, 0x71],
  ...[0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82],
];

/** Bit by bit, as the specification has it: none of the writer's code. */
function checksum(bytes: Uint8Array): number {
  let rest = 0xffff_ffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb8_8320 : rest >>> 1;
  }
  return ~rest >>> 0;
}

it('a PNG keeps its chunks, and has one more with the link and a true checksum', async () => {
  const bytes = await inside(png, 'image/png');
  const view = new DataView(bytes.buffer);
  const chunks: string[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = view.getUint32(at);
    const named = bytes.subarray(at + 4, at + 8 + length);
    expect(view.getUint32(at + 8 + length)).toBe(checksum(named));
    chunks.push(text(named.subarray(0, 4)));
    if (chunks.at(-1) === 'tEXt') expect(text(named.subarray(4))).toBe(`Comment\0${link}`);
    at += 12 + length;
  }
  expect(chunks).toEqual(['IHDR', 'tEXt', 'IDAT', 'IEND']);
});

it('a GIF has it as a comment before its end, in blocks', async () => {
  const bytes = await inside([...'GIF89a'].map((letter) => letter.charCodeAt(0)).concat([1, 0, 1, 0, 0x70, 0, 0, 0x3b]), 'image/gif');
  expect([...bytes.subarray(13, 15)]).toEqual([0x21, 0xfe]);
  let found = '';
  let at = 15;
  for (; bytes[at] !== 0; at += 1 + bytes[at]) found += text(bytes.subarray(at + 1, at + 1 + bytes[at]));
  expect(found).toBe(link);
  expect([...bytes.subarray(at)]).toEqual([0, 0x3b]);
});

it('a WebM has it as a tag of its own, behind all else, with lengths that fit', async () => {
  const bytes = await inside([0x1a, 0x45, 0xdf, 0xa3, 9], 'video/webm');
  const read = (at: number, id: number[]): [from: number, end: number] => {
    expect([...bytes.subarray(at, at + id.length)]).toEqual(id);
    const length = new DataView(bytes.buffer).getUint32(at + id.length) & 0x0fff_ffff;
    return [at + id.length + 4, at + id.length + 4 + length];
  };
  const tags = read(5, [0x12, 0x54, 0xc3, 0x67]);
  expect(tags[1]).toBe(bytes.length);
  const tag = read(tags[0], [0x73, 0x73]);
  const targets = read(tag[0], [0x63, 0xc0]);
  const simple = read(targets[1], [0x67, 0xc8]);
  const name = read(simple[0], [0x45, 0xa3]);
  const string = read(name[1], [0x44, 0x87]);
  expect([text(bytes.subarray(...name)), text(bytes.subarray(...string))]).toEqual(['COMMENT', link]);
  expect([tag[1], simple[1], string[1]]).toEqual([bytes.length, bytes.length, bytes.length]);
});

it('leaves alone what it does not know', async () => {
  expect([...(await inside([1, 2, 3], 'video/mp4'))]).toEqual([1, 2, 3]);
});
