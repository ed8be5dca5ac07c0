/** What the next click does, said over the canvas while a tool is in hand. */

import { useEffect } from 'react';
import { useText } from '../i18n/text.ts';
import { useDesign, useSession } from '../store/hooks.ts';
import { announce } from '../ui/announce.ts';
import css from './Canvas.module.css';

export function ToolHint() {
  const t = useText();
  const tool = useSession((state) => state.tool);
  const label = useDesign((state) =>
    tool.name === 'connect' ? state.design.nodes.find((node) => node.id === tool.from)?.label : undefined,
  );
  const words =
    tool.name === 'select'
      ? ''
      : tool.name === 'place'
        ? t.canvas.placing.hint(tool.kind === 'region' || tool.kind === 'note' ? t.common[tool.kind].name : t.kinds[tool.kind].name)
        : t.canvas.connecting.help(label ?? '');
  useEffect(() => announce(words, 'answer'), [words]);
  if (words === '') return null;
  return (
    <div className={css.toolHint}>
      <strong>{words}</strong>
      {tool.name === 'connect' && <span>{t.canvas.connecting.legal}</span>}
    </div>
  );
}
