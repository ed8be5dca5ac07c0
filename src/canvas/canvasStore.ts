/** What the canvas knows for the moment only: hover, the frame a drag hovers over, a wire let go in the void. */

import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Id } from '../design/design.ts';

/** A wire that ended nowhere: which parts could stand there is asked in a small menu. */
export interface LooseWire {
  /** The node it hangs on, and whether that node calls or is called. */
  node: Id;
  end: 'from' | 'to';
  /** Where the new part would stand, in canvas units, and where the menu opens, in pixels of the canvas. */
  at: { x: number; y: number };
  menu: { x: number; y: number };
}

export interface CanvasState {
  /** The node under the pointer, or the one that has the keyboard. */
  hovered: Id | null;
  hoveredLink: Id | null;
  /** The frame a dragged node would join. */
  dropGroup: Id | null;
  /** The instance whose cell was clicked, target of the break menu. */
  instance: { node: Id; number: number } | null;
  /** Why the wire under the pointer is refused, in words; null while none is. */
  refusal: string | null;
  /** A wire is being drawn from this node, or towards it. */
  connecting: { node: Id; end: 'from' | 'to' } | null;
  looseWire: LooseWire | null;
  /** How far wires are bent aside to run round cards; those that need not are not in it. */
  bends: ReadonlyMap<Id, number>;
  isDragging: boolean;
}

export const canvasStore = createStore<CanvasState>()(() => ({
  hovered: null,
  hoveredLink: null,
  dropGroup: null,
  instance: null,
  refusal: null,
  connecting: null,
  looseWire: null,
  bends: new Map(),
  isDragging: false,
}));

export function useCanvas<T>(selector: (state: CanvasState) => T): T {
  return useStore(canvasStore, selector);
}
