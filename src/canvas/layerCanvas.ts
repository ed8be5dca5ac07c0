/** A canvas laid over React Flow: as large as it, as sharp as the screen, with its camera. */

import type { ReactFlowState } from '@xyflow/react';

export interface LayerView {
  width: number;
  height: number;
  /** React Flow's transform: shift in pixels, then zoom. */
  x: number;
  y: number;
  zoom: number;
}

/** Takes the size and the camera of React Flow as they are now, with nothing allocated: called in every frame. */
export function readView(state: Pick<ReactFlowState, 'width' | 'height' | 'transform'>, view: LayerView): void {
  view.width = state.width;
  view.height = state.height;
  view.x = state.transform[0];
  view.y = state.transform[1];
  view.zoom = state.transform[2];
}

/** Makes the canvas as large as the view; says whether that emptied it. */
export function fitLayer(canvas: HTMLCanvasElement, view: LayerView): boolean {
  const ratio = window.devicePixelRatio || 1;
  const width = Math.round(view.width * ratio);
  const height = Math.round(view.height * ratio);
  if (canvas.width === width && canvas.height === height) return false;
  canvas.width = width;
  canvas.height = height;
  canvas.style.width = `${view.width}px`;
  canvas.style.height = `${view.height}px`;
  return true;
}

/** The canvas's context in CSS pixels (not yet in canvas units), emptied if asked. Null while there is nothing to draw on. */
export function beginLayer(canvas: HTMLCanvasElement, isEmptied: boolean): CanvasRenderingContext2D | null {
  const ctx = canvas.getContext('2d');
  if (!ctx || canvas.width === 0 || canvas.height === 0) return null;
  const ratio = window.devicePixelRatio || 1;
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  if (isEmptied) ctx.clearRect(0, 0, canvas.width / ratio, canvas.height / ratio);
  return ctx;
}

/** From here on the context draws in canvas units. */
export function applyCamera(ctx: CanvasRenderingContext2D, view: LayerView): void {
  ctx.transform(view.zoom, 0, 0, view.zoom, view.x, view.y);
}
