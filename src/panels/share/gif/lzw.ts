/** The packing of a GIF: codes of growing width for strings of places that were seen before (GIF89a, appendix F). Pure. */

const mostCodes = 4096;

/**
 * @param places of colours, each below 2 ** `bits`
 * @returns the picture's data as a GIF holds it: the width, blocks of at most 255 bytes, and an empty one
 */
export function packed(places: Uint8Array, bits: number): Uint8Array {
  const width = Math.max(2, bits);
  const clear = 1 << width;
  const out = new Uint8Array(64 + 2 * places.length);
  let length = 0;
  let [held, heldBits] = [0, 0];
  let [codeWidth, next] = [width + 1, clear + 2];
  /** By the code of a string and the place after it: the code of both, and whose table that was. */
  const table = new Uint16Array(mostCodes * 256);
  const madeIn = new Uint16Array(mostCodes * 256);
  let era = 1;

  const write = (code: number): void => {
    held |= code << heldBits;
    heldBits += codeWidth;
    for (; heldBits >= 8; heldBits -= 8, held >>>= 8) out[length++] = held & 255;
  };
  write(clear);
  let string = places[0];
  for (let at = 1; at < places.length; at++) {
    const key = (string << 8) | places[at];
    if (madeIn[key] === era) {
      string = table[key];
      continue;
    }
    write(string);
    if (next < mostCodes) {
      table[key] = next;
      madeIn[key] = era;
      if (next === 1 << codeWidth) codeWidth++;
      next++;
    } else {
      write(clear);
      era++;
      [codeWidth, next] = [width + 1, clear + 2];
    }
    string = places[at];
  }
  write(string);
  write(clear + 1);
  if (heldBits > 0) out[length++] = held & 255;
  return inBlocks(width, out.subarray(0, length));
}

function inBlocks(width: number, bytes: Uint8Array): Uint8Array {
  const count = Math.ceil(bytes.length / 255);
  const out = new Uint8Array(1 + bytes.length + count + 1);
  out[0] = width;
  let to = 1;
  for (let from = 0; from < bytes.length; from += 255) {
    const block = bytes.subarray(from, from + 255);
    out[to++] = block.length;
    out.set(block, to);
    to += block.length;
  }
  return out;
}
