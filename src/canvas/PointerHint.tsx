/** Words beside the pointer: why a wire may not end here. Who wires by keyboard hears it when he tries. */

import { useStore } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { canConnect } from '../design/wires.ts';
import { useText } from '../i18n/text.ts';
import { designStore } from '../store/designStore.ts';
import css from './Canvas.module.css';
import { canvasStore, useCanvas } from './canvasStore.ts';
import { refusalText } from './wireText.ts';

export function PointerHint() {
  const t = useText();
  const hintRef = useRef<HTMLDivElement>(null);
  const refusal = useCanvas((state) => state.refusal);
  const connecting = useCanvas((state) => state.connecting);
  const frame = useStore((state) => state.domNode);

  useEffect(() => {
    if (!frame) return;
    const follow = (event: PointerEvent): void => {
      const { left, top } = frame.getBoundingClientRect();
      hintRef.current?.style.setProperty('transform', `translate(${event.clientX - left + 14}px, ${event.clientY - top + 18}px)`);
    };
    window.addEventListener('pointermove', follow, { passive: true });
    return () => window.removeEventListener('pointermove', follow);
  }, [frame]);

  useEffect(() => {
    if (!connecting || !frame) return;
    const explain = (event: PointerEvent): void => {
      const under = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-node-id]');
      const node = under?.dataset.nodeId;
      let words: string | null = null;
      if (node && node !== connecting.node) {
        const [from, to] = connecting.end === 'from' ? [connecting.node, node] : [node, connecting.node];
        const answer = canConnect(designStore.getState().design, from, to);
        if (!answer.ok) words = refusalText(answer.reason, t);
      }
      if (canvasStore.getState().refusal !== words) canvasStore.setState({ refusal: words });
    };
    window.addEventListener('pointermove', explain, { passive: true });
    return () => {
      window.removeEventListener('pointermove', explain);
      canvasStore.setState({ refusal: null });
    };
  }, [connecting, frame, t]);

  return (
    <div ref={hintRef} className={css.pointerHint} data-shown={refusal !== null || undefined}>
      {refusal}
    </div>
  );
}
