/** One wire: as thick as the logarithm of the calls it carries, with its delay shown when one looks at it. */

import { type EdgeProps, useStore } from '@xyflow/react';
import { memo, type ReactNode, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useRun, useSession } from '../store/hooks.ts';
import { canvasStore, useCanvas } from './canvasStore.ts';
import { cardWidth, handleY, knob } from './cardGeometry.ts';
import type { LinkEdge as LinkEdgeType } from './flowAdapter.ts';
import { LateBadge } from './LateBadge.tsx';
import css from './LinkEdge.module.css';
import { curveAt, curveText, type Ends, endAngle, shortened, wireCurve } from './linkCurve.ts';
import { liveStore, useLive } from './liveFeed.ts';
import { linkWidth } from './readings.ts';
import { useReducedMotion } from './useMedia.ts';
import { useRateText } from './useRateText.ts';

/** Length of the arrow head; the line ends inside it. */
const head = 8;

export const LinkEdge = memo(function LinkEdge({ id, sourceX, sourceY, targetX, targetY, selected, data }: EdgeProps<LinkEdgeType>) {
  const pathRef = useRef<SVGPathElement>(null);
  const headRef = useRef<SVGPathElement>(null);
  const isMotionless = useReducedMotion();
  const hasDots = useSession((state) => state.traffic) && !isMotionless;
  const problem = useRun((state) => state.problems.find((each) => each.link === id));

  useEffect(() => {
    // A new width four times a second at most, past React: all wires change together while a run plays.
    let shown = -1;
    const follow = (): void => {
      const width = Math.round(linkWidth(liveStore.getState().rates.get(id)?.carriedPerSecond ?? 0) * 4) / 4;
      if (width === shown) return;
      shown = width;
      pathRef.current?.style.setProperty('--wire', `${width}px`);
      headRef.current?.style.setProperty('scale', String(0.85 + width / 8));
    };
    follow();
    return liveStore.subscribe(follow);
  }, [id]);

  const bend = useCanvas((state) => state.bends.get(id));

  if (!data) return null;
  const curve = wireCurve({ ...endsAt(sourceX, sourceY, targetX, targetY, data), bend }, new Float32Array(8));
  const path = curveText(shortened(curve, head - 1));
  const middleX = curveAt(curve, 0.5, 0);
  const middleY = curveAt(curve, 0.5, 1);
  return (
    <g
      data-link-id={id}
      className={css.wire}
      data-selected={selected || undefined}
      data-problem={problem?.severity}
      data-control={data.isControl || undefined}
      onPointerEnter={() => canvasStore.setState({ hoveredLink: id })}
      onPointerLeave={() => canvasStore.setState({ hoveredLink: null })}
    >
      <path className={css.hit} d={path} />
      <path ref={pathRef} className={css.line} d={path} />
      <g transform={`translate(${curve[6]},${curve[7]}) rotate(${endAngle(curve)})`}>
        <path ref={headRef} className={css.head} d={`M0,0 l-${head},-4.5 v9 z`} />
      </g>
      {!hasDots && !data.isControl && <Chevrons link={id} curve={curve} />}
      {!hasDots && !data.isControl && <RateLabel link={id} x={middleX} y={middleY} />}
      {problem && (
        <OverWires>
          <div className={css.badge} style={{ transform: `translate(${middleX}px, ${middleY - 18}px) translate(-50%, -50%)` }}>
            <LateBadge problem={problem} />
          </div>
        </OverWires>
      )}
    </g>
  );
});

/** In React Flow's layer of labels. Its own way there looks the layer up in the whole canvas for every wire at every change of its store. */
function OverWires({ children }: { children: ReactNode }) {
  const canvas = useStore((state) => state.domNode);
  const layer = canvas?.querySelector('.react-flow__edgelabel-renderer');
  return layer ? createPortal(children, layer) : null;
}

/** React Flow says where the knobs are; from there to the cards they sit on. */
function endsAt(sourceX: number, sourceY: number, targetX: number, targetY: number, data: LinkEdgeType['data'] & object): Ends {
  const { axis, fromHeight, toHeight } = data;
  const isAcross = axis === 'across';
  const fromX = sourceX - (isAcross ? cardWidth + knob : cardWidth / 2);
  const fromY = sourceY - (isAcross ? handleY : fromHeight + knob);
  const toX = isAcross ? targetX + knob : targetX - cardWidth / 2;
  const toY = isAcross ? targetY - handleY : targetY + knob;
  return {
    from: { x: fromX, y: fromY, width: cardWidth, height: fromHeight },
    to: { x: toX, y: toY, width: cardWidth, height: toHeight },
    axis,
  };
}

interface LabelProps {
  link: string;
  x: number;
  y: number;
}

function RateLabel({ link, x, y }: LabelProps) {
  const rate = useRateText(link);
  return rate ? (
    <OverWires>
      <div className={css.rate} style={{ transform: `translate(${x}px, ${y}px) translate(-50%, -50%)` }}>
        {rate}
      </div>
    </OverWires>
  ) : null;
}

/** What stands for the dots where nothing may move: one chevron per power of ten of the calls. */
function Chevrons({ link, curve }: { link: string; curve: Float32Array }) {
  const count = useLive((state) => {
    const rate = state.rates.get(link)?.ratePerSecond ?? 0;
    return rate < 1 ? 0 : Math.min(4, 1 + Math.floor(Math.log10(rate)));
  });
  const step = 9 / Math.max(60, Math.hypot(curve[6] - curve[0], curve[7] - curve[1]));
  return Array.from({ length: count }, (_, i) => {
    const t = 0.25 + (i - (count - 1) / 2) * step;
    const x = curveAt(curve, t, 0);
    const y = curveAt(curve, t, 1);
    const angle = (Math.atan2(curveAt(curve, t + 0.01, 1) - y, curveAt(curve, t + 0.01, 0) - x) * 180) / Math.PI;
    // biome-ignore lint/suspicious/noArrayIndexKey: chevrons are alike and never change places
    return <path key={i} className={css.chevron} d="M-3,-5 L3,0 L-3,5" transform={`translate(${x},${y}) rotate(${angle})`} />;
  });
}
