/**
 * Mermaid flowcharts as sketches (https://mermaid.js.org/syntax/flowchart.html, read November 2026): `graph` and `flowchart`, all shapes of
 * nodes, all kinds of lines with and without words on them, chains, `&`, subgraphs, comments, front matter. Styles and clicks mean nothing here.
 */

import { type NotRead, partOf, type Sketch, type SketchBox, type SketchPart, type SketchWire } from './sketch.ts';

/** Opening bracket -> closing bracket and what the shape says. Longer ones first: `[(` is no `[`. */
const brackets: readonly [open: string, close: string, shape: SketchPart['shape']][] = [
  ['(((', ')))', null],
  ['((', '))', null],
  ['([', '])', null],
  ['[[', ']]', null],
  ['[(', ')]', 'store'],
  ['[/', '/]', null],
  ['[\\', '\\]', null],
  ['{{', '}}', null],
  ['[', ']', null],
  ['(', ')', null],
  ['{', '}', null],
  ['>', ']', null],
];

const meaningless = /^(style|classDef|class|click|linkStyle|direction|accTitle|accDescr)\b/;
const tail = String.raw`^\s*(<|[xo](?=[-=]))?`;
const head = String.raw`(>|[xo](?=\s|\|))`;
/** `-->`, `==>`, `-.->`, longer ones, and those without a head, which are a dash longer; words may stand behind: `-->|words|`. */
const plainLine = new RegExp(`${tail}(?:(?:-{2,}|={2,}|-\\.+-)${head}|-{3,}|={3,}|-\\.+-|~{3,})\\s*(?:\\|[^|]*\\|)?\\s*`);
/** `-- words -->`. */
const wordyLine = new RegExp(`${tail}(?:--|==|-\\.)\\s+[^|]+?\\s+(?:-{2,}|={2,}|\\.+-+)${head}?\\s*`);
const name = /^[\p{L}\p{N}_][\p{L}\p{N}_.:/-]*?(?=$|[\s[({>&;@]|:::|-->|---|-\.|==|--|~~|<)/u;

export const isMermaid = (text: string): boolean => /^\s*(---[\s\S]*?---\s*)?(%%[^\n]*\s*)*(flowchart|graph)\b/.test(unfenced(text));

/** Without the fence of Markdown around it. */
const unfenced = (text: string): string => /```\s*mermaid\s*\n([\s\S]*?)```/.exec(text)?.[1] ?? text;

/** Of any text; what cannot be read is listed with its line, never thrown. */
export function readMermaid(source: string): Sketch {
  const text = unfenced(source).replace(/\r\n?/g, '\n');
  const front = /^\s*---\n([\s\S]*?)\n---\n/.exec(text);
  const reader = new Reader();
  const skipped = front ? front[0].split('\n').length - 1 : 0;
  text
    .split('\n')
    .slice(skipped)
    .forEach((row, i) => {
      for (const statement of statementsOf(row.replace(/%%.*$/, ''))) reader.read(statement, i + skipped + 1);
    });
  return reader.sketch(/^title:\s*(.+)$/m.exec(front?.[1] ?? '')?.[1].trim() ?? '');
}

/** Statements end with a line or a semicolon; not one within quotes or brackets. */
function statementsOf(row: string): string[] {
  const statements = [''];
  let depth = 0;
  let isQuoted = false;
  for (const letter of row) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && /[[({]/.test(letter)) depth += 1;
    else if (!isQuoted && /[\])}]/.test(letter)) depth -= 1;
    if (letter === ';' && !isQuoted && depth <= 0) statements.push('');
    else statements[statements.length - 1] += letter;
  }
  return statements.map((each) => each.trim()).filter((each) => each !== '');
}

class Reader {
  private readonly parts = new Map<string, SketchPart>();
  private readonly wires: SketchWire[] = [];
  private readonly boxes: SketchBox[] = [];
  private readonly notRead: NotRead[] = [];
  private readonly open: string[] = [];

  read(statement: string, at: number): void {
    if (/^(flowchart|graph)\b/.test(statement) || meaningless.test(statement)) return;
    if (/^subgraph\b/.test(statement)) this.beginBox(statement.slice('subgraph'.length).trim());
    else if (/^end$/.test(statement)) this.open.pop();
    else if (!this.chain(statement)) this.notRead.push({ line: at, text: statement.slice(0, 120) });
  }

  sketch(title: string): Sketch {
    const boxes = new Set(this.boxes.map(({ id }) => id));
    // A wire to a box is a wire to nothing that could answer.
    const parts = [...this.parts.values()].filter(({ id }) => !boxes.has(id));
    return { title, parts, wires: this.wires, boxes: this.boxes, notRead: this.notRead };
  }

  private beginBox(rest: string): void {
    const [, id = rest, label = ''] = /^([\w-]+)\s*(?:\[(.*)\])?$/.exec(rest) ?? [];
    const shown = unquoted(label || id) || `box ${this.boxes.length + 1}`;
    this.boxes.push({ id: id || shown, label: shown });
    this.open.push(id || shown);
  }

  /** `a & b --> c -- words --> d`: true when all of it was understood. */
  private chain(statement: string): boolean {
    let rest = statement;
    let before: string[] | null = null;
    let way: { isDirected: boolean; isBackward: boolean } | null = null;
    while (true) {
      const group = this.group(rest);
      if (group === null) return false;
      rest = group.rest;
      if (before && way) for (const from of before) for (const to of group.ids) this.wire(from, to, way);
      if (rest.trim() === '') return true;
      const found = plainLine.exec(rest) ?? wordyLine.exec(rest);
      if (!found) return false;
      const [whole, atTail, atHead] = found;
      rest = rest.slice(whole.length);
      before = group.ids;
      way = { isDirected: atHead !== undefined || atTail !== undefined, isBackward: atTail !== undefined && atHead === undefined };
    }
  }

  private wire(from: string, to: string, { isDirected, isBackward }: { isDirected: boolean; isBackward: boolean }): void {
    this.wires.push(isBackward ? { from: to, to: from, isDirected } : { from, to, isDirected });
  }

  private group(text: string): { ids: string[]; rest: string } | null {
    const ids: string[] = [];
    let rest = text;
    while (true) {
      const node = this.node(rest.trimStart());
      if (node === null) return null;
      ids.push(node.id);
      rest = node.rest;
      if (!/^\s*&/.test(rest)) return { ids, rest };
      rest = rest.replace(/^\s*&/, '');
    }
  }

  private node(text: string): { id: string; rest: string } | null {
    const id = name.exec(text)?.[0];
    if (!id) return null;
    let rest = text.slice(id.length);
    const known = this.parts.get(id);
    let part = known ?? partOf(id);
    const spec = /^@\{([^}]*)\}/.exec(rest);
    const bracket = brackets.find(([open]) => rest.startsWith(open));
    if (spec) {
      part = { ...part, ...shapeSpec(spec[1], part) };
      rest = rest.slice(spec[0].length);
    } else if (bracket) {
      const [open, close, shape] = bracket;
      const end = endOf(rest, open.length, close);
      if (end < 0) return null;
      part = { ...part, label: unquoted(rest.slice(open.length, end)) || id, shape: shape ?? part.shape };
      rest = rest.slice(end + close.length);
    }
    rest = rest.replace(/^:::[\w-]+/, '');
    this.parts.set(id, { ...part, box: this.open.at(-1) ?? part.box });
    return { id, rest };
  }
}

