/** A moving GIF, picture after picture: of each only the rectangle that changed, and of that only what did. Pure; runs in a worker. */

import { packed } from './lzw.ts';
import { bucketOf, paletteOf } from './palette.ts';

export interface GifWriter {
  /**
   * @param rgba opaque, of the whole picture; kept to compare the next one with
   * @param ms how long it stands; GIFs count in hundredths of a second
   */
  add(rgba: Uint8ClampedArray, ms: number): void;
  /** Bytes so far. */
  size(): number;
  end(): Uint8Array[];
}

/** One of 256 is for what stays as it was. */
const mostColours = 255;

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export function gifWriter(width: number, height: number): GifWriter {
  const parts: Uint8Array[] = [headOf(width, height)];
  let before: Uint8ClampedArray | null = null;
  return {
    add(rgba, ms) {
      const box = before ? changedBox(before, rgba, width, height) : { left: 0, top: 0, width, height };
      parts.push(...pictureOf(rgba, before, width, box, Math.round(ms / 10)));
      before = rgba;
    },
    size: () => parts.reduce((sum, part) => sum + part.length, 0),
    end: () => [...parts, Uint8Array.of(0x3b)],
  };
}

const word = (value: number): [number, number] => [value & 255, value >> 8];
const letters = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

/** GIF89a, its size, no colours of the whole, and the wish to be played again and again. */
function headOf(width: number, height: number): Uint8Array {
  const again = [0x21, 0xff, 11, ...letters('NETSCAPE2.0'), 3, 1, 0, 0, 0];
  return Uint8Array.of(...letters('GIF89a'), ...word(width), ...word(height), 0x70, 0, 0, ...again);
}

/** All that differs lies in it; where nothing does, one corner: a picture without a place is none. */
function changedBox(before: Uint8ClampedArray, now: Uint8ClampedArray, width: number, height: number): Box {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      if (isSame(before, now, at)) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  return right < 0 ? { left: 0, top: 0, width: 1, height: 1 } : { left, top, width: right - left + 1, height: bottom - top + 1 };
}

const isSame = (a: Uint8ClampedArray, b: Uint8ClampedArray, at: number): boolean =>
  a[at] === b[at] && a[at + 1] === b[at + 1] && a[at + 2] === b[at + 2];

function pictureOf(rgba: Uint8ClampedArray, before: Uint8ClampedArray | null, width: number, box: Box, delay: number): Uint8Array[] {
  const inBox = new Uint8ClampedArray(4 * box.width * box.height);
  const changed = new Uint8Array(box.width * box.height);
  for (let y = 0, to = 0; y < box.height; y++) {
    for (let x = 0; x < box.width; x++, to++) {
      const from = 4 * ((box.top + y) * width + box.left + x);
      for (let i = 0; i < 4; i++) inBox[4 * to + i] = rgba[from + i];
      changed[to] = before && isSame(before, rgba, from) ? 0 : 1;
    }
  }
  const { rgb, placeOf } = paletteOf(inBox, mostColours);
  const stays = rgb.length / 3;
  const bits = Math.max(1, Math.ceil(Math.log2(stays + 1)));
  const places = changed.map((is, at) => (is ? placeOf[bucketOf(inBox, 4 * at)] : stays));
  const colours = new Uint8Array(3 << bits);
  colours.set(rgb);
  const control = [0x21, 0xf9, 4, 0b101, ...word(delay), stays, 0];
  const place = [0x2c, ...word(box.left), ...word(box.top), ...word(box.width), ...word(box.height), 0x80 | (bits - 1)];
  return [Uint8Array.of(...control, ...place), colours, packed(places, bits)];
}
