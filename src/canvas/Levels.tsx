/** Shows the level that fits the zoom, and hears the ways in and out: a double click on a region, Escape or Backspace with nothing selected. */

import { useStore, useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { groupAt } from '../design/edits.ts';
import { designStore } from '../store/designStore.ts';
import { useDesign } from '../store/hooks.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { InsideLayer } from './InsideLayer.tsx';
import { type Level, levelAt } from './levels.ts';
import { canvasPointAt } from './viewport.ts';
import { WorldLayer } from './WorldLayer.tsx';
import { zoomInto, zoomOut } from './zoomInto.ts';

export function Levels() {
  const hasRegions = useDesign((state) => state.design.groups.length > 0);
  const before = useRef<Level>('parts');
  const level = useStore((state) => {
    before.current = levelAt(state.transform[2], before.current, hasRegions);
    return before.current;
  });
  const flow = useStoreApi();
  const canvas = flow.getState().domNode?.closest<HTMLElement>('#canvas');

  useEffect(() => {
    canvas?.setAttribute('data-level', level);
  }, [canvas, level]);

  useEffect(() => {
    const into = (event: MouseEvent): void => {
      const target = event.target as Element;
      if (!target.closest('#canvas') || !(target.classList.contains('react-flow__pane') || target.closest('.regionHandle'))) return;
      const point = canvasPointAt(event.clientX, event.clientY);
      const group = point && groupAt(designStore.getState().design, point);
      if (group) zoomInto(group);
    };
    const out = (event: KeyboardEvent): void => {
      if ((event.key !== 'Escape' && event.key !== 'Backspace') || event.isComposing) return;
      const { selection, tool } = sessionStore.getState();
      const target = event.target as Element;
      const isFree = target === document.body || (target.closest('#canvas') !== null && !target.closest('textarea, input'));
      if (!isFree || tool.name !== 'select' || Object.values(selection).some((ids) => ids.length > 0)) return;
      if (!zoomOut()) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('dblclick', into);
    window.addEventListener('keydown', out, true);
    return () => {
      document.removeEventListener('dblclick', into);
      window.removeEventListener('keydown', out, true);
    };
  }, []);

  if (level === 'world') return <WorldLayer />;
  return level === 'inside' ? <InsideLayer /> : null;
}
