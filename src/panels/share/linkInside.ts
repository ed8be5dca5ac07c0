/** Pictures and films carry the link of their design where each format keeps remarks: whoever has the picture can find the design. Pure. */

import { crc32 } from '../../design/crc32.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const ascii = (text: string): Bytes => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const joined = (...parts: Bytes[]): Bytes => Uint8Array.from(parts.flatMap((part) => [...part]));

function word32(value: number): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** PNG, 11.3.3.3: a chunk of a keyword and Latin-1 text, with length and checksum. */
function pngText(text: string): Bytes {
  const named = joined(ascii('tEXtComment\0'), ascii(text));
  return joined(word32(named.length - 4), named, word32(crc32(named)));
}

/** GIF89a, 24: a comment in blocks of at most 255 bytes. */
function gifComment(text: string): Bytes {
  const blocks: Bytes[] = [];
  for (let at = 0; at < text.length; at += 255) {
    const block = ascii(text.slice(at, at + 255));
    blocks.push(Uint8Array.of(block.length), block);
  }
  return joined(Uint8Array.of(0x21, 0xfe), ...blocks, Uint8Array.of(0));
}

/** An element of EBML with its length in four bytes. */
const element = (id: readonly number[], content: Bytes): Bytes =>
  joined(Uint8Array.from(id), word32(0x1000_0000 | content.length), content);

/** Matroska: tags about the whole film, as one element more of the segment, which a recorder leaves open. */
function webmTags(text: string): Bytes {
  const remark = element([0x67, 0xc8], joined(element([0x45, 0xa3], ascii('COMMENT')), element([0x44, 0x87], ascii(text))));
  return element([0x12, 0x54, 0xc3, 0x67], element([0x73, 0x73], joined(element([0x63, 0xc0], new Uint8Array(0)), remark)));
}

/** Signature and header of a PNG; what follows may be remarks. */
const pngHead = 33;

/** @param link letters that are in an address, no others */
export function withLink(blob: Blob, link: string): Blob {
  const { type } = blob;
  if (type === 'image/png') return new Blob([blob.slice(0, pngHead), pngText(link), blob.slice(pngHead)], { type });
  if (type === 'image/gif') return new Blob([blob.slice(0, -1), gifComment(link), blob.slice(-1)], { type });
  return type === 'video/webm' ? new Blob([blob, webmTags(link)], { type }) : blob;
}
