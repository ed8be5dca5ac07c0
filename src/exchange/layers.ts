/** A first place for every part: its layer is its longest way from where calls begin, boxes keep their parts in rows of their own. */

import type { SketchPart, SketchWire } from './sketch.ts';

export interface LayerPlace {
  /** From left to right, 0 is where calls begin. */
  layer: number;
  row: number;
}

/** Circles are cut where they close. */
export function layersOf(parts: readonly SketchPart[], wires: readonly SketchWire[]): Map<string, LayerPlace> {
  const callers = new Map<string, string[]>(parts.map(({ id }) => [id, []]));
  for (const { from, to } of wires) if (callers.has(from) && from !== to) callers.get(to)?.push(from);
  const layers = new Map<string, number>();
  for (const { id } of parts) layerOf(id, callers, layers);
  const places = new Map<string, LayerPlace>();
  let firstRow = 0;
  for (const box of new Set(parts.map((part) => part.box))) {
    const used = new Map<number, number>();
    for (const { id } of parts.filter((part) => part.box === box)) {
      const layer = layers.get(id) ?? 0;
      const row = used.get(layer) ?? 0;
      used.set(layer, row + 1);
      places.set(id, { layer, row: firstRow + row });
    }
    firstRow += Math.max(0, ...used.values()) + 1;
  }
  return places;
}

/** Without recursion: a chain may be thousands long. */
function layerOf(start: string, callers: ReadonlyMap<string, readonly string[]>, layers: Map<string, number>): void {
  const open: string[] = [start];
  const isOnTheWay = new Set<string>();
  while (open.length > 0) {
    const id = open[open.length - 1];
    if (layers.has(id)) {
      open.pop();
      continue;
    }
    isOnTheWay.add(id);
    const before = callers.get(id) ?? [];
    const next = before.filter((each) => !layers.has(each) && !isOnTheWay.has(each));
    if (next.length > 0) {
      open.push(...next);
      continue;
    }
    layers.set(id, Math.max(0, ...before.map((each) => (layers.get(each) ?? -1) + 1)));
    isOnTheWay.delete(id);
    open.pop();
  }
}
