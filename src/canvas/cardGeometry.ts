/**
 * How large a card is and where its cells stand, in canvas units, from the design alone. The card (DOM), the gauges
 * (canvas), the wires and the tidy layout all read it, so nothing has to be measured and nothing can disagree.
 */

import type { DesignNode } from '../design/design.ts';
import { instancesOf } from '../design/instances.ts';
import { specOf } from '../design/wires.ts';

export const grid = 8;
export const cardWidth = 168;
/** Height of a card with at most one row of large cells. */
export const cardHeight = 72;
/** Where wires leave and arrive, from the card's top. The same for every card, so that neighbours wire straight. */
export const handleY = 36;
/** Half the visible knob: a wire ends where it begins. */
export const knob = 4;
/** Which way calls run: from left to right, or on a phone held upright from top to bottom. */
export type Axis = 'across' | 'down';
/** Below these zooms a card says less in larger type, and then even less. */
const farZoom = 0.86;
const furtherZoom = 0.66;
export type Distance = 'near' | 'far' | 'further';
export const distanceAt = (zoom: number): Distance => (zoom < furtherZoom ? 'further' : zoom < farZoom ? 'far' : 'near');

const pad = 12;
const cellsTop = 46;
const inner = cardWidth - 2 * pad;
/** Above this many instances the cells become small, and above `mostCells` one cell stands for several instances. */
const largeCells = 32;
const mostCells = 96;

export interface CellGrid {
  /** Drawn cells; 0 for a kind that has no server of its own. */
  cells: number;
  /** Instances one cell stands for. */
  each: number;
  columns: number;
  width: number;
  height: number;
  /** From one cell's corner to the next. */
  stepX: number;
  stepY: number;
}

/**
 * Instances a card shows: those that exist in the run, or without a run those of the design. Users are the world outside:
 * they have no server whose load could be shown.
 */
export function shownInstances(node: DesignNode, existing = 0): number {
  if (specOf(node.kind).role === 'source') return 0;
  return existing > 0 ? existing : instancesOf(node);
}

/** At most four abreast are wide enough for a number, eight for ticks; a crowd becomes a field of small cells. */
export function cellGrid(instances: number): CellGrid {
  const isLarge = instances <= largeCells;
  const each = Math.max(1, Math.ceil(instances / mostCells));
  const columns = isLarge ? (instances <= 4 ? 4 : 8) : 16;
  const gap = isLarge ? 4 : 2;
  const height = isLarge ? 18 : 6;
  const width = (inner - gap * (columns - 1)) / columns;
  return { cells: Math.ceil(instances / each), each, columns, width, height, stepX: width + gap, stepY: isLarge ? 24 : 8 };
}

export function cellX(cells: CellGrid, cell: number): number {
  return pad + (cell % cells.columns) * cells.stepX;
}

export function cellY(cells: CellGrid, cell: number): number {
  return cellsTop + Math.floor(cell / cells.columns) * cells.stepY;
}

/** Which cell lies at a point of the card, -1 for none. Gaps belong to the cell before them, so that no click misses. */
export function cellAt(cells: CellGrid, x: number, y: number): number {
  const column = Math.floor((x - pad) / cells.stepX);
  const row = Math.floor((y - cellsTop) / cells.stepY);
  const cell = row * cells.columns + column;
  return column >= 0 && column < cells.columns && row >= 0 && cell < cells.cells ? cell : -1;
}

export function heightFor(instances: number): number {
  const cells = cellGrid(instances);
  const rows = Math.max(1, Math.ceil(cells.cells / cells.columns));
  const bottom = cellsTop + (rows - 1) * cells.stepY + cells.height + 8;
  return Math.max(cardHeight, Math.ceil(bottom / grid) * grid);
}

export function heightOf(node: DesignNode): number {
  return heightFor(shownInstances(node));
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function boxOf(node: DesignNode): Box {
  return { x: node.x, y: node.y, width: cardWidth, height: heightOf(node) };
}

export const snapped = (value: number): number => Math.round(value / grid) * grid || 0;
