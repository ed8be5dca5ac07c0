/** How an element says that it has a tooltip: `TooltipLayer` shows what is written in these marks. */

import type { Side } from './tipPlace.ts';

export interface TipMarks {
  'data-tip': string;
  'data-tip-key': string | undefined;
  'data-tip-side': Side;
}

export function tip(text: string, shortcut?: string, side: Side = 'bottom'): TipMarks {
  return { 'data-tip': text, 'data-tip-key': shortcut, 'data-tip-side': side };
}
