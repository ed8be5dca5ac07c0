/** What is kept of each lesson on this device, beside the documents and never among them. */

import type { Lesson, LessonId } from '../lessons/lesson.ts';
import { type Progress, readProgress } from '../lessons/progress.ts';
import { browserShelf } from './browserShelf.ts';
import { fetchParser, type Shelf } from './documents.ts';

export interface Kept {
  progress: Progress;
  /** Wall clock, milliseconds since 1970. */
  savedAt: number;
}

const keyOf = (id: LessonId): string => `lesson:${id}`;

let shelf: Shelf = browserShelf;

/** For tests. */
export function useShelf(other: Shelf): void {
  shelf = other;
}

/** null where nothing was kept, nothing of it makes sense any more, or storage fails. */
export async function keptOf(lesson: Lesson): Promise<Kept | null> {
  try {
    const text = await shelf.get(keyOf(lesson.id));
    if (typeof text !== 'string') return null;
    const { parseDesign } = await fetchParser();
    const { progress, savedAt } = JSON.parse(text) as Record<string, unknown>;
    const read = readProgress(lesson, progress, (given) => {
      const parsed = parseDesign(given);
      return parsed.ok ? parsed.design : null;
    });
    return read && { progress: read, savedAt: typeof savedAt === 'number' ? savedAt : 0 };
  } catch {
    return null;
  }
}

/** What cannot be kept is still there until the page is left. */
export async function keep(progress: Progress): Promise<void> {
  try {
    await shelf.set(keyOf(progress.id), JSON.stringify({ progress, savedAt: Date.now() } satisfies Kept));
  } catch {
    // Forbidden or full: nothing hangs on it.
  }
}

/** Which lessons were begun, and how far each has come: for the list, without reading their designs. */
export async function stepsKept(): Promise<Readonly<Partial<Record<LessonId, { at: number; answers: number }>>>> {
  try {
    const keys = (await shelf.keys()).filter((key) => key.startsWith('lesson:'));
    const found = await Promise.all(keys.map(async (key) => [key.slice('lesson:'.length), await shelf.get(key)] as const));
    return Object.fromEntries(found.flatMap(([id, text]) => [[id, stepsIn(text)]]).filter(([, steps]) => steps !== null));
  } catch {
    return {};
  }
}

function stepsIn(text: unknown): { at: number; answers: number } | null {
  try {
    const { at, answers } = (JSON.parse(String(text)) as { progress: Progress }).progress;
    return Number.isInteger(at) ? { at, answers: Object.keys(answers).length } : null;
  } catch {
    return null;
  }
}
