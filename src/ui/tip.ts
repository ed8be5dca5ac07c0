/** How an element says that it has a tooltip: `TooltipLayer` shows what is written in these marks. */

import type { Side } from './tipPlace.ts';

export function tip(text: string, shortcut?: string, side: Side = 'bottom') {
  return { 'data-tip': text, 'data-tip-key': shortcut, 'data-tip-side': side };
}
