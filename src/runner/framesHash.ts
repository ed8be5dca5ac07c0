/**
 * One short text for all frames of a run: the same in the page, in Node and in every browser when and only when the frames are
 * the same to the last bit. Whole numbers of 32 bits only (murmur3's mixing on two lanes), read as little-endian words. `partTimes` are not in it: they came later, and reports of
 * before keep their text.
 */

import type { Frame } from '../engine/frame.ts';

function mix(hash: number, word: number): number {
  let k = Math.imul(word, 0xcc9e2d51);
  k = (k << 15) | (k >>> 17);
  const h = hash ^ Math.imul(k, 0x1b873593);
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
}

function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');

/** Hash of frames that arrive one after the other, so that nobody has to keep them. */
export function createFramesHash(): { add(frame: Frame): void; text(): string } {
  let left = 0x6f61756c;
  let right = 0x746c696e;
  let count = 0;
  const take = (word: number) => {
    left = mix(left, word);
    right = mix(right, word ^ left);
    count++;
  };
  return {
    add(frame) {
      take(frame.index);
      for (const array of [frame.values, frame.latency]) {
        take(array.length);
        const words = new DataView(array.buffer, array.byteOffset, array.byteLength);
        for (let at = 0; at < array.byteLength; at += 4) take(words.getInt32(at, true));
      }
    },
    text: () => hex(finish(left ^ count)) + hex(finish(right ^ count)),
  };
}

/** Sixteen hexadecimal digits for a list of frames, oldest first. */
export function framesHash(frames: Iterable<Frame>): string {
  const hash = createFramesHash();
  for (const frame of frames) hash.add(frame);
  return hash.text();
}
