/**
 * Paints the cards' cells and live lines, each card only when something to be seen on it changed. Holds what lasts from
 * frame to frame: eased fills, slots by node, made-up texts, and what was painted last.
 */

import type { DesignNode, Id } from '../design/design.ts';
import type { PlanIndex } from '../store/runStore.ts';
import { type CellGrid, cardWidth, cellGrid, cellX, cellY, type Distance, distanceAt, heightFor } from './cardGeometry.ts';
import type { Colours } from './colours.ts';
import { type CellLook, drawCell, tickCount } from './drawCells.ts';
import type { LayerView } from './layerCanvas.ts';
import type { LiveState } from './liveFeed.ts';
import { farPieces, joinFitting, type LiveWords, livePieces } from './liveLine.ts';
import { atRest, CELL, createPulse, liveNow, type Pulse, presentSlots } from './pulse.ts';

/** What else is painted on every card; comes late. */
export interface Adornment {
  /** A number that differs when anything to be seen differs. */
  mark(node: Id): number;
  draw(ctx: CanvasRenderingContext2D, node: Id, place: CardPlace, colours: Colours): void;
  isMoving(): boolean;
}

/** Where a card's corner is, in canvas units. */
export interface CardPlace {
  x: number;
  y: number;
  height: number;
  /** It has no cells. */
  isBare: boolean;
  distance: Distance;
}

export interface GaugePainter {
  adorn(adornment: Adornment): void;
  /** Which slots belong to which node. */
  place(index: PlanIndex | null): void;
  /** New numbers or another language: the lines are worded anew when next painted. */
  tell(words: LiveWords, live: LiveState): void;
  /**
   * `isWhole`: the canvas was cleared, every card is painted. `mayMove`: the run plays. Where it stands, fills are at their values at once: a
   * jump through time is no rise, and a page that stands draws nothing for its own sake.
   */
  begin(
    ctx: CanvasRenderingContext2D,
    pulse: Pulse,
    colours: Colours,
    view: LayerView,
    seconds: number,
    isWhole: boolean,
    mayMove: boolean,
  ): void;
  /** `instances`: as many cells as the card has room for. */
  paint(node: DesignNode, instances: number, x: number, y: number): void;
  /** Whether a card changed that lies under or over another: then only painting all of them again gets the order right. */
  needsWhole(): boolean;
  /** Whether a fill is still on its way to its value. */
  isMoving(): boolean;
}

/** Below this zoom signs in cells would be specks: they are left out. */
const signZoom = 0.45;
/** Share of the way a fill goes per second of easing. */
const haste = 9;
const lineLeft = 12;
const lineRoom = cardWidth - 2 * lineLeft;

/** What was last painted of a card. */
interface Painted {
  mark: number;
  text: string;
}

interface Line {
  node: DesignNode;
  /** All that there was to say: as long as it is the same, so is what fits of it. */
  pieces: readonly string[];
  text: string;
  /** Whole seconds of an outage in it, so that it is worded anew only when they change. */
  second: number;
}