/** Where a bracket closes, not counting what stands in quotes. */
function endOf(text: string, from: number, close: string): number {
  let isQuoted = false;
  for (let i = from; i < text.length; i++) {
    if (text[i] === '"') isQuoted = !isQuoted;
    else if (!isQuoted && text.startsWith(close, i)) return i;
  }
  return -1;
}

/** `@{ shape: cyl, label: "Orders" }`, of Mermaid 11. */
function shapeSpec(text: string, part: SketchPart): Partial<SketchPart> {
  const label = /label:\s*"([^"]*)"/.exec(text)?.[1];
  const shape = /shape:\s*([\w-]+)/.exec(text)?.[1] ?? '';
  const store = /^(cyl|cylinder|database|db|disk|das|lin-cyl|bow-rect|stored-data)$/.test(shape) ? 'store' : null;
  return { label: unquoted(label ?? part.label), shape: store ?? (/^(queue|h-cyl)$/.test(shape) ? 'queue' : part.shape) };
}

/** Without quotes, line breaks, icons and the marks of Markdown. */
const unquoted = (text: string): string =>
  text
    .trim()
    .replace(/^["'`]+|["'`]+$/g, '')
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/\bfa[bsrl]?:fa-[\w-]+\s*/g, '')
    .replace(/[*_`]{1,2}/g, '')
    .replace(/\s+/g, ' ')
    .trim();
