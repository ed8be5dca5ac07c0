import { currentCamera } from '../viewport.ts';

/** The canvas point under a point of the screen, whatever covers it. */
export function canvasPointUnder(clientX: number, clientY: number): { x: number; y: number } {
  const frame = document.getElementById('canvas')?.getBoundingClientRect();
  const { x, y, zoom } = currentCamera();
  return { x: (clientX - (frame?.left ?? 0) - x) / zoom, y: (clientY - (frame?.top ?? 0) - y) / zoom };
}
