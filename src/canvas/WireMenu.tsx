/** A wire was let go over empty canvas: which part shall stand there? Only those that fit are offered. */

import { DropdownMenu } from 'radix-ui';
import { useText } from '../i18n/text.ts';
import { views } from '../nodes/views.ts';
import { useDesign } from '../store/hooks.ts';
import menu from '../ui/Menu.module.css';
import { MenuHeading, MenuItem } from '../ui/Menu.tsx';
import { addAtLooseEnd } from './canvasEdits.ts';
import { canvasStore, useCanvas } from './canvasStore.ts';
import { kindsFor } from './wireText.ts';

export function WireMenu() {
  const t = useText();
  const wire = useCanvas((state) => state.looseWire);
  const kind = useDesign((state) => state.design.nodes.find((node) => node.id === wire?.node)?.kind);
  if (!wire || !kind) return null;
  const close = (): void => canvasStore.setState({ looseWire: null });
  const kinds = kindsFor(kind, wire.end);
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(isOpen) => !isOpen && close()}>
      <DropdownMenu.Trigger asChild>
        <span style={{ position: 'absolute', left: wire.menu.x, top: wire.menu.y, width: 1, height: 1 }} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={menu.menu} align="start" sideOffset={4} collisionPadding={8}>
          <MenuHeading>
            {kinds.length === 0
              ? t.canvas.connecting.none
              : wire.end === 'from'
                ? t.canvas.connecting.loose
                : t.canvas.connecting.looseFrom}
          </MenuHeading>
          {kinds.map((other) => {
            const { icon: Icon } = views[other];
            return (
              <MenuItem key={other} icon={<Icon size={16} aria-hidden />} onSelect={() => addAtLooseEnd(other, wire)}>
                {t.kinds[other].name}
              </MenuItem>
            );
          })}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
