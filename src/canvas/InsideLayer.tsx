/** From very near each part has the numbers of its instances beneath it: how busy, how many wait, or what is wrong. */

import { useStore, ViewportPortal } from '@xyflow/react';
import type { Id } from '../design/design.ts';
import { isSeen, seenParts } from '../design/sight.ts';
import { useText } from '../i18n/text.ts';
import { useDesign, useRun } from '../store/hooks.ts';
import { formatCount, formatNumber } from '../ui/format.ts';
import type { FlowNode } from './flowAdapter.ts';
import { currentPulse, useLive } from './liveFeed.ts';
import { CELL } from './pulse.ts';
import css from './WorldLayer.module.css';

/** More would cover the parts below. */
const mostRows = 6;
const gap = 6;

export function InsideLayer() {
  // Comes anew with every frame, four times a second at most.
  useLive((state) => state.readings);
  const seen = useDesign((state) => seenParts(state.design));
  const index = useRun((state) => state.index);
  const nodes = useStore((state) => state.nodes as FlowNode[]);
  if (!index) return null;
  return (
    <ViewportPortal>
      {index.nodes.map(({ id, firstSlot, slots }) => {
        const card = nodes.find((node) => node.id === id);
        if (card?.type !== 'card' || card.data.instances === 0 || !isSeen(seen, id)) return null;
        const { x, y } = card.position;
        return <Instances key={id} node={id} firstSlot={firstSlot} slots={slots} x={x} y={y + (card.height ?? 0) + gap} />;
      })}
    </ViewportPortal>
  );
}

function Instances({ node, firstSlot, slots, x, y }: { node: Id; firstSlot: number; slots: number; x: number; y: number }) {
  const { live } = useText().canvas;
  const pulse = currentPulse();
  const there: number[] = [];
  for (let slot = firstSlot; slot < firstSlot + slots && slot < pulse.slots; slot++) if (pulse.cell[slot] !== CELL.absent) there.push(slot);
  if (there.length === 0) return null;
  return (
    <div className={css.inside} data-inside={node} style={{ transform: `translate(${x}px, ${y}px)` }}>
      {there.slice(0, mostRows).map((slot) => {
        const cell = pulse.cell[slot];
        const state =
          cell === CELL.down ? live.downNow : cell === CELL.hung ? live.hungNow : formatNumber(Math.round(pulse.load[slot] * 100), '%');
        return [
          <span key={`${slot} n`}>{slot - firstSlot + 1}</span>,
          <strong key={`${slot} s`}>{state}</strong>,
          <span key={`${slot} q`}>{live.waiting(formatCount(Math.round(pulse.queue[slot])))}</span>,
        ];
      })}
      {there.length > mostRows && <span>+{there.length - mostRows}</span>}
    </div>
  );
}
