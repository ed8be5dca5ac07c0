/** The notes on a kind that lie in its folder; each language of each kind is a chunk of its own, fetched when asked for. */

import type { NodeKind } from '../../nodes/specs.ts';

const files = import.meta.glob<string>('../../nodes/*/docs.*.md', { query: '?raw', import: 'default' });

/** Null where a kind has none. */
export async function kindDocs(kind: NodeKind, locale: string): Promise<string | null> {
  const load = files[`../../nodes/${kind}/docs.${locale}.md`];
  return load ? load() : null;
}
