/** Terms that are meant by what somebody types, in either language: by name first, then by what they mean. */

import { type TermId, termIds, termOf } from './terms.ts';

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** In the chapter's order; all of them where nothing is asked. */
export function foundTerms(asked: string, means: Readonly<Record<TermId, string>>): readonly TermId[] {
  const wanted = plain(asked);
  if (wanted === '') return termIds;
  const isNamed = (id: TermId) => [termOf(id).en, termOf(id).ko].some((name) => plain(name).includes(wanted));
  const named = termIds.filter(isNamed);
  return [...named, ...termIds.filter((id) => !isNamed(id) && plain(means[id]).includes(wanted))];
}
