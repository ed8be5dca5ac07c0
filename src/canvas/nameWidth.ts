/** How wide a name is in the letters this machine has: names on cards are set as large as they fit. */

import { useSyncExternalStore } from 'react';
import { currentColours } from './colours.ts';

const measured = 100;
let widths = new Map<string, number>();
let ctx: CanvasRenderingContext2D | null = null;

/** In ems of the card's own weight. */
function widthOf(name: string): number {
  const key = `${currentColours().font} ${name}`;
  let width = widths.get(key);
  if (width === undefined) {
    ctx ??= document.createElement('canvas').getContext('2d');
    if (!ctx) return 0;
    ctx.font = `600 ${measured}px ${currentColours().font}`;
    // letters of few pixels are set a little wider than they are
    width = (1.02 * ctx.measureText(name).width) / measured;
    widths.set(key, width);
  }
  return width;
}

/** Letters that came later are other letters. */
function onFonts(changed: () => void): () => void {
  const again = (): void => {
    widths = new Map();
    changed();
  };
  document.fonts?.addEventListener('loadingdone', again);
  return () => document.fonts?.removeEventListener('loadingdone', again);
}

export function useNameWidth(name: string): number {
  return useSyncExternalStore(onFonts, () => widthOf(name));
}
