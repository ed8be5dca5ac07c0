/**
 * A design, and what a run showed of it, as the text of an SVG document: the same cards, cells and wires as on the canvas, in colours
 * of its own, so that it looks the same wherever it is opened. Every word is escaped; there is no script, no link and no style in it
 * but what is written here. Pure.
 */

import type { Design, Id } from '../../design/design.ts';
import { cardWidth, cellGrid, cellX, cellY } from '../cardGeometry.ts';
import { joinFitting } from '../liveLine.ts';
import { type SceneCard, type SceneWire, sceneOf } from '../player/scene.ts';
import type { HealthWord, NodeHealth } from '../pulse.ts';

export interface PictureColours {
  canvas: string;
  surface: string;
  text: string;
  textSoft: string;
  hairline: string;
  hairlineStrong: string;
  idle: string;
  ok: string;
  busy: string;
  saturated: string;
  down: string;
  ramp: readonly string[];
  font: string;
}

export interface PictureOf {
  design: Design;
  colours: PictureColours;
  /** Under the name of a part: what it is set to, or what it does. */
  lineOf: (node: Design['nodes'][number]) => string;
  /** Where a group stands, in words. */
  regionOf: (group: Design['groups'][number]) => string;
  health?: ReadonlyMap<Id, NodeHealth>;
  /** Busy share of the instances of a part, in their order, -1 for one that is down; nothing for a part at rest. */
  loads?: ReadonlyMap<Id, readonly number[]>;
  /** Requests per second over a wire, in words. */
  rateOf?: (link: Id) => string;
  title: string;
  /** Under the picture: which moment of which run. */
  caption?: string;
  /** Written into the document's metadata, so that who has the picture has the design. */
  link?: string;
}

const air = 24;
const captionHeight = 28;
const titleSize = 14;
const lineSize = 12;
const textRoom = cardWidth - 24;

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML allows none of them, however written
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const lonely = /\p{Surrogate}/gu;

/** Text as it may stand between tags and in attributes. */
export function escaped(text: string): string {
  return text
    .replace(control, '')
    .replace(lonely, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

/** How wide a letter usually is: nothing can be measured without a page. In units of the picture. */
const widthOfLetter = (letter: string, size: number): number =>
  size * (/[\u1100-\u11ff\u2e80-\uffdc]|\p{Extended_Pictographic}/u.test(letter) ? 1 : /[A-ZMWmw@%]/.test(letter) ? 0.72 : 0.56);

const widthOf = (text: string, size: number): number => [...text].reduce((sum, letter) => sum + widthOfLetter(letter, size), 0);

/** Cut so that it fits: numbers in a row as many as have room, else letters. */
export function fitting(text: string, size: number, room: number): string {
  const line = joinFitting(text.split(' · '), (part) => widthOf(part, size), room);
  let width = 0;
  let kept = '';
  for (const letter of line) {
    width += widthOfLetter(letter, size);
    if (width > room) return `${kept.trimEnd()}…`;
    kept += letter;
  }
  return kept;
}

/** @returns the document, and its size in pixels */
export function designSvg(of: PictureOf): { svg: string; width: number; height: number } {
  const { design, colours } = of;
  const scene = sceneOf(design, 'across', of.health ?? new Map());
  const boxes = [...scene.cards.map(({ box }) => box), ...design.groups];
  // Of an empty design there is a small empty picture.
  const from = {
    left: Math.min(...boxes.map(({ x }) => x), boxes.length === 0 ? 0 : Infinity) - air,
    top: Math.min(...boxes.map(({ y }) => y), boxes.length === 0 ? 0 : Infinity) - air,
  };
  const right = Math.max(from.left + 2 * air, ...boxes.map(({ x, width }) => x + width)) + air;
  const bottom = Math.max(from.top + 2 * air, ...boxes.map(({ y, height }) => y + height)) + air;
  const width = right - from.left;
  const height = bottom - from.top + (of.caption ? captionHeight : 0);
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${from.left} ${from.top} ${width} ${height}" font-family="${escaped(colours.font)}" role="img">`,
    `<title>${escaped(of.title)}</title>`,
    of.link === undefined ? '' : `<metadata>${escaped(of.link)}</metadata>`,
    `<rect x="${from.left}" y="${from.top}" width="${width}" height="${height}" fill="${colours.canvas}"/>`,
    ...design.groups.map((group) => groupOf(group, of)),
    ...scene.wires.map((wire) => wireOf(wire, of)),
    ...scene.cards.map((card) => cardOf(card, of)),
    of.caption ? text(of.caption, from.left + air, bottom + captionHeight / 2 - 8, lineSize, colours.textSoft, width - 2 * air) : '',
    '</svg>',
  ];
  return { svg: parts.filter(Boolean).join('\n'), width, height };
}

function text(words: string, x: number, y: number, size: number, fill: string, room: number, weight = 400): string {
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(fitting(words, size, room))}</text>`;
}

function groupOf(group: Design['groups'][number], { colours, regionOf }: PictureOf): string {
  const { x, y, width, height } = group;
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="12" fill="${colours.ramp[0]}" fill-opacity="0.3" stroke="${colours.hairlineStrong}"/>`,
    text(`${group.label} · ${regionOf(group)}`, x + 12, y + 22, lineSize, colours.textSoft, width - 24, 600),
  ].join('');
}

