import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './Button.tsx';
import { Tooltip } from './Tooltip.tsx';

export interface IconButtonProps extends Omit<ButtonProps, 'square' | 'aria-label' | 'children'> {
  /** Its name for everyone: read aloud, and shown in the tooltip. */
  label: string;
  shortcut?: string | undefined;
  children: ReactNode;
}

/** A button that shows only an icon; the name is in the tooltip and in the accessibility tree. */
export function IconButton({ label, shortcut, look = 'quiet', children, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <Button {...rest} look={look} square aria-label={label}>
        {children}
      </Button>
    </Tooltip>
  );
}
