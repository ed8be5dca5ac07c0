/** Fingers, wheel and buttons on the player's canvas. The camera lives beside React: a drag renders nothing. */

import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { type Camera, cameraFor } from '../camera.ts';
import { type Box, distanceAt } from '../cardGeometry.ts';
import { dragged, pinched, type Spot, zoomedAt, zooms } from './playerCamera.ts';
import type { Scene } from './scene.ts';

export interface PlayerCamera {
  now: () => Camera;
  onMove: (listener: () => void) => () => void;
  fit: () => void;
  zoomBy: (factor: number) => void;
}

/** A press that travels farther is no tap, pixels. */
const tapReach = 8;

/** What floats over the canvas, in its pixels: nothing shall lie under it. */
function floatingIn(frame: HTMLElement): Box[] {
  const { left, top } = frame.getBoundingClientRect();
  return [...frame.querySelectorAll('[data-floats]')].map((each) => {
    const box = each.getBoundingClientRect();
    return { x: box.left - left, y: box.top - top, width: box.width, height: box.height };
  });
}

export function usePlayerCamera(
  frameRef: RefObject<HTMLElement | null>,
  worldRef: RefObject<HTMLElement | null>,
  scene: Scene,
  /** Within somebody's page: the wheel and one finger move that page, the wheel with Ctrl and two fingers zoom here. */
  isEmbedded = false,
): PlayerCamera {
  const sceneRef = useRef(scene);
  sceneRef.current = scene;
  const handle = useMemo(() => {
    let camera: Camera = { x: 0, y: 0, zoom: 1 };
    let isChosen = false;
    const listeners = new Set<() => void>();
    const move = (next: Camera): void => {
      camera = next;
      const { x, y, zoom } = camera;
      worldRef.current?.style.setProperty('transform', `translate(${x}px, ${y}px) scale(${zoom})`);
      const frame = frameRef.current;
      frame?.style.setProperty('--zoom', String(Math.floor(zoom * 20) / 20 || 0.05));
      const distance = distanceAt(zoom);
      if (distance === 'near') frame?.removeAttribute('data-far');
      else frame?.setAttribute('data-far', distance);
      for (const listener of listeners) listener();
    };
    const showAll = (): void => {
      const frame = frameRef.current;
      if (!frame || frame.clientWidth === 0) return;
      const { cards, groups } = sceneRef.current;
      const room = {
        width: frame.clientWidth,
        height: frame.clientHeight,
        margin: 12,
        keepClear: floatingIn(frame),
        ...zooms,
        maxZoom: 1.25,
      };
      move(cameraFor([...cards.map(({ box }) => box), ...groups], room));
    };
    return {
      now: () => camera,
      onMove: (listener: () => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      fit: () => {
        isChosen = false;
        showAll();
      },
      refit: () => {
        if (!isChosen) showAll();
      },
      zoomBy: (factor: number) => {
        const frame = frameRef.current;
        if (frame) move(zoomedAt(camera, { x: frame.clientWidth / 2, y: frame.clientHeight / 2 }, factor));
        isChosen = true;
      },
      take: (next: Camera) => {
        isChosen = true;
        move(next);
      },
    };
  }, [frameRef, worldRef]);

  // another picture: a document was opened, or the phone was turned
  const shape = `${scene.axis} ${scene.cards.map(({ node }) => node.id).join()}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: by what it shows, not by identity
  useEffect(() => handle.fit(), [handle, shape]);

  useEffect(() => {
    const frame = frameRef.current;
    if (!frame) return;
    const fingers = new Map<number, Spot>();
    let travelled = 0;
    const spotOf = (event: MouseEvent): Spot => {
      const { left, top } = frame.getBoundingClientRect();
      return { x: event.clientX - left, y: event.clientY - top };
    };
    const onDown = (event: PointerEvent): void => {
      if (fingers.size === 0) travelled = 0;
      if (fingers.size < 2) fingers.set(event.pointerId, spotOf(event));
    };
    const onMove = (event: PointerEvent): void => {
      const before = fingers.get(event.pointerId);
      if (!before) return;
      const after = spotOf(event);
      travelled += Math.hypot(after.x - before.x, after.y - before.y);
      const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
      fingers.set(event.pointerId, after);
      if (other) handle.take(pinched(handle.now(), [before, other], [after, other]));
      else if (travelled > tapReach) handle.take(dragged(handle.now(), before, after));
    };
    const onUp = (event: PointerEvent): void => {
      fingers.delete(event.pointerId);
    };
    // A drag that begins on a card must not open it.
    const onClick = (event: MouseEvent): void => {
      if (travelled > tapReach && event.detail > 0) event.stopPropagation();
    };
    const onWheel = (event: WheelEvent): void => {
      if (isEmbedded && !event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      handle.take(zoomedAt(handle.now(), spotOf(event), Math.min(1.25, Math.max(0.8, 1 - event.deltaY / 500))));
    };
    const size = new ResizeObserver(() => handle.refit());
    size.observe(frame);
    const quiet = { passive: true };
    frame.addEventListener('pointerdown', onDown, quiet);
    window.addEventListener('pointermove', onMove, quiet);
    window.addEventListener('pointerup', onUp, quiet);
    window.addEventListener('pointercancel', onUp, quiet);
    frame.addEventListener('click', onClick, true);
    frame.addEventListener('wheel', onWheel);
    return () => {
      size.disconnect();
      frame.removeEventListener('pointerdown', onDown);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onUp);
      frame.removeEventListener('click', onClick, true);
      frame.removeEventListener('wheel', onWheel);
    };
  }, [frameRef, handle, isEmbedded]);
  return handle;
}
