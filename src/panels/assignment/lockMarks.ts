/** A lock on every card that an assignment locks, by a sheet of rules, so that no card renders for it. */

import type { Id } from '../../design/design.ts';
import './lockMarks.css';

/** @returns how to take the marks away */
export function markLocked(ids: readonly Id[]): () => void {
  const sheet = new CSSStyleSheet();
  const cards = ids.map((id) => `.react-flow__node[data-id="${CSS.escape(id)}"]`);
  if (cards.length > 0) sheet.replaceSync(`#canvas :is(${cards.join(',')}) { --lock: block; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
