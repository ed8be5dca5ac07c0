/** The checksum of zip and png (polynomial edb88320): finds every single flipped bit and every short burst. */

const table = Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

export function crc32(bytes: Uint8Array): number {
  let rest = -1;
  for (const byte of bytes) rest = (rest >>> 8) ^ table[(rest ^ byte) & 255];
  return ~rest >>> 0;
}
