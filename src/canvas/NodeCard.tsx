/** One part on the canvas: what it is, in DOM. Its cells and live line are painted over it by the gauge layer. */

import { Handle, type NodeProps, Position } from '@xyflow/react';
import { type CSSProperties, type MouseEvent, memo, type RefObject, useLayoutEffect, useRef } from 'react';
import type { DesignNode, Id } from '../design/design.ts';
import { isSeen, seenParts } from '../design/sight.ts';
import { canConnect, specOf } from '../design/wires.ts';
import { useText } from '../i18n/text.ts';
import { views } from '../nodes/views.ts';
import { designStore } from '../store/designStore.ts';
import { useDesign, useRun, useSession } from '../store/hooks.ts';
import { changeInstances } from './canvasEdits.ts';
import { canvasStore, useCanvas } from './canvasStore.ts';
import { cellAt, cellGrid } from './cardGeometry.ts';
import type { CardNode } from './flowAdapter.ts';
import { HealthSign } from './HealthSign.tsx';
import { healthText } from './healthText.ts';
import { enterCard, leaveCard } from './hover.ts';
import { LateBadge } from './LateBadge.tsx';
import { instanceAt, useHealth } from './liveFeed.ts';
import css from './NodeCard.module.css';
import hands from './NodeHands.module.css';
import { useNameWidth } from './nameWidth.ts';
import { atRest, type NodeHealth } from './pulse.ts';
import { lacksOf } from './wanting.ts';

export const NodeCard = memo(
  function NodeCard({ data: { node, instances, axis }, selected, dragging }: NodeProps<CardNode>) {
    const t = useText();
    const measured = useHealth(node.id);
    const health = useDesign((state) => isSeen(seenParts(state.design), node.id)) ? measured : atRest;
    const problem = useRun((state) => state.problems.find((each) => each.node === node.id));
    const legality = useLegality(node);
    const { icon: Icon } = views[node.kind];
    const { calls, role } = specOf(node.kind);
    const isDown = axis === 'down';
    const nameWidth = useNameWidth(node.label);
    const problems = useRun((state) => state.problems);
    const links = useDesign((state) => state.design.links);
    const lacks = lacksOf(node.id, problems, links);
    const ghost = t.canvas.connecting.button;
    const card = useRef<HTMLDivElement>(null);
    useSpokenName(card, node, health);

    return (
      <div
        ref={card}
        className={css.card}
        data-node-id={node.id}
        data-kind={node.kind}
        data-health={health.word}
        data-selected={selected || undefined}
        data-dragging={dragging || undefined}
        data-legal={legality}
        data-bare={instances === 0 || undefined}
        data-axis={axis}
        data-unreached={lacks.isUnreached || undefined}
        onPointerEnter={() => enterCard(node.id)}
        onPointerLeave={leaveCard}
      >
        {role !== 'source' && (
          <Handle
            type="target"
            position={isDown ? Position.Top : Position.Left}
            className={hands.knob}
            data-lacks={lacks.callers ? '+' : undefined}
          />
        )}
        <div className={css.head} style={{ '--name': nameWidth } as CSSProperties}>
          <Icon size={16} aria-hidden className={css.icon} />
          <span className={css.label}>{node.label}</span>
        </div>
        <div className={css.summary}>{t.kinds[node.kind].summary(node.params)}</div>
        <Cells node={node.id} count={instances} />
        {calls.length > 0 && (
          <Handle
            type="source"
            position={isDown ? Position.Bottom : Position.Right}
            className={hands.knob}
            data-lacks={lacks.callees ? ghost : undefined}
          />
        )}
        <HealthSign health={health} />
        {problem && (
          <div className={hands.badge}>
            <LateBadge problem={problem} />
          </div>
        )}
        {health.word === 'saturated' && <GhostInstance node={node} />}
      </div>
    );
  },
  // Positions change with every step of a drag; the card's inside does not.
  (a, b) => a.data === b.data && a.selected === b.selected && a.dragging === b.dragging,
);

/** The part's name to a screen reader, with how it is. Past React Flow, which would tell all parts and wires of each part's new word. */
function useSpokenName(card: RefObject<HTMLDivElement | null>, node: DesignNode, health: NodeHealth): void {
  const t = useText();
  const locked = useSession((state) => state.locked);
  const name = t.canvas.nodeLabel(node.label, t.kinds[node.kind].name, healthText(health, t));
  const spoken = locked?.(node.id, '') ? t.common.locked(name) : name;
  useLayoutEffect(() => card.current?.closest('.react-flow__node')?.setAttribute('aria-label', spoken), [card, spoken]);
}

/** While a wire is drawn: whether it may end here. */
function useLegality(node: DesignNode): 'yes' | 'no' | undefined {
  return useCanvas(({ connecting }) => {
    if (!connecting || connecting.node === node.id) return undefined;
    const { design } = designStore.getState();
    const [from, to] = connecting.end === 'from' ? [connecting.node, node.id] : [node.id, connecting.node];
    return canConnect(design, from, to).ok ? 'yes' : 'no';
  });
}

/** Where the gauge layer paints the cells: a click aims the break menu at that instance. */
function Cells({ node, count }: { node: Id; count: number }) {
  if (count === 0) return null;
  const aim = (event: MouseEvent<HTMLDivElement>): void => {
    const area = event.currentTarget;
    const { left, top, width } = area.getBoundingClientRect();
    const zoom = width / area.offsetWidth;
    const grid = cellGrid(count);
    const cell = cellAt(grid, (event.clientX - left) / zoom, (event.clientY - top) / zoom + area.offsetTop);
    const number = instanceAt(node, cell * grid.each);
    canvasStore.setState({ instance: cell >= 0 && count > 1 ? { node, number } : null });
  };
  // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: a short cut; the inspector lists the instances for the keyboard
  return <div className={css.cells} onClick={aim} />;
}

/** Beside a part that is full: the one thing that most obviously helps. */
function GhostInstance({ node }: { node: DesignNode }) {
  const t = useText();
  const { instancesField, fields } = specOf(node.kind);
  const field = instancesField === null ? undefined : fields[instancesField];
  if (instancesField === null || field?.type !== 'number' || Number(node.params[instancesField]) >= field.max) return null;
  const name = t.kinds[node.kind].name;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${hands.ghost} nodrag nopan`}
      aria-label={t.canvas.instances.add(name)}
      onClick={() => changeInstances(node.id, 1)}
    >
      {t.canvas.instances.ghost(name)}
    </button>
  );
}
