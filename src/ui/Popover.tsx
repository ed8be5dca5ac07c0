import { cloneElement, type ReactElement, type ReactNode, useId, useRef } from 'react';
import styles from './Popover.module.css';
import { type Side, tipPlace } from './tipPlace.ts';

interface PopoverProps {
  /** A button. */
  trigger: ReactElement<{ popoverTarget?: string }>;
  label: string;
  side?: Side;
  children: ReactNode;
}

/** A small pane beside a button, for controls. The browser's own: it closes on Escape and on a press elsewhere, above all else. */
export function Popover({ trigger, label, side = 'bottom', children }: PopoverProps) {
  const id = useId();
  const pane = useRef<HTMLDivElement>(null);
  const place = () => {
    const element = pane.current;
    const owner = document.querySelector(`[popovertarget="${CSS.escape(id)}"]`);
    if (!element || !owner) return;
    const view = { width: innerWidth, height: innerHeight };
    const at = tipPlace(owner.getBoundingClientRect(), element.getBoundingClientRect(), side, view);
    element.style.left = `${at.x}px`;
    element.style.top = `${at.y}px`;
  };
  return (
    <>
      {cloneElement(trigger, { popoverTarget: id })}
      <div ref={pane} id={id} popover="auto" role="dialog" className={styles.popover} aria-label={label} onToggle={place}>
        {children}
      </div>
    </>
  );
}