/** @param textZoom below it the live lines are left out */
export function createGaugePainter(textZoom = 0.25): GaugePainter {
  let slotsOf = new Map<Id, { firstSlot: number; slots: number }>();
  let shown = new Float32Array(0);
  /** What was last worded, by node, and those of them that are still true. */
  let lines = new Map<Id, Line>();
  let isTrue = new Set<Id>();
  let words: LiveWords | null = null;
  let live: LiveState | null = null;
  let ctx: CanvasRenderingContext2D | null = null;
  let pulse = createPulse(0);
  let colours: Colours | null = null;
  let view: LayerView = { width: 0, height: 0, x: 0, y: 0, zoom: 1 };
  let ease = 1;
  let moves = false;
  let isWhole = true;
  let wantsWhole = false;
  let lineFont = '';
  let distance: Distance = 'near';
  let cellFont = '';
  let adornment: Adornment | null = null;
  const painted = new Map<Id, Painted>();
  /** Cards that overlap another, found whenever all are painted. */
  const crowded = new Set<Id>();
  const boxes: { id: Id; x: number; y: number; height: number }[] = [];
  const look: CellLook = { cell: 0, load: 0, queue: 0, slowFactor: 1, isPrimary: false, phase: 0, version: 0 };
  /** Room to work in: the slots whose instances are there. */
  const present: number[] = [];
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const widthOf = (text: string): number => ctx?.measureText(text).width ?? 0;

  const isSeen = (x: number, y: number, height: number): boolean => {
    const left = x * view.zoom + view.x;
    const top = y * view.zoom + view.y;
    return left < view.width && left + cardWidth * view.zoom > 0 && top < view.height && top + height * view.zoom > 0;
  };

  /** Moves the fills on towards their values; returns a number that differs when anything to be seen differs. */
  const settle = (firstSlot: number, slots: number): number => {
    let mark = 17;
    for (let slot = firstSlot; slot < firstSlot + slots && slot < pulse.slots; slot++) {
      const missing = pulse.load[slot] - shown[slot];
      if (ease === 1 || Math.abs(missing) < 0.004) shown[slot] = pulse.load[slot];
      else {
        shown[slot] += missing * ease;
        moves = true;
      }
      const seen = Math.round(shown[slot] * 128) * 64 + tickCount(pulse.queue[slot]) * 8 + pulse.cell[slot];
      mark = (Math.imul(mark, 31) + seen) | 0;
      mark = (Math.imul(mark, 31) + Math.round(pulse.slowFactor[slot] * 10) * 2 + pulse.isPrimary[slot]) | 0;
      mark = (Math.imul(mark, 31) + pulse.version[slot] * 4 + pulse.phase[slot]) | 0;
    }
    return mark;
  };

  /** Several instances in one cell: the mean of the loads, the worst of the classes. @param first, end places in `present` */
  const lookAt = (first: number, end: number): void => {
    look.phase = 0;
    look.version = 0;
    look.cell = CELL.idle;
    look.load = 0;
    look.queue = 0;
    look.slowFactor = 1;
    look.isPrimary = false;
    let there = 0;
    for (let i = first; i < end; i++) {
      const slot = present[i];
      if (slot >= pulse.slots || pulse.cell[slot] === CELL.absent) continue;
      there++;
      look.phase = Math.max(look.phase, pulse.phase[slot]);
      look.version = Math.max(look.version, pulse.version[slot]);
      look.cell = Math.max(look.cell, pulse.cell[slot]);
      look.load += shown[slot];
      look.queue += pulse.queue[slot];
      look.slowFactor = Math.max(look.slowFactor, pulse.slowFactor[slot]);
      look.isPrimary ||= pulse.isPrimary[slot] === 1;
    }
    if (there > 0) look.load /= there;
  };

  const noteOverlaps = (id: Id, x: number, y: number, height: number): void => {
    for (const box of boxes) {
      if (Math.abs(box.x - x) >= cardWidth || box.y >= y + height || y >= box.y + box.height) continue;
      crowded.add(id);
      crowded.add(box.id);
    }
    boxes.push({ id, x, y, height });
  };

  const lineOf = (node: DesignNode, instances: number, firstSlot: number, slots: number): string => {
    if (!words || !live) return '';
    const health = live.health.get(node.id) ?? atRest;
    const isBroken = health.word === 'down' || health.word === 'hung';
    const second = isBroken ? Math.floor(pulse.time) : -1;
    const known = lines.get(node.id);
    if (known && isTrue.has(node.id) && known.node === node && known.second === second) return known.text;
    const piecesOf = distance === 'near' ? livePieces : farPieces;
    const pieces = piecesOf(live.readings.get(node.id), health, liveNow(pulse, firstSlot, slots, instances > 0), words);
    // measuring is what wording costs, and most cards say what they said before
    const isSame = known?.pieces.length === pieces.length && pieces.every((piece, i) => piece === known.pieces[i]);
    const text = isSame ? known.text : joinFitting(pieces, widthOf, lineRoom);
    lines.set(node.id, { node, pieces, text, second });
    isTrue.add(node.id);
    return text;
  };

  const paintLine = (node: DesignNode, isBare: boolean, x: number, y: number, text: string): void => {
    if (!ctx || !colours) return;
    ctx.font = lineFont;
    ctx.textAlign = 'left';
    const word = live?.health.get(node.id)?.word;
    ctx.fillStyle =
      word === 'saturated' ? colours.saturated : word === 'down' ? colours.onDown : word === 'hung' ? colours.down : colours.textSoft;
    ctx.fillText(text, x + lineLeft, y + (isBare ? 46 : distance === 'near' ? 36 : distance === 'far' ? 34 : 33));
  };

  const paintCells = (grid: CellGrid, x: number, y: number, firstSlot: number, slots: number): void => {
    if (!ctx || !colours) return;
    ctx.font = cellFont;
    ctx.textAlign = 'center';
    const isDetailed = view.zoom >= signZoom;
    const count = presentSlots(pulse, firstSlot, slots, present);
    for (let cell = 0; cell < grid.cells; cell++) {
      const first = cell * grid.each;
      lookAt(first, Math.min(first + grid.each, count));
      drawCell(ctx, x + cellX(grid, cell), y + cellY(grid, cell), grid, look, colours, isDetailed);
    }
  };

  const paint = (node: DesignNode, instances: number, x: number, y: number): void => {
    const height = heightFor(instances);
    if (!ctx || !isSeen(x, y, height)) return;
    const place = slotsOf.get(node.id);
    const firstSlot = place?.firstSlot ?? pulse.slots;
    const slots = place?.slots ?? 0;
    const mark = settle(firstSlot, slots) ^ (adornment?.mark(node.id) ?? 0);
    ctx.font = lineFont;
    const text = view.zoom >= textZoom && pulse.slots > 0 ? lineOf(node, instances, firstSlot, slots) : '';
    const last = painted.get(node.id);
    if (isWhole) noteOverlaps(node.id, x, y, height);
    else if (last?.mark === mark && last.text === text) return;
    else if (crowded.has(node.id)) {
      wantsWhole = true;
      return;
    }
    if (last) {
      last.mark = mark;
      last.text = text;
    } else painted.set(node.id, { mark, text });
    // What was there before, of this card or of one below it, must not shine through.
    ctx.clearRect(x, y, cardWidth, height);
    paintCells(cellGrid(instances), x, y, firstSlot, slots);
    // of what is down nothing is left to tell apart
    if (live?.health.get(node.id)?.word !== 'down')
      adornment?.draw(ctx, node.id, { x, y, height, isBare: instances === 0, distance }, colours as Colours);
    if (text) paintLine(node, instances === 0, x, y, text);
  };

  return {
    adorn: (given) => {
      adornment = given;
    },
    place: (index) => {
      slotsOf = new Map(index?.nodes.map(({ id, firstSlot, slots }) => [id, { firstSlot, slots }]));
      lines = new Map();
    },
    tell: (nextWords, nextLive) => {
      words = nextWords;
      live = nextLive;
      isTrue = new Set();
    },
    begin: (nextCtx, nextPulse, nextColours, nextView, seconds, whole, mayMove) => {
      ctx = nextCtx;
      pulse = nextPulse;
      const before = distance;
      distance = distanceAt(nextView.zoom);
      if (colours !== nextColours || distance !== before) {
        lineFont = `500 ${nextColours.lineSizes[distance]}px ${nextColours.font}`;
        cellFont = `700 9px ${nextColours.font}`;
        lines = new Map();
      }
      colours = nextColours;
      view = nextView;
      if (shown.length !== pulse.slots) shown = pulse.load.slice();
      ease = mayMove && !still.matches ? 1 - Math.exp(-haste * Math.max(seconds, 0.016)) : 1;
      moves = false;
      isWhole = whole;
      wantsWhole = false;
      if (whole) {
        crowded.clear();
        boxes.length = 0;
        painted.clear();
      }
      ctx.textBaseline = 'middle';
    },
    paint,
    needsWhole: () => wantsWhole,
    isMoving: () => moves || (adornment?.isMoving() ?? false),
  };
}