function wireOf({ link, ends, path, head, isControl }: SceneWire, { colours, rateOf }: PictureOf): string {
  const rate = rateOf?.(link.id) ?? '';
  const middle = { x: (ends.from.x + ends.from.width + ends.to.x) / 2, y: (ends.from.y + ends.to.y) / 2 + 30 };
  return [
    `<path d="${path}" fill="none" stroke="${colours.hairlineStrong}" stroke-width="1.5"${isControl ? ' stroke-dasharray="4 4"' : ''}/>`,
    `<path d="M0,0 l-8,-4.5 v9 z" transform="${head}" fill="${colours.hairlineStrong}"/>`,
    rate === ''
      ? ''
      : `<text x="${middle.x}" y="${middle.y}" font-size="11" text-anchor="middle" fill="${colours.textSoft}" stroke="${colours.canvas}" stroke-width="4" paint-order="stroke">${escaped(rate)}</text>`,
  ].join('');
}

const rings: Readonly<
  Record<
    HealthWord,
    { colour: keyof Pick<PictureColours, 'hairlineStrong' | 'busy' | 'saturated' | 'down'>; width: number; dashes: string }
  >
> = {
  rest: { colour: 'hairlineStrong', width: 1, dashes: '' },
  idle: { colour: 'hairlineStrong', width: 1, dashes: '' },
  ok: { colour: 'hairlineStrong', width: 1, dashes: '' },
  busy: { colour: 'busy', width: 2, dashes: '' },
  saturated: { colour: 'saturated', width: 3, dashes: '' },
  hung: { colour: 'down', width: 2, dashes: ' stroke-dasharray="6 4"' },
  down: { colour: 'down', width: 3, dashes: '' },
};

function cardOf({ node, instances, box }: SceneCard, of: PictureOf): string {
  const { colours } = of;
  const ring = rings[of.health?.get(node.id)?.word ?? 'rest'];
  const isBare = instances === 0;
  const { x, y } = box;
  return [
    `<rect x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="8" fill="${colours.surface}" stroke="${colours[ring.colour]}" stroke-width="${ring.width}"${ring.dashes}/>`,
    text(node.label, x + 12, y + (isBare ? 31 : 22), titleSize, colours.text, textRoom, 600),
    text(of.lineOf(node), x + 12, y + (isBare ? 48 : 39), lineSize, colours.textSoft, textRoom),
    ...cellsOf(instances, x, y, of.loads?.get(node.id) ?? [], colours),
  ].join('');
}

/** Fill height says how busy an instance is; one that is down is full of the colour for it. */
function cellsOf(instances: number, x: number, y: number, loads: readonly number[], colours: PictureColours): string[] {
  if (instances === 0) return [];
  const cells = cellGrid(instances);
  return Array.from({ length: cells.cells }, (_, cell) => {
    const [left, top] = [x + cellX(cells, cell), y + cellY(cells, cell)];
    const load = loads[cell * cells.each] ?? 0;
    const isDown = load < 0;
    const filled = isDown ? cells.height : Math.round(cells.height * Math.min(1, load) * 10) / 10;
    const fill = isDown ? colours.down : colours.ramp[Math.min(4, 1 + Math.floor(load * 4))];
    return [
      `<rect x="${left}" y="${top}" width="${cells.width}" height="${cells.height}" rx="2" fill="${colours.canvas}" stroke="${isDown ? colours.down : colours.ok}"/>`,
      filled === 0
        ? ''
        : `<rect x="${left}" y="${top + cells.height - filled}" width="${cells.width}" height="${filled}" rx="2" fill="${fill}"/>`,
    ].join('');
  });
}
