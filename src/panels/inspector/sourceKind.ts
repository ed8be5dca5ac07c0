/** What sort of source stands behind a default, from its mark in the spec. */
export type SourceKind = 'assumption' | 'measured' | 'known' | 'published' | 'model';

export function sourceKind(source: string): SourceKind {
  if (source === 'assumption') return 'assumption';
  if (source === 'M') return 'measured';
  if (source === 'K') return 'known';
  return /^V\d/.test(source) ? 'published' : 'model';
}
