/** The whole design from afar, in the corner: regions, parts with how they are, notes. A click or drag in it moves the camera. */

import { MiniMap } from '@xyflow/react';
import { useMemo } from 'react';
import { useText } from '../i18n/text.ts';
import css from './Canvas.module.css';
import type { FlowNode } from './flowAdapter.ts';
import { useLive } from './liveFeed.ts';
import { centreAt } from './viewport.ts';

const troubles: Readonly<Record<string, string>> = {
  busy: 'var(--health-busy)',
  saturated: 'var(--health-saturated)',
  hung: 'var(--health-down)',
  down: 'var(--health-down)',
};

export function DesignMap() {
  const t = useText();
  // Renewed only when some part changes its class.
  const health = useLive((state) => state.health);
  const [colour, edge] = useMemo(() => {
    const trouble = (node: FlowNode): string | undefined => (node.type === 'card' ? troubles[health.get(node.id)?.word ?? ''] : undefined);
    const sheets: Readonly<Record<string, string>> = { region: 'var(--surface-active)', note: 'var(--surface-hover)' };
    return [
      (node: FlowNode): string => trouble(node) ?? sheets[node.type ?? ''] ?? 'var(--control-border)',
      // Not by hue alone: what is in trouble has an edge, too.
      (node: FlowNode): string => (trouble(node) ? 'var(--text)' : 'transparent'),
    ];
  }, [health]);
  return (
    <MiniMap
      className={css.map}
      pannable
      zoomable
      ariaLabel={t.canvas.controls.map}
      nodeBorderRadius={8}
      nodeColor={colour}
      nodeStrokeColor={edge}
      nodeStrokeWidth={16}
      onClick={(_event, at) => centreAt(at)}
      position="bottom-right"
    />
  );
}
