import { cloneElement, type ReactElement } from 'react';
import { type TipMarks, tip } from './tip.ts';
import type { Side } from './tipPlace.ts';

interface TooltipProps {
  text: string;
  shortcut?: string | undefined;
  side?: Side;
  /** One element that hands `data-` attributes on to the page. */
  children: ReactElement<Partial<TipMarks>>;
}

/**
 * A name on hover and focus. Never the only place where something is said. Here the element is only marked; one `TooltipLayer`
 * for the whole page shows what is written there, so that a hundred buttons cost no more than one.
 */
export function Tooltip({ text, shortcut, side, children }: TooltipProps) {
  return cloneElement(children, tip(text, shortcut, side));
}
