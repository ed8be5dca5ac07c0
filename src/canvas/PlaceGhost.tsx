/**
 * A part on its way from the palette: a ghost under the pointer, put down where the pointer goes up (mouse, pen or finger)
 * or where it next clicks. Escape, or letting go elsewhere after a drag, puts it back.
 */

import { useEffect, useRef, useState } from 'react';
import { usualNote } from '../design/notes.ts';
import { useText } from '../i18n/text.ts';
import { views } from '../nodes/views.ts';
import { useSession } from '../store/hooks.ts';
import { sessionStore } from '../store/sessionStore.ts';
import css from './Canvas.module.css';
import { cardHeight, cardWidth, snapped } from './cardGeometry.ts';
import { startNote } from './noteHand.ts';
import { type Placeable, placeAt } from './placing.ts';
import { canvasPointAt, currentZoom } from './viewport.ts';

export function PlaceGhost() {
  const kind = useSession(({ tool }) => (tool.name === 'place' ? tool.kind : null));
  return kind === null ? null : <Ghost kind={kind} />;
}

/** Of what is no card. */
const sizes: Partial<Record<Placeable | 'note', { width: number; height: number }>> = {
  region: { width: 480, height: 320 },
  note: usualNote,
};
/** Pixels a press must travel to be a drag. */
const dragFrom = 8;

function Ghost({ kind }: { kind: Placeable | 'note' }) {
  const t = useText();
  const ghostRef = useRef<HTMLDivElement>(null);
  const [isOver, setOver] = useState(false);

  useEffect(() => {
    let pressed: { x: number; y: number } | null = null;
    let dragged = false;
    const cancel = (): void => sessionStore.getState().set({ tool: { name: 'select' } });
    const move = (event: PointerEvent): void => {
      if (event.buttons !== 0) {
        pressed ??= { x: event.clientX, y: event.clientY };
        if (Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > dragFrom) dragged = true;
      }
      const point = canvasPointAt(event.clientX, event.clientY);
      setOver(point !== null);
      ghostRef.current?.style.setProperty(
        'transform',
        `translate(${event.clientX}px, ${event.clientY}px) translate(-50%, -50%) scale(${currentZoom()})`,
      );
    };
    const down = (event: PointerEvent): void => {
      pressed = { x: event.clientX, y: event.clientY };
      // Over the canvas the press belongs to placing: React Flow would begin a selection box.
      if (canvasPointAt(event.clientX, event.clientY)) event.stopPropagation();
    };
    const up = (event: PointerEvent): void => {
      const point = canvasPointAt(event.clientX, event.clientY);
      if (point) {
        event.stopPropagation();
        swallowClick();
        if (kind === 'note') putNote(point);
        else placeAt(kind, { x: snapped(point.x), y: snapped(point.y) });
      } else if (dragged) cancel();
      pressed = null;
    };
    const key = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      cancel();
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerdown', down, true);
    window.addEventListener('pointerup', up, true);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', key, true);
    return () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerdown', down, true);
      window.removeEventListener('pointerup', up, true);
      window.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', key, true);
    };
  }, [kind]);

  const isSheet = kind === 'region' || kind === 'note';
  const Icon = isSheet ? null : views[kind].icon;
  return (
    <div
      ref={ghostRef}
      className={css.ghost}
      data-shown={isOver || undefined}
      style={sizes[kind] ?? { width: cardWidth, height: cardHeight }}
      aria-hidden
    >
      {Icon && <Icon size={16} />}
      {isSheet ? t.common[kind].name : t.kinds[kind].name}
    </div>
  );
}

function putNote(middle: { x: number; y: number }): void {
  sessionStore.getState().set({ tool: { name: 'select' } });
  startNote(middle);
}

/** The click that follows a pointerup over the canvas would deselect what was just placed. */
function swallowClick(): void {
  const swallow = (event: MouseEvent): void => event.stopPropagation();
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, true), 60);
}
