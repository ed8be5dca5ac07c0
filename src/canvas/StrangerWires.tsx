/** The wires of parts that nobody here knows: they are there, and nothing goes over them. Camera and cards are followed without React. */

import { useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { strangersOf } from '../design/strangerNotes.ts';
import { useDesign } from '../store/hooks.ts';
import { type FlowNode, flowIdOfNote, type LinkEdge } from './flowAdapter.ts';
import { curveText, wireCurve } from './linkCurve.ts';
import css from './Strangers.module.css';
import { shownEnds } from './shownEnds.ts';

export function StrangerWires() {
  const design = useDesign((state) => state.design);
  const view = useRef<SVGGElement>(null);
  const flow = useStoreApi<FlowNode, LinkEdge>();
  useEffect(() => {
    const follow = (): void => {
      const { transform, nodeLookup } = flow.getState();
      const [x, y, zoom] = transform;
      view.current?.setAttribute('transform', `translate(${x} ${y}) scale(${zoom})`);
      for (const line of view.current?.querySelectorAll<SVGPathElement>('[data-from]') ?? []) {
        const { id = '', from = '', to = '' } = line.dataset;
        const shownAs = (part: string): string => (nodeLookup.has(part) ? part : flowIdOfNote(part));
        const ends = shownEnds(nodeLookup, { id, from: shownAs(from), to: shownAs(to) });
        line.setAttribute('d', ends ? curveText(wireCurve(ends, new Float32Array(8))) : '');
      }
    };
    follow();
    return flow.subscribe(follow);
  });
  return (
    <svg className={css.view} aria-hidden>
      <g ref={view}>
        {strangersOf(design)
          .flatMap(({ stranger }) => stranger.wires)
          .map(({ id, from, to }) => (
            <path key={`${id}`} className={css.line} data-stranger-wire={id} data-id={id} data-from={from} data-to={to} />
          ))}
      </g>
    </svg>
  );
}
