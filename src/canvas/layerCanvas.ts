/** A canvas laid over React Flow: as large as it, as sharp as the screen, with its camera. */

export interface LayerView {
  width: number;
  height: number;
  /** React Flow's transform: shift in pixels, then zoom. */
  x: number;
  y: number;
  zoom: number;
}

/** Sizes the canvas to the view, clears it, and returns its context in CSS pixels (not yet in canvas units). */
export function beginLayer(canvas: HTMLCanvasElement, view: LayerView): CanvasRenderingContext2D | null {
  const ctx = canvas.getContext('2d');
  if (!ctx || view.width === 0 || view.height === 0) return null;
  const ratio = window.devicePixelRatio || 1;
  const width = Math.round(view.width * ratio);
  const height = Math.round(view.height * ratio);
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
    canvas.style.width = `${view.width}px`;
    canvas.style.height = `${view.height}px`;
  } else {
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, width, height);
  }
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  return ctx;
}

/** From here on the context draws in canvas units. */
export function applyCamera(ctx: CanvasRenderingContext2D, view: LayerView): void {
  ctx.transform(view.zoom, 0, 0, view.zoom, view.x, view.y);
}
