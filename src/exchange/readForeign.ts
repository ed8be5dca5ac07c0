/** The one door for what other programs made: finds out what it is, reads it, draws it. */

import { isCompose, readCompose } from './compose.ts';
import { type Drawn, drawn } from './draw.ts';
import { isDrawio, readDrawio } from './drawio.ts';
import { isMermaid, readMermaid } from './mermaid.ts';
import { longestSource, type Sketch } from './sketch.ts';

export type ForeignFormat = 'mermaid' | 'compose' | 'drawio';

const readers: Readonly<Record<ForeignFormat, { is: (text: string) => boolean; read: (text: string) => Sketch }>> = {
  drawio: { is: isDrawio, read: readDrawio },
  mermaid: { is: isMermaid, read: readMermaid },
  compose: { is: isCompose, read: readCompose },
};

export type Foreign = { ok: true; format: ForeignFormat } & Drawn;

/** What a text is, by how it begins; null when it is none of these, or too long to be a drawing. */
export function foreignFormat(text: string): ForeignFormat | null {
  if (text.length > longestSource) return null;
  return (Object.keys(readers) as ForeignFormat[]).find((format) => readers[format].is(text)) ?? null;
}

/**
 * A text of another program as a design.
 * @returns null when it is none that is known; a design without parts when nothing in it was understood. Never throws.
 */
export function readForeign(text: string): Foreign | null {
  const format = foreignFormat(text);
  return format === null ? null : { ok: true, format, ...drawn(readers[format].read(text)) };
}
