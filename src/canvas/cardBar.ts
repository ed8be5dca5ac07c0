/** Which card has its bar of buttons beside it, and on which side: `NodeActions` draws it, and what else stands there gives way. */

import type { Id } from '../design/design.ts';
import { useSession } from '../store/hooks.ts';
import { useCanvas } from './canvasStore.ts';

/** Height of the bar and its distance from the card, in pixels of the screen. */
export const barHeight = 32;
export const barGap = 8;

/** The hovered card or else the only selected one; null while something is dragged or wired. */
export function useBarOwner(): Id | null {
  const selected = useSession(({ selection, tool }) =>
    tool.name === 'select' && selection.nodes.length === 1 && selection.groups.length === 0 ? selection.nodes[0] : null,
  );
  return useCanvas((state) => (state.isDragging || state.connecting !== null ? null : (state.hovered ?? selected)));
}

/** @param top of the card, in pixels of the screen from the canvas' own top: where there is no room above, the bar is below */
export const isBarAbove = (top: number): boolean => top > barHeight + barGap + 4;
