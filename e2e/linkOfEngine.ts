/** Links as pages with other engines write them. */

import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../src/design/crc32.ts';
import { writeBody } from '../src/design/linkWrite.ts';
import { balanced } from '../src/library/balanced.ts';

/** As an older or newer page would have written it. */
export function linkOfEngine(engine: number): string {
  const verdict = { seconds: 600, servedPerSecond: 1980, availability: 0.9993, p99: 0.0482 };
  const bytes = new TextEncoder().encode(JSON.stringify(writeBody(balanced.design, engine, null, verdict)));
  return `a1.${deflateRawSync(bytes).toString('base64url')}.${crc32(bytes).toString(36)}.z`;
}
