/** A region or zone: a labelled frame behind its parts. Its label and border move it, its corners size it. */

import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { smallestGroup } from '../design/edits.ts';
import { useText } from '../i18n/text.ts';
import { useCanvas } from './canvasStore.ts';
import type { RegionNode } from './flowAdapter.ts';
import { LateResizer } from './LateResizer.tsx';
import css from './RegionFrame.module.css';

export const RegionFrame = memo(
  function RegionFrame({ data: { group }, selected }: NodeProps<RegionNode>) {
    const t = useText();
    const isGoal = useCanvas((state) => state.dropGroup === group.id);
    const region = t.common.regions[group.region];
    return (
      <>
        {selected && (
          <LateResizer
            minWidth={smallestGroup.width}
            minHeight={smallestGroup.height}
            lineClassName={css.line}
            handleClassName={css.corner}
          />
        )}
        <div className={css.frame} data-group-id={group.id} data-selected={selected || undefined} data-goal={isGoal || undefined}>
          <div className={`${css.edge} ${css.top} regionHandle`} />
          <div className={`${css.edge} ${css.right} regionHandle`} />
          <div className={`${css.edge} ${css.bottom} regionHandle`} />
          <div className={`${css.edge} ${css.left} regionHandle`} />
          <div className={`${css.label} regionHandle`}>
            <span className={css.name}>{group.label}</span>
            {group.label !== region && <span className={css.region}>{region}</span>}
          </div>
        </div>
      </>
    );
  },
  (a, b) => a.data === b.data && a.selected === b.selected,
);
