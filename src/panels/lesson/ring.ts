/** A ring round what the step is about, wherever on the page it stands. */

import type { Id } from '../../design/design.ts';
import type { Step } from '../../lessons/lesson.ts';

const mark = 'data-lesson-ring';

function selectorOf(control: NonNullable<Step['control']>): string {
  const part = (id: Id) => `.react-flow__node[data-id="${CSS.escape(id)}"]`;
  if ('runs' in control) return '#run button, [data-lesson-run]';
  if ('palette' in control) return `[data-kind="${CSS.escape(control.palette)}"]`;
  return 'part' in control ? part(control.part) : control.wire.map(part).join();
}

/** Puts it on what is there now; the canvas may have made it anew since. */
export function ringRound(control: Step['control'] | undefined): void {
  for (const old of document.querySelectorAll(`[${mark}]`)) old.removeAttribute(mark);
  if (!control) return;
  const found = [...document.querySelectorAll(selectorOf(control))];
  // of the bar's buttons only the first plays
  for (const element of 'runs' in control ? found.slice(0, 1) : found) element.setAttribute(mark, '');
}
