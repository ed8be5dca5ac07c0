/**
 * Older documents, lifted step by step to the shape of today. Rules at this door:
 *
 * - A step is named after what it does, is pure, and is never changed once released; documents of its age exist for ever.
 * - Links and files leave nothing to memory, except that links leave out defaults. So whoever changes the default of a field,
 *   removes a field or an option, or renames a kind adds a step that writes the old meaning into documents that lack it.
 *   Adding a field, an option or a kind needs no step.
 * - A step receives a document that nobody has checked yet.
 */

import { writeDefaultsBefore2 } from './defaultsBefore2.ts';

/** The version that `Design.format` names. */
export const currentFormat = 2;

export type RawDesign = Readonly<Record<string, unknown>>;

export interface Migration {
  /** What it does, in words: `split-timeout-from-patience`. */
  name: string;
  /** The version it starts from; it ends at the next. */
  from: number;
  up(design: RawDesign): RawDesign;
}

/** In order of `from`, one for each version before `currentFormat`. */
export const migrations: readonly Migration[] = [{ name: 'write-defaults-before-2', from: 1, up: writeDefaultsBefore2 }];

/** Lifts `design` from version `from` to `currentFormat`. */
export function migrate(design: RawDesign, from: number, steps: readonly Migration[] = migrations): RawDesign {
  return steps.filter((step) => step.from >= from).reduce((raised, step) => ({ ...step.up(raised), format: step.from + 1 }), design);
}
