/** While something is dragged: the lines it shares with its neighbours, equal gaps, and the region that would take it in. */

import { useStoreApi, ViewportPortal } from '@xyflow/react';
import { useStore } from 'zustand';
import { useLateText } from '../i18n/lateText.ts';
import { useDesign } from '../store/hooks.ts';
import { useCanvas } from './canvasStore.ts';
import { deskText } from './deskText.ts';
import css from './Guides.module.css';
import { guideStore } from './moving.ts';
import type { Guide } from './snapping.ts';

/** Pixels of the screen. */
const beyond = 12;
const tick = 5;

export function Guides() {
  const guides = useStore(guideStore, (state) => state.guides);
  const flow = useStoreApi();
  const goal = useCanvas((state) => state.dropGroup);
  if (guides.length === 0 && goal === null) return null;
  const zoom = flow.getState().transform[2];
  return (
    <ViewportPortal>
      <svg className={css.guides} data-guides={guides.length} aria-hidden>
        {guides.map((guide) => (
          <path key={`${guide.kind}${guide.axis}${guide.at} ${guide.from}`} className={css[guide.kind]} d={pathOf(guide, zoom)} />
        ))}
      </svg>
      {goal !== null && <Goal group={goal} zoom={zoom} />}
    </ViewportPortal>
  );
}

function pathOf({ kind, axis, at, from, to }: Guide, zoom: number): string {
  const point = (along: number, across: number): string => (axis === 'x' ? `${along},${across}` : `${across},${along}`);
  if (kind === 'line') return `M${point(at, from - beyond / zoom)} L${point(at, to + beyond / zoom)}`;
  const half = tick / zoom;
  const end = (along: number): string => `M${point(along, at - half)} L${point(along, at + half)}`;
  return `M${point(from, at)} L${point(to, at)} ${end(from)} ${end(to)}`;
}

/** Said at the frame itself, so that nobody has to know what a dashed border means. */
function Goal({ group: id, zoom }: { group: string; zoom: number }) {
  const words = useLateText(deskText);
  const group = useDesign((state) => state.design.groups.find((each) => each.id === id));
  if (!group) return null;
  const transform = `translate(${group.x + group.width / 2}px, ${group.y}px) scale(${1 / zoom}) translate(-50%, -50%)`;
  return (
    <div className={css.goal} style={{ transform }}>
      {words.joins(group.label)}
    </div>
  );
}
