/** Unpacks what others have packed, never more than a drawing can be. */

import { Inflate, strFromU8 } from 'fflate';
import { fromBase64url } from '../design/base64url.ts';
import { longestSource } from './sketch.ts';

/** Raw deflate in base64, of text that was percent-encoded before. Null for everything else, and for what grows beyond a drawing's size. */
export function inflateRawSync(base64: string): string | null {
  try {
    const bytes = fromBase64url(
      base64
        .replace(/[\s=]+/g, '')
        .replace(/\+/g, '-')
        .replace(/\//g, '_'),
    );
    if (bytes === null) return null;
    const pieces: Uint8Array[] = [];
    let size = 0;
    const inflate = new Inflate((piece) => {
      size += piece.length;
      if (size > longestSource) throw new Error('too big');
      pieces.push(piece);
    });
    // In small pieces, so that what comes out of each can be counted before the next.
    for (let at = 0; at < bytes.length; at += 1024) inflate.push(bytes.subarray(at, at + 1024), at + 1024 >= bytes.length);
    const whole = new Uint8Array(size);
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return decodeURIComponent(strFromU8(whole));
  } catch {
    return null;
  }
}
