/** A sheet of hand-ins read line by line: who, which link or file, which prompt. Forgives what spreadsheets and pasting do. Pure. */

import { cellsOf, type Separator, separatorOf } from '../design/csv.ts';
import { isPromptId } from './registry.ts';

export interface HandIn {
  /** Of the sheet, from 1: where its row begins. */
  line: number;
  name: string;
  /** A link or the name of a file; '' where the row has none. */
  source: string;
  /** As it stands in the sheet; null where nothing is said of it. */
  prompt: string | null;
}

/** Headings that say what a column is, in lower case. */
const headings = {
  name: ['name', 'student', 'candidate', 'id', 'user', 'email', '이름', '학생', '학번', '성명', '지원자'],
  source: ['link', 'url', 'design', 'file', 'hand-in', 'submission', 'answer', '링크', '주소', '설계', '파일', '제출', '제출물'],
  prompt: ['prompt', 'assignment', 'task', 'question', '과제', '문제', '프롬프트'],
} as const;
type Role = keyof typeof headings;

/** A whole address or the fragment of one, and a file's name. */
export const looksLikeLink = (cell: string): boolean => /#|^<?[a-z]\d{1,3}\.[\w-]{8,}/i.test(cell);
const looksLikeFile = (cell: string): boolean => /\.json$/i.test(cell);
const looksLikeSource = (cell: string): boolean => looksLikeLink(cell) || looksLikeFile(cell);

/** A prompt may travel behind the link (`…&p=chat`); the sheet's own word goes before it. */
const promptBehind = (source: string): string | null => /[&#]p=([a-z-]+)/.exec(source)?.[1] ?? null;

export interface HandInReader {
  /** The next line of the sheet; null where it is a heading, empty, or a row that goes on in the next line. */
  take(line: string): HandIn | null;
  /** What was begun and never ended; null when there is nothing. */
  end(): HandIn | null;
}

export function createHandInReader(): HandInReader {
  let lineNumber = 0;
  let separator: Separator | null = null;
  let columns: Partial<Record<Role, number>> | null = null;
  /** A row whose quotes are not closed yet, and where it began. */
  let open: { text: string; line: number } | null = null;

  const rowOf = (text: string, line: number): HandIn | null => {
    if (text.trim() === '') return null;
    separator ??= separatorOf([text]);
    const cells = cellsOf(text, separator);
    if (columns === null) {
      columns = columnsOf(cells);
      if (columns !== null) return null;
      columns = {};
    }
    return handInOf(cells, columns, line);
  };

  return {
    take(given) {
      lineNumber++;
      const text = lineNumber === 1 ? given.replace(/^\ufeff/, '') : given;
      const whole: string = open === null ? text : `${open.text}\n${text}`;
      const from: number = open?.line ?? lineNumber;
      // a quote that is never closed takes no more than a few lines with it
      if ((whole.split('"').length - 1) % 2 === 1 && lineNumber - from < 5) {
        open = { text: whole, line: from };
        return null;
      }
      open = null;
      return rowOf(whole, from);
    },
    end: () => (open === null ? null : rowOf(open.text, open.line)),
  };
}

/** What a first row says of the columns; null when it is no heading. */
function columnsOf(cells: readonly string[]): Partial<Record<Role, number>> | null {
  if (cells.some(looksLikeSource)) return null;
  const found: Partial<Record<Role, number>> = {};
  for (const role of Object.keys(headings) as Role[]) {
    // of several headings that fit, the one that is named first counts
    const at = headings[role].map((heading) => cells.findIndex((cell) => cell.toLowerCase() === heading)).find((i) => i >= 0);
    if (at !== undefined) found[role] = at;
  }
  return Object.keys(found).length > 0 ? found : null;
}

function handInOf(cells: readonly string[], columns: Partial<Record<Role, number>>, line: number): HandIn {
  const told = (role: Role) => (columns[role] === undefined ? undefined : (cells[columns[role]] ?? ''));
  const source = told('source') ?? cells.find(looksLikeSource) ?? '';
  const prompt = told('prompt') ?? cells.find(isPromptId) ?? '';
  const name = told('name') ?? cells.find((cell) => cell !== '' && cell !== source && cell !== prompt) ?? '';
  return { line, name, source, prompt: prompt === '' ? promptBehind(source) : prompt };
}

/** All of a text: of a pasted list of links, too, where every line is one. */
export function handInsOf(text: string): HandIn[] {
  const reader = createHandInReader();
  const rows = text.split(/\r\n|\r|\n/).map((line) => reader.take(line));
  return [...rows, reader.end()].filter((row) => row !== null);
}
