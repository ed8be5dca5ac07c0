/** Notes that stand for parts of kinds that this version does not know: who shows them needs no more than this. See `strangers.ts`. */

import type { Design, DesignNote, Stranger } from './design.ts';

export type StrangerNote = DesignNote & { stranger: Stranger };

export const isStranger = (note: DesignNote): note is StrangerNote => note.stranger !== undefined;

export const strangersOf = (design: Pick<Design, 'notes'>): readonly StrangerNote[] => (design.notes ?? []).filter(isStranger);

/** What it calls its kind. */
export const strangerKind = ({ part }: Stranger): string => String(part.kind);
