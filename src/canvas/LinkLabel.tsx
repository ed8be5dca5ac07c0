/** What the wire under the pointer, or the only selected one, costs and carries. One label for all wires, above the dots. */

import { useStore } from '@xyflow/react';
import type { DesignLink } from '../design/design.ts';
import { isSeen, seenParts } from '../design/sight.ts';
import { controlLinks } from '../design/wires.ts';
import { useText } from '../i18n/text.ts';
import { useDesign, useSession } from '../store/hooks.ts';
import { useCanvas } from './canvasStore.ts';
import css from './LinkEdge.module.css';
import { curveAt, wireCurve } from './linkCurve.ts';
import { shownEnds } from './shownEnds.ts';
import { useRateText } from './useRateText.ts';
import { wirePieces } from './wireText.ts';

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
  const t = useText();
  const design = useDesign((state) => state.design);
  const seen = seenParts(design);
  const measured = useRateText(link.id);
  const rate = isSeen(seen, link.from) || isSeen(seen, link.to) ? measured : '';
  const place = useStore(({ nodeLookup, transform: [x, y, zoom] }) => {
    const ends = shownEnds(nodeLookup, link);
    if (!ends) return null;
    const curve = wireCurve(ends, scratch);
    return `${Math.round(curveAt(curve, 0.5, 0) * zoom + x)}px, ${Math.round(curveAt(curve, 0.5, 1) * zoom + y)}px`;
  });
  if (place === null) return null;
  const words = [rate, ...wirePieces(design, link, t)];
  return (
    <div className={css.label} style={{ transform: `translate(${place}) translate(-50%, calc(-100% - 14px))` }}>
      {words.filter(Boolean).join(' · ')}
    </div>
  );
}
