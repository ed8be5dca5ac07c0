/** A wire was let go over empty canvas: which part shall stand there? Only those that fit are offered. */

import { useText } from '../i18n/text.ts';
import { views } from '../nodes/views.ts';
import { useDesign } from '../store/hooks.ts';
import { MenuHeading, MenuItem, PointMenu } from '../ui/Menu.tsx';
import { canvasStore, useCanvas } from './canvasStore.ts';
import { addAtLooseEnd } from './looseEnd.ts';
import { kindsFor } from './wireText.ts';

export function WireMenu() {
  const t = useText();
  const wire = useCanvas((state) => state.looseWire);
  const kind = useDesign((state) => state.design.nodes.find((node) => node.id === wire?.node)?.kind);
  if (!wire || !kind) return null;
  const close = (): void => canvasStore.setState({ looseWire: null });
  const kinds = kindsFor(kind, wire.end);
  return (
    <PointMenu at={wire.menu} onClose={close}>
      <MenuHeading>
        {kinds.length === 0 ? t.canvas.connecting.none : wire.end === 'from' ? t.canvas.connecting.loose : t.canvas.connecting.looseFrom}
      </MenuHeading>
      {kinds.map((other) => {
        const { icon: Icon } = views[other];
        return (
          <MenuItem key={other} icon={<Icon size={16} aria-hidden />} onSelect={() => addAtLooseEnd(other, wire)}>
            {t.kinds[other].name}
          </MenuItem>
        );
      })}
    </PointMenu>
  );
}
