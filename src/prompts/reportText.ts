/**
 * A report behind the link of its design: `#a1.….z&p=chat&r=r1.<base64url of raw deflate>.<crc32 in base 36>.z`. Pages that know nothing of
 * reports open the design. Works in pages and Node.
 */

import { fromBase64url, toBase64url } from '../design/base64url.ts';
import { crc32 } from '../design/crc32.ts';
import { collect } from '../design/packing.ts';
import { type ReadPaper, type ReportPaper, type ReportProblem, readPaper } from './reportRecord.ts';

/** Characters of a whole link with a report; longer ones are given as a file, or without the build history. */
export const longestReportLink = 16_000;
/** Bytes a paper may unpack to, and how many times its own size. */
const mostBytes = 1_000_000;
const highestRatio = 100;
const frame = /^r1\.([A-Za-z0-9_-]+)\.([0-9a-z]{1,7})\.z$/;

/** What stands behind `&r=`. */
export async function packPaper(paper: ReportPaper): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(paper));
  const packed = await collect(bytes, new CompressionStream('deflate-raw'), Infinity);
  return `r1.${toBase64url(packed.bytes)}.${crc32(bytes).toString(36)}.z`;
}

/** The paper of an address, if it carries one; null where it does not. Decorations of chats behind it are forgiven. */
export const paperTextOf = (fragment: string): string | null =>
  /[&;]r=([\w.-]+)/.exec(fragment.replace(/\s+/g, ''))?.[1].replace(/[.-]+$/, '') ?? null;

/** Reads what stands behind `&r=`. Never throws. */
export async function unpackPaper(text: string): Promise<ReadPaper | { ok: false; problem: ReportProblem | 'damaged' }> {
  const [, body = '', checksum = ''] = frame.exec(text) ?? [];
  const packed = body === '' ? null : fromBase64url(body);
  if (!packed) return { ok: false, problem: /^r[2-9]\./.test(text) ? 'newer-version' : 'damaged' };
  try {
    const { bytes, cut } = await collect(packed, new DecompressionStream('deflate-raw'), Math.min(mostBytes, packed.length * highestRatio));
    if (cut || crc32(bytes).toString(36) !== checksum) return { ok: false, problem: 'damaged' };
    return readPaper(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { ok: false, problem: 'damaged' };
  }
}
