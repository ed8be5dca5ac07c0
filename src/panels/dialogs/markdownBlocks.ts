/** The little markup that the kinds' notes are written in: headings, lists, tables, paragraphs. Text only, never HTML. */

export type Block =
  | { type: 'heading'; level: number; text: string }
  | { type: 'paragraph'; text: string }
  | { type: 'list'; items: readonly string[] }
  | { type: 'table'; head: readonly string[]; rows: readonly (readonly string[])[] };

export type Span = { type: 'text' | 'code' | 'strong' | 'emphasis'; text: string };

const cells = (line: string): string[] =>
  line
    .replace(/^\s*\||\|\s*$/g, '')
    .split('|')
    .map((cell) => cell.trim());

const isRow = (line: string): boolean => /^\s*\|/.test(line);
const bullet = /^\s*([-*]|\d+\.)\s+/;

export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  for (const piece of markdown.replace(/\r\n?/g, '\n').split(/\n{2,}|\n(?=#)|(?<=^#.*)\n/m)) {
    const lines = piece.split('\n').filter((line) => line.trim() !== '');
    if (lines.length === 0) continue;
    const heading = /^(#{1,6})\s+(.*)$/.exec(lines[0]);
    if (heading) {
      blocks.push({ type: 'heading', level: heading[1].length, text: heading[2] });
      if (lines.length > 1) blocks.push(...blocksOf(lines.slice(1).join('\n')));
    } else if (isRow(lines[0])) blocks.push(tableOf(lines));
    else blocks.push(...proseOf(lines));
  }
  return blocks;
}

function tableOf(lines: readonly string[]): Block {
  const rows = lines.filter((line) => isRow(line) && !/^[\s|:-]+$/.test(line)).map(cells);
  return { type: 'table', head: rows[0] ?? [], rows: rows.slice(1) };
}

/** A list may follow its sentence without a blank line; wrapped lines belong to what they continue. */
function proseOf(lines: readonly string[]): Block[] {
  const paragraph: string[] = [];
  const items: string[] = [];
  for (const line of lines) {
    if (bullet.test(line)) items.push(line.replace(bullet, ''));
    else if (items.length > 0) items[items.length - 1] += ` ${line.trim()}`;
    else paragraph.push(line.trim());
  }
  return [
    ...(paragraph.length > 0 ? [{ type: 'paragraph' as const, text: paragraph.join(' ') }] : []),
    ...(items.length > 0 ? [{ type: 'list' as const, items }] : []),
  ];
}

export function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  let rest = 0;
  for (const match of text.matchAll(/`([^`]+)`|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*/g)) {
    if (match.index > rest) spans.push({ type: 'text', text: text.slice(rest, match.index) });
    const [, code, strong, emphasis] = match;
    spans.push({ type: code ? 'code' : strong ? 'strong' : 'emphasis', text: code ?? strong ?? emphasis ?? '' });
    rest = match.index + match[0].length;
  }
  if (rest < text.length) spans.push({ type: 'text', text: text.slice(rest) });
  return spans;
}
