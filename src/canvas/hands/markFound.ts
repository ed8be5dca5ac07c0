/** Outlines what was found and fades the rest, by marks on what React Flow drew, so that no card renders for it. */

import './markFound.css';

export function markFound(flowIds: ReadonlySet<string>, current: string | null): void {
  const canvas = document.getElementById('canvas');
  if (!canvas) return;
  canvas.dataset.finding = '';
  for (const drawn of canvas.querySelectorAll<HTMLElement>('.react-flow__node')) {
    const id = drawn.dataset.id ?? '';
    if (flowIds.has(id)) drawn.dataset.found = id === current ? 'current' : 'yes';
    else delete drawn.dataset.found;
  }
}

export function unmark(): void {
  const canvas = document.getElementById('canvas');
  if (!canvas) return;
  delete canvas.dataset.finding;
  for (const drawn of canvas.querySelectorAll<HTMLElement>('[data-found]')) delete drawn.dataset.found;
}
