/**
 * Files of draw.io (diagrams.net) as sketches: `mxfile` with its pages plain or deflated, or a bare `mxGraphModel`. Vertices with words are
 * parts, edges wires, vertices that hold others boxes. How a page is packed: jgraph/drawio, `Graph.decompress`.
 */

import { XMLParser } from 'fast-xml-parser';
import { inflateRawSync } from './inflate.ts';
import { type NotRead, partOf, type Sketch, type SketchPart, type SketchWire } from './sketch.ts';

/** Attributes only, as lists, entities of XML itself and no others: a file cannot define its own. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  parseTagValue: false,
  processEntities: false,
  isArray: (name) => ['diagram', 'mxCell', 'object', 'UserObject'].includes(name),
});

interface Cell {
  id: string;
  label: string;
  style: string;
  parent: string;
  source: string;
  target: string;
  isEdge: boolean;
  isVertex: boolean;
}

type Node = Readonly<Record<string, unknown>>;
const listOf = (value: unknown): Node[] => (Array.isArray(value) ? (value as Node[]) : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const isDrawio = (text: string): boolean => /<(mxfile|mxGraphModel)\b/.test(text.slice(0, 4000));

/** Of any text. The first page is read; further ones are listed. */
export function readDrawio(source: string): Sketch {
  const notRead: NotRead[] = [];
  const root = parsed(source);
  const file = root?.mxfile as Node | undefined;
  const pages = listOf(file?.diagram);
  const [first, ...others] = pages;
  for (const page of others) notRead.push({ line: 0, text: textOf(page.name) || 'diagram' });
  const model = (root?.mxGraphModel ?? modelOf(first)) as Node | null | undefined;
  if (!model) return { title: '', parts: [], wires: [], boxes: [], notRead: [{ line: 0, text: 'mxGraphModel' }] };
  return { ...sketchOf(cellsOf(model)), title: textOf(first?.name), notRead };
}

function parsed(text: string): Node | null {
  try {
    return parser.parse(text) as Node;
  } catch {
    return null;
  }
}

/** A page holds its model as it is, or deflated and in base64. */
function modelOf(page: Node | undefined): unknown {
  if (!page) return null;
  if (page.mxGraphModel) return page.mxGraphModel;
  const packed = textOf(page['#text']).trim();
  const text = packed === '' ? null : inflateRawSync(packed);
  return text === null ? null : parsed(text)?.mxGraphModel;
}

function cellsOf(model: Node): Cell[] {
  const root = (model.root ?? {}) as Node;
  const wrapped = [...listOf(root.object), ...listOf(root.UserObject)].flatMap((object) =>
    listOf(object.mxCell).map((cell) => cellOf({ ...cell, id: object.id, value: object.label ?? object.value })),
  );
  return [...listOf(root.mxCell).map(cellOf), ...wrapped];
}

const cellOf = (cell: Node): Cell => ({
  id: textOf(cell.id),
  label: plainText(textOf(cell.value)),
  style: textOf(cell.style),
  parent: textOf(cell.parent),
  source: textOf(cell.source),
  target: textOf(cell.target),
  isEdge: cell.edge === '1',
  isVertex: cell.vertex === '1',
});

function sketchOf(cells: readonly Cell[]): Pick<Sketch, 'parts' | 'wires' | 'boxes'> {
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  // Words on a wire are a vertex, too, within it.
  const vertices = cells.filter(({ isVertex, parent }) => isVertex && byId.get(parent)?.isEdge !== true);
  const holders = new Set(vertices.map(({ parent }) => parent));
  const isBox = (cell: Cell): boolean => holders.has(cell.id) && cell.isVertex;
  const boxes = vertices.filter(isBox).map(({ id, label }) => ({ id, label: label || 'box' }));
  const names = new Set(boxes.map(({ id }) => id));
  const parts: SketchPart[] = vertices
    .filter((cell) => !isBox(cell) && (cell.label !== '' || softwareOf(cell.style).length > 0) && !/^text\b|;text;/.test(cell.style))
    .map(({ id, label, style, parent }) =>
      partOf(id, {
        label: label || softwareOf(style)[0],
        software: softwareOf(style),
        shape: /cylinder|datastore/.test(style) ? 'store' : /umlActor|actor/.test(style) ? 'person' : null,
        box: names.has(parent) ? parent : null,
      }),
    );
  const wires: SketchWire[] = cells
    .filter(({ isEdge, source, target }) => isEdge && source !== '' && target !== '')
    .map(({ source, target, style }) => {
      const isBackward = /endArrow=none/.test(style) && /startArrow=(?!none)/.test(style);
      const isDirected = !/endArrow=none/.test(style) || isBackward;
      return isBackward ? { from: target, to: source, isDirected } : { from: source, to: target, isDirected };
    });
  return { parts, wires, boxes };
}

/** What an icon is called: `shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.elasticache` is `elasticache`. */
function softwareOf(style: string): string[] {
  const names = [...style.matchAll(/(?:resIcon|shape|image)=([^;]+)/g)].map(([, name]) =>
    (name.split(/[./]/).at(-1) ?? '').replace(/_/g, ' '),
  );
  return names.filter((name) => !/^(resourceIcon|productIcon|image|svg|png|cylinder3?|umlActor|datastore|rect)$/i.test(name)).reverse();
}

/** Labels are HTML; of that we take the words. */
const plainText = (html: string): string =>
  html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&amp;/g, '&')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;|\s+/g, ' ')
    .trim();
