/** Lines and cells of tables as people export them: comma, semicolon or tab; CR, LF or both; quotes. */

export type Separator = ',' | ';' | '\t';

/** What parts the cells, by the first line that says something. */
export function separatorOf(lines: readonly string[]): Separator {
  const first = lines.find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
  if (first.includes('\t')) return '\t';
  return first.includes(';') ? ';' : ',';
}

/** Cells of one line, outer quotes and blanks taken off; `""` inside quotes is one quote. */
export function cellsOf(line: string, separator: Separator): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < line.length; i += 1) {
    const c = line[i];
    if (c === '"') {
      if (quoted && line[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = !quoted;
    } else if (c === separator && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += c;
  }
  cells.push(cell.trim());
  return cells;
}

/** A number as written in a cell; null when it is none. */
export function numberOf(cell: string, separator: Separator): number | null {
  // Where the comma does not part cells, it may stand for the decimal point.
  const text = separator === ',' ? cell : cell.replace(',', '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text)) ? Number(text) : null;
}

/** Lines of a text, without a byte order mark. */
export const linesOf = (text: string): string[] => text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
