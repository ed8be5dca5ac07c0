/** What the next click does, said over the canvas while a tool is in hand. */

import { useText } from '../i18n/text.ts';
import { useDesign, useSession } from '../store/hooks.ts';
import css from './Canvas.module.css';

export function ToolHint() {
  const t = useText();
  const tool = useSession((state) => state.tool);
  const label = useDesign((state) =>
    tool.name === 'connect' ? state.design.nodes.find((node) => node.id === tool.from)?.label : undefined,
  );
  if (tool.name === 'select') return null;
  const words =
    tool.name === 'place'
      ? t.canvas.placing.hint(tool.kind === 'region' ? t.common.region.name : t.kinds[tool.kind].name)
      : t.canvas.connecting.help(label ?? '');
  return (
    <div className={css.toolHint} role="status">
      <strong>{words}</strong>
      {tool.name === 'connect' && <span>{t.canvas.connecting.legal}</span>}
    </div>
  );
}
