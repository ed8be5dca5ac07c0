/** Words for a screen reader about what the keyboard did on the canvas. */

import { useCanvas } from './canvasStore.ts';

export function Said() {
  const { words, number } = useCanvas((state) => state.said);
  return (
    <div className="visuallyHidden" role="status">
      <span key={number}>{words}</span>
    </div>
  );
}
