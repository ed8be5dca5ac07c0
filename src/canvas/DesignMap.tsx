/** A large design from afar, in the corner. */

import { MiniMap } from '@xyflow/react';
import { useText } from '../i18n/text.ts';
import css from './Canvas.module.css';
import type { FlowNode } from './flowAdapter.ts';

const mapColour = (node: FlowNode): string => (node.type === 'region' ? 'var(--surface-active)' : 'var(--control-border)');

export function DesignMap() {
  const t = useText();
  return (
    <MiniMap
      className={css.map}
      pannable
      zoomable
      ariaLabel={t.canvas.controls.map}
      nodeBorderRadius={8}
      nodeColor={mapColour}
      position="bottom-right"
    />
  );
}
