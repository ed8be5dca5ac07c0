import { type PointerEvent, useRef } from 'react';
import { withDesk } from '../canvas/desk.ts';
import { type Placeable, placeAtCentre } from '../canvas/placing.ts';
import { useSession } from '../store/hooks.ts';
import { sessionStore } from '../store/sessionStore.ts';
import type { Icon } from '../ui/drawn.tsx';
import { tip } from '../ui/tip.ts';
import styles from './Palette.module.css';

interface PaletteItemProps {
  kind: Placeable | 'note';
  icon: Icon;
  name: string;
  what: string;
}

/** Pixels a press must travel to be a drag. */
const dragFrom = 5;

export function putAtCentre(kind: Placeable | 'note'): void {
  if (kind === 'note') withDesk((desk) => desk.startNote());
  else placeAtCentre(kind);
}

/** Click or Enter adds the part in the middle of the canvas; dragging hands it to the canvas, which puts it down. */
export function PaletteItem({ kind, icon: Icon, name, what }: PaletteItemProps) {
  const isHeld = useSession(({ tool }) => tool.name === 'place' && tool.kind === kind);
  const press = useRef<{ x: number; y: number; dragged: boolean } | null>(null);
  const onPointerMove = (event: PointerEvent) => {
    const start = press.current;
    if (!start || start.dragged || event.buttons === 0) return;
    if (Math.hypot(event.clientX - start.x, event.clientY - start.y) < dragFrom) return;
    start.dragged = true;
    // Else a touch would keep belonging to this button, and a mouse would show its cursor.
    event.currentTarget.releasePointerCapture(event.pointerId);
    sessionStore.getState().set({ tool: { name: 'place', kind } });
  };
  return (
    <button
      type="button"
      className={styles.item}
      data-kind={kind}
      aria-pressed={isHeld}
      aria-description={what}
      {...tip(what, undefined, 'right')}
      onPointerDown={(event) => {
        press.current = { x: event.clientX, y: event.clientY, dragged: false };
        // So that a quick drag is noticed also outside the button.
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={onPointerMove}
      onClick={() => {
        if (!press.current?.dragged) putAtCentre(kind);
        press.current = null;
      }}
    >
      <span className={styles.icon}>
        <Icon size={16} aria-hidden />
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{name}</span>
        <span className={styles.what}>{what}</span>
      </span>
    </button>
  );
}
