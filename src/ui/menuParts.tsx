/** The menus' library behind our looks. Fetched by `Menu.tsx` when the first menu is near. */

import { DropdownMenu as Radix } from 'radix-ui';
import { type ReactElement, type ReactNode, useRef } from 'react';
import styles from './Menu.module.css';
import frame from './MenuFrame.module.css';

export interface MenuFrameProps {
  /** The button that opens it, or what it stands beside. */
  trigger: ReactElement;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom';
  /** Opened before its library was there. */
  defaultOpen?: boolean;
  /** Always open, until this is called. */
  onClose?: (() => void) | undefined;
  children: ReactNode;
}

/** Not modal on purpose: the modal form writes a style element, which the content security policy forbids. */
function MenuFrame({ trigger, align = 'start', side = 'bottom', defaultOpen = false, onClose, children }: MenuFrameProps) {
  // A menu at a point has no button to which the keyboard could return: it returns to where it was.
  const before = useRef(document.activeElement);
  const giveBack = (event: Event) => {
    event.preventDefault();
    if (document.activeElement === document.body && before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
  };
  const held = onClose ? { open: true, onOpenChange: (isOpen: boolean) => isOpen || onClose() } : { defaultOpen };
  return (
    <Radix.Root modal={false} {...held}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={frame.menu}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          {...(onClose ? { onCloseAutoFocus: giveBack } : {})}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function MenuSub({ trigger, children }: { trigger: ReactNode; children: ReactNode }) {
  return (
    <Radix.Sub>
      <Radix.SubTrigger className={styles.item}>{trigger}</Radix.SubTrigger>
      <Radix.Portal>
        <Radix.SubContent className={frame.menu} sideOffset={4} collisionPadding={8}>
          {children}
        </Radix.SubContent>
      </Radix.Portal>
    </Radix.Sub>
  );
}

export const menuParts = {
  Frame: MenuFrame,
  Item: Radix.Item,
  CheckboxItem: Radix.CheckboxItem,
  Separator: Radix.Separator,
  Label: Radix.Label,
  Sub: MenuSub,
};
