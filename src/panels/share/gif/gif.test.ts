/** What is packed is unpacked here by another hand: by the specification, with none of the writer's code. */

import { expect, it } from 'vitest';
import { gifWriter } from './gifWriter.ts';

type Rgb = readonly [number, number, number];
interface Picture {
  delay: number;
  width: number;
  height: number;
  /** The screen after it. */
  screen: Uint8Array;
}

function unpack(bytes: Uint8Array): { width: number; height: number; pictures: Picture[]; isLooped: boolean } {
  const word = (at: number): number => bytes[at] | (bytes[at + 1] << 8);
  expect(String.fromCharCode(...bytes.subarray(0, 6))).toBe('GIF89a');
  const [width, height] = [word(6), word(8)];
  const screen = new Uint8Array(3 * width * height);
  const pictures: Picture[] = [];
  let isLooped = false;
  let [at, delay, through] = [13, 0, -1];
  for (; bytes[at] !== 0x3b; ) {
    if (bytes[at] === 0x21) {
      if (bytes[at + 1] === 0xf9) {
        delay = word(at + 4);
        through = bytes[at + 3] & 1 ? bytes[at + 6] : -1;
      } else isLooped = String.fromCharCode(...bytes.subarray(at + 3, at + 14)) === 'NETSCAPE2.0';
      for (at += 2; bytes[at] !== 0; at += 1 + bytes[at]);
      at++;
      continue;
    }
    expect(bytes[at]).toBe(0x2c);
    const [left, top, w, h] = [word(at + 1), word(at + 3), word(at + 5), word(at + 7)];
    const colours = at + 10;
    at = colours + 3 * (2 << (bytes[at + 9] & 7));
    const least = bytes[at++];
    const data: number[] = [];
    for (; bytes[at] !== 0; at += 1 + bytes[at]) data.push(...bytes.subarray(at + 1, at + 1 + bytes[at]));
    at++;
    const places = unlzw(data, least);
    expect(places.length).toBe(w * h);
    places.forEach((place, i) => {
      if (place === through) return;
      const to = 3 * ((top + Math.floor(i / w)) * width + left + (i % w));
      screen.set(bytes.subarray(colours + 3 * place, colours + 3 * place + 3), to);
    });
    pictures.push({ delay, width: w, height: h, screen: screen.slice() });
  }
  expect(at).toBe(bytes.length - 1);
  return { width, height, pictures, isLooped };
}

function unlzw(data: readonly number[], least: number): number[] {
  const [clear, end] = [1 << least, (1 << least) + 1];
  const fresh = (): number[][] => [...Array.from({ length: clear }, (_, i) => [i]), [], []];
  let [table, bits, last]: [number[][], number, number[] | null] = [fresh(), least + 1, null];
  const out: number[] = [];
  for (let bit = 0; ; ) {
    let code = 0;
    for (let i = 0; i < bits; i++, bit++) code |= ((data[bit >> 3] >> (bit & 7)) & 1) << i;
    if (code === end) return out;
    if (code === clear) {
      [table, bits, last] = [fresh(), least + 1, null];
      continue;
    }
    const string: number[] = table[code] ?? [...last!, last![0]];
    for (const place of string) out.push(place);
    if (last && table.length < 4096) table.push([...last, string[0]]);
    if (table.length === 1 << bits && bits < 12) bits++;
    last = string;
  }
}

const rgbaOf = (width: number, height: number, colourAt: (x: number, y: number) => Rgb): Uint8ClampedArray =>
  Uint8ClampedArray.from({ length: 4 * width * height }, (_, i) => {
    const pixel = i >> 2;
    return i % 4 === 3 ? 255 : colourAt(pixel % width, Math.floor(pixel / width))[i % 4];
  });

const written = (width: number, height: number, pictures: readonly Uint8ClampedArray[], ms = 100): Uint8Array => {
  const writer = gifWriter(width, height);
  for (const rgba of pictures) writer.add(rgba, ms);
  const parts = writer.end();
  return Uint8Array.from(parts.flatMap((part) => [...part]));
};
const rgbOf = (rgba: Uint8ClampedArray): number[] => [...rgba].filter((_, i) => i % 4 !== 3);

const white: Rgb = [255, 255, 255];
const blue: Rgb = [11, 93, 221];

it('is a GIF of its size that plays again and again, picture by picture, to the last pixel', () => {
  const pictures = [0, 3, 6].map((shift) => rgbaOf(20, 12, (x, y) => (x >= shift && x < shift + 4 && y > 3 && y < 9 ? blue : white)));
  const gif = unpack(written(20, 12, pictures, 120));
  expect([gif.width, gif.height, gif.isLooped]).toEqual([20, 12, true]);
  expect(gif.pictures.map(({ delay }) => delay)).toEqual([12, 12, 12]);
  expect(gif.pictures.map(({ screen }) => [...screen])).toEqual(pictures.map(rgbOf));
  // only what moved is in the later ones
  expect(gif.pictures.map(({ width, height }) => [width, height])).toEqual([
    [20, 12],
    [7, 5],
    [7, 5],
  ]);
});

it('keeps a picture that stands still, at hardly any cost', () => {
  const still = rgbaOf(64, 64, (x, y) => [x, y, 128]);
  const one = written(64, 64, [still]);
  const two = written(64, 64, [still, still]);
  expect(unpack(two).pictures.length).toBe(2);
  expect(two.length - one.length).toBeLessThan(40);
});

it('comes near to more colours than it may have, through every width of its codes', () => {
  // 64 × 64 × some: more strings than a table holds, more colours than a picture may have
  const side = 160;
  const noise = (x: number, y: number): number => ((x * 7919 + y * 104_729 + x * y * 31) >>> 0) & 255;
  const many = rgbaOf(side, side, (x, y) => [noise(x, y), noise(y, x), 40]);
  const {
    pictures: [{ screen }],
  } = unpack(written(side, side, [many]));
  const wanted = rgbOf(many);
  const far = wanted.reduce((sum, value, i) => sum + Math.abs(value - screen[i]), 0) / wanted.length;
  expect(far).toBeLessThan(8);
});

it('shows a drawn picture of few colours exactly', () => {
  const few: readonly Rgb[] = [white, blue, [27, 36, 48], [149, 40, 20], [225, 230, 237]];
  const picture = rgbaOf(90, 40, (x, y) => few[(x * 3 + y) % few.length]);
  expect([...unpack(written(90, 40, [picture])).pictures[0].screen]).toEqual(rgbOf(picture));
});
