/** The buttons of one card, the hovered or the only selected one: break it, count its instances, wire it. */

import { useStore } from '@xyflow/react';
import { ChevronDown, Minus, Plus, Spline, Zap } from 'lucide-react';
import type { DesignNode } from '../design/design.ts';
import { specOf } from '../design/wires.ts';
import { fieldWords } from '../i18n/fieldWords.ts';
import { useTextIfThere } from '../i18n/lateText.ts';
import { useText } from '../i18n/text.ts';
import { useDesign, useRun } from '../store/hooks.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { Menu } from '../ui/Menu.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import { BreakItems } from './BreakItems.tsx';
import { changeInstances } from './canvasEdits.ts';
import { useCanvas } from './canvasStore.ts';
import { barGap, barHeight, isBarAbove, useBarOwner } from './cardBar.ts';
import { cardWidth } from './cardGeometry.ts';
import { enterCard, leaveCard } from './hover.ts';
import css from './NodeActions.module.css';

export function NodeActions() {
  const id = useBarOwner();
  const node = useDesign((state) => state.design.nodes.find((each) => each.id === id));
  return node ? <Actions key={node.id} node={node} /> : null;
}

function Actions({ node }: { node: DesignNode }) {
  const t = useText();
  const { calls, role } = specOf(node.kind);
  // The knobs of React Flow's own camera: the bar keeps its size while the card zooms.
  const place = useStore(({ nodeLookup, transform: [x, y, zoom] }) => {
    const card = nodeLookup.get(node.id);
    const at = card?.internals.positionAbsolute ?? node;
    const top = at.y * zoom + y;
    const left = Math.round((at.x + cardWidth / 2) * zoom + x);
    return `${left}px, ${Math.round(isBarAbove(top) ? top - barHeight - barGap : top + (card?.height ?? 0) * zoom + barGap)}px`;
  });
  return (
    <div
      className={`${css.bar} nodrag nopan nowheel`}
      style={{ transform: `translate(${place}) translateX(-50%)` }}
      data-card-actions={node.id}
      onPointerEnter={() => enterCard(node.id)}
      onPointerLeave={leaveCard}
    >
      {role !== 'source' && <BreakButton node={node} />}
      <InstanceButtons node={node} />
      {calls.length > 0 && (
        <Tooltip text={t.canvas.connecting.button} shortcut="C" side="top">
          <button
            type="button"
            className={css.square}
            aria-label={t.canvas.connecting.button}
            onClick={() => sessionStore.getState().set({ tool: { name: 'connect', from: node.id } })}
          >
            <Spline size={16} aria-hidden />
          </button>
        </Tooltip>
      )}
    </div>
  );
}

function BreakButton({ node }: { node: DesignNode }) {
  const t = useText();
  const instance = useCanvas((state) => (state.instance?.node === node.id ? state.instance.number : null));
  const canRun = useRun((state) => state.index !== null && state.status !== 'finished' && state.status !== 'crashed');
  return (
    <Menu
      trigger={
        <button
          type="button"
          className={css.breakButton}
          aria-label={t.canvas.breaking.menu(instance === null ? node.label : t.common.instanceOf(node.label, instance + 1))}
        >
          <Zap size={14} aria-hidden />
          {t.canvas.breaking.button}
          {instance !== null && <span className={css.which}>#{instance + 1}</span>}
          <ChevronDown size={14} aria-hidden />
        </button>
      }
    >
      <BreakItems node={node} instance={instance} disabled={!canRun} />
    </Menu>
  );
}

function InstanceButtons({ node }: { node: DesignNode }) {
  const t = useText();
  const fieldTexts = useTextIfThere(fieldWords)?.kinds[node.kind].fields;
  const { instancesField, fields } = specOf(node.kind);
  const field = instancesField === null ? undefined : fields[instancesField];
  if (instancesField === null || field?.type !== 'number') return null;
  const count = Number(node.params[instancesField]);
  const words = t.kinds[node.kind];
  return (
    <span className={css.counter}>
      <button
        type="button"
        className={css.square}
        aria-label={t.canvas.instances.remove(words.name)}
        disabled={count <= field.min}
        onClick={() => changeInstances(node.id, -1)}
      >
        <Minus size={14} aria-hidden />
      </button>
      <span className={css.count} title={fieldTexts?.[instancesField]?.label}>
        {count}
      </span>
      <button
        type="button"
        className={css.square}
        aria-label={t.canvas.instances.add(words.name)}
        disabled={count >= field.max}
        onClick={() => changeInstances(node.id, 1)}
      >
        <Plus size={14} aria-hidden />
      </button>
    </span>
  );
}
