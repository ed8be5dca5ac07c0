/**
 * Single points of failure, where they stand: parts and wires outlined, each with its place in the order of damage. React draws them when
 * they are found; camera, cards and wires are followed without it.
 */

import { type ReactFlowState, useStoreApi } from '@xyflow/react';
import { type RefObject, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { DesignLink } from '../design/design.ts';
import { useLateText } from '../i18n/lateText.ts';
import { useText } from '../i18n/text.ts';
import { designStore } from '../store/designStore.ts';
import { foundStore } from '../store/foundStore.ts';
import { canvasStore } from './canvasStore.ts';
import type { FlowNode, LinkEdge } from './flowAdapter.ts';
import { curveAt, curveText, wireCurve } from './linkCurve.ts';
import { shownEnds } from './shownEnds.ts';
import css from './WeakMarks.module.css';
import { weakMarksText, weakText } from './weakText.ts';

/** From a wire to the lines on both sides of it. */
const beside = 7;
/** Where the number stands: the middle of a wire has its rate. */
const numberAt = 0.3;

export function WeakMarks() {
  const t = useText();
  const words = useLateText(weakMarksText);
  const marks = useStore(foundStore, (state) => state.marks);
  const view = useRef<HTMLDivElement>(null);
  useFollowed(view);
  return (
    <div ref={view} className={css.view} aria-hidden data-weak-marks>
      <svg className={css.wires} width={1} height={1} aria-hidden>
        {[...marks].map(([id, { on }]) => (on === 'wire' ? <path key={id} className={css.line} data-line-of={id} /> : null))}
      </svg>
      {[...marks].map(([id, mark]) => (
        <div key={id} className={css.mark} data-on={mark.on} data-of={id} data-weak={`${mark.on} ${id}`}>
          <span className={css.rank} title={weakText(words, mark, t)}>
            {mark.rank}
          </span>
        </div>
      ))}
    </div>
  );
}

type Flow = ReactFlowState<FlowNode, LinkEdge>;

/** Keeps every mark on its card or wire while the camera moves, cards are dragged and wires find other ways. */
function useFollowed(view: RefObject<HTMLDivElement | null>): void {
  const flow = useStoreApi<FlowNode, LinkEdge>();
  useEffect(() => {
    const follow = (): void => {
      const box = view.current;
      if (!box) return;
      const state = flow.getState();
      const [x, y, zoom] = state.transform;
      box.style.transform = `translate(${x}px, ${y}px) scale(${zoom})`;
      const links = new Map(designStore.getState().design.links.map((link) => [link.id, link]));
      for (const mark of box.querySelectorAll<HTMLElement>('[data-of]')) {
        const id = mark.dataset.of ?? '';
        if (mark.dataset.on === 'part') placeOnCard(mark, state, id);
        else placeOnWire(mark, box.querySelector(`[data-line-of="${CSS.escape(id)}"]`), state, links.get(id));
      }
    };
    follow();
    const stops = [flow.subscribe(follow), canvasStore.subscribe(follow)];
    return () => {
      for (const stop of stops) stop();
    };
  });
}

function placeOnCard(mark: HTMLElement, { nodeLookup }: Flow, id: string): void {
  const node = nodeLookup.get(id);
  mark.hidden = !node;
  if (!node) return;
  const { x, y } = node.internals.positionAbsolute;
  mark.style.transform = `translate(${x}px, ${y}px)`;
  mark.style.width = `${node.measured.width ?? 0}px`;
  mark.style.height = `${node.measured.height ?? 0}px`;
}

function placeOnWire(mark: HTMLElement, line: Element | null, { nodeLookup }: Flow, link: DesignLink | undefined): void {
  const ends = link ? shownEnds(nodeLookup, link) : null;
  mark.hidden = !ends;
  if (!ends) {
    line?.removeAttribute('d');
    return;
  }
  const curve = wireCurve(ends, new Float32Array(8));
  mark.style.transform = `translate(${curveAt(curve, numberAt, 0)}px, ${curveAt(curve, numberAt, 1)}px)`;
  // across its direction from end to end: wires bend little
  const [dx, dy] = [curve[6] - curve[0], curve[7] - curve[1]];
  const length = Math.max(1, Math.hypot(dx, dy));
  const [ox, oy] = [(-dy / length) * beside, (dx / length) * beside];
  line?.setAttribute('d', [1, -1].map((side) => curveText(curve.map((value, i) => value + side * (i % 2 === 0 ? ox : oy)))).join(''));
}
