/** Zoom in, out, and show everything. */

import { Panel } from '@xyflow/react';
import { Maximize, Minus, Plus } from 'lucide-react';
import { useText } from '../i18n/text.ts';
import { Tooltip } from '../ui/Tooltip.tsx';
import css from './Canvas.module.css';
import { fitView, zoomIn, zoomOut } from './viewport.ts';

export function ZoomControls() {
  const { controls } = useText().canvas;
  const buttons = [
    { label: controls.zoomIn, icon: Plus, act: zoomIn },
    { label: controls.zoomOut, icon: Minus, act: zoomOut },
    { label: controls.fit, icon: Maximize, act: fitView },
  ];
  return (
    <Panel position="bottom-right" className={css.controls} aria-label={controls.title} role="group" data-floats>
      {buttons.map(({ label, icon: Icon, act }) => (
        <Tooltip key={label} text={label} side="left">
          <button type="button" className={css.control} aria-label={label} onClick={act}>
            <Icon size={16} aria-hidden />
          </button>
        </Tooltip>
      ))}
    </Panel>
  );
}
