/** Facts of a grading made marks: a row is graded when all its seeds are in, and its seeds are let go then. */

import type { Task } from '../../src/prompts/calmDesign.ts';
import type { Mark } from '../../src/prompts/marks.ts';
import { mergeSeeds } from '../../src/prompts/merge.ts';
import type { Prompt } from '../../src/prompts/prompt.ts';
import { isPromptId, promptEntries } from '../../src/prompts/registry.ts';
import type { Fact, SheetRow, Unit } from './parts.ts';

const known = new Map<string, Promise<Prompt>>();

/** The prompt of that id; null where there is none. */
export function promptNamed(id: string): Promise<Prompt> | null {
  const entry = isPromptId(id) ? promptEntries[id] : undefined;
  if (!entry) return null;
  const found = known.get(id) ?? entry.prompt();
  known.set(id, found);
  return found;
}

export interface Collector {
  take(fact: Fact): Promise<void>;
  /** In the order of the sheet. */
  marks(): Mark[];
}

/** @param assigned the task of all rows; null: each row's own */
export function createCollector(seeds: number, assigned: Task | null = null): Collector {
  const rows = new Map<number, SheetRow>();
  const units = new Map<number, Unit[]>();
  const done = new Map<number, Pick<Mark, 'grade' | 'problem'>>();

  /** When the row and all its seeds are there. */
  const settle = async (line: number) => {
    const row = rows.get(line);
    const own = units.get(line);
    if (row === undefined || own?.length !== seeds) return;
    units.delete(line);
    const failed = own.find((unit) => unit.failed !== undefined);
    const prompt: Promise<Task> | Task | null = assigned ?? (row.prompt === null ? null : promptNamed(row.prompt));
    if (failed || prompt === null) done.set(line, { grade: null, problem: failed?.failed ?? 'no prompt' });
    else
      done.set(line, {
        grade: mergeSeeds(
          await prompt,
          own.flatMap(({ grade }) => grade ?? []),
        ),
        problem: null,
      });
  };

  return {
    async take(fact) {
      if ('row' in fact) rows.set(fact.row.line, fact.row);
      else units.set(fact.unit.line, [...(units.get(fact.unit.line) ?? []), fact.unit]);
      await settle('row' in fact ? fact.row.line : fact.unit.line);
    },
    marks: () =>
      [...rows.values()]
        .sort((a, b) => a.line - b.line)
        .map((row) => ({ ...row, ...(done.get(row.line) ?? { grade: null, problem: row.problem ?? 'not played' }) })),
  };
}
