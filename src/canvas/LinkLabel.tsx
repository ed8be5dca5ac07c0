/** What the wire under the pointer, or the only selected one, costs and carries. One label for all wires, above the dots. */

import { useStore } from '@xyflow/react';
import type { DesignLink, Id } from '../design/design.ts';
import { linkDelay } from '../design/regions.ts';
import { isSeen, seenParts } from '../design/sight.ts';
import { controlLinks } from '../design/wires.ts';
import { useText } from '../i18n/text.ts';
import { useDesign, useSession } from '../store/hooks.ts';
import { formatDuration, formatNumber } from '../ui/format.ts';
import { useCanvas } from './canvasStore.ts';
import css from './LinkEdge.module.css';
import { curveAt, wireCurve } from './linkCurve.ts';
import { useLive } from './liveFeed.ts';
import { shownEnds } from './shownEnds.ts';

/** Calls per second; an estimate where wires share a part's calls. */
export function useRateText(link: Id): string {
  return useLive((state) => {
    const rate = state.rates.get(link);
    return rate ? `${rate.isExact ? '' : '≈ '}${formatNumber(rate.ratePerSecond, '/s')}` : '';
  });
}

export function LinkLabel() {
  const hovered = useCanvas((state) => (state.isDragging || state.connecting ? null : state.hoveredLink));
  const selected = useSession(({ selection }) =>
    selection.links.length === 1 && selection.nodes.length === 0 ? selection.links[0] : null,
  );
  const id = hovered ?? selected;
  const link = useDesign((state) => state.design.links.find((each) => each.id === id));
  const isControl = useDesign((state) => link !== undefined && controlLinks(state.design).has(link.id));
  return link && !isControl ? <Label link={link} /> : null;
}

const scratch = new Float32Array(8);

function Label({ link }: { link: DesignLink }) {
  const { canvas } = useText();
  const design = useDesign((state) => state.design);
  const seen = seenParts(design);
  const measured = useRateText(link.id);
  const rate = isSeen(seen, link.from) || isSeen(seen, link.to) ? measured : '';
  const place = useStore(({ nodeLookup, transform: [x, y, zoom] }) => {
    const ends = shownEnds(nodeLookup, link.from, link.to);
    if (!ends) return null;
    const curve = wireCurve(ends, scratch);
    return `${Math.round(curveAt(curve, 0.5, 0) * zoom + x)}px, ${Math.round(curveAt(curve, 0.5, 1) * zoom + y)}px`;
  });
  if (place === null) return null;
  const timeoutMs = Number(link.params.timeoutMs);
  const retries = Number(link.params.retries);
  const words = [
    rate,
    canvas.wire.roundTrip(formatDuration(linkDelay(design, link) / 1000)),
    timeoutMs > 0 ? canvas.wire.timeout(formatDuration(timeoutMs / 1000)) : canvas.wire.noTimeout,
    retries > 0 ? canvas.wire.retries(retries) : '',
  ];
  return (
    <div className={css.label} style={{ transform: `translate(${place}) translate(-50%, calc(-100% - 14px))` }}>
      {words.filter(Boolean).join(' · ')}
    </div>
  );
}
