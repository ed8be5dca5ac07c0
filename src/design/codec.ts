/**
 * A whole design as a link: `a1.<base64url of raw deflate>.<crc32 in base 36>.z`. The checksum is that of the inflated
 * bytes. Works the same in pages, workers and Node; needs nothing but what all of them bring along.
 */

import { engineMajor } from '../engine/version.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { crc32 } from './crc32.ts';
import type { Design } from './design.ts';
import { momentOf, readBody, rowsOf, verdictOf } from './linkRead.ts';
import { endMark, type LinkTextProblem, linkFamily, linkVersion, splitLink } from './linkText.ts';
import { writeBody } from './linkWrite.ts';
import { type Collected, collect } from './packing.ts';
import { type DesignProblem, deepest, depthOf, linkLimits, parseDesign } from './parse.ts';
import type { Repair } from './repairs.ts';
import { idsOf, readMoment, type SharedMoment } from './sharedMoment.ts';
import { readVerdict, type SharedVerdict } from './sharedVerdict.ts';

/** Bytes a link may unpack to, and how many times its own size: a short link must not cost a phone its memory. */
export const mostInflated = 262_144;
export const highestRatio = 100;

export type LinkProblem =
  | LinkTextProblem
  /** What does not fit: its packing, its checksum, its text, or the shape of what it holds. */
  | { code: 'damaged'; reason: 'packing' | 'checksum' | 'text' | 'shape' }
  | { code: 'too-big'; what: 'inflated' | 'ratio'; count: number; max: number }
  | Extract<DesignProblem, { code: 'newer-version' | 'too-big' }>;

export type Decoded =
  /**
   * `madeWith` is the engine major of its maker; another than ours may give other numbers. `moment`: where its maker wants it opened.
   * `verdict`: what its maker's run came to.
   */
  | {
      ok: true;
      design: Design;
      repairs: readonly Repair[];
      madeWith: number | null;
      moment: SharedMoment | null;
      verdict: SharedVerdict | null;
    }
  | { ok: false; problem: LinkProblem };

/**
 * The fragment of a link, without `#`. The same design gives the same text on the same machine, and the same design back
 * everywhere. Very large designs give texts that `decodeLink` refuses: check the length against `longestLink`, the nodes against
 * `linkLimits`, and offer a file instead.
 * @param moment where it shall be opened; left out: at its beginning
 * @param verdict what its run came to here; left out: it was not run
 */
export async function encodeLink(
  design: Design,
  moment: SharedMoment | null = null,
  verdict: SharedVerdict | null = null,
): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(writeBody(design, engineMajor, moment, verdict)));
  const packed = await collect(bytes, new CompressionStream('deflate-raw'), Infinity);
  return `${linkFamily}${linkVersion}.${toBase64url(packed.bytes)}.${crc32(bytes).toString(36)}.${endMark}`;
}

/** Reads whatever somebody pasted or opened. Refuses with a reason; never throws, never guesses. */
export async function decodeLink(text: string): Promise<Decoded> {
  const refuse = (problem: LinkProblem): Decoded => ({ ok: false, problem });
  const link = splitLink(text);
  if (!link.ok) return link;
  const packed = fromBase64url(link.body);
  if (!packed) return refuse({ code: 'damaged', reason: 'alphabet' });
  const most = Math.min(mostInflated, packed.length * highestRatio);
  let inflated: Collected;
  try {
    inflated = await collect(packed, new DecompressionStream('deflate-raw'), most);
  } catch {
    return refuse({ code: 'damaged', reason: 'packing' });
  }
  if (inflated.cut)
    return refuse({ code: 'too-big', what: most < mostInflated ? 'ratio' : 'inflated', count: inflated.bytes.length, max: most });
  if (crc32(inflated.bytes).toString(36) !== link.checksum) return refuse({ code: 'damaged', reason: 'checksum' });
  if (await endsEarly(packed)) return refuse({ code: 'damaged', reason: 'packing' });
  return readDesign(inflated.bytes);
}

/** Bytes behind the packing's end: browsers refuse them, Node passes over them. Without its last byte, sound packing is incomplete. */
async function endsEarly(packed: Uint8Array<ArrayBuffer>): Promise<boolean> {
  try {
    await collect(packed.subarray(0, -1), new DecompressionStream('deflate-raw'), mostInflated);
    return true;
  } catch {
    return false;
  }
}

function readDesign(bytes: Uint8Array): Decoded {
  let body: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const depth = depthOf(text);
    if (depth > deepest) return { ok: false, problem: { code: 'too-big', what: 'depth', count: depth, max: deepest } };
    body = JSON.parse(text);
  } catch {
    return { ok: false, problem: { code: 'damaged', reason: 'text' } };
  }
  for (const [what, count] of Object.entries(rowsOf(body)) as [keyof ReturnType<typeof rowsOf>, number][])
    if (count > linkLimits[what]) return { ok: false, problem: { code: 'too-big', what, count, max: linkLimits[what] } };
  const raw = readBody(body);
  const parsed: ReturnType<typeof parseDesign> = raw ? parseDesign(raw, linkLimits) : { ok: false, problem: { code: 'not-a-design' } };
  if (parsed.ok) {
    const ids = { nodes: idsOf(raw?.nodes), links: idsOf(raw?.links) };
    return { ...parsed, moment: readMoment(momentOf(body), parsed.design, ids), verdict: readVerdict(verdictOf(body)) };
  }
  const { problem } = parsed;
  return {
    ok: false,
    problem: problem.code === 'newer-version' || problem.code === 'too-big' ? problem : { code: 'damaged', reason: 'shape' },
  };
}
