/** Bytes as text of `A–Z a–z 0–9 - _`, without padding: survives every chat, mail and markdown. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export function toBase64url(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const group = (bytes[i] << 16) | ((left > 1 ? bytes[i + 1] : 0) << 8) | (left > 2 ? bytes[i + 2] : 0);
    for (let digit = 0; digit < Math.min(4, left + 1); digit += 1) text += alphabet[(group >> (18 - 6 * digit)) & 63];
  }
  return text;
}

/** Null for a foreign character, an impossible length, or spare bits that are not 0: one byte string has one spelling. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let kept = 0;
  let length = 0;
  for (const c of text) {
    const digit = alphabet.indexOf(c);
    if (digit < 0) return null;
    bits = ((bits << 6) | digit) & 0xffff;
    kept += 6;
    if (kept >= 8) {
      kept -= 8;
      bytes[length++] = (bits >> kept) & 255;
    }
  }
  return (bits & ((1 << kept) - 1)) === 0 ? bytes : null;
}
